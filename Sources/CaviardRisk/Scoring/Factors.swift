/// What a set of kept facts leaves: the sum of the shares and the squares of the half-widths, in milli-dex.
struct Factors: Hashable, Sendable {
  var share: Int64 = 0
  var variance: Int64 = 0

  /// K_low in milli-dex.
  var low: Int64 { share - MilliDex.spread(variance) }
}

/// One factor of the multiplication, for explanations and reports.
struct FactorLine: Hashable, Sendable {
  /// Index of the fact; `nil` for the base.
  let fact: Int?
  /// Milli-dex; people for the base.
  let share: Int64
  let halfWidth: Int64
  let source: String
}
