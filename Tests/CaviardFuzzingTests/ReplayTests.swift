import CaviardFuzzing
import CaviardTestSupport
import Foundation
import Testing

/// The inputs under `Fixtures/Fuzz`: those the fuzzer starts from, and those it once broke something with.
@Suite("Fuzzed inputs")
struct ReplayTests {
  private static let folder = ProjectFolder.url.appending(path: "Fixtures/Fuzz")

  @Test("break no property any more", arguments: FuzzTarget.allCases)
  func replayed(_ target: FuzzTarget) throws {
    let check = try FuzzCheck(target, dictionary: TestDictionary.compiled.get())
    for input in try Self.inputs(of: target) {
      let fault = check.fault(Array(try Data(contentsOf: input)))
      #expect(fault == nil, "\(target.rawValue)/\(input.lastPathComponent)")
    }
  }

  @Test("are there for every target, and for nothing else")
  func complete() throws {
    for target in FuzzTarget.allCases { #expect(try Self.inputs(of: target).count >= 10, "\(target.rawValue)") }
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { !$0.contains(".") }
    #if Containers
      let others: [String] = []
    #else
      let others = ["containers"]
    #endif
    #expect(folders.sorted() == (FuzzTarget.allCases.map(\.rawValue) + others).sorted())
  }

  private static func inputs(of target: FuzzTarget) throws -> [URL] {
    try ["corpus", "crashes"].flatMap { kind in
      let kind = folder.appending(path: "\(target.rawValue)/\(kind)")
      guard FileManager.default.fileExists(atPath: kind.path) else { return [URL]() }
      return try FileManager.default.contentsOfDirectory(at: kind, includingPropertiesForKeys: nil)
        .sorted { $0.path < $1.path }
    }
  }
}
