import CaviardCase
import CaviardReading
import CaviardTestSupport
import Testing

@testable import CaviardPipeline

@Suite("Places where markup hides text")
struct HidingPlaceTests {
  @Test("an identifier is found wherever it stands, and taken out", arguments: HidingPlace.all)
  func hidden(_ place: HidingPlace) throws {
    let pipeline = try TestPipeline.canada.get()
    #expect(pipeline.check(source(place, place.alone)).verdict != .pass, "the gate lets it through")
    for document in [place.document, place.alone] {
      let outcome = pipeline.scrub(source(place, document))
      let output = try #require(outcome.output, "\(String(describing: outcome.failure))")
      let written = String(decoding: output, as: UTF8.self).lowercased()
      for word in place.words + [HidingPlace.control.lowercased()] {
        #expect(!written.contains(word), "\(written)")
      }
      let again = source(place, String(decoding: output, as: UTF8.self))
      #expect(pipeline.check(again).verdict == .pass)
      #expect(pipeline.scrub(again).output == output)
    }
  }

  @Test("tags, references and words around an identifier keep their bytes", arguments: HidingPlace.all)
  func untouched(_ place: HidingPlace) throws {
    let pipeline = try TestPipeline.canada.get()
    let seen = try pipeline.look(at: source(place, place.document))
    let found = seen.assessment.decisions.flatMap { seen.text.map.sourceSpans(of: $0.finding.span) }
    let media = seen.text.media.map(\.source)
    let isText = Set(seen.text.map.segments.flatMap { $0.source.range })
    for edit in seen.edits {
      // A picture goes with its element; all else that changes is text, at a finding.
      if media.contains(where: { $0.lower <= edit.source.lower && edit.source.upper <= $0.upper }) { continue }
      #expect(edit.source.range.allSatisfy(isText.contains))
      #expect(found.contains { $0.lower <= edit.source.upper && edit.source.lower <= $0.upper })
    }
  }

  private func source(_ place: HidingPlace, _ document: String) -> CaseSource {
    CaseSource(name: "case", format: place.format, bytes: Array(document.utf8))
  }
}
