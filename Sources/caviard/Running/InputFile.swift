internal import CaviardPipeline

/// One file of the command line's inputs.
struct InputFile: Sendable {
  /// To open it.
  let path: String
  /// As reports call it.
  let name: String
  /// Under the output folder.
  let relativePath: String
  let choice: CaseSelection.Choice
  /// False for what cannot be opened: it is listed, never left out.
  let isReadable: Bool

  var isStandardInput: Bool { path == "-" }
  /// True for what goes with cases and is none.
  var isCompanion: Bool { if case .companion = choice { true } else { false } }
}

/// The files that the inputs of a command line name: folders are walked, files are taken as they are.
struct InputFiles {
  let files: [InputFile]
  let missing: [String]

  private init(files: [InputFile], missing: [String]) {
    self.files = files
    self.missing = missing
  }

  func keeping(_ isKept: (InputFile) -> Bool) -> InputFiles {
    InputFiles(files: files.filter(isKept), missing: missing)
  }

  /// What the files are wanted for: it decides on what is named on the command line and is no case by its name.
  enum Purpose {
    /// A README or dot file is a case; a picture is refused.
    case check
    /// A picture is refused.
    case gate
    /// A picture is copied.
    case scrub
  }

  init(_ inputs: [String], selection: CaseSelection, for purpose: Purpose) {
    var files: [InputFile] = []
    var missing: [String] = []
    for input in inputs {
      if input == "-" {
        files.append(
          InputFile(path: "-", name: "-", relativePath: "-", choice: .read(.text), isReadable: true))
        continue
      }
      switch FileKind(at: input) {
      case .missing: missing.append(input)
      case .file, .other: files.append(Self.file(input, selection, purpose))
      case .folder: files += Self.folder(input, selection, isAlone: inputs.count == 1)
      }
    }
    self.files = files
    self.missing = missing
  }

  private static func file(_ path: String, _ selection: CaseSelection, _ purpose: Purpose) -> InputFile {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var choice = selection.choice(for: name)
    if purpose == .check, choice == .passedOver || (choice == .unsupported && !name.contains(".")) {
      choice = .read(CaseSelection.format(of: name) ?? .text)
    }
    // What is named to be judged is judged or refused, never passed over.
    if purpose != .scrub, case .companion = choice { choice = .unsupported }
    return InputFile(path: path, name: path, relativePath: name, choice: choice, isReadable: true)
  }

  private static func folder(_ path: String, _ selection: CaseSelection, isAlone: Bool) -> [InputFile] {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    let root = trimmed.hasSuffix("/") ? String(trimmed) : trimmed + "/"
    let name = trimmed.split(separator: "/").last.map(String.init) ?? ""
    // Several folders keep apart by their own names.
    let prefix = isAlone || name.isEmpty || name == "." || name == ".." ? "" : name + "/"
    return FolderWalk(String(trimmed)).entries().map { entry in
      InputFile(
        path: root + entry.relativePath, name: (root == "./" ? "" : root) + entry.relativePath,
        relativePath: prefix + entry.relativePath,
        choice: entry.isReadable ? selection.choice(for: entry.relativePath) : .unsupported,
        isReadable: entry.isReadable)
    }
  }
}
