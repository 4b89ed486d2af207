import CaviardCase
import CaviardTestSupport
import Testing

@testable import CaviardRisk

/// A coarser place is planned with the estimate that its words will get when they are read again.
@Suite("Ladders of places")
struct PlaceLadderTests {
  @Test("a region written for a town counts as it does where the text names the region itself")
  func plannedAsRead() throws {
    let dictionary = try TestDictionary.compiled.get()
    let model = try RiskModel(dictionary: dictionary)
    let builder = LadderBuilder(model: model, candidates: MilliDex.floorLog(2_000_000))
    var asRead: [Int: Estimate] = [:]
    var (steps, differing) = (0, 0)
    for row in 0..<dictionary.table(.places).rowCount {
      for level in try builder.ladder(.place, .now, .row(TermRow(.places, row))).levels.dropFirst() {
        guard case .value(.row(let coarser)) = level.content else { continue }
        let own =
          try asRead[coarser.row]
          ?? builder.ladder(.place, .now, .row(coarser)).levels[0].estimate
        asRead[coarser.row] = own
        steps += 1
        // Never surer when planned than when read.
        if level.estimate.share > own.share || level.estimate.halfWidth < own.halfWidth { differing += 1 }
      }
    }
    #expect(steps > 20_000)
    #expect(differing == 0)
  }
}
