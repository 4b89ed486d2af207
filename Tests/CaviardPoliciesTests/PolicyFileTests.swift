import CaviardCase
import CaviardPolicies
import Testing

@Suite("policy files")
struct PolicyFileTests {
  private func policy(_ files: [String: String], _ name: String = "p.yml") throws(PolicyError) -> Policy {
    try PolicyCatalogue { files[$0].map { Array($0.utf8) } }.policy(name)
  }

  @Test("everything a file may say is understood")
  func all() throws {
    let policy = try policy([
      "p.yml": """
      extends: strict
      threshold: 0.04
      candidates: 310000
      pin: [diagnosis, age]
      costs: {place: 2}
      floors: {date: 1}
      media: drop
      words: {add: [Nouvelle-Fin], deny: [Zed], allow: [Ada]}
      reason: Ada is a language here
      """
    ])
    #expect(policy.threshold == 0.04 && policy.sensitiveThreshold == 0.04)
    #expect(policy.candidates == 310_000)
    #expect(policy.pins == [.diagnosis, .age])
    #expect(policy.costs == [.place: 2] && policy.floors == [.date: 1])
    #expect(policy.media == .drop && policy.isStrict)
    #expect(policy.deny == ["Nouvelle-Fin", "Zed"] && policy.allow == ["Ada"])
  }

  @Test("a file extends another, relative to itself, and can only tighten it")
  func extending() throws {
    let files = [
      "d/base.yml": "threshold: 0.06\n", "d/p.yml": "extends: base.yml\n",
      "d/q.yml": "extends: base.yml\nthreshold: 0.08\n",
    ]
    #expect(try policy(files, "d/p.yml").threshold == 0.06)
    #expect(throws: PolicyError(.loosens(key: "threshold"), file: "d/q.yml", line: 2, column: 12)) {
      try policy(files, "d/q.yml")
    }
    #expect(throws: PolicyError.self) { try policy(["p.yml": "extends: ./p.yml\n"]) }
  }
}
