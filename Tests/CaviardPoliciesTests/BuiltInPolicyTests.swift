import CaviardCase
import CaviardPolicies
import Testing

@Suite("built-in policies")
struct BuiltInPolicyTests {
  private let catalogue = PolicyCatalogue { _ in nil }

  @Test("the file of the default states the values that every policy starts from")
  func canada() throws {
    #expect(try catalogue.policy("canada") == .canada)
    let file = try PolicyFile(path: "canada", bytes: BuiltInPolicy.canada.source)
    // Nothing is left to chance: from the tightest start the file's own values are refused as looser.
    var tight = Policy.canada
    (tight.threshold, tight.sensitiveThreshold) = (0.01, 0.01)
    #expect(throws: PolicyError.self) { try file.policy(startingFrom: tight) }
  }

  @Test("strict halves the risk and removes everything")
  func strict() throws {
    var expected = Policy.canada
    (expected.name, expected.threshold, expected.isStrict) = ("strict", expected.sensitiveThreshold, true)
    #expect(try catalogue.policy("strict") == expected)
  }

  @Test("every policy keeps the K test of the default, and has no audience", arguments: BuiltInPolicy.allCases)
  func test(builtIn: BuiltInPolicy) throws {
    let policy = try catalogue.policy(builtIn.rawValue)
    #expect(policy.name == builtIn.rawValue)
    #expect(policy.threshold <= 0.09 && policy.sensitiveThreshold <= 0.05)
    #expect(policy.candidates <= Policy.canada.candidates && !policy.authorHidden && policy.reason == nil)
    #expect(policy.pins.isEmpty && policy.allow.isEmpty)
    let text = String(decoding: builtIn.source, as: UTF8.self)
    #expect(text.hasPrefix("# \(builtIn.rawValue): "))
    #expect(text.contains("# Rule: "))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 120 })
  }

  @Test("Safe Harbor names all 18 identifiers, and what the rule limits has a floor")
  func safeHarbor() throws {
    let text = String(decoding: BuiltInPolicy.hipaaSafeHarbor.source, as: UTF8.self)
    for letter in "ABCDEFGHIJKLMNOPQR" { #expect(text.contains("#    (\(letter)) "), "\(letter)") }
    let policy = try catalogue.policy("hipaa-safe-harbor")
    #expect(policy.floors[.date] == .year && policy.floors[.place] == .province)
    #expect(policy.floors[.institution] == .removed && policy.media == .placeholder)
  }

  @Test("nothing can switch off what a policy forbids")
  func switches() throws {
    for (parent, key) in [("strict", "strict"), ("flag-only", "flag-only")] {
      let text = Array("extends: \(parent)\n\(key): false\n".utf8)
      #expect(throws: PolicyError(.loosens(key: key), file: "p.yml", line: 2, column: key.count + 3)) {
        try PolicyCatalogue { $0 == "p.yml" ? text : nil }.policy("p.yml")
      }
    }
  }
}
