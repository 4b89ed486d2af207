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
      floors: {date: year}
      media: drop
      words:
        add: [{term: Nouvelle-Fin, kind: place, population: 300}, {term: falconer, kind: occupation}]
        deny: [Zed]
        allow: [Ada]
      reason: Ada is a language here
      """
    ])
    #expect(policy.threshold == 0.04 && policy.sensitiveThreshold == 0.04)
    #expect(policy.candidates == 310_000)
    #expect(policy.pins == [.diagnosis, .age])
    #expect(policy.costs == [.place: 2] && policy.floors == [.date: .year])
    #expect(policy.media == .drop && policy.isStrict)
    #expect(policy.deny == ["Zed"] && policy.allow == ["Ada"])
    #expect(
      policy.add == [
        AddedTerm(term: "Nouvelle-Fin", kind: .place, population: 300), AddedTerm(term: "falconer", kind: .occupation),
      ])
  }

  @Test(
    "a word that cannot be added is refused at its place",
    arguments: [
      ("words: {add: [Zed]}\n", PolicyError.Problem.wrongType(key: "add", expected: .mapping), 1, 15),
      ("words: {add: {term: Zed}}\n", .wrongType(key: "add", expected: .list), 1, 14),
      ("words:\n  add:\n    - {kind: place}\n", .missingKey("term"), 3, 7),
      ("words:\n  add:\n    - {term: Zed}\n", .missingKey("kind"), 3, 7),
      (
        "words:\n  add:\n    - {term: Zed, kind: place, people: 3}\n",
        .unknownKey("people", allowed: ["term", "kind", "population"]), 3, 32
      ),
      ("words:\n  add:\n    - {term: '—', kind: place}\n", .emptyWords(key: "term"), 3, 14),
      (
        "words:\n  add:\n    - {term: Zed, kind: event, population: 3}\n",
        .unknownKey("population", allowed: ["term", "kind"]), 3, 32
      ),
      (
        "words:\n  add:\n    - {term: Zed, kind: place, population: 0}\n",
        .outOfRange(key: "population", lower: 1, upper: 1e8), 3, 44
      ),
      (
        "words:\n  add:\n    - {term: Zed, kind: age}\n",
        .unknownValue(key: "kind", value: "age", allowed: AddedTerm.kinds.map(\.rawValue)), 3, 25
      ),
      ("words: {deny: [Zed, '..']}\n", .emptyWords(key: "deny"), 1, 21),
    ])
  func addedWords(text: String, problem: PolicyError.Problem, line: Int, column: Int) {
    #expect(throws: PolicyError(problem, file: "p.yml", line: line, column: column)) {
      try policy(["p.yml": text])
    }
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
