internal import CaviardCase
internal import CaviardGating
internal import CaviardPipeline
internal import CaviardReporting

extension GitFault {
  /// The same for messages.
  var problem: GitProblem {
    switch self {
    case .noRepository: .noRepository
    case .notInstalled: .notInstalled
    case .unknownRevision(let name): .unknownRevision(name)
    case .failed(let command, let status): .failed(command, status: status)
    case .unexpected(let command): .failed(command, status: 0)
    }
  }
}

/// One file of the command line's inputs.
struct InputFile: Sendable {
  /// To open it.
  let path: String
  /// As reports call it: names that tell of somebody are not used.
  let name: String
  /// Below its input.
  let relativePath: String
  /// Under the output folder.
  let outputPath: String
  /// What its own name and its folders' tell.
  let nameKinds: [Kind]
  let choice: CaseSelection.Choice
  /// False for what cannot be opened: it is listed, never left out.
  let isReadable: Bool
  /// True for a file of the command line itself, not of a folder.
  let isNamed: Bool
  /// What git keeps of it, where that is read and not the file at ``path``.
  let git: GitFile?
  /// Of a file that is no case: whom the cases of the run tell of.
  var persons = PersonWords()

  /// Letters shown of a commit's name.
  static let shownCommit = 10

  var isStandardInput: Bool { path == "-" }

  /// Why nothing of it can be opened.
  var unreadable: CaseFailure {
    let why =
      switch FileKind(at: path) {
      case _ where git?.kind == .submodule: "another repository"
      case _ where git?.kind == .link: "a link"
      case .missing: "a link that leads nowhere"
      case .folder: "a linked folder, or one that may not be entered"
      case .file, .other: "not a regular file"
      }
    return CaseFailure(.unreadableFile, detail: why)
  }

  var isCase: Bool { if case .read = choice { true } else { false } }

  /// True for a document that nobody here reads.
  var isUnreadDocument: Bool { choice == .unsupported && CaseSelection.isDocument(relativePath) }

  /// True for what goes with cases and is none.
  var isCompanion: Bool { if case .companion = choice { true } else { false } }
}
