internal import CaviardPipeline
internal import Glibc

/// Asks git which files there are and what they hold.
///
/// The hook that git starts finds its index in `GIT_INDEX_FILE`: the environment is git's own.
package struct GitRepository: Sendable {
  /// Absolute.
  package let root: String
  /// The working folder below ``root``, with its last slash; empty at the root.
  package let prefix: String

  /// The repository around the working folder.
  package init() throws(GitFault) {
    guard let working = WorkingDirectory.path, let root = Self.root(above: working) else { throw .noRepository }
    self.root = root
    let rest = working.dropFirst(root.count).drop { $0 == "/" }
    prefix = rest.isEmpty ? "" : rest + "/"
  }

  /// The nearest folder that holds a repository.
  package static func root(above folder: String) -> String? {
    var folder = folder
    while true {
      if case .missing = FileKind(at: folder == "/" ? "/.git" : folder + "/.git") {} else { return folder }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  /// A path from the root as one from the working folder.
  package func fromWorkingFolder(_ path: String) -> String {
    if path.hasPrefix(prefix) { return String(path.dropFirst(prefix.count)) }
    var shared = 0
    let here = prefix.split(separator: "/")
    let there = path.split(separator: "/")
    while shared < min(here.count, there.count - 1), here[shared] == there[shared] { shared += 1 }
    return String(repeating: "../", count: here.count - shared) + there[shared...].joined(separator: "/")
  }

  /// The files git keeps in a folder, as its index has them, with paths from there; a file in conflict is one.
  package static func tracked(in folder: String) throws(GitFault) -> [GitFile] {
    let answer = try git(["ls-files", "--stage", "-z"], in: folder)
    var files: [GitFile] = []
    for record in records(answer) {
      guard let tab = record.firstIndex(of: 0x09) else { throw .unexpected(command: "ls-files") }
      let words = words(record[..<tab])
      let path = string(record[(tab + 1)...])
      guard words.count == 3 else { throw .unexpected(command: "ls-files") }
      // Stages 1 to 3 of a file in conflict, byte for byte: two ways to write an accent are two files.
      if let last = files.last, last.path.utf8.elementsEqual(path.utf8), words[2] != "0" { continue }
      if let file = GitFile(path: path, mode: words[0], blob: words[1]) { files.append(file) }
    }
    return files
  }

  /// The files in a folder that git neither keeps nor ignores.
  package static func untracked(in folder: String) throws(GitFault) -> [GitFile] {
    records(try git(["ls-files", "--others", "--exclude-standard", "-z"], in: folder))
      .map { GitFile(path: string($0), blob: nil) }
  }

  /// What the next commit changes: the index against the last commit.
  ///
  /// - Parameter question: asked by ``askForStaged(_:)``.
  package func staged(_ question: Question?) throws(GitFault) -> [GitFile] {
    guard let question else { throw .notInstalled }
    var files: [GitFile] = []
    try Self.changes(try question.answer()) { _ in
    } change: {
      files.append($0)
    }
    return files
  }

  /// Starts git, so that it works while something else is done.
  ///
  /// - Parameter paths: from the working folder; none for all.
  package static func askForStaged(_ paths: [String]) -> Question? {
    Question(["diff", "--cached", "--no-renames"] + rawOptions + ["--"] + paths)
  }

  /// What a range of commits changes, and how it was before.
  ///
  /// - Parameter range: `BASE...HEAD` from where the two parted, `BASE..HEAD` between them, `BASE` for `BASE...HEAD`.
  package func changed(in range: String, _ paths: [String]) throws(GitFault) -> [GitFile] {
    let (base, head, isMerge) = Self.ends(of: range)
    let (old, new) = (try commit(base), try commit(head))
    let from: String
    if isMerge {
      guard let answer = try? git(["merge-base", old, new]), let line = Self.words(answer[...]).first else {
        throw .unknownRevision(range)
      }
      from = line
    } else {
      from = old
    }
    return try changes(["diff", "--find-renames"], [from, new], paths)
  }

  /// Every content that was ever committed, once, with the commit that brought it; and what paths held it.
  package func history() throws(GitFault) -> [GitFile] {
    let answer = try git(
      ["log", "--all", "--reverse", "--format=%x01%H"] + Self.rawOptions + ["--no-renames", "-m", "--root"])
    var files: [GitFile] = []
    var commit = ""
    try Self.changes(answer) { word in
      commit = String(word.dropFirst())
    } change: { file in
      var file = file
      file.base = nil
      file.commit = commit
      files.append(file)
    }
    return files
  }

  /// Every commit's message, oldest first.
  package func messages() throws(GitFault) -> [(commit: String, message: [UInt8])] {
    try Self.records(try git(["log", "--all", "--reverse", "-z", "--format=%H%n%B"])).map { record throws(GitFault) in
      guard let end = record.firstIndex(of: 0x0A) else { throw .unexpected(command: "log") }
      return (Self.string(record[..<end]), Array(record[(end + 1)...]))
    }
  }

  /// Path to blob in the present commit; empty before the first.
  package func present() throws(GitFault) -> [String: String] {
    guard (try? commit("HEAD")) != nil else { return [:] }
    var blobs: [String: String] = [:]
    for record in Self.records(try git(["ls-tree", "-r", "-z", "HEAD"])) {
      guard let tab = record.firstIndex(of: 0x09) else { throw .unexpected(command: "ls-tree") }
      let words = Self.words(record[..<tab])
      guard words.count == 3 else { throw .unexpected(command: "ls-tree") }
      blobs[Self.string(record[(tab + 1)...])] = words[2]
    }
    return blobs
  }

  /// True where older commits were left on the server.
  package func isShallow() throws(GitFault) -> Bool {
    Self.words(try git(["rev-parse", "--is-shallow-repository"])[...]).first == "true"
  }

  /// Where git looks for hooks, absolute; it need not be there.
  package func hooksFolder() throws(GitFault) -> String {
    // Asked at the root: from there a relative core.hooksPath counts.
    let answer = try Self.git(["rev-parse", "--git-path", "hooks"], in: root)
    guard let path = Self.words(answer[...], by: 0x0A).first else { throw .unexpected(command: "rev-parse") }
    return path.hasPrefix("/") ? path : root + "/" + path
  }
}

// MARK: - Asking

extension GitRepository {
  private static let rawOptions = [
    "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--diff-filter=ACMRT",
  ]

  private func changes(_ command: [String], _ commits: [String], _ paths: [String]) throws(GitFault) -> [GitFile] {
    let answer = try git(command + Self.rawOptions + commits + ["--"] + paths)
    var files: [GitFile] = []
    try Self.changes(answer) { _ in
    } change: {
      files.append($0)
    }
    return files
  }

  private func commit(_ revision: String) throws(GitFault) -> String {
    do {
      let answer = try git(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
      if let name = Self.words(answer[...]).last { return name }
    } catch .notInstalled {
      throw .notInstalled
    } catch {}
    throw .unknownRevision(revision)
  }

  private static func ends(of range: String) -> (base: String, head: String, isMerge: Bool) {
    for (sign, isMerge) in [("...", true), ("..", false)] {
      guard let found = range.firstRange(of: sign) else { continue }
      let (base, head) = (range[..<found.lowerBound], range[found.upperBound...])
      return (base.isEmpty ? "HEAD" : String(base), head.isEmpty ? "HEAD" : String(head), isMerge)
    }
    return (range, "HEAD", true)
  }

  private func git(_ arguments: [String]) throws(GitFault) -> [UInt8] { try Self.git(arguments, in: ".") }

  private static func git(_ arguments: [String], in folder: String) throws(GitFault) -> [UInt8] {
    guard let question = Question(arguments, in: folder) else { throw .notInstalled }
    return try question.answer()
  }

  /// A command that git works on.
  package final class Question {
    /// A path of the command line is a path, whatever signs are in it. What stands for another object here does so nowhere else.
    /// Nothing of the repository's settings is started.
    static let options = [
      "--literal-pathspecs", "--no-replace-objects", "-c", "core.fsmonitor=", "-c", "diff.relative=false",
    ]

    private let command: String
    private let child: ChildProcess

    /// `nil` when git cannot be started.
    fileprivate init?(_ arguments: [String], in folder: String = ".") {
      let place = folder == "." ? [] : ["-C", folder]
      guard let child = ChildProcess(["git"] + Self.options + place + arguments) else { return nil }
      child.endInput()
      (command, self.child) = (arguments[0], child)
    }

    fileprivate func answer() throws(GitFault) -> [UInt8] {
      let answer = child.readToEnd()
      let status = child.finish()
      guard status != 127 else { throw .notInstalled }
      guard status == 0 else { throw .failed(command: command, status: status) }
      return answer
    }
  }

  /// Lines of `--raw -z`: `:100644 100644 old new M`, NUL, the path, NUL (`R100` has two, the new one last); between them, in a
  /// log, whatever its format begins with.
  private static func changes(
    _ answer: [UInt8], other: (String) -> Void, change: (GitFile) -> Void
  ) throws(GitFault) {
    var pending: [String]?
    var moved: String?
    for record in records(answer) {
      let record = record.drop { $0 == 0x0A }
      if let words = pending {
        if moved == nil, words[4].hasPrefix("R") || words[4].hasPrefix("C") {
          moved = string(record)
          continue
        }
        defer { moved = nil }
        pending = nil
        guard var file = GitFile(path: string(record), mode: words[1], blob: words[3]) else { continue }
        file.base = words[2].allSatisfy { $0 == "0" } ? nil : words[2]
        file.basePath = moved
        change(file)
      } else if record.first == UInt8(ascii: ":") {
        let words = words(record.dropFirst())
        guard words.count == 5 else { throw .unexpected(command: "diff") }
        pending = words
      } else {
        other(string(record))
      }
    }
    guard pending == nil else { throw .unexpected(command: "diff") }
  }

  private static func records(_ answer: [UInt8]) -> [ArraySlice<UInt8>] { answer.split(separator: 0) }

  private static func words(_ line: ArraySlice<UInt8>, by separator: UInt8? = nil) -> [String] {
    line.split { $0 == separator ?? 0x20 || $0 == 0x0A }.map(string)
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
