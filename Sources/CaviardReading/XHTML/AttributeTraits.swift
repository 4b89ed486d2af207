/// What an attribute's value can hold.
struct AttributeTraits {
  /// The name that blocks go by: HTML's own, or `data-*`, `aria-*`, `other`. A name somebody made up may itself tell.
  let name: String
  /// True for names and links.
  let isIdentifier: Bool
  /// True when the name itself is nobody's but the author's, and has to be read too.
  var isMadeUp = false
  /// True when some values are words of HTML or numbers that say nothing of anybody; see ``isHarmless(_:)``.
  let hasHarmlessValues: Bool
  /// True for `onclick` and its like.
  var isHandler = false
  /// True in documents of word processors and data, whose values have forms of their own.
  var isOffice = false
  /// True when the value is a person.
  var isPerson = false

  /// How its value may write characters otherwise.
  var escapes: TextBuilder.Escapes {
    isIdentifier ? .link : name == "style" ? .style : isHandler ? .script : .references
  }

  /// - Parameter name: the local name, in any case.
  static func named(_ name: some Collection<UInt8>) -> AttributeTraits {
    let name = String(decoding: name, as: UTF8.self).lowercased()
    if let known = table[name] { return known }
    if name.hasPrefix("on"), name.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
      return AttributeTraits(
        name: "other", isIdentifier: false, isMadeUp: true, hasHarmlessValues: false, isHandler: true)
    }
    let family = name.hasPrefix("data-") ? "data-*" : name.hasPrefix("aria-") ? "aria-*" : "other"
    return AttributeTraits(name: family, isIdentifier: false, isMadeUp: true, hasHarmlessValues: false)
  }

  /// A name of an element or attribute that somebody made up, read as text.
  static let name = AttributeTraits(name: "markup-name", isIdentifier: true, hasHarmlessValues: false)

  /// True when the value is one that HTML defines for this attribute, or a short number or size.
  func isHarmless(_ value: some Collection<UInt8>) -> Bool {
    if isOffice { return OfficeValues.isHarmless(Array(value), of: name) }
    guard hasHarmlessValues, value.count <= 96 else { return false }
    switch name {
    case "lang", "hreflang": return Self.isLanguageTag(value)
    case "xmlns":
      return StandardNames.namespaces.contains(String(decoding: value, as: UTF8.self))
        || OfficeValues.isConstant(Array(value))
    default:
      let words = String(decoding: value, as: UTF8.self).lowercased().split { " ,;=".contains($0) }
      return words.allSatisfy { Self.harmlessWords.contains($0) || Self.isSize($0.utf8) || Self.isColour($0.utf8) }
    }
  }

  private static func isLanguageTag(_ value: some Collection<UInt8>) -> Bool {
    let parts = value.split(separator: UInt8(ascii: "-"))
    guard let language = parts.first, parts.count <= 3 else { return value.isEmpty }
    return (2...3).contains(language.count) && language.allSatisfy(\.isASCIILetter)
      && parts.dropFirst().allSatisfy { (2...4).contains($0.count) && $0.allSatisfy { $0.isASCIILetter || $0.isDigit } }
  }

  /// `12`, `100%`, `1.5em`: up to four digits.
  private static func isSize(_ word: some Collection<UInt8>) -> Bool {
    let digits = word.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
    let unit = String(decoding: word.dropFirst(digits.count), as: UTF8.self)
    return (1...4).contains(digits.count) && ["", "%", "px", "em", "pt", "*"].contains(unit)
  }

  /// `#C0FFEE`
  private static func isColour(_ word: some Collection<UInt8>) -> Bool {
    word.count == 7 && word.first == UInt8(ascii: "#")
      && word.dropFirst().allSatisfy { $0.isDigit || (0x61...0x66).contains($0 | 0x20) }
  }

  private static let table: [String: AttributeTraits] = {
    var table: [String: AttributeTraits] = [:]
    func add(_ names: String, isIdentifier: Bool = false, hasHarmlessValues: Bool = false) {
      for name in names.split(separator: " ").map(String.init) {
        table[name] = AttributeTraits(
          name: name, isIdentifier: isIdentifier, hasHarmlessValues: hasHarmlessValues)
      }
    }
    add("alt title content value placeholder label summary aria-label style abbr standby prompt datetime srcdoc")
    add(
      """
      id class name href src for headers aria-labelledby aria-describedby aria-controls aria-owns aria-flowto \
      aria-activedescendant aria-details data-src data-href data-url data-id action formaction usemap cite longdesc \
      poster srcset imagesrcset data background codebase classid archive profile manifest ping list form itemid \
      itemtype itemprop itemref about resource property typeof base download part slot is
      """, isIdentifier: true)
    add(
      """
      lang hreflang xmlns dir type rel rev charset http-equiv colspan rowspan span width height border cellpadding \
      cellspacing align valign scope shape media method enctype target tabindex size maxlength rows cols role space \
      version color bgcolor start loading decoding preload controls autoplay muted loop checked selected disabled \
      readonly required multiple hidden nowrap rules frame clear compact viewbox aria-hidden aria-level \
      translate contenteditable draggable spellcheck inputmode autocomplete
      """, hasHarmlessValues: true)
    return table
  }()

  /// Values that HTML, ARIA and IANA define.
  private static let harmlessWords: Set<Substring> = Set(
    """
    ltr rtl auto text/css text/javascript application/javascript text/html text/plain application/xhtml+xml \
    image/png image/jpeg image/gif image/svg+xml image/webp video/mp4 video/webm audio/mpeg audio/ogg application/pdf \
    application/json application/ld+json text password checkbox radio submit reset button hidden email tel url number \
    date time search range file image color a i 1 disc circle square stylesheet icon shortcut alternate canonical next \
    prev first last up contents index glossary help license nofollow noopener noreferrer external bookmark tag \
    utf-8 iso-8859-1 windows-1252 utf-16 content-type content-language content-style-type refresh default-style x-ua-compatible \
    left right center justify char top middle bottom baseline row col rowgroup colgroup rect poly default all screen \
    print projection handheld and get post multipart/form-data application/x-www-form-urlencoded _blank _self _parent \
    _top main navigation banner complementary contentinfo region article document note list listitem heading img \
    presentation none group figure table cell columnheader rowheader preserve true false yes no on off lazy eager sync \
    async metadata controls autoplay muted loop checked selected disabled readonly required multiple nowrap groups \
    rows cols void above below border box black white red green blue yellow gray grey silver navy maroon
    """.split { $0 == " " || $0 == "\n" })
}
