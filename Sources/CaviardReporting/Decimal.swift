internal import Glibc

/// Numbers as text, the same on every machine: no locale, a point, no grouping.
package enum Decimal {
  /// At most so many significant digits, no zeros at the end: `0.0107`, `44`, `4.5e-13`.
  package static func short(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return value > 0 ? "infinity" : "0" }
    let rounded = Self.rounded(value, digits: digits)
    if rounded == rounded.rounded(), abs(rounded) < 1e15 { return String(Int64(rounded)) }
    return "\(rounded)"
  }

  /// The decimal of so many significant digits that is nearest to the value.
  package static func rounded(_ value: Double, digits: Int) -> Double {
    guard value != 0 else { return 0 }
    let exponent = Int(floor(log10(abs(value)))) - digits + 1
    // Division by a power of ten that is exact keeps the result the double nearest to the decimal.
    if exponent <= 0, exponent >= -22 {
      let scale = pow(10, Double(-exponent))
      return (value * scale).rounded() / scale
    }
    let scale = pow(10, Double(abs(exponent)))
    let whole = exponent > 0 ? (value / scale).rounded() : (value * scale).rounded()
    return Double("\(Int64(whole))e\(exponent)") ?? value
  }
}

extension Decimal {
  /// `2,000,000` with the separator given.
  package static func grouped(_ number: Int, separator: String) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return text
  }
}
