import CaviardCase
import Testing

@testable import CaviardRisk

@Suite("Verdicts and decisions")
struct VerdictTests {
  private let person = FactValue.entity(1)

  @Test("a text with nothing to find passes, however few the candidates")
  func nothing() throws {
    #expect(try Story().assessed().verdict == .pass)
    #expect(try Story().assessed(.canada(candidates: 5)).verdict == .pass)
  }

  @Test("a direct identifier blocks from a confidence of one half, and is removed either way")
  func direct() throws {
    let sure = try Story().adding(.personName, person, confidence: 0.5).assessed()
    #expect(sure.reasons == [.directIdentifier])
    #expect(sure.verdict == .block)
    #expect(sure.decisions[0].replacement == .placeholder(.personName, number: 1))
    #expect(sure.decisions[0].share == nil)
    let unsure = try Story().adding(.phone, person, confidence: 0.4).assessed()
    #expect(unsure.verdict == .pass)
    #expect(unsure.decisions[0].action == .redact)
  }

  @Test("a possible name, a picture, a quotation and a contradiction are for review")
  func review() throws {
    #expect(try Story().adding(.possibleName, person).assessed().reasons == [.possibleName])
    var pictured = Story()
    pictured.media = [MediaReference(source: SourceSpan(0, 1), element: "img")]
    #expect(try pictured.assessed().reasons == [.media])
    let quoted = Story().observing(.patientQuotation(open: TextSpan(0, 1), close: TextSpan(5, 6)))
    #expect(try quoted.assessed().reasons == [.quotation])
    #expect(try Story().observing(.contradiction(.age)).assessed().reasons == [.contradiction])
    #expect(try quoted.assessed().verdict == .review)
  }

  @Test("media is kept, dropped or replaced as the policy says")
  func media() throws {
    var policy = Policy.canada
    let story = Story().adding(.media, person)
    #expect(try story.assessed(policy).decisions[0].replacement == .placeholder(.media, number: 1))
    policy.media = .drop
    #expect(try story.assessed(policy).decisions[0].replacement == .nothing)
    policy.media = .keep
    #expect(try story.assessed(policy).decisions[0].action == .flag)
    #expect(try story.assessed(policy).verdict == .review)
  }

  @Test("a point estimate below the threshold blocks, an interval across it is for review")
  func threshold() throws {
    let rare = try Story().diagnosis("unlisted-syndrome").assessed()
    #expect(rare.reasons == [.kBelowThreshold])
    // 2,000,000 × 1.73e-5 × 0.667 × 0.7 or so: K above 11.1, K_low below.
    let straddling = try Story().woman().age(30).diagnosis("migraine").work("teacher").assessed()
    #expect(straddling.reasons == [.intervalStraddles])
    #expect(straddling.verdict == .review)
    #expect(straddling.risk.k > 11.2)
    #expect(straddling.risk.kLow < 11.1)
  }

  @Test("a superlative about the patient leaves one candidate and is taken out")
  func superlative() throws {
    let result = try Story().age(60).fact(.superlative, "only-survivor").assessed()
    #expect(result.risk.k <= 1)
    #expect(result.reasons.contains(.superlative))
    #expect(result.verdict == .block)
    #expect(result.replacements(.superlative) == [.nothing])
    #expect(result.isFeasible)
  }

  @Test("an unmeasured trait and a reportable event are for review and become their class or go")
  func unmeasured() throws {
    let tattoo = try Story().fact(.trait, "facial-tattoo").assessed()
    #expect(tattoo.reasons.contains(.unmeasuredTrait))
    #expect(tattoo.actions(.trait) == [.redact])
    let amputee = try Story().fact(.trait, "amputee").assessed()
    #expect(amputee.reasons.contains(.unmeasuredTrait))
    let avalanche = try Story().adding(.event, TestTables.row(.facts, "avalanche"), needsReview: true).assessed()
    #expect(avalanche.reasons.contains(.reportableEvent))
    #expect(avalanche.replacements(.event) == [.phrase(TestTables.term(.facts, "avalanche"), column: "level1")])
    let unknown = try Story().adding(.event, .unknown(key: 5), needsReview: true).assessed()
    #expect(unknown.actions(.event) == [.redact])
  }

  @Test("a complete date of birth is direct; a date of death keeps its year at most")
  func dates() throws {
    let born = try Story().date(1950, 4, 2, role: .birth).assessed()
    #expect(born.reasons == [.directIdentifier])
    #expect(born.decisions[0].replacement == .placeholder(.date, number: 1))
    let dead = try Story().date(2020, 4, 2, role: .death).assessed()
    #expect(dead.replacements(.date) == [.date(DateValue(year: 2020))])
    let relative = try Story().adding(.date, .date(DateValue(day: 14, isRelative: true))).assessed()
    #expect(relative.actions(.date) == [.keep])
    #expect(relative.verdict == .pass)
  }

  @Test("an age of 90 or more becomes one class even when many fit")
  func oldest() throws {
    let result = try Story().age(93).assessed()
    #expect(result.verdict == .pass)
    #expect(result.replacements(.age) == [.age(.band(90, AgeValue.openEnd))])
    let already = try Story().adding(.age, .age(.band(90, AgeValue.openEnd))).assessed()
    #expect(already.actions(.age) == [.keep])
  }

  @Test("what is said of a clinician counts only by place, institution and date")
  func clinician() throws {
    let clinician = Subject(id: 9, role: .clinician)
    let result = try Story().adding(.age, .age(.years(61)), subject: clinician)
      .work("lighthouse-keeper", subject: clinician)
      .adding(.place, TestTables.row(.places, "moosonee"), subject: clinician).assessed()
    #expect(result.decisions.map(\.fact) == [0, 0, 1])
    #expect(result.risk.candidates < 1500)
  }

  @Test("mentions of one value move together; a coarser mention stays until the fact is coarser still")
  func mentions() throws {
    let story = Story().woman().age(34).diagnosis("fabry-disease").diagnosis("fabry-disease").age(34)
      .adding(.age, .age(.band(30, 39))).place("chibougamau").place("quebec").date(2021, 3, 5).date(2021, 3)
    let result = try story.assessed()
    #expect(result.decisions.map(\.fact) == [1, 2, 3, 3, 2, 2, 4, 4, 5, 5])
    let ages = result.replacements(.age)
    #expect(ages[0] == ages[1])
    let kept = try Story().age(34).adding(.age, .age(.band(30, 39))).place("nova-scotia").work("teacher")
      .diagnosis("migraine").assessed()
    // The five-year band replaces the exact age; "in her thirties" may stay.
    if kept.replacements(.age)[0] == .age(.band(30, 34)) { #expect(kept.actions(.age)[1] == .keep) }
  }

  @Test("placeholders are numbered per entity and kind in text order")
  func numbers() throws {
    let story = Story().adding(.personName, .entity(7)).adding(.personName, .entity(3)).adding(.phone, .entity(3))
      .adding(.personName, .entity(7)).date(1950, 1, 1, role: .birth)
    let result = try story.assessed()
    #expect(
      result.decisions.map(\.replacement) == [
        .placeholder(.personName, number: 1), .placeholder(.personName, number: 2), .placeholder(.phone, number: 1),
        .placeholder(.personName, number: 1), .placeholder(.date, number: 1),
      ])
  }

  @Test("a policy of the strict kind takes every fact to its last step and doubts a long text without facts")
  func strict() throws {
    var policy = Policy.canada
    policy.isStrict = true
    let result = try Story().age(60).man().place("halifax").assessed(policy)
    #expect(result.actions(.age) == [.redact])
    #expect(result.actions(.place) == [.redact])
    #expect(result.actions(.sex) == [.keep])
    #expect(try Story().assessed(policy).reasons == [.nothingFound])
    var scrubbed = Story()
    scrubbed.body = "Seen with [personne 2] today."
    #expect(try scrubbed.assessed(policy).verdict == .pass)
    var short = Story()
    short.wordCount = 40
    #expect(try short.assessed(policy).verdict == .pass)
  }

  @Test("a third language blocks")
  func language() throws {
    var story = Story()
    story.isUnsupportedLanguage = true
    #expect(try story.assessed().reasons == [.unsupportedLanguage])
    #expect(try story.assessed().verdict == .block)
  }

  @Test("pins hold facts as written, for a case, or for one block's findings")
  func pins() throws {
    let story = Story().age(15).woman().diagnosis("type-1-diabetes").date(2023, 1, 12)
    let pinned = try story.assessed(.canada(pins: [.date, .diagnosis]))
    #expect(pinned.actions(.date) == [.keep])
    #expect(!pinned.isFeasible)
    #expect(pinned.reasons.contains(.infeasible))
    let numbers = try #require(pinned.infeasibility)
    #expect(numbers.release == .date)
    #expect(numbers.releaseCost == 3)
    var ofText = story
    ofText.pins = [.date, .diagnosis]
    #expect(try !ofText.assessed().isFeasible)
    // A block that holds the diagnosis only.
    var blocks = Story().age(34).diagnosis("fabry-disease").place("chibougamau")
    blocks.blocks = [
      TextBlock(span: TextSpan(0, 9), role: .paragraph, context: .plain),
      TextBlock(span: TextSpan(10, 19), role: .paragraph, context: .plain, pin: .diagnosis),
    ]
    #expect(try blocks.assessed().actions(.diagnosis) == [.keep])
  }

  @Test("too few candidates is infeasible without a pin to release")
  func tooFew() throws {
    let result = try Story().age(40).man().assessed(.canada(candidates: 10))
    #expect(!result.isFeasible)
    #expect(result.verdict == .block)
    #expect(result.infeasibility?.release == nil)
  }

  @Test("sensitive topics lower the threshold; no policy raises it")
  func sensitive() throws {
    #expect(try Story().age(40).assessed().risk.threshold == 0.09)
    #expect(try Story().age(40).observing(.sensitiveTopic("hiv")).assessed().risk.threshold == 0.05)
    #expect(try Story().age(40).assessed(.canada(threshold: 0.5)).risk.threshold == 0.09)
    #expect(try Story().age(40).assessed(.canada(threshold: .nan)).risk.threshold == 0.09)
  }

  @Test("a relative of whom a rare thing is said is a subject too")
  func relatives() throws {
    let brother = Subject(id: 2, role: .relative, kinship: TestTables.term(.kinship, "brother"))
    let result = try Story().age(30).man()
      .adding(.diagnosis, TestTables.row(.diagnoses, "unlisted-syndrome"), subject: brother).assessed()
    #expect(result.risk.subjects.map(\.role) == [.patient, .relative])
    #expect(result.risk.subjects[1].k < 1)
    let planned = try #require(result.planned)
    #expect(planned.subjects.allSatisfy { $0.kLow >= 11.1 })
  }

  @Test("two patients are reckoned apart and both pass")
  func twoPatients() throws {
    let child = Subject(id: 2, role: .patient)
    let result = try Story().woman().age(31).diagnosis("placenta-accreta").date(2022, 6, 24).place("halifax")
      .adding(.age, .age(AgeValue(unit: .days, lower: 3, upper: 3)), subject: child)
      .adding(.sex, .sex(.male), subject: child).assessed()
    #expect(result.risk.subjects.count == 2)
    let planned = try #require(result.planned)
    #expect(planned.subjects.allSatisfy { $0.kLow >= 11.1 })
    #expect(result.isFeasible)
  }

  @Test("a row of another dictionary is an error, not a guess")
  func unknownRow() {
    let term = TermRow(.diagnoses, 100_000)
    #expect(throws: RiskError.unknownRow(term)) { try Story().adding(.diagnosis, .row(term)).assessed() }
  }

  @Test("the explanation multiplies to K and holds no words")
  func explanation() throws {
    let story = Story().woman().age(34).place("chibougamau").diagnosis("fabry-disease").date(2021, 3)
    let decider = Decider(model: TestTables.model, policy: .canada)
    let rows = try decider.explain(story.detection, text: story.text).asRead
    let product = rows.map(\.share).reduce(1, *)
    let k = try story.assessed().risk.k
    #expect(abs(product / k - 1) < 0.001)
    #expect(rows.map(\.label) == ["candidates", "place", "diagnosis", "age", "sex", "year", "date"])
    #expect(rows[2].source == "diagnoses:fabry-disease")
  }
}

/// How sure the optimiser is that nothing cheaper passes.
@Suite("The gap to the cheapest change")
struct GapTests {
  @Test("an ordinary case is proved to be changed least")
  func ordinary() throws {
    let risk = try #require(try Story().man().age(41).place("saguenay").diagnosis("arsacs").assessed().planned)
    #expect(risk.costGap == 0)
  }

  @Test("more facts than are followed say how much cheaper another change could be")
  func many() throws {
    let dates = (1...40).reduce(Story().age(40).woman().diagnosis("migraine")) { story, day in
      story.date(2001 + day % 20, day % 12 + 1, day % 28 + 1)
    }
    let planned = try #require(try dates.assessed().planned)
    #expect(planned.kLow >= 11.1)
    #expect(planned.costGap >= 0 && planned.costGap <= planned.cost)
  }
}
