internal import CaviardCase

/// A paragraph that is open around a story of its own, such as a text box.
struct SuspendedStory {
  let flow: XHTMLFlow
  let text: TextBuilder.SuspendedFlow
  let label: [UInt8]
  let firstFlow: [UInt8]?
  let tables: [TableLabels]
}

// MARK: - Word processors' elements

extension XHTMLCollector {
  /// Before its tag is read.
  mutating func enterMarked(_ traits: ElementTraits) {
    guard traits.marks.contains(.nested) else { return }
    suspended.append(
      SuspendedStory(
        flow: flow, text: builder.suspendFlow(), label: flowLabel, firstFlow: firstFlow, tables: tables))
    flow = XHTMLFlow()
    flowLabel = []
    firstFlow = nil
    tables = []
  }

  /// Its frame is open, its attributes are those read last.
  mutating func noteMarks(_ marks: ElementTraits.Marks) {
    if marks.contains(.deleted) || marks.contains(.instruction) { divert() }
    if marks.contains(.picture), let index = frames.lastIndex(where: { $0.marks.contains(.frame) }) {
      frames[index].holdsPicture = true
    }
    if marks.contains(.person) { flowLabel = MarkupVocabulary.personLabel }
    if marks.contains(.named) { noteName() }
    if marks.contains(.style) || marks.contains(.span) { noteProperty(marks) }
  }

  /// It is closed.
  mutating func leaveMarked(_ frame: XHTMLFrame) {
    if frame.marks.contains(.deleted) || frame.marks.contains(.instruction) { divert() }
    if frame.holdsPicture {
      media.append(
        MediaReference(
          source: SourceSpan(frame.start ?? cursor, cursor), element: ElementTraits.Media.drawing.rawValue,
          context: .run))
    }
    if frame.marks.contains(.person) || frame.marks.contains(.named) { flowLabel = [] }
    guard frame.marks.contains(.nested), let story = suspended.popLast() else { return }
    closeFlow()
    builder.resume(story.text)
    flow = story.flow
    flowLabel = story.label
    firstFlow = story.firstFlow
    tables = story.tables
  }

  /// The cells of the row whose tag stands at the cursor, up to its end or the next row's start; all are headings where the row
  /// is marked as one.
  func wordRowAhead() -> TableLabels.Row {
    var cells = 0
    var isHeading = false
    var at = nameEnd(from: cursor + 1)
    while let tag = source[at...].firstIndex(of: UInt8(ascii: "<")), tag + 1 < source.count {
      let isEnd = source[tag + 1] == UInt8(ascii: "/")
      let start = isEnd ? tag + 2 : tag + 1
      let end = nameEnd(from: start)
      if isTag("tr", start..<end) { break }
      if !isEnd, isTag("tc", start..<end) { cells += 1 }
      if !isEnd, source[start..<end].suffix(9).elementsEqual("tblHeader".utf8) { isHeading = true }
      at = max(end, tag + 1)
    }
    return TableLabels.Row(headings: isHeading ? cells : 0, cells: isHeading ? 0 : cells)
  }
}

extension XHTMLCollector {
  private mutating func divert() {
    let marks = frames.last?.marks ?? []
    builder.divert(to: marks.contains(.instruction) ? .instruction : marks.contains(.deleted) ? .deleted : nil)
  }

  /// A custom property's name says what its value is.
  private mutating func noteName() {
    guard let name = tagAttributes.first(where: { source[$0.name].elementsEqual("name".utf8) }),
      name.value.count <= TableLabels.longest
    else { return }
    let words = TableLabels.trimmed(Array(source[name.value])[...])
    flowLabel = words.isEmpty ? [] : words + Array(": ".utf8)
  }

  private mutating func noteProperty(_ marks: ElementTraits.Marks) {
    let value = tagAttributes.first.map { String(decoding: source[$0.value], as: UTF8.self).lowercased() } ?? ""
    if marks.contains(.span) {
      if let cell = frames.lastIndex(where: { $0.part == .cell }) { frames[cell].columnSpan = Int(value) ?? 1 }
    } else if ["heading", "titre", "title", "subtitle", "sous-titre"].contains(where: value.hasPrefix),
      let paragraph = frames.lastIndex(where: { $0.layout == .block })
    {
      frames[paragraph].role = .heading
    }
  }
}
