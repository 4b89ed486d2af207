package import CaviardCase
internal import CaviardTokenizing

/// Looks a case up: words, lists, phrases, and the language of every block.
package struct Lexicon: Sendable {
  package let dictionary: CompiledDictionary
  private let tokenizer = Tokenizer()
  private let decider = LanguageDecider()

  /// By set of the compiled dictionary.
  private let points: [LanguagePoints]

  package init(dictionary: CompiledDictionary) {
    self.dictionary = dictionary
    points = (0..<dictionary.image.sets.count).map { set in
      LanguagePoints(lists: dictionary.image.sets[set].map { $0.english | $0.french } ?? 0)
    }
  }

  /// - Parameter language: the user's word for the whole case; `nil` to decide block by block.
  package func lex(_ text: CaseText, language: Language? = nil) -> LexedCase {
    let (tokens, blockTokens) = tokenizer.tokenize(text)
    let (slots, evidence) = look(up: tokens, blockTokens, in: text.bytes)
    let (verdicts, languages) = decider.decide(evidence, blocks: text.blocks, language: language)
    let blocks = blockTokens.indices.map {
      TokenizedCase.Block(textBlock: $0, tokens: blockTokens[$0], language: verdicts[$0])
    }
    var matcher = TermMatcher(dictionary.image, tokens: tokens, slots: slots, bytes: text.bytes)
    for block in blocks { matcher.match(block) }
    let words = slots.map { WordID(index: Int32(truncatingIfNeeded: UInt64($0) & VocabularySlot.wordBits) - 1) }
    return LexedCase(
      tokenized: TokenizedCase(text: text, tokens: tokens, blocks: blocks), words: words,
      membership: matcher.membership, matches: matcher.matches, languages: languages)
  }

  /// The vocabulary slot of each token (its low 24 bits), and each block's evidence of its language.
  private func look(
    up tokens: [Token], _ blockTokens: [Range<Int>], in bytes: [UInt8]
  ) -> (slots: [UInt32], evidence: [LanguageEvidence]) {
    let image = dictionary.image
    let slots = [UInt32](unsafeUninitializedCapacity: tokens.count) { slots, count in
      for index in tokens.indices {
        slots.initializeElement(
          at: index, to: UInt32(truncatingIfNeeded: image.slot(for: tokens[index].key) & 0xFF_FFFF))
      }
      count = tokens.count
    }
    let wordBits = UInt32(truncatingIfNeeded: VocabularySlot.wordBits)
    let evidence = blockTokens.map { range in
      var evidence = LanguageEvidence()
      var known = LanguagePoints()
      var knownCount = 0
      for index in range {
        let slot = slots[index]
        if slot == 0 {
          evidence.add(unknown: tokens[index], in: bytes)
        } else if let word = image.words[Int(slot & wordBits) - 1], Int(word.set) < points.count {
          known.add(points[Int(word.set)])
          knownCount += 1
          if knownCount % LanguagePoints.mostWords == 0 {
            evidence.add(known, words: 0)
            known = LanguagePoints()
          }
        }
      }
      evidence.add(known, words: knownCount)
      return evidence
    }
    return (slots, evidence)
  }
}

extension CompiledDictionary {
  /// Whether a list has the word, in either language.
  package func holds(_ word: String, in list: DictionaryList) -> Bool {
    Tokenizer().keys(of: word).contains { key in self.word(key).map { membership($0).contains(ListSet(list)) } ?? false
    }
  }
}
