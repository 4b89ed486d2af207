/// The upper tail of the normal distribution, in milli-dex, by tenths of a standard deviation.
///
/// Each entry is floor(1000 log10 Q(z)), z = 0, 0.1 … 8.0. Heights and weights are general knowledge (risk.md B2):
/// men 178 ± 7.2 cm, women 164 ± 6.8 cm; weights log-normal around 84 and 71 kg, ± 0.11 dex.
enum NormalTail {
  private static let tenths: [Int64] = [
    -302, -338, -376, -418, -463, -511, -562, -617, -674, -736, -800, -868, -940, -1015, -1093, -1176, -1262, -1352,
    -1445, -1542, -1644, -1749, -1857, -1970, -2087, -2207, -2332, -2461, -2593, -2730, -2870, -3015, -3163, -3316,
    -3473, -3634, -3799, -3968, -4141, -4318, -4500, -4685, -4875, -5069, -5267, -5469, -5676, -5886, -6101, -6320,
    -6543, -6770, -7002, -7238, -7478, -7722, -7970, -8223, -8480, -8741, -9006, -9276, -9550, -9828, -10110, -10397,
    -10688, -10983, -11282, -11586, -11893, -12205, -12522, -12842, -13167, -13497, -13830, -14168, -14510, -14856,
    -15207,
  ]

  /// Share of people at least as far from the mean on the same side; the deviation is rounded up to a tenth.
  private static func share(deviation: Int64, unit: Int64) -> Int64 {
    let step = (abs(deviation) * 10 + unit - 1) / unit
    return tenths[Int(min(step, Int64(tenths.count - 1)))]
  }

  static func height(centimetres: Int, isMale: Bool) -> Int64 {
    let centimetres = Int64(max(0, min(centimetres, 400)))
    return isMale
      ? share(deviation: (centimetres - 178) * 10, unit: 72) : share(deviation: (centimetres - 164) * 10, unit: 68)
  }

  static func weight(kilograms: Int, isMale: Bool) -> Int64 {
    let ratio = Double(max(1, min(kilograms, 2000))) / (isMale ? 84 : 71)
    return share(deviation: MilliDex.floorLog(ratio), unit: 110)
  }
}
