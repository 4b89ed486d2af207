internal import CaviardCase
internal import CaviardPipeline
internal import CaviardReporting
internal import Glibc

/// Where every input goes, settled before anything is read.
struct OutputPlan {
  struct Row: Sendable {
    let file: InputFile
    /// Under the output folder.
    let path: String
    /// From 1, in the order of the inputs: what leads back to a file that has another name here.
    let number: Int

    var isRenamed: Bool { path != file.relativePath }
  }

  let rows: [Row]
  /// Where links between the files lead now; `nil` when all have their names.
  let links: CaseLinks?
  let missing: [String]

  /// - Throws: the exit status of a wrong command line, after saying why.
  init(_ files: InputFiles, inputs: [String], output: String, session: Session) throws {
    missing = files.missing
    try Self.refuseOutputInside(inputs, output: output, session)
    var taken: Set<String> = []
    let own = Set(files.files.map { RealPath.of($0.path) })
    var rows: [Row] = []
    for (index, file) in files.files.enumerated() {
      let row = Row(file: file, path: file.outputPath, number: index + 1)
      guard taken.insert(row.path).inserted else { try Self.refuse(.sameOutput(row.path), session) }
      let target = output + "/" + row.path
      guard !own.contains(RealPath.of(target)) else { try Self.refuse(.outputOverInput(target), session) }
      rows.append(row)
    }
    self.rows = rows
    let links = CaseLinks(rows.map { (from: $0.file.relativePath, to: $0.path) })
    self.links = links.isEmpty ? nil : links
  }

  private static func refuseOutputInside(_ inputs: [String], output: String, _ session: Session) throws {
    if case .file = FileKind(at: output) { try refuse(.outputUnwritable(output), session) }
    let target = RealPath.of(output) + "/"
    for input in inputs {
      guard case .folder = FileKind(at: input) else { continue }
      if target.hasPrefix(RealPath.of(input) + "/") { try refuse(.outputInsideInput(output), session) }
    }
  }

  private static func refuse(_ problem: CommandProblem, _ session: Session) throws -> Never {
    Terminal.complain(session.messages.commandError(problem))
    throw ExitStatus.usage.code
  }
}

/// Paths without links and dots, also of what does not exist yet.
enum RealPath {
  static func of(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard let slash = trimmed.lastIndex(of: "/") else { return of(".") + "/" + trimmed }
    let parent = slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    let folder = parent == path ? parent : of(parent)
    return (folder == "/" ? "" : folder) + trimmed[slash...]
  }
}
