#if Containers
  import CaviardCase
  import CaviardTestSupport
  import Testing

  @testable import CaviardPipeline

  @Suite("Places where a DOCX hides text")
  struct HiddenInWordTests {
    @Test("an identifier is found wherever it stands, and gone from every entry", arguments: WordHidingPlace.all)
    func hidden(_ place: WordHidingPlace) throws {
      let pipeline = try TestPipeline.canada.get()
      for plant in place.plants {
        var alone = place.make(plant.text)
        alone.sight = "x"
        #expect(pipeline.check(alone.source).verdict != .pass, "the gate lets it through: \(plant.text)")
        for fixture in [place.make(plant.text), alone] {
          let source = fixture.source
          let outcome = pipeline.scrub(source)
          let output = try #require(outcome.output, "\(String(describing: outcome.failure)) \(outcome.verdict)")
          let written = try Unpacked(output).all
          for word in plant.words + ["quigley"] {
            #expect(!written.contains(word), "\(word) stays in \(written)")
          }
          let again = CaseSource(name: "case.docx", format: .docx, bytes: output)
          let check = pipeline.check(again)
          #expect(
            check.verdict == .pass, "\(String(describing: check.report?.reasons)) \(String(describing: check.failure))")
          #expect(pipeline.scrub(again).output == output)
        }
      }
    }

    @Test("the same document without anything hidden passes but for its sentence")
    func control() throws {
      var fixture = WordFixture()
      fixture.sight = "The fever went away after three days."
      let outcome = try TestPipeline.canada.get().check(fixture.source)
      #expect(
        outcome.verdict == .pass,
        "\(String(describing: outcome.report?.reasons)) \(String(describing: outcome.failure))")
    }
  }
#endif
