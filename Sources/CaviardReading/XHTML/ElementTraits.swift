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
    /// A tabulator of a word processor.
    case tab
    /// A hyphen that a word processor keeps in its line.
    case hyphen
  }

  /// ``BlockRole`` as far as an element gives it: a plain byte, for frames are copied often.
  enum Role: UInt8 {
    case paragraph
    case heading
    case listItem
    case tableCell
    case title
    case script
    case style

    var blockRole: BlockRole {
      switch self {
      case .paragraph: .paragraph
      case .heading: .heading
      case .listItem: .listItem
      case .tableCell: .tableCell
      case .title: .title
      case .script, .style: .code
      }
    }
  }

  /// What text rules cannot read; the names are those of media references.
  enum Media: String {
    case img, embed, video, audio, object, iframe, svg, picture, canvas, applet
    /// A drawing of a word processor.
    case drawing
    /// Any element with a `data:` URI.
    case data
  }

  /// Elements that say what the text of others is.
  enum Part: UInt8 {
    case table, row, heading, cell, list, term, description
  }

  /// What only documents of word processors and data have.
  struct Marks: OptionSet {
    let rawValue: UInt16

    /// Its text is text of the document; elsewhere white space is nobody's.
    static let text = Marks(rawValue: 1)
    /// A story of its own inside a paragraph, such as a text box.
    static let nested = Marks(rawValue: 2)
    /// May hold a picture, and is replaced as one then.
    static let frame = Marks(rawValue: 4)
    /// Makes the frame around it a picture.
    static let picture = Marks(rawValue: 8)
    /// Text that was deleted: read apart from what stands.
    static let deleted = Marks(rawValue: 16)
    /// What a field is made of: read apart from what it shows.
    static let instruction = Marks(rawValue: 32)
    /// Its attribute names the style of the paragraph around it.
    static let style = Marks(rawValue: 64)
    /// Its attribute is the number of columns of the cell around it.
    static let span = Marks(rawValue: 512)
    /// Its `name` says what its text is.
    static let named = Marks(rawValue: 128)
    /// Its text is a person.
    static let person = Marks(rawValue: 256)

    /// Its text may be a moment of editing, which tells of no story.
    static let moment = Marks(rawValue: 1024)

    /// Marks of what is inside as well.
    static let inherited: Marks = [.deleted, .instruction]
  }

  let layout: Layout
  /// The role of text inside; `nil` for the role of what is around.
  var role: Role?
  var media: Media?
  var part: Part?
  /// No end tag in HTML.
  var isVoid = false
  /// False for elements nobody knows.
  var isKnown = true
  var marks: Marks = []
  /// Means something in a table only.
  var isOfTable = false

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
      s samp small span strike strong sub sup time tt u var tspan textpath \
      mi mn mo ms mrow mfrac msqrt mroot msub msup msubsup mover munder munderover mfenced mstyle mspace mpadded \
      semantics mtable mtr mtd
      """, ElementTraits(layout: .inline))
    add("wbr", ElementTraits(layout: .inline, isVoid: true))
    add("br", ElementTraits(layout: .lineBreak, isVoid: true))
    add(
      """
      html head body address article aside blockquote center details dialog dir div fieldset figcaption figure \
      footer form header hgroup legend main math menu nav noframes noscript ol optgroup option p pre search section \
      select summary tbody textarea tfoot thead ul button caption colgroup desc \
      foreignobject text metadata meter progress frameset \
      g defs symbol use path line polyline polygon rect circle ellipse image clippath mask pattern lineargradient \
      radialgradient stop filter marker switch
      """, ElementTraits(layout: .block))
    add("hr base col link meta param track source area frame", ElementTraits(layout: .block, isVoid: true))
    add("input", ElementTraits(layout: .object, isVoid: true))
    add("mtext annotation annotation-xml", ElementTraits(layout: .object))
    add("h1 h2 h3 h4 h5 h6", ElementTraits(layout: .block, role: .heading))
    add("li", ElementTraits(layout: .block, role: .listItem))
    add("dt", ElementTraits(layout: .block, role: .listItem, part: .term))
    add("dd", ElementTraits(layout: .block, role: .listItem, part: .description))
    add("td", ElementTraits(layout: .block, role: .tableCell, part: .cell))
    add("th", ElementTraits(layout: .block, role: .tableCell, part: .heading))
    add("table", ElementTraits(layout: .block, part: .table))
    add("tr", ElementTraits(layout: .block, part: .row))
    add("dl", ElementTraits(layout: .block, part: .list))
    add("title", ElementTraits(layout: .block, role: .title))
    // What nobody sees, where it stands, does not cut the word around it.
    add("script", ElementTraits(layout: .block, role: .script, marks: .nested))
    add("style", ElementTraits(layout: .block, role: .style, marks: .nested))
    add("template datalist", ElementTraits(layout: .block, marks: .nested))
    add("slot map", ElementTraits(layout: .inline))
    for media in [Media.img, .embed] {
      table[media.rawValue] = ElementTraits(layout: .object, media: media, isVoid: true)
    }
    for media in [Media.video, .audio, .object, .iframe, .svg, .picture, .canvas, .applet] {
      table[media.rawValue] = ElementTraits(layout: .block, media: media)
    }
    for name in ["tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup", "col"] {
      table[name]?.isOfTable = true
    }
    return table
  }()
}
