#if Containers
  internal import CaviardCase

  /// Changes of one part's text: elements and attributes that go, values that become others.
  struct PartEdits {
    private let document: MarkupTags
    private var edits: [Edit] = []
    private var removed: [Range<Int>] = []

    init(_ document: MarkupTags) { self.document = document }

    /// Takes an element out, from its start tag to its end.
    mutating func removeElement(_ index: Int) { removed.append(document.element(index)) }

    /// Takes an attribute out, with the space before it.
    mutating func remove(_ attribute: StartTag.Attribute) {
      var lower = attribute.name.lowerBound
      while lower > 0, document.utf8[lower - 1].isSpace { lower -= 1 }
      edits.append(Edit(source: SourceSpan(lower, attribute.value.upperBound + 1), replacement: []))
    }

    /// Makes a value another, if it is not already.
    mutating func set(_ attribute: StartTag.Attribute, to value: String) { replace(attribute.value, with: value) }

    /// Makes the text of an element another.
    mutating func setText(_ index: Int, to value: String) {
      let tag = document.tags[index]
      guard !tag.isSelfClosing else { return }
      replace(tag.range.upperBound..<document.tags[document.ends[index]].range.lowerBound, with: value)
    }

    private mutating func replace(_ range: Range<Int>, with value: String) {
      let bytes = Array(value.utf8)
      if !document.utf8[range].elementsEqual(bytes) {
        edits.append(Edit(source: SourceSpan(range.lowerBound, range.upperBound), replacement: bytes))
      }
    }

    /// Sorted and disjoint: what lies in an element that goes, goes with it.
    func finish() -> [Edit] {
      var outer: [Range<Int>] = []
      for range in removed.sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }) {
        if let last = outer.last, range.lowerBound < last.upperBound { continue }
        outer.append(range)
      }
      var result: [Edit] = []
      var next = 0
      for edit in edits.sorted(by: { $0.source < $1.source }) {
        while next < outer.count, outer[next].upperBound <= edit.source.lower { next += 1 }
        if next < outer.count, outer[next].lowerBound < edit.source.upper { continue }
        if let last = result.last, edit.source.lower < last.source.upper { continue }
        result.append(edit)
      }
      result += outer.map { Edit(source: SourceSpan($0.lowerBound, $0.upperBound), replacement: []) }
      return result.sorted { $0.source < $1.source }
    }
  }
#endif
