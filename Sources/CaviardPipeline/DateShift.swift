internal import CaviardCase
internal import Crypto

/// How far the dates of a case move: a number of days that only the holder of the key can tell, the same for all of them.
package struct DateShift: Sendable {
  /// Bytes: as many as the digest has.
  package static let keyBytes = 32
  /// Days; never none.
  private static let widest = 365

  private let key: SymmetricKey

  /// `nil` for a key that is too short to hold.
  package init?(key: [UInt8]) {
    guard key.count >= Self.keyBytes else { return nil }
    self.key = SymmetricKey(data: key)
  }

  /// Days, -365...365 but 0.
  func days(of identity: String) -> Int {
    let digest = HMAC<SHA256>.authenticationCode(for: Array("dates:\(identity)".utf8), using: key)
    let number = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let day = Int(number % UInt64(2 * Self.widest)) - Self.widest
    return day < 0 ? day : day + 1
  }

  /// A date so many days later, with the parts that it had. A month is moved from its middle, a year from its.
  static func moved(_ date: DateValue, by days: Int) -> DateValue? {
    guard let year = date.year, date.named == nil, !date.isRelative, (1...9998).contains(year) else { return nil }
    if date.day != nil, date.month == nil { return nil }
    let moved = CivilDay.date(
      CivilDay.number(year, date.month ?? 7, date.day ?? (date.month == nil ? 1 : 15)) + days)
    return DateValue(
      year: moved.year, month: date.month == nil ? nil : moved.month, day: date.day == nil ? nil : moved.day)
  }
}
