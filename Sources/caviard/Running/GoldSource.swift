internal import CaviardEvaluating
internal import CaviardPipeline
internal import CaviardReporting

/// Cases that people have marked, of one file of records or one folder.
struct GoldSet {
  let name: String
  let cases: [GoldCase]
}

/// Gold and predictions from files and folders.
struct GoldSource {
  private static let limitBytes = 1 << 30

  let settings: Settings

  /// One set for each file of records, and one for all other files of a folder together.
  ///
  /// - Throws: ``ExitStatus/usage`` after saying what cannot be used, and when there is no case at all.
  func sets(_ path: String) throws -> [GoldSet] {
    let sets: [GoldSet]
    switch FileKind(at: path) {
    case .folder: sets = try self.sets(inFolder: path)
    case .missing: try settings.refuse(.noSuchInput(path))
    case .file, .other:
      // Annotations bring their text along.
      let path = path.hasSuffix(".ann") ? String(path.dropLast(4)) + ".txt" : path
      sets = [
        GoldSet(
          name: path, cases: isRecords(path) ? try records(path) : [try gold(path, id: name(path))].compactMap(\.self))
      ]
    }
    if sets.allSatisfy(\.cases.isEmpty) { try settings.refuse(.noGold(path)) }
    return sets
  }

  private func sets(inFolder path: String) throws -> [GoldSet] {
    var sets: [GoldSet] = []
    var single: [GoldCase] = []
    for entry in FolderWalk(path).entries() {
      let file = path + "/" + entry.relativePath
      if isRecords(file) {
        sets.append(GoldSet(name: file, cases: try records(file)))
      } else if let gold = try gold(file, id: entry.relativePath) {
        single.append(gold)
      }
    }
    return single.isEmpty ? sets : [GoldSet(name: path, cases: single)] + sets
  }

  /// The predictions for a set: in a folder, those in the file named like the set's.
  func predictions(_ path: String, for set: GoldSet) throws -> [String: PredictedCase] {
    var path = path
    if case .folder = FileKind(at: path) { path += "/" + name(set.name) }
    let all = try reading(path) { bytes throws(GoldFault) in try GoldRecords.predictions(bytes) }
    return Dictionary(all.map { ($0.id, $0) }) { $1 }
  }

  private func isRecords(_ path: String) -> Bool { [".jsonl", ".json", ".ndjson"].contains { path.hasSuffix($0) } }

  private func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  private func records(_ path: String) throws -> [GoldCase] {
    try reading(path) { bytes throws(GoldFault) in try GoldRecords.gold(bytes) }
  }

  /// One case in one file; `nil` for a file that holds none.
  private func gold(_ path: String, id: String) throws -> GoldCase? {
    if path.hasSuffix(".xml") {
      return try reading(path) { bytes throws(GoldFault) in try I2B2Document.gold(id: id, bytes) }
    }
    if path.hasSuffix(".ann") {
      // Its text brings it along; without a text it belongs to nothing.
      let text = String(path.dropLast(4)) + ".txt"
      guard case .file = FileKind(at: text) else { try refuse(path, GoldFault(.missingText, line: 1)) }
      return nil
    }
    let annotations = String(path.dropLast(4)) + ".ann"
    if path.hasSuffix(".txt"), case .file = FileKind(at: annotations) {
      let text = try bytes(path)
      return try reading(annotations) { bytes throws(GoldFault) in
        try BratAnnotations.gold(id: id, text: text, annotations: bytes)
      }
    }
    guard let format = CaseSelection.format(of: path) else { return nil }
    return try reading(path) { stored throws(GoldFault) in
      // Places do not count a byte order mark.
      let marked = try MarkedText(stored.starts(with: [0xEF, 0xBB, 0xBF]) ? stored.dropFirst(3) : stored[...])
      return GoldCase(id: id, format: format, text: marked.text, spans: marked.spans)
    }
  }

  private func reading<Value>(_ path: String, _ read: ([UInt8]) throws(GoldFault) -> Value) throws -> Value {
    let bytes = try bytes(path)
    do throws(GoldFault) {
      return try read(bytes)
    } catch {
      try refuse(path, error)
    }
  }

  private func refuse(_ path: String, _ fault: GoldFault) throws -> Never {
    let problem: GoldProblem =
      switch fault.reason {
      case .notARecord: .notARecord
      case .notUTF8: .notUTF8
      case .outside: .outside
      case .otherWords: .otherWords
      case .mark: .mark
      case .missingText: .missingText
      case .markup: .markup
      }
    try settings.refuse(.goldUnusable(path: path, line: fault.line, problem))
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    do {
      return try FileContents.read(path, limit: Self.limitBytes)
    } catch {
      try settings.refuse(.noSuchInput(path))
    }
  }
}
