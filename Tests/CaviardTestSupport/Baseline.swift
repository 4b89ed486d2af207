internal import Foundation

/// A file under `Fixtures/Golden`: what a run gave when a person last read it.
///
/// With `CAVIARD_RECORD` set it is rewritten where it differs, and the comparison still fails, so that somebody reads the
/// new one.
package struct Baseline: Sendable {
  package enum Difference: Error, Hashable, Sendable {
    case recorded(file: String)
    /// The first line that differs, from 1.
    case line(file: String, Int, expected: String, got: String)
  }

  private static let folder = ProjectFolder.url.appending(path: "Fixtures/Golden")
  private static var isRecording: Bool { ProcessInfo.processInfo.environment["CAVIARD_RECORD"] != nil }

  private let name: String

  package init(_ name: String) { self.name = name }

  /// - Parameter bytes: `nil` when there must be no such file.
  package func compare(_ bytes: [UInt8]?) throws {
    let file = Self.folder.appending(path: name)
    let stored = FileManager.default.contents(atPath: file.path).map { Array($0) }
    guard stored != bytes else { return }
    guard Self.isRecording else { throw difference(stored ?? [], bytes ?? []) }
    if let bytes {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    } else {
      try FileManager.default.removeItem(at: file)
    }
    throw Difference.recorded(file: name)
  }

  package func compare(lines: [String]) throws {
    try compare(Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  /// Files under a folder of the baselines, sorted.
  package static func files(under name: String) -> [String] {
    let top = folder.appending(path: name).path
    let paths = FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.contains(".") }.sorted()
  }

  private func difference(_ stored: [UInt8], _ bytes: [UInt8]) -> Difference {
    let old = stored.split(separator: 0x0A, omittingEmptySubsequences: false)
    let new = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    func text(_ lines: [ArraySlice<UInt8>]) -> String {
      line < lines.count ? String(decoding: lines[line], as: UTF8.self) : "(nothing)"
    }
    return .line(file: name, line + 1, expected: text(old), got: text(new))
  }
}
