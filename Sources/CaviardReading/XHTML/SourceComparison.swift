internal import CLibXML2

/// Compares what libxml2 reports with the source it came from.
struct SourceComparison {
  let source: UnsafeBufferPointer<UInt8>

  /// True when the source is this text, with line ends folded to LF.
  func matchesFolded(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = range.lowerBound
    for byte in text {
      guard at < range.upperBound else { return false }
      if source[at] == byte {
        at += 1
      } else if source[at] == .carriageReturn, byte == .lineFeed {
        at += source.has("\r\n", at: at) ? 2 : 1
      } else {
        return false
      }
    }
    return at == range.upperBound
  }

  /// True when the source is what libxml2 makes of an attribute value.
  ///
  /// White space becomes spaces; a reference is decoded, left as written, or (`&`) written as `&#38;`.
  func matches(_ range: Range<Int>, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
    if range.count == value.count, let here = source.baseAddress, let there = value.baseAddress,
      memcmp(here + range.lowerBound, there, value.count) == 0,
      memchr(there, Int32(UInt8.ampersand), value.count) == nil
    {
      return true
    }
    var at = range.lowerBound
    var index = 0
    while at < range.upperBound {
      let byte = source[at]
      if byte == .ampersand {
        guard let reference = CharacterReference(in: source, at: at, before: range.upperBound) else { return false }
        let rest = value[min(index, value.count)...]
        if rest.starts(with: "&#38;".utf8), reference.utf8.elementsEqual(CollectionOfOne(.ampersand)) {
          index += 5
        } else if rest.starts(with: source[at..<at + reference.count]) {
          index += reference.count
        } else if rest.starts(with: reference.utf8) {
          index += reference.utf8.count
        } else {
          return false
        }
        at += reference.count
        continue
      }
      guard index < value.count, byte == value[index] || byte.isSpace && value[index] == .space else { return false }
      at += source.has("\r\n", at: at) ? 2 : 1
      index += 1
    }
    return index == value.count
  }

  /// True when the source spells `prefix:local`.
  func isName(
    _ range: Range<Int>, _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?
  ) -> Bool {
    var at = range.lowerBound
    if let prefix {
      guard has(prefix, at: &at, before: range.upperBound), at < range.upperBound, source[at] == UInt8(ascii: ":")
      else { return false }
      at += 1
    }
    return has(local, at: &at, before: range.upperBound) && at == range.upperBound
  }

  /// Steps over a NUL-terminated name; false if the source differs.
  private func has(_ name: UnsafePointer<xmlChar>, at offset: inout Int, before limit: Int) -> Bool {
    var index = 0
    while name[index] != 0 {
      guard offset < limit, source[offset] == name[index] else { return false }
      offset += 1
      index += 1
    }
    return true
  }
}
