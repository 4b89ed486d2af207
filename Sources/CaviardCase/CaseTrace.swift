/// What a case says of its patient, without its words: what the cases of one library are compared by (risk.md C8).
///
/// Kept in memory for one run; written only in the gate's cache, encrypted. Never hashed.
package struct CaseTrace: Sendable, Codable {
  package struct Fact: Hashable, Sendable, Codable {
    package let kind: Kind
    package let role: FindingRole
    package let value: FactValue

    package init(kind: Kind, role: FindingRole, value: FactValue) {
      self.kind = kind
      self.role = role
      self.value = value
    }
  }

  /// Of the patients, each once, in no order that matters.
  package let facts: [Fact]
  /// 1 / tau of the case.
  package let leastPeople: Double

  package init(facts: [Fact], leastPeople: Double) {
    self.facts = facts
    self.leastPeople = leastPeople
  }
}
