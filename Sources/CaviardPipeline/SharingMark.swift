/// The mark of what must not be shared: a review copy, an export with moved dates. It is plain ASCII that stands in any
/// format and encoding, and blocks wherever it is moved.
enum SharingMark {
  private static let prefix = Array("caviard-".utf8)
  private static let words = ["not-for-sharing", "review "].map { Array($0.utf8) }

  static let notice =
    "caviard-not-for-sharing: review copy, it holds words of the case / copie de relecture, elle contient des mots du cas"

  /// Before a finding; `}` follows it.
  static func opening(_ kind: String) -> String { "{caviard-review \(kind): " }

  /// O(n): the rare letter `v` is looked for, then what stands around it.
  static func isIn(_ bytes: [UInt8]) -> Bool {
    var index = 2
    while index < bytes.count, let place = bytes[index...].firstIndex(of: UInt8(ascii: "v")) {
      index = place + 1
      guard bytes[(place - 2)...].starts(with: prefix) else { continue }
      if words.contains(where: { bytes[(place - 2 + prefix.count)...].starts(with: $0) }) { return true }
    }
    return false
  }
}
