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

  /// - Parameter takesCompanions: a README or dot file named on the command line is a case.
  init(_ inputs: [String], selection: CaseSelection, takesCompanions: Bool) {
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
      case .file, .other: files.append(Self.file(input, selection, takesCompanions))
      case .folder: files += Self.folder(input, selection, isAlone: inputs.count == 1)
      }
    }
    self.files = files
    self.missing = missing
  }

  private static func file(_ path: String, _ selection: CaseSelection, _ takesCompanions: Bool) -> InputFile {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var choice = selection.choice(for: name)
    if takesCompanions, choice == .passedOver || (choice == .unsupported && !name.contains(".")) {
      choice = .read(CaseSelection.format(of: name) ?? .text)
    }
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
