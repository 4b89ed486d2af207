/// The estimate for one case: the largest risk over its subjects.
package struct CaseRisk: Hashable, Sendable {
  /// Expected number of candidates who fit every fact kept, and the interval's ends.
  package let k: Double
  package let kLow: Double
  package let kHigh: Double
  /// Highest tolerated risk (tau); passing needs `kLow >= 1 / threshold`.
  package let threshold: Double
  /// People the candidates are drawn from before any share (B of risk.md C2).
  package let candidates: Int
  /// K with all of Canada as base (the stranger), shown, never used to pass.
  package let strangerK: Double
  /// Utility points spent.
  package let cost: Int
  package let subjects: [SubjectRisk]
  /// The cheapest change costs at most so much less; 0 where none is cheaper.
  package let costGap: Int
  /// Of all factors together, in dex, before the margin of 1.3.
  package let halfWidth: Double
  /// Shares multiplied for the patient with the smallest K, and how many of them are general knowledge.
  package let factorCount: Int
  package let generalKnowledgeCount: Int

  package var risk: Double { 1 / max(k, 1) }

  package init(
    k: Double, kLow: Double, kHigh: Double, threshold: Double, candidates: Int, strangerK: Double, cost: Int,
    subjects: [SubjectRisk], costGap: Int = 0, halfWidth: Double = 0, factorCount: Int = 0,
    generalKnowledgeCount: Int = 0
  ) {
    self.k = k
    self.kLow = kLow
    self.kHigh = kHigh
    self.threshold = threshold
    self.candidates = candidates
    self.strangerK = strangerK
    self.cost = cost
    self.subjects = subjects
    self.costGap = costGap
    self.halfWidth = halfWidth
    self.factorCount = factorCount
    self.generalKnowledgeCount = generalKnowledgeCount
  }
}

package struct SubjectRisk: Hashable, Sendable {
  package let id: Int
  package let role: Subject.Role
  package let k: Double
  package let kLow: Double

  package init(id: Int, role: Subject.Role, k: Double, kLow: Double) {
    self.id = id
    self.role = role
    self.k = k
    self.kLow = kLow
  }
}
