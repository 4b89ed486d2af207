import Foundation

/// A temporary folder with the files given; gone with its last user.
final class Folder {
  let url: URL
  /// Beside it, for what a test itself writes.
  let scratch: URL

  init(_ files: [String: String] = [:]) throws {
    let base = FileManager.default.temporaryDirectory.appendingPathComponent("caviard-test-\(UUID().uuidString)")
    url = base.appendingPathComponent("work")
    scratch = base.appendingPathComponent("scratch")
    for folder in [url, scratch] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    for (name, text) in files { try write(Data(text.utf8), to: name) }
  }

  deinit {
    // What remains in a temporary folder harms nobody.
    try? FileManager.default.removeItem(at: url.deletingLastPathComponent())
  }

  func write(_ data: Data, to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path) }

  /// Every file under a folder of it, dot files too, sorted.
  func files(under name: String = "") -> [String] {
    let top = url.appendingPathComponent(name)
    let paths = FileManager.default.enumerator(atPath: top.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: top.appendingPathComponent(path).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}
