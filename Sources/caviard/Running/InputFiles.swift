internal import CaviardCase
internal import CaviardGating
internal import CaviardPipeline

/// The files that the inputs of a command line name: folders are walked, files are taken as they are.
struct InputFiles {
  /// What the files are wanted for: it decides on what is named on the command line and is no case by its name.
  enum Purpose {
    /// A README or dot file is a case; a picture is refused.
    case check
    /// A picture is refused.
    case gate
    /// A picture is copied.
    case scrub
  }

  let files: [InputFile]
  /// As messages call them.
  let missing: [String]
  /// Files of the working folder that git does not track and does not ignore: nobody asked for them.
  private(set) var untracked = 0

  private init(files: [InputFile], missing: [String]) {
    self.files = files
    self.missing = missing
  }

  func keeping(_ isKept: (InputFile) -> Bool) -> InputFiles {
    InputFiles(files: files.filter(isKept), missing: missing)
  }

  /// A list of what changed, for the gate: as if a folder had them, so that nothing among them is refused for being no case.
  ///
  /// - Throws: ``GitFault`` where a folder is among them, and git cannot say what it keeps of it.
  init(listed paths: [String], _ session: Session) throws(GitFault) {
    let (within, others) = Self.parted(paths)
    let rest = try InputFiles(others, for: .gate, session)
    let listed = InputFiles(within.map { Self.listed($0, session.selection) }, missing: [], for: .gate, session)
    self.init(files: listed.files + rest.files, missing: rest.missing)
  }

  /// - Throws: ``GitFault`` where the gate is to read what git keeps, and git cannot say.
  init(_ inputs: [String], for purpose: Purpose, _ session: Session) throws(GitFault) {
    var found: [Found] = []
    var missing: [String] = []
    for input in inputs {
      if input == "-" {
        found.append(Found(root: "", prefix: "", entry: "-", choice: .read(.text), isReadable: true, isNamed: true))
        continue
      }
      switch FileKind(at: input) {
      case .missing: missing.append(input)
      case .file, .other: found.append(Self.file(input, session.selection, purpose))
      case .folder:
        found += try Self.folder(
          input, isAlone: inputs.count == 1, session.selection, purpose == .gate ? Self.kept(in: input) : nil)
      }
    }
    self.init(found, missing: missing, for: purpose, session)
    if purpose == .gate, inputs == ["."], GitRepository.root(above: RealPath.of(".")) != nil {
      untracked = try GitRepository.untracked(in: ".").count {
        if case .read = session.selection.choice(for: $0.path) { true } else { false }
      }
    }
  }

  /// What git keeps, whatever lies in the working folder.
  init(_ files: [GitFile], of repository: GitRepository, _ session: Session) {
    let found = files.map { file in
      Found(
        root: "", prefix: "", entry: repository.fromWorkingFolder(file.path),
        choice: file.kind == .file ? Self.choice(file.path, session.selection) : .unsupported,
        isReadable: file.kind == .file, isNamed: false, git: file)
    }
    self.init(found, missing: [], for: .gate, session)
  }

  private init(_ found: [Found], missing: [String], for purpose: Purpose, _ session: Session) {
    var names = NeutralNames(session.pipeline)
    let persons = NamedPersons(found.map(\.toRead), session).words
    let neutral = names.names(for: found.map { $0.prefix + $0.entry }, persons: persons, jobs: session.jobs)
    // Who asks to see the words of a case may see its name.
    let showsNames = session.options.showText && purpose == .check
    var roots: [String: String] = [:]
    files = zip(zip(found, persons), neutral).map { pair, name in
      let (file, persons) = pair
      let root = roots[file.root] ?? (file.root.isEmpty ? "" : names.shown(file.root))
      roots[file.root] = root
      // A name that only had to be told apart where files are written is shown as it is.
      let shown = purpose != .scrub && name.kinds.isEmpty ? file.prefix + file.entry : name.path
      let entry = shown.split(separator: "/").dropFirst(file.prefix.isEmpty ? 0 : 1).joined(separator: "/")
      let version = file.git?.commit.map { "@" + $0.prefix(InputFile.shownCommit) } ?? ""
      return InputFile(
        path: file.root + file.entry,
        name: (showsNames ? Self.folder(file.root) + file.entry : Self.folder(root) + entry) + version,
        relativePath: file.prefix + file.entry, outputPath: name.path, nameKinds: name.kinds, choice: file.choice,
        isReadable: file.isReadable, isNamed: file.isNamed, git: file.git,
        persons: persons)
    }
    self.missing = missing.map { showsNames ? $0 : names.shown($0) }
  }
}

extension InputFiles {
  /// What stands at an input before it has a name for reports.
  private struct Found {
    /// As typed, with its last slash; empty for the working folder.
    let root: String
    /// Keeps several folders apart in the output.
    let prefix: String
    let entry: String
    let choice: CaseSelection.Choice
    let isReadable: Bool
    let isNamed: Bool
    var git: GitFile?

    var toRead: NamedPersons.File {
      NamedPersons.File(
        path: root + entry, name: prefix + entry, choice: isReadable ? choice : .unsupported, git: git)
    }
  }

  private static func file(_ path: String, _ selection: CaseSelection, _ purpose: Purpose) -> Found {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var choice = selection.choice(for: name)
    if purpose == .check, choice == .passedOver || (choice == .unsupported && !name.contains(".")) {
      choice = .read(CaseSelection.format(of: name) ?? .text)
    }
    // What is named to be judged is judged or refused, never passed over.
    if purpose != .scrub, case .companion = choice { choice = .unsupported }
    // A path within the working folder is shared with its folders; one from elsewhere is not.
    let isWithin = !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    let root = path.hasSuffix(name) && (purpose == .scrub || !isWithin) ? String(path.dropLast(name.count)) : ""
    return Found(
      root: root, prefix: "", entry: root.isEmpty ? path : name, choice: choice, isReadable: true, isNamed: true)
  }

  /// Files within the working folder, without dots in their paths; and what else was listed.
  private static func parted(_ paths: [String]) -> (within: [String], others: [String]) {
    var within: [String] = []
    var others: [String] = []
    for path in paths {
      let parts = path.split(separator: "/").filter { $0 != "." }
      let isOutside = path == "-" || path.hasPrefix("/") || parts.contains("..")
      switch FileKind(path, follows: false) {
      case .file where !isOutside, .other where !isOutside: within.append(parts.joined(separator: "/"))
      case .file, .other, .folder, .missing: others.append(path)
      }
    }
    return (within, others)
  }

  private static func listed(_ path: String, _ selection: CaseSelection) -> Found {
    let choice = choice(path, selection)
    // A link is not followed: git keeps the path it leads to.
    guard case .file = FileKind(path, follows: false) else {
      return Found(
        root: "", prefix: "", entry: path, choice: choice == .passedOver ? choice : .unsupported, isReadable: false,
        isNamed: false)
    }
    return Found(root: "", prefix: "", entry: path, choice: choice, isReadable: true, isNamed: false)
  }

  /// What git keeps in a folder, and for one that was named what it does not ignore either; `nil` outside a repository, and
  /// for a folder that git knows nothing of.
  private static func kept(in folder: String) throws(GitFault) -> [GitFile]? {
    guard GitRepository.root(above: RealPath.of(folder)) != nil else { return nil }
    var files = try GitRepository.tracked(in: folder)
    if folder != "." { files += try GitRepository.untracked(in: folder) }
    return files.isEmpty && folder != "." ? nil : files
  }

  /// - Parameter kept: what git keeps there, instead of all that lies there.
  private static func folder(
    _ path: String, isAlone: Bool, _ selection: CaseSelection, _ kept: [GitFile]?
  ) -> [Found] {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    let name = trimmed.split(separator: "/").last.map(String.init) ?? ""
    let prefix = isAlone || name.isEmpty || name == "." || name == ".." ? "" : name + "/"
    let root = trimmed.hasSuffix("/") ? String(trimmed) : trimmed + "/"
    guard let kept else {
      return FolderWalk(String(trimmed)).entries().map { entry in
        Found(
          root: root, prefix: prefix, entry: entry.relativePath, choice: choice(entry, selection),
          isReadable: entry.isReadable, isNamed: false)
      }
    }
    return kept.map { file in
      var found = Found(
        root: root, prefix: prefix, entry: file.path, choice: choice(file.path, selection), isReadable: true,
        isNamed: false)
      switch FileKind(at: root + file.path) {
      case .file: break
      // Not checked out: what git keeps stands for it.
      case .missing where file.kind == .file && file.blob != nil: found.git = file
      case .missing, .folder, .other:
        found = Found(
          root: root, prefix: prefix, entry: file.path,
          choice: found.choice == .passedOver ? .passedOver : .unsupported, isReadable: false, isNamed: false, git: file
        )
      }
      return found
    }
  }

  /// Dot folders hold no cases, here and where a folder is walked.
  private static func choice(_ path: String, _ selection: CaseSelection) -> CaseSelection.Choice {
    let isHidden = path.split(separator: "/").dropLast().contains { $0.hasPrefix(".") }
    return isHidden ? .passedOver : selection.choice(for: path)
  }

  /// What cannot be opened has no format, but may be ignored.
  private static func choice(_ entry: FolderWalk.Entry, _ selection: CaseSelection) -> CaseSelection.Choice {
    let choice = selection.choice(for: entry.relativePath)
    return entry.isReadable || choice == .passedOver ? choice : .unsupported
  }

  private static func folder(_ root: String) -> String { root == "./" ? "" : root }
}
