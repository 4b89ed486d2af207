internal import CaviardCase

/// The encoding a markup file says it is in.
enum EncodingDeclaration {
  /// Bytes searched for a declaration.
  private static let searchedBytes = 1024

  /// What the XML declaration names; UTF-16 is also known by the form of `<?` without a byte order mark.
  static func xml(_ bytes: [UInt8]) throws(ReadingError) -> SourceEncoding? {
    if bytes.starts(with: [0x3C, 0, 0x3F, 0]) { return .utf16LittleEndian }
    if bytes.starts(with: [0, 0x3C, 0, 0x3F]) { return .utf16BigEndian }
    guard bytes.starts(with: "<?xml".utf8) else { return nil }
    let head = bytes.prefix(searchedBytes)
    guard let end = head.firstIndex(of: UInt8(ascii: ">")), let label = label(after: "encoding", in: head[..<end])
    else { return nil }
    let encoding = try encoding(labelled: label)
    // A declaration we could read as ASCII cannot be in UTF-16.
    if encoding == .utf16LittleEndian || encoding == .utf16BigEndian {
      throw .undecodable(encoding, at: 0, isMarked: true)
    }
    return encoding
  }

  /// What `<meta charset>` or `<meta http-equiv>` names. Browsers read ISO-8859-1 as windows-1252 here, and so do we.
  static func meta(_ bytes: [UInt8]) throws(ReadingError) -> SourceEncoding? {
    guard let label = metaTags(bytes.prefix(searchedBytes)).lazy.compactMap({ label(after: "charset", in: $0) }).first
    else { return nil }
    switch try encoding(labelled: label) {
    case .latin1: return .windows1252
    case .utf16LittleEndian, .utf16BigEndian: return .utf8
    case let encoding: return encoding
    }
  }

  /// True for the name of an encoding, ours or not.
  static func isKnown(_ label: some Collection<UInt8>) -> Bool {
    do throws(ReadingError) {
      _ = try encoding(labelled: label.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
      return true
    } catch {
      if case .unsupportedEncoding(name: .some) = error { return true }
      return false
    }
  }

  /// The `meta` tags of a page's head, those in comments left out.
  private static func metaTags(_ head: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var tags: [ArraySlice<UInt8>] = []
    var rest = head
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...]
      if rest.starts(with: "<!--".utf8) {
        guard let end = rest.firstRange(of: Array("-->".utf8)) else { break }
        rest = rest[end.upperBound...]
        continue
      }
      let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
      if rest.prefix(5).map({ $0 | 0x20 }) == Array("<meta".utf8).map({ $0 | 0x20 }) { tags.append(rest[..<end]) }
      rest = rest[end...]
    }
    return tags
  }

  /// The word after `key`, `=` and perhaps a quote, in lower case.
  private static func label(after key: StaticString, in bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let lowered = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return lowered.withUnsafeBufferPointer { head -> [UInt8]? in
      guard var at = head.firstIndex(of: key, from: 0) else { return nil }
      at += key.utf8CodeUnitCount
      while at < head.count, head[at].isSpace { at += 1 }
      guard head.has("=", at: at) else { return nil }
      at += 1
      while at < head.count, head[at].isSpace || head[at] == 0x22 || head[at] == 0x27 { at += 1 }
      let label = head[at...].prefix { $0.isASCIILetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
      return label.isEmpty ? nil : Array(label)
    }
  }

  private static func encoding(labelled label: [UInt8]) throws(ReadingError) -> SourceEncoding {
    switch String(decoding: label, as: UTF8.self) {
    case "utf-8", "utf8", "us-ascii", "ascii": return .utf8
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1": return .latin1
    case "windows-1252", "cp1252", "x-cp1252": return .windows1252
    case "utf-16", "utf-16le": return .utf16LittleEndian
    case "utf-16be": return .utf16BigEndian
    // A name that is not in this list could be anything, so only these are repeated in a message.
    case let name where knownNames.contains(name): throw .unsupportedEncoding(name: name)
    default: throw .unsupportedEncoding(name: nil)
    }
  }

  private static let knownNames: Set<String> = [
    "iso-8859-2", "iso-8859-15", "windows-1250", "windows-1251", "windows-1254", "macintosh", "ibm850", "cp850",
    "utf-7", "utf-32", "shift_jis", "euc-jp", "iso-2022-jp", "gb2312", "gbk", "gb18030", "big5", "euc-kr", "koi8-r",
  ]
}
