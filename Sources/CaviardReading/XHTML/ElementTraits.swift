internal import CaviardCase

/// What an element of HTML means to the text in and around it.
struct ElementTraits {
  enum Layout {
    /// Text flows through: `Th<b>ad</b>deus` is one word. So does HTML through elements nobody knows.
    case inline
    /// Its edges end the paragraph.
    case block
    /// A line feed inside a paragraph.
    case lineBreak
    /// A thing in the line, such as a picture: words on both sides are two words.
    case object
  }

  let layout: Layout
  /// The role of text inside; `nil` for the role of what is around.
  var role: BlockRole?
  /// The name a media reference goes by, when the element is one.
  var media: String?
  /// No end tag in HTML.
  var isVoid = false
  /// False for elements nobody knows.
  var isKnown = true

  static let unknown = ElementTraits(layout: .inline, isKnown: false)

  /// - Parameter name: the local name, in any case.
  static func named(_ name: some Collection<UInt8>) -> ElementTraits {
    table[String(decoding: name, as: UTF8.self).lowercased()] ?? unknown
  }

  private static let table: [String: ElementTraits] = {
    var table: [String: ElementTraits] = [:]
    func add(_ names: String, _ traits: ElementTraits) {
      for name in names.split(separator: " ") { table[String(name)] = traits }
    }
    add(
      """
      a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb rp rt rtc ruby \
      s samp small span strike strong sub sup time tt u var tspan
      """, ElementTraits(layout: .inline))
    add("wbr", ElementTraits(layout: .inline, isVoid: true))
    add("br", ElementTraits(layout: .lineBreak, isVoid: true))
    add(
      """
      html head body address article aside blockquote center details dialog dir div dl fieldset figcaption figure \
      footer form header hgroup legend main map math menu nav noframes noscript ol optgroup option p pre search section \
      select summary table tbody template textarea tfoot thead tr ul button caption colgroup desc datalist \
      foreignobject text metadata slot meter progress frameset
      """, ElementTraits(layout: .block))
    add("hr base col link meta param track source area frame", ElementTraits(layout: .block, isVoid: true))
    add("input", ElementTraits(layout: .object, isVoid: true))
    add("h1 h2 h3 h4 h5 h6", ElementTraits(layout: .block, role: .heading))
    add("li dt dd", ElementTraits(layout: .block, role: .listItem))
    add("td th", ElementTraits(layout: .block, role: .tableCell))
    add("title", ElementTraits(layout: .block, role: .title))
    add("script style", ElementTraits(layout: .block, role: .code))
    for name in ["img", "embed"] { table[name] = ElementTraits(layout: .object, media: name, isVoid: true) }
    for name in ["video", "audio", "object", "iframe", "svg", "picture", "canvas", "applet"] {
      table[name] = ElementTraits(layout: .block, media: name)
    }
    return table
  }()
}
