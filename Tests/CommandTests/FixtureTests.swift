import Foundation
import Testing

@Suite("the invented cases of Fixtures")
struct FixtureTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Path under `Cases` → the verdict after scrubbing.
  private func expectedAfter() throws -> [String: String] {
    let table = try String(contentsOf: root.appendingPathComponent("Fixtures/expectations.tsv"), encoding: .utf8)
    let rows = table.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    return Dictionary(uniqueKeysWithValues: rows.map { (String($0[0].dropFirst("Cases/".count)), $0[4]) })
  }

  @Test("scrubbed, each is written and passes the gate, save those whose pins forbid it")
  func scrubbed() throws {
    let folder = try Folder()
    let cases = root.appendingPathComponent("Fixtures/Cases").path
    let result = try Command.run(["scrub", cases, "--output", "out"], in: folder)
    #expect(result.status == 1, "\(result.errors)")
    let expected = try expectedAfter()
    #expect(expected.count >= 60)
    for (name, verdict) in expected {
      #expect(folder.exists("out/\(name)") == (verdict == "pass"), "\(name)")
    }
    #expect(try Command.run(["gate", "out"], in: folder).status == 0)
    #expect(try Command.run(["scrub", "out", "--output", "again"], in: folder).status == 0)
    for name in folder.files(under: "again") where !name.hasPrefix(".caviard") {
      #expect(try folder.read("again/\(name)") == folder.read("out/\(name)"), "\(name)")
    }
  }
}
