/// Thousandths of a power of ten, as whole numbers (risk.md D2): log10 of shares, people and half-widths.
///
/// Everything is rounded towards fewer people. Only IEEE multiplication, division and comparison are used, so every
/// machine gets the same numbers; no function of the C library is.
package enum MilliDex {
  /// Stands for the share of nobody: far below anything a sum of shares can balance.
  static let never: Int64 = -30_000

  private static let tenths: [Double] = [
    1, 1.2589254117941673, 1.5848931924611136, 1.9952623149688795, 2.51188643150958, 3.1622776601683795,
    3.9810717055349722, 5.011872336272722, 6.309573444801933, 7.943282347242816,
  ]
  private static let hundredths: [Double] = [
    1, 1.023292992280754, 1.0471285480508996, 1.0715193052376064, 1.096478196143185, 1.1220184543019633,
    1.1481536214968828, 1.1748975549395295, 1.202264434617413, 1.2302687708123816,
  ]
  private static let thousandths: [Double] = [
    1, 1.0023052380778996, 1.0046157902783952, 1.0069316688518042, 1.0092528860766845, 1.0115794542598986,
    1.0139113857366795, 1.0162486928706955, 1.0185913880541169, 1.02093948370768,
  ]
  /// 10^(k/1000) for k in 0..<1000.
  private static let powers: [Double] = (0..<1000).map { (k: Int) -> Double in
    let coarse = tenths[k / 100] * hundredths[k / 10 % 10]
    return coarse * thousandths[k % 10]
  }

  /// The largest whole number not above 1000 log10 x; ``never`` for zero, for less and for what is no number.
  package static func floorLog(_ x: Double) -> Int64 {
    guard x.isFinite, x > 1e-30 else { return never }
    var scaled = x
    var whole: Int64 = 0
    while scaled >= 10 {
      scaled /= 10
      whole += 1000
    }
    // One multiplication by an exact power of ten, so that 0.001 is 10^-3 and not a little less.
    var factor = 1.0
    while scaled * factor < 1 {
      factor *= 10
      whole -= 1000
    }
    scaled *= factor
    var low = 0
    var high = 1000
    while high - low > 1 {
      let middle = (low + high) / 2
      if powers[middle] <= scaled { low = middle } else { high = middle }
    }
    return whole + Int64(low)
  }

  /// The smallest whole number not below 1000 x, for half-widths; never negative.
  package static func ceiling(_ x: Double) -> Int64 {
    guard x.isFinite, x > 0 else { return 0 }
    return Int64((min(x, 30) * 1000 - 1e-9).rounded(.up))
  }

  /// 10^(k/1000).
  package static func power(_ k: Int64) -> Double {
    let clamped = max(never, min(-never, k))
    var whole = clamped / 1000
    var rest = clamped % 1000
    if rest < 0 {
      rest += 1000
      whole -= 1
    }
    var factor = 1.0
    for _ in 0..<abs(whole) { factor *= 10 }
    return whole < 0 ? powers[Int(rest)] / factor : powers[Int(rest)] * factor
  }

  /// The smallest whole number whose square is not below 1.69 × `variance`: the interval with its margin of 1.3.
  package static func spread(_ variance: Int64) -> Int64 {
    guard variance > 0 else { return 0 }
    // Half-widths of this size say nothing any more; the limit keeps the products below 2^63.
    let target = 169 * min(variance, 1 << 54)
    var n = Int64((Double(target) / 100).squareRoot()) + 2
    while n > 0, (n - 1) * (n - 1) * 100 >= target { n -= 1 }
    return n
  }

  /// A half-width as it counts: h (1 − s), rounded up (risk.md C1).
  static func effective(_ halfWidth: Int64, share: Int64) -> Int64 {
    let rest = 1 - power(share)
    guard rest > 0 else { return 0 }
    return Int64((Double(halfWidth) * rest).rounded(.up))
  }
}
