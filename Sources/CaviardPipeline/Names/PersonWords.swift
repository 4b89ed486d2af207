package import CaviardCase
internal import CaviardTokenizing

/// The words of the names of persons in cases, to look for in the names of files: "Gerald Pottle" is `pottle`, `gpottle`,
/// `pottleg` and `geraldpottle`, in any case and with or without accents.
package struct PersonWords: Sendable, Equatable {
  /// Whole words of paths, folded.
  private var words: Set<String> = []
  /// Surnames so long that any letter before them is an initial.
  private var long: Set<String> = []

  private static let fewestLetters = 3
  private static let fewestAfterInitial = 5
  /// Folded: no part of a name.
  private static let others: Set<String> = [
    "mrs", "miss", "prof", "professor", "professeur", "professeure", "doctor", "docteur", "docteure", "madame", "mme",
    "mlle", "mademoiselle", "monsieur", "sir", "maitre", "nurse", "infirmiere", "infirmier", "des", "les", "van", "von",
    "der", "den", "del", "della", "dos", "bin", "ibn", "and", "the", "junior", "senior", "mother", "father",
  ]

  package init() {}

  /// - Parameter names: as written.
  package init(_ names: some Sequence<String>) {
    for name in names {
      add(name.split { !$0.isLetter }.map { Self.folded($0) }.filter { !Self.others.contains($0) })
    }
  }

  package var isEmpty: Bool { words.isEmpty }

  package mutating func formUnion(_ other: PersonWords) {
    words.formUnion(other.words)
    long.formUnion(other.long)
  }

  /// True when the name of a file or folder holds one.
  package func areIn(_ component: String) -> Bool {
    !isEmpty
      && Self.pieces(component).contains { piece in
        words.contains(piece) || piece.utf8.count > Self.fewestAfterInitial && long.contains(String(piece.dropFirst()))
      }
  }

  private mutating func add(_ parts: [String]) {
    let whole = parts.filter { $0.utf8.count >= Self.fewestLetters }
    words.formUnion(whole)
    long.formUnion(whole.filter { $0.utf8.count >= Self.fewestAfterInitial })
    guard (2...6).contains(parts.count) else { return }
    for part in whole {
      for other in parts where other != part {
        words.formUnion([part + other, other + part])
        if let initial = other.first { words.formUnion(["\(initial)\(part)", "\(part)\(initial)"]) }
      }
      let initials = parts.prefix { $0 != part }.compactMap(\.first)
      words.insert(String(initials) + part)
    }
  }

  /// The words between what are no letters, folded, and those that capitals begin inside them.
  static func pieces(_ text: String) -> Set<String> {
    var pieces: Set<String> = []
    for run in text.split(whereSeparator: { !$0.isLetter }) {
      pieces.insert(folded(run))
      var start = run.startIndex
      for index in run.indices.dropFirst() where run[index].isUppercase && run[run.index(before: index)].isLowercase {
        pieces.insert(folded(run[start..<index]))
        start = index
      }
      if start > run.startIndex { pieces.insert(folded(run[start...])) }
    }
    return pieces
  }

  private static func folded(_ word: Substring) -> String {
    let bytes = Array(word.utf8)
    return Tokenizer().foldedForm(of: bytes, span: TextSpan(0, bytes.count))
  }
}

extension Pipeline {
  /// The names of persons that a case tells, when one of its words may be in one of the paths; else none, and none of what
  /// cannot be read.
  ///
  /// - Parameter pieces: of the paths, as ``pathPieces(_:)`` gives them.
  package func personWords(in source: CaseSource, sharing pieces: Set<String>) -> PersonWords {
    guard !pieces.isEmpty, let text = try? reader.read(source) else { return PersonWords() }
    let said = PersonWords.pieces(String(decoding: text.bytes, as: UTF8.self))
    let mayMeet = pieces.contains { piece in
      said.contains(piece)
        || piece.indices.dropFirst().contains { index in
          let (first, last) = (String(piece[..<index]), String(piece[index...]))
          return last.utf8.count > 2 && said.contains(last) || first.utf8.count > 2 && said.contains(first)
        }
    }
    guard mayMeet else { return PersonWords() }
    return PersonWords(
      detector.detect(text, language: source.language).findings.lazy
        .filter { $0.kind == .personName && $0.confidence >= 0.5 }.map { text.string($0.span) })
  }

  /// The words of a path that may be in a name: those that any library has are in none.
  package static func pathPieces(_ path: String) -> Set<String> {
    PersonWords.pieces(path).filter { $0.utf8.count > 2 && !usual.contains($0) }
  }

  private static let usual: Set<String> = [
    "case", "cases", "cas", "patient", "patients", "note", "notes", "img", "image", "images", "fig", "figure", "media",
    "css", "style", "styles", "txt", "html", "htm", "xhtml", "markdown", "png", "jpg", "jpeg", "docx", "epub", "index",
    "readme",
  ]
}
