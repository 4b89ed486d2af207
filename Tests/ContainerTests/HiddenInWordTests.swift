#if Containers
  import CaviardCase
  import CaviardTestSupport
  import Testing

  @testable import CaviardPipeline

  @Suite("Places where a DOCX hides text")
  struct HiddenInWordTests {
    @Test("an identifier is found wherever it stands, and gone from every entry", arguments: WordHidingPlace.all)
    func hidden(_ place: WordHidingPlace) throws {
      try HidingCheck(plants: place.plants, make: place.make).expectGone()
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
