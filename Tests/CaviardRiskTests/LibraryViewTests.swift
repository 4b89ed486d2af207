import CaviardCase
import Testing

@testable import CaviardRisk

/// Cases of one library beside each other (risk.md C8).
@Suite("The library view")
struct LibraryViewTests {
  private let decider = Decider(model: TestTables.model, policy: .canada)

  private func trace(_ story: Story) throws -> CaseTrace {
    decider.trace(story.detection, try decider.assess(story.detection, text: story.text))
  }

  private func links(_ stories: [Story]) throws -> [[Int]] {
    var view = LibraryView(decider)
    for (number, story) in stories.enumerated() { view.add(try trace(story), number: number) }
    return view.links().map { [$0.0, $0.1] }
  }

  /// Each passes by itself; together too few people fit.
  private var first: Story { Story().woman().diagnosis("fabry-disease") }
  private var second: Story { first.age(34) }

  @Test("two cases of one rare disease that together tell too much are linked")
  func linked() throws {
    #expect(try links([first, Story().man().age(60), first.fact(.family, "quintuplets")]) == [[0, 2]])
  }

  @Test("another sex, an age too far off, or nothing rare in common links nobody")
  func apart() throws {
    #expect(try links([first, Story().man().diagnosis("fabry-disease").age(34)]) == [])
    #expect(try links([first.age(20), first.age(60)]) == [])
    #expect(try links([Story().man().age(60), Story().man().age(60).diagnosis("asthma")]) == [])
  }

  @Test("a case that says what another says does not stand alone")
  func unique() throws {
    var view = LibraryView(decider)
    for (number, story) in [first, first, second, Story().man()].enumerated() {
      view.add(try trace(story), number: number)
    }
    #expect(view.uniqueCount() == 2)
  }
}
