/// A share of the candidates with its half-width, in milli-dex, and where it comes from.
struct Estimate: Hashable, Sendable {
  /// Milli-dex, at most 0.
  let share: Int64
  /// Milli-dex, before the margin and before (1 − s).
  let halfWidth: Int64
  /// Table and row id (`diagnoses:fabry-disease`), never words of a case.
  let source: String

  init(share: Int64, halfWidth: Int64, source: String) {
    self.share = min(0, max(MilliDex.never, share))
    self.halfWidth = halfWidth
    self.source = source
  }

  /// What says nothing: everybody fits.
  static let everybody = Estimate(share: 0, halfWidth: 0, source: "removed")

  /// The square of the half-width as it counts.
  var variance: Int64 {
    let effective = MilliDex.effective(halfWidth, share: share)
    return effective * effective
  }
}
