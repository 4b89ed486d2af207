package import CaviardCase
package import CaviardDictionaries

/// Proves rules on their own sentences with the dictionary they will run with.
package enum RuleProof {
  /// - Throws: the first rule that misses one of its sentences or finds something where it must not.
  package static func check(_ files: [PatternRuleFile], dictionary: CompiledDictionary) throws(PatternRuleError) {
    let detector = PatternDetector(rules: PatternRuleSet(files.map(\.rule), dictionary: dictionary))
    let lexer = SentenceLexer(dictionary: dictionary)
    try PatternRuleChecker { sentence, languages in
      let context = lexer.context(of: sentence, language: languages.count == 1 ? languages.first : nil)
      return detector.detect(in: context).map { (rule: $0.detector, text: context.text.string($0.span)) }
    }.check(files)
  }
}

/// Looks a single sentence up, in one language or in both.
package struct SentenceLexer {
  private let lexicon: Lexicon
  private let tables: DetectorTables

  package init(dictionary: CompiledDictionary) {
    lexicon = Lexicon(dictionary: dictionary)
    tables = DetectorTables(dictionary)
  }

  package func context(of sentence: String, language: Language?) -> CaseContext {
    let bytes = Array(sentence.utf8)
    let text = CaseText(
      source: SourceText(utf8: bytes), format: .text, bytes: bytes,
      blocks: [TextBlock(span: TextSpan(0, bytes.count), role: .paragraph, context: .plain)],
      map: OffsetMap(identity: bytes.count))
    return CaseContext(lexicon.lex(text, language: language), tables: tables)
  }
}
