internal import CaviardEvaluating
internal import CaviardPipeline
internal import CaviardReporting

/// Gold and predictions from files and folders.
struct GoldSource {
  private static let limitBytes = 1 << 30

  let settings: Settings

  /// A file of records, or every marked file of a folder.
  func cases(_ path: String) throws -> [GoldCase] {
    guard case .folder = FileKind(at: path) else {
      let bytes = try bytes(path)
      do {
        return try GoldRecords.gold(bytes)
      } catch {
        try settings.refuse(.goldUnusable(path: path, line: error.line))
      }
    }
    return try FolderWalk(path).entries().compactMap { entry in
      guard let format = CaseSelection.format(of: entry.relativePath) else { return nil }
      // Marks are ASCII: a file that is not UTF-8 has no place among them.
      let stored = try bytes(path + "/" + entry.relativePath)
      // Places do not count a byte order mark.
      let text = stored.starts(with: [0xEF, 0xBB, 0xBF]) ? stored.dropFirst(3) : stored[...]
      let marked = MarkedText(String(decoding: text, as: UTF8.self))
      return GoldCase(id: entry.relativePath, format: format, text: marked.text, spans: marked.spans)
    }
  }

  func predictions(_ path: String) throws -> [String: PredictedCase] {
    let bytes = try bytes(path)
    do {
      let all = try GoldRecords.predictions(bytes)
      return Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    } catch {
      try settings.refuse(.goldUnusable(path: path, line: error.line))
    }
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    do {
      return try FileContents.read(path, limit: Self.limitBytes)
    } catch {
      try settings.refuse(.noSuchInput(path))
    }
  }
}
