internal import CaviardCase

/// `caviard:allow KIND ["WORD" …] REASON`, as an author writes it in a comment.
struct AllowComment: Hashable {
  /// Fixed words that complete a failure's message.
  enum Fault: String, Error {
    case unknownDirective = "a comment that begins with caviard: must be caviard:allow KIND REASON"
    case unknownKind = "caviard:allow with an unknown kind"
    case missingWord = "caviard:allow of a name or number needs the harmless word in quotes"
    case missingReason = "caviard:allow without a reason"
  }

  private static let prefix = "caviard:"
  private static let directive = "caviard:allow"
  private static let quotes: [Character: Character] = ["\"": "\"", "“": "”", "«": "»"]
  private static let names: Set<Kind> = [.personName, .possibleName]

  let kind: Kind
  /// White space folded; empty for a whole kind.
  let words: [String]
  let reason: String
  /// UTF-8 bytes of the comment up to its reason: nothing in them is told of anybody.
  let headLength: Int

  /// `nil` for a comment that is not addressed to us.
  ///
  /// - Parameter comment: without the marks around it and without white space at its ends.
  static func parse(_ comment: String) throws(Fault) -> AllowComment? {
    guard isOurs(comment) else { return nil }
    guard comment.hasPrefix(directive) else { throw .unknownDirective }
    var rest = comment.dropFirst(directive.count)
    guard rest.first?.isWhitespace ?? true else { throw .unknownDirective }
    rest = rest.drop(while: \.isWhitespace)
    let name = rest.prefix { !$0.isWhitespace }
    guard let kind = kind(String(name)) else { throw .unknownKind }
    rest = rest.dropFirst(name.count).drop(while: \.isWhitespace)
    var words: [String] = []
    while let open = rest.first, let close = quotes[open] {
      guard let end = rest.dropFirst().firstIndex(of: close) else { throw .missingWord }
      let word = folded(rest[rest.index(after: rest.startIndex)..<end])
      guard word.contains(where: { $0.isLetter || $0.isNumber }) else { throw .missingWord }
      words.append(word)
      rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
    }
    if words.isEmpty, kind.identifierClass != .quasi { throw .missingWord }
    guard rest.contains(where: \.isLetter) else { throw .missingReason }
    return AllowComment(
      kind: kind, words: words, reason: folded(rest), headLength: comment.utf8.count - rest.utf8.count)
  }

  /// True for a comment that begins with `caviard:` and a letter, however it goes on.
  static func isOurs(_ comment: String) -> Bool {
    let start = comment.prefix(prefix.count + 1).lowercased()
    return start.hasPrefix(prefix) && start.last?.isLetter == true
  }

  /// A whole kind, or one word of it.
  struct Subject: Hashable {
    let kind: Kind
    let word: String?

    /// A word that may be a name is allowed as one that is taken for a name.
    init(_ kind: Kind, _ word: String? = nil) {
      self.kind = AllowComment.names.contains(kind) ? .personName : kind
      self.word = word
    }
  }

  /// What the comment speaks of.
  var subjects: [Subject] { words.isEmpty ? [Subject(kind)] : words.map { Subject(kind, $0) } }

  /// What a comment must speak of to let a finding be.
  static func subjects(of finding: Finding, words: String) -> [Subject] {
    (finding.identifierClass == .quasi ? [Subject(finding.kind)] : [])
      + [Subject(finding.kind, folded(words[...]))]
  }

  /// `person` as reports write it, or the kind's own name. Media are no findings.
  private static func kind(_ name: String) -> Kind? {
    if name == "person" { return .personName }
    return Kind(rawValue: name).flatMap { $0.identifierClass == .media ? nil : $0 }
  }

  private static func folded(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
