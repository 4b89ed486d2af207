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

  /// This estimate with a half-width that leaves its lower bound no smaller than a member's: who has the member has
  /// this too (closure, risk.md C4.5).
  func covering(_ member: Estimate) -> Estimate {
    let room = max(0, share - member.share) * 10 / 13
    return Estimate(share: share, halfWidth: min(halfWidth, member.halfWidth + room), source: source)
  }

  /// The square of the half-width as it counts.
  var variance: Int64 {
    let effective = MilliDex.effective(halfWidth, share: share)
    return effective * effective
  }
}
