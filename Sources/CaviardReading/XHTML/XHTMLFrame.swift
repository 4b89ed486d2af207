internal import CaviardCase

/// An element that is open.
struct XHTMLFrame {
  let layout: ElementTraits.Layout
  var role: ElementTraits.Role
  let language: Language?
  let pin: Kind?
  let isKnown: Bool
  let isSelfClosing: Bool
  /// Where the media reference that this element is starts; `nil` for others and for media inside media.
  let mediaStart: Int?
  let media: ElementTraits.Media?
  let part: ElementTraits.Part?
  /// Columns that a cell spans.
  var columnSpan: Int
  var marks: ElementTraits.Marks = []
  /// Where its tag starts; `nil` for an element that HTML understands where no tag stands.
  var start: Int?
  var holdsPicture = false
}

/// What is known of the paragraph that is open.
struct XHTMLFlow {
  var isOpen = false
  var role = ElementTraits.Role.paragraph
  var language: Language?
  var hasOneLanguage = true
  var pin: Kind?
  var hasMarkup = false
  var hasCharacterData = false

  /// How a script or style sheet may write its text otherwise.
  var escapes: TextBuilder.Escapes? {
    switch role {
    case .script: .script
    case .style: .style
    default: nil
    }
  }

  var context: WritingContext {
    if escapes != nil { return .code }
    if hasCharacterData { return hasMarkup ? .code : .cdata }
    return .markup
  }
}
