package import CaviardCase

/// Runs each rule on its own sentences; a rule that misbehaves is refused.
package struct PatternRuleChecker {
  private let detect: (String, [Language]) -> [(rule: String, text: String)]

  /// - Parameter detect: runs one rule set over a sentence and gives what each rule found.
  package init(detect: @escaping (_ sentence: String, _ languages: [Language]) -> [(rule: String, text: String)]) {
    self.detect = detect
  }

  package func check(_ files: [PatternRuleFile]) throws(PatternRuleError) {
    for file in files {
      for sentence in file.matches {
        let (plain, marked) = try Self.unmark(sentence, path: file.path)
        let found = detect(plain, file.rule.languages).filter { $0.rule == file.rule.id }.map(\.text)
        guard found == marked else {
          throw failure(file, "finds \(found) in its sentence \"\(sentence)\"")
        }
      }
      for sentence in file.ignores {
        let found = detect(sentence, file.rule.languages).filter { $0.rule == file.rule.id }.map(\.text)
        guard found.isEmpty else { throw failure(file, "finds \(found) in \"\(sentence)\", which it must ignore") }
      }
    }
  }

  private func failure(_ file: PatternRuleFile, _ message: String) -> PatternRuleError {
    PatternRuleError(path: file.path, line: nil, column: nil, message: "rule \(file.rule.id) \(message)")
  }

  /// A sentence without its `[[…]]` marks, and what they held.
  static func unmark(_ sentence: String, path: String) throws(PatternRuleError) -> (String, [String]) {
    var plain = ""
    var marked: [String] = []
    var rest = sentence[...]
    while let open = rest.firstRange(of: "[[") {
      guard let close = rest[open.upperBound...].firstRange(of: "]]") else {
        throw PatternRuleError(path: path, line: nil, column: nil, message: "'[[' without ']]' in a sentence")
      }
      let inner = rest[open.upperBound..<close.lowerBound]
      plain += rest[..<open.lowerBound] + inner
      marked.append(String(inner))
      rest = rest[close.upperBound...]
    }
    plain += rest
    return (plain, marked)
  }
}
