import Foundation
import Testing

/// The risk model against synthetic populations: what it predicts, and how many people there are (risk.md E1–E3).
///
/// `make simulate` runs the full size; every test run does a small one.
@Suite("The risk model on a synthetic population")
struct SimulationTests {
  private static let output = ProcessInfo.processInfo.environment["CAVIARD_SIMULATION"]

  @Test("a world a tenth of the size: close to the count, safe when it passes")
  func small() throws {
    let world = World(seed: 20_261_125, people: 200_000, variant: .main)
    let study = try Study(world, cases: 1_500, edits: 150, seed: 7)
    #expect(study.spread <= 0.35)
    #expect(study.coverage >= 0.98)
    #expect(study.unsafePassed <= 0.01)
    #expect(study.passed.count > 200)
    #expect(study.hitRate <= 0.09)
    #expect(study.unsafeEdited <= 0.03)
  }

  @Test("the same seed gives the same world")
  func seeded() {
    let (one, two) = (
      World(seed: 3, people: 5_000, variant: .cluster), World(seed: 3, people: 5_000, variant: .cluster)
    )
    #expect(one.age == two.age && one.place == two.place && one.job == two.job)
    #expect(one.diseases.map(\.patients.count) == two.diseases.map(\.patients.count))
  }

  @Test("the full size, in all variants", .enabled(if: output != nil, "make simulate runs it"))
  func full() throws {
    let folder = URL(fileURLWithPath: try #require(Self.output))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var text: [String] = []
    var json: [String] = []
    for variant in World.Variant.allCases {
      let world = World(seed: 20_261_125, people: 2_000_000, variant: variant)
      let study = try Study(world, cases: 20_000, edits: 1_500, seed: 11)
      let report = StudyReport(study: study)
      text += report.lines
      json.append(report.json)
      try report.svg.write(
        to: folder.appendingPathComponent("calibration-\(variant.rawValue).svg"), atomically: true, encoding: .utf8)
      if variant == .main {
        #expect(study.spread <= 0.25)
        #expect(study.coverage >= 0.99)
        #expect(study.unsafePassed <= 0.002)
        #expect(study.safe.passed >= 0.55)
        for bin in study.guesses where bin.count >= 500 { #expect(abs(bin.measured / bin.expected - 1) <= 0.3) }
        // Fewer unique patients than predicted is the safe side; more is not.
        for bin in study.uniques where bin.count >= 500 { #expect(bin.measured <= bin.expected + 0.06) }
        let error = (0.09 * 0.91 / Double(study.edited.count)).squareRoot()
        #expect(study.hitRate <= 0.09 + 3 * error)
        #expect(study.dangerousEdited <= study.edited.count / 500)
      }
    }
    try (text.joined(separator: "\n") + "\n").write(
      to: folder.appendingPathComponent("simulation.txt"), atomically: true, encoding: .utf8)
    try ("[\n" + json.joined(separator: ",\n") + "\n]\n").write(
      to: folder.appendingPathComponent("simulation.json"), atomically: true, encoding: .utf8)
  }
}
