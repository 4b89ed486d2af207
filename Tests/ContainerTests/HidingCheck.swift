#if Containers
  import CaviardCase
  import CaviardTestSupport
  import Testing

  @testable import CaviardPipeline

  /// What is planted in a container is found, and gone from every entry of what is written, with a name in sight and without.
  struct HidingCheck<Fixture: ContainerFixture> {
    let plants: [WordHidingPlace.Plant]
    let make: (String) -> Fixture

    func expectGone() throws {
      let pipeline = try TestPipeline.canada.get()
      for plant in plants {
        var alone = make(plant.text)
        alone.sight = "x"
        #expect(pipeline.check(alone.source).verdict != .pass, "the gate lets it through: \(plant.text)")
        for fixture in [make(plant.text), alone] {
          let source = fixture.source
          let outcome = pipeline.scrub(source)
          let output = try #require(outcome.output, "\(String(describing: outcome.failure)) \(outcome.verdict)")
          let written = try Unpacked(output).all
          for word in plant.words + ["quigley"] {
            #expect(!written.contains(word), "\(word) stays in \(written)")
          }
          let again = CaseSource(name: source.name, format: source.format, bytes: output)
          let check = pipeline.check(again)
          #expect(
            check.verdict == .pass, "\(String(describing: check.report?.reasons)) \(String(describing: check.failure))")
          #expect(pipeline.scrub(again).output == output)
        }
      }
    }
  }
#endif
