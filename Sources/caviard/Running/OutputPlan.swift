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
    /// True when the file's own name or a folder's holds an identifier and is not used.
    let isRenamed: Bool
  }

  let rows: [Row]
  let missing: [String]

  /// - Throws: the exit status of a wrong command line, after saying why.
  init(_ files: InputFiles, inputs: [String], output: String, session: Session) throws {
    missing = files.missing
    try Self.refuseOutputInside(inputs, output: output, session)
    var taken: Set<String> = []
    let own = Set(files.files.map { RealPath.of($0.path) })
    var rows: [Row] = []
    for (index, file) in files.files.enumerated() {
      let isRenamed = session.pipeline.namesSomebody(file.relativePath)
      let row = Row(
        file: file, path: isRenamed ? Self.neutralName(index, file.relativePath) : file.relativePath,
        isRenamed: isRenamed)
      guard taken.insert(row.path).inserted else { try Self.refuse(.sameOutput(row.path), session) }
      let target = output + "/" + row.path
      guard !own.contains(RealPath.of(target)) else { try Self.refuse(.outputOverInput(target), session) }
      rows.append(row)
    }
    self.rows = rows
  }

  private static func refuseOutputInside(_ inputs: [String], output: String, _ session: Session) throws {
    if case .file = FileKind(at: output) { try refuse(.outputUnwritable(output), session) }
    let target = RealPath.of(output) + "/"
    for input in inputs {
      guard case .folder = FileKind(at: input) else { continue }
      if target.hasPrefix(RealPath.of(input) + "/") { try refuse(.outputInsideInput(output), session) }
    }
  }

  /// `case-0001.txt`, by the input's place.
  private static func neutralName(_ index: Int, _ path: String) -> String {
    let number = String(index + 1)
    let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last.map { "." + $0 } ?? ""
    let kept = CaseSelection.format(of: "x" + ending) == nil ? "" : ending
    return "case-" + String(repeating: "0", count: max(0, 4 - number.count)) + number + kept
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
