import CaviardCase
import CaviardPolicies
import Testing

@Suite("all that is wrong with a policy file")
struct PolicyLintTests {
  private func read(_ text: String) throws -> PolicyReading {
    try PolicyCatalogue { $0 == "p.yml" ? Array(text.utf8) : nil }.read("p.yml")
  }

  @Test("every mistake is told, in the file's order, each at its place")
  func mistakes() throws {
    let reading = try read(
      """
      extends: canda
      threshhold: 0.05
      candidates: many
      pin: [diagnosys, age]
      floors:
        date: yaer
        sex: removed
      words:
        allow: [Ada, '..']
        add: [{term: Zed}, Zed]
      """)
    let places = reading.mistakes.map { "\($0.line ?? 0):\($0.column ?? 0)" }
    #expect(places == ["1:10", "2:1", "3:13", "4:7", "6:9", "7:3", "9:3", "9:16", "10:9", "10:22"])
    // The rest of the file is read all the same.
    #expect(reading.policy.pins == [.age] && reading.policy.allow == ["Ada"])
  }

  @Test("there is no setting for the audience", arguments: ["audience", "private", "visibility"])
  func audience(key: String) throws {
    #expect(try read("\(key): true\n").mistakes.map(\.problem) == [.audience(key: key)])
  }

  @Test("settings that change nothing are told, and are no mistakes")
  func warnings() throws {
    let reading = try read(
      "extends: hipaa-safe-harbor\nfloors: {date: month, place: country}\npin: [age]\ncosts: {age: 2, phone: 2, date: 2}\n"
    )
    #expect(reading.mistakes.isEmpty)
    #expect(
      reading.warnings.map(\.problem) == [.floorWithoutEffect(.date), .costOfPinned(.age), .costOfDirect(.phone)])
    #expect(reading.policy.floors[.date] == .year && reading.policy.floors[.place] == .country)
  }

  @Test("a file without mistakes gives the policy it is used as")
  func clean() throws {
    let text = "extends: strict\nsurrogates: true\n"
    let policy = try PolicyCatalogue { $0 == "p.yml" ? Array(text.utf8) : nil }.policy("p.yml")
    let reading = try read(text)
    #expect(reading.mistakes.isEmpty && reading.warnings.isEmpty && reading.policy == policy)
    #expect(policy.usesSurrogates)
  }

  @Test(
    "the nearest name is offered, and none that is far",
    arguments: [
      ("threshhold", "threshold"), ("canda", "canada"), ("diagnosys", "diagnosis"), ("palce", "place"), ("hair", nil),
    ] as [(String, String?)])
  func nearest(name: String, meant: String?) {
    let known = PolicyFile.keys + BuiltInPolicy.names + Kind.allCases.map(\.rawValue)
    #expect(NearestName.of(name, among: known) == meant)
  }

  @Test("a configuration is linted too")
  func configuration() {
    let text = Array("polices: canada\nlanguage: de\npolicy: strickt\n".utf8)
    let mistakes = ConfigurationFile.mistakes(path: "caviard.yml", bytes: text) { name throws(PolicyError) in
      throw PolicyError(.unknownPolicy(name), file: name)
    }
    #expect(mistakes.map(\.line) == [1, 2, 3])
    #expect(mistakes.map(\.column) == [1, 11, 9])
  }
}
