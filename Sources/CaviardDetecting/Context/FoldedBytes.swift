internal import CaviardCase

/// A token's letters and digits, small and without accents, read in place where the token is ASCII.
struct FoldedBytes {
  private let bytes: FlatArray<UInt8>
  private let range: Range<Int>
  /// The folded form of a token with other characters than ASCII.
  private let form: [UInt8]?

  init(_ index: Int, _ context: CaseContext) {
    bytes = context.bytes
    range = context.tokens[index].span.range
    var isASCII = true
    for place in range where context.bytes[place] >= 0x80 {
      isASCII = false
      break
    }
    form = isASCII ? nil : Array(context.form(index).utf8)
  }

  var count: Int { form?.count ?? range.count }

  /// Whether every folded byte is ASCII.
  var isASCII: Bool { form?.allSatisfy { $0 < 0x80 } ?? true }

  @inline(__always)
  subscript(place: Int) -> UInt8 {
    if let form { return form[place] }
    let byte = bytes[range.lowerBound + place]
    return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// How many ASCII digits the form begins with.
  var leadingDigits: Int {
    var count = 0
    while count < self.count, (0x30...0x39).contains(self[count]) { count += 1 }
    return count
  }

  /// - Parameter place: where the ending is among the texts.
  func hasSuffix(_ texts: FlatArray<UInt8>, _ place: Range<Int>) -> Bool {
    let first = count - place.count
    guard first >= 0 else { return false }
    for offset in 0..<place.count where self[first + offset] != texts[place.lowerBound + offset] { return false }
    return true
  }

  /// Whether the form follows a mask of `A`, `9` and a final `*`.
  func follows(_ texts: FlatArray<UInt8>, _ mask: Range<Int>) -> Bool {
    var position = 0
    for place in mask {
      let symbol = texts[place]
      if symbol == UInt8(ascii: "*") { return true }
      guard position < count else { return false }
      let isDigit = (0x30...0x39).contains(self[position])
      if symbol == UInt8(ascii: "9") ? !isDigit : isDigit { return false }
      position += 1
    }
    return position == count
  }
}

extension CaseContext {
  func foldedBytes(_ index: Int) -> FoldedBytes { FoldedBytes(index, self) }
}
