internal import CaviardCase
internal import CaviardGating
internal import CaviardPipeline
internal import CaviardReporting

/// Remembers what every version of a case came to: what was pushed stays where it went, however the case reads now.
struct HistoryCheck {
  private struct Version {
    let path: String
    let commit: String
    let risk: CaseRisk?
  }

  /// By content.
  private var versions: [String: Version] = [:]
  private var order: [String] = []

  /// Every content under every path that held it, in the order they came.
  static func versions(_ files: [GitFile]) -> [GitFile] {
    var seen: Set<[String]> = []
    return files.filter { file in file.blob.map { seen.insert([$0, file.path]).inserted } ?? false }
  }

  /// Each content once, under the first path that makes a case of it; and wherever a path itself tells of somebody.
  static func once(_ inputs: InputFiles) -> InputFiles {
    var chosen: [String: InputFile] = [:]
    for file in inputs.files {
      guard let blob = file.git?.blob else { continue }
      if let earlier = chosen[blob], earlier.isCase || !file.isCase { continue }
      chosen[blob] = file
    }
    return inputs.keeping { file in
      guard let git = file.git, let blob = git.blob else { return true }
      return !file.nameKinds.isEmpty || chosen[blob]?.git == git
    }
  }

  mutating func add(_ outcome: CaseOutcome, of file: InputFile) {
    guard let git = file.git, let blob = git.blob, let commit = git.commit else { return }
    guard versions[blob] == nil else { return }
    versions[blob] = Version(path: git.path, commit: commit, risk: outcome.report?.risk)
    order.append(blob)
  }

  /// Cases of the present commit that an earlier version told more of.
  ///
  /// - Parameter present: path to content.
  func report(present: [String: String], _ inputs: InputFiles) -> HistoryReport {
    var earliest: [String: (commit: String, risk: CaseRisk)] = [:]
    for blob in order {
      guard let version = versions[blob], let risk = version.risk, present[version.path] != blob else { continue }
      if let known = earliest[version.path], known.risk.kLow <= risk.kLow { continue }
      earliest[version.path] = (version.commit, risk)
    }
    var shown: [String: String] = [:]
    for file in inputs.files {
      guard let git = file.git, let at = file.name.lastIndex(of: "@") else { continue }
      shown[git.path] = String(file.name[..<at])
    }
    let rows = earliest.keys.sorted().compactMap { path -> HistoryReport.Row? in
      guard let blob = present[path], let now = versions[blob]?.risk, let before = earliest[path],
        before.risk.kLow < now.kLow, let name = shown[path]
      else { return nil }
      return HistoryReport.Row(
        name: name, commit: String(before.commit.prefix(InputFile.shownCommit)), earlier: before.risk, present: now)
    }
    return HistoryReport(rows: rows)
  }
}

/// What people write beside their changes is published with them.
enum CommitMessages {
  /// Who made a change is no patient.
  private static let trailers = [
    "signed-off-by:", "co-authored-by:", "reviewed-by:", "acked-by:", "tested-by:", "reported-by:", "suggested-by:",
  ]

  static func check(_ messages: [(commit: String, message: [UInt8])], _ session: Session) -> [CaseOutcome] {
    messages.map { commit, message in
      let lines = message.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
        // Places stay: the line is left empty.
        let start = String(decoding: line.prefix(24), as: UTF8.self).lowercased()
        return trailers.contains(where: start.hasPrefix) ? [] : Array(line)
      }
      let source = CaseSource(
        name: "commit \(commit.prefix(InputFile.shownCommit))", format: .text,
        bytes: Array(lines.joined(separator: [0x0A])),
        language: session.language)
      return session.pipeline.check(source)
    }
  }
}
