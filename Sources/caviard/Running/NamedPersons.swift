internal import CaviardCase
internal import CaviardGating
internal import CaviardPipeline

/// Who must not be named in the paths of a run: of a case, whom it tells of; of any other file, whom all of them tell of.
///
/// A surname in small letters is a word like another until the case says whose it is, so cases whose words may be in a path
/// are read before anything has a name.
struct NamedPersons {
  struct File: Sendable {
    /// To open it.
    let path: String
    /// Below its input.
    let name: String
    let choice: CaseSelection.Choice
    let git: GitFile?
  }

  /// A case with the words of the paths that it is looked through for.
  private struct Loaded: Sendable {
    let index: Int
    let file: File
    let format: CaseFormat
    let pieces: Set<String>
    /// What git gave of it.
    let bytes: [UInt8]?
  }

  /// One for each file.
  private(set) var words: [PersonWords]

  init(_ files: [File], _ session: Session) {
    words = files.map { _ in PersonWords() }
    var shared: Set<String> = []
    for file in files where file.format == nil { shared.formUnion(Self.pieces(of: file)) }
    var rest = files.indices.filter { files[$0].format != nil && files[$0].path != "-" }[...]
    guard !rest.isEmpty else { return }
    let blobs = files.contains { $0.git != nil } ? try? BlobReader() : nil
    let (encoding, language) = (session.encoding, session.language)
    var found: [(Int, PersonWords)] = []
    CaseStream(jobs: min(session.jobs, rest.count)).run(
      next: { () -> Loaded? in
        while !Interruption.hasCome, let index = rest.popFirst() {
          let file = files[index]
          let pieces = shared.union(Pipeline.pathPieces(file.name))
          guard let format = file.format, !pieces.isEmpty else { continue }
          let bytes = file.git?.blob.flatMap { try? blobs?.read($0, limit: Session.limit(file.choice)) }
          return Loaded(index: index, file: file, format: format, pieces: pieces, bytes: bytes)
        }
        return nil
      },
      makeWorker: { session.pipeline },
      work: { pipeline, loaded in
        // What cannot be read is said when it is judged.
        let bytes =
          loaded.bytes ?? (try? FileContents.read(loaded.file.path, limit: Session.limit(loaded.file.choice))) ?? []
        let source = CaseSource(
          name: "-", format: loaded.format, bytes: bytes, encoding: encoding, language: language)
        return (loaded.index, pipeline.personWords(in: source, sharing: loaded.pieces))
      },
      deliver: { found.append($0) })
    var all = PersonWords()
    for (index, persons) in found {
      words[index] = persons
      all.formUnion(persons)
    }
    for index in files.indices where files[index].format == nil { words[index] = all }
  }

  /// Of its path, and of a style sheet also what its classes are called.
  private static func pieces(of file: File) -> Set<String> {
    let pieces = Pipeline.pathPieces(file.name)
    guard case .companion(.styleSheet) = file.choice, file.git == nil,
      let sheet = try? FileContents.read(file.path, limit: Session.limit(file.choice))
    else { return pieces }
    return pieces.union(Pipeline.sheetPieces(sheet))
  }
}

extension NamedPersons.File {
  /// `nil` for what is no case.
  fileprivate var format: CaseFormat? { if case .read(let format) = choice { format } else { nil } }
}
