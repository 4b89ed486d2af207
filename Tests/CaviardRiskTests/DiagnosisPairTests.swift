import CaviardCase
import CaviardDictionaries
import Testing

@testable import CaviardRisk

/// Diagnoses that go together (risk.md C3), and a relative with the patient's own disease (B2, B4).
@Suite("Diagnoses that depend on one another")
struct DiagnosisPairTests {
  private static let pairs = """
    asthma\tmigraine\t0.5\t0.4\tgeneral-knowledge
    fabry-disease\tmigraine\t0.4\t0.4\tgeneral-knowledge

    """

  private func model(_ rows: String) throws -> RiskModel {
    try RiskModel(dictionary: TestTables.compiled(changing: .diagnosisPairs) { $0 + rows })
  }

  private func k(_ story: Story, _ model: RiskModel) throws -> Double {
    try Decider(model: model, policy: .canada).assess(story.detection, text: story.text).risk.k
  }

  @Test("a pair counts with the share among those who have the rarer disease")
  func pair() throws {
    let story = Story().diagnosis("fabry-disease").diagnosis("migraine")
    let alone = try k(Story().diagnosis("fabry-disease"), TestTables.model)
    #expect(try k(story, TestTables.model) < alone * 0.09)
    let together = try k(story, model(Self.pairs))
    #expect(together > alone * 0.39 && together <= alone * 0.4)
  }

  @Test("naming a disease less, or more coarsely, never makes fewer people fit")
  func closure() throws {
    let model = try model("any\tfabry-disease\t0.9\t0.4\tgeneral-knowledge\n" + Self.pairs)
    let all = ["asthma", "migraine", "fabry-disease"]
    for left in all {
      let rest = all.filter { $0 != left }.reduce(Story()) { $0.diagnosis($1) }
      #expect(try k(rest, model) >= k(rest.diagnosis(left), model))
    }
    let study = Decider(model: model, policy: .canada)
    let coarse = all.reduce(Story()) { $0.diagnosis($1) }
    let result = try study.assess(coarse.detection, text: coarse.text)
    #expect(try #require(result.planned).kLow >= 11.1)
  }

  @Test("a relative's disease that is the patient's is one fact, and rarer by the recurrence only")
  func relative() throws {
    let brother = Subject(id: 2, role: .relative, kinship: TestTables.term(.kinship, "brother"))
    let story = Story().man().age(28).diagnosis("fabry-disease")
    let both = story.adding(.diagnosis, TestTables.row(.diagnoses, "fabry-disease"), subject: brother)
    let result = try both.assessed()
    #expect(abs(result.risk.k / (try story.assessed().risk.k) - 0.25) < 0.01)
    let written = result.replacements(.diagnosis)
    #expect(written.count == 2 && written[0] == written[1])
  }

  @Test("a pair of unknown diagnoses, or a share above one, is refused")
  func refused() {
    #expect(throws: RiskModelError.self) { try model("nothing\tmigraine\t0.5\t0.4\tgeneral-knowledge\n") }
    #expect(throws: RiskModelError.self) { try model("asthma\tmigraine\t1.5\t0.4\tgeneral-knowledge\n") }
  }
}

/// What nobody looked up is never known closely.
@Suite("General knowledge")
struct GeneralKnowledgeTests {
  @Test("a share of general knowledge has a half-width of at least 0.4, whatever its row says")
  func width() throws {
    let dictionary = try TestTables.compiled(changing: .diagnoses) {
      $0.replacing("the risk note", with: "general-knowledge")
    }
    let model = try RiskModel(dictionary: dictionary)
    for row in 0..<model.diagnoses.rowCount {
      #expect(model.diagnoses.estimate(row).halfWidth >= 400)
      #expect(model.isGeneralKnowledge(model.diagnoses.estimate(row).source))
    }
    #expect(!TestTables.model.isGeneralKnowledge(TestTables.model.diagnoses.estimate(0).source))
    #expect(model.isGeneralKnowledge("diagnoses:unknown"))
    #expect(!model.isGeneralKnowledge("dates:day"))
  }

  @Test("an age given a disease rests on what is known of the disease")
  func given() throws {
    let dictionary = try TestTables.compiled(changing: .diagnoses) {
      $0.replacing("the risk note", with: "general-knowledge")
    }
    let model = try RiskModel(dictionary: dictionary)
    let story = Story().age(34).woman().diagnosis("fabry-disease")
    let risk = try Decider(model: model, policy: .canada).assess(story.detection, text: story.text).risk
    #expect(risk.factorCount == 3)
    #expect(risk.generalKnowledgeCount == 3)
    #expect(try story.assessed().risk.generalKnowledgeCount == 0)
  }
}
