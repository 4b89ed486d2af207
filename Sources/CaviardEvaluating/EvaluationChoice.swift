/// Which cases and labels an evaluation counts.
package struct EvaluationChoice: Sendable {
  /// Half of the cases of a set, by their index in it: what rules are tuned on, and what is held back.
  package enum Half: String, CaseIterable, Sendable {
    case even
    case odd
  }

  package let half: Half?
  /// Which gold labels count for recall.
  private let wantsLabel: @Sendable (String) -> Bool
  /// Which labels of what must survive count.
  private let wantsPreserved: @Sendable (String) -> Bool

  package init(
    half: Half? = nil, labels: @escaping @Sendable (String) -> Bool = { _ in true },
    preserve: @escaping @Sendable (String) -> Bool = { _ in true }
  ) {
    self.half = half
    wantsLabel = labels
    wantsPreserved = preserve
  }

  package func takes(_ index: Int) -> Bool {
    switch half {
    case nil: true
    case .even: index % 2 == 0
    case .odd: index % 2 == 1
    }
  }

  func counts(label: String) -> Bool { wantsLabel(label) }
  func counts(preserved label: String) -> Bool { wantsPreserved(label) }
}
