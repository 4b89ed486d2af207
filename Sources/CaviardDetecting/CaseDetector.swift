package import CaviardCase
package import CaviardDictionaries

/// A case's text → its findings and observations. The second stage of the pipeline.
package struct CaseDetector: Sendable {
  private let tables: DetectorTables
  private let lexicon: Lexicon
  private let patterns: PatternDetector
  private var names: NameDetector
  private let userWords: UserWords
  private let surrogates = SurrogateScanner()

  /// - Throws: `DetectorError` when the dictionary's rules or weights cannot be used.
  package init(dictionary: CompiledDictionary, policy: Policy) throws(DetectorError) {
    let rules: [PatternRule]
    do { rules = try PatternRuleCodec.decode(dictionary.patterns) } catch { throw .rules(error) }
    try self.init(dictionary: dictionary, rules: rules, policy: policy)
  }

  package init(dictionary: CompiledDictionary, rules: [PatternRule], policy: Policy) throws(DetectorError) {
    tables = DetectorTables(dictionary)
    lexicon = Lexicon(dictionary: dictionary)
    patterns = PatternDetector(rules: PatternRuleSet(rules, dictionary: dictionary))
    names = NameDetector(weights: try NameWeights(dictionary: dictionary), takesUnknownWords: policy.isStrict)
    userWords = UserWords(policy)
  }

  /// The same, for a text of few words, such as a file's name: every unknown capitalised word is a possible name.
  package func takingUnknownWords() -> CaseDetector {
    var detector = self
    detector.names = NameDetector(weights: names.weights, takesUnknownWords: true)
    return detector
  }

  /// - Parameter language: the language the user names for the case; `nil` to decide it per paragraph.
  package func detect(_ text: CaseText, language: Language? = nil) -> Detection {
    let lexed = lexicon.lex(text, language: language)
    let context = CaseContext(lexed, tables: tables)
    let clauses = Clauses(context)
    var candidates = LinkDetector().detect(in: context)
    candidates += RoleAssigner(context: context, clauses: clauses)
      .assign(patterns.detect(in: context) + GluedTokenDetector().detect(in: context))
    candidates = DateExtender(context).extend(candidates)
    candidates += names.detect(in: context) + DisguiseDetector(context).detect()
    candidates += PlaceDetector().detect(in: context, clauses: clauses)
    candidates += TermDetector(context: context, clauses: clauses).detect()
    candidates += SexDetector().detect(in: context, clauses: clauses)
    candidates = Births(context: context).withoutChildren(candidates)
    candidates = DefinedAbbreviations(context: context).extend(candidates)
    candidates = AddressExtender.extend(candidates, in: context)
    candidates = userWords.apply(to: candidates, in: context, clauses: clauses)
    let invented = surrogates.scan(context)
    let ours = (PlaceholderScanner().scan(context.bytes) + invented).sorted()
    // A guess about a name that holds one of ours is a guess about ours.
    if !invented.isEmpty {
      candidates.removeAll { candidate in
        candidate.detector == "name.clues" && invented.contains { $0.overlaps(candidate.span) }
          && !holdsOthers(candidate.span, besides: invented, context)
      }
    }
    let findings = FontNames.removed(
      from: withoutLabels(Resolver().resolve(candidates, placeholders: ours, context: context), text.blocks), in: text)
    return Detection(
      findings: findings,
      observations: ObservationDetector().detect(in: context, clauses: clauses, findings: findings),
      languages: lexed.languages.found, isUnsupportedLanguage: lexed.languages.isUnsupported,
      wordCount: lexed.languages.wordCount, blockLanguages: lexed.tokenized.blocks.map(\.language))
  }

  /// A block's label is read where it stands; here it only says what the rest is.
  private func withoutLabels(_ findings: [Finding], _ blocks: [TextBlock]) -> [Finding] {
    var labels = blocks.lazy.filter { $0.labelLength > 0 }.makeIterator()
    guard var block = labels.next() else { return findings }
    var isDone = false
    return findings.compactMap { finding in
      while !isDone, block.span.upper <= finding.span.lower {
        guard let next = labels.next() else {
          isDone = true
          break
        }
        block = next
      }
      guard !isDone, finding.span.lower >= block.span.lower, finding.span.lower < block.own.lower else {
        return finding
      }
      guard finding.span.upper > block.own.lower else { return nil }
      return finding.moved(to: TextSpan(block.own.lower, finding.span.upper))
    }
  }

  /// True when a name has a capitalised word that is not one of ours.
  private func holdsOthers(_ span: TextSpan, besides invented: [TextSpan], _ context: CaseContext) -> Bool {
    context.tokens(in: span).contains { index in
      let token = context.tokens[index]
      return token.shape != .lower && token.length > 3 && !invented.contains { $0.overlaps(token.span) }
    }
  }

  /// The language of each block of a text, for the words that replace a finding.
  package func languages(of text: CaseText, language: Language? = nil) -> [ParagraphLanguage] {
    lexicon.lex(text, language: language).tokenized.blocks.map(\.language)
  }
}
