internal import CaviardCase
internal import CaviardTokenizing

/// A dictionary while it is being compiled.
struct DictionaryBuilding {
  private let tokenizer = Tokenizer()
  private let sentences = SentenceBoundaries()
  private var words = WordCollector()
  private var phrases = PhraseCollector()
  private var phraseCount = 0
  private var warnings: [CompilationWarning] = []

  mutating func add(_ list: TermList) throws(DictionaryError) {
    let number = Int(list.list.bit)
    guard list.rowCount < PackedSense.maxRows else { throw .tooMany(what: "rows", limit: PackedSense.maxRows) }
    for (row, terms) in list.terms.enumerated() {
      for term in terms { try add(term, list: number, row: row, line: list.lines[row], of: list) }
    }
  }

  private mutating func add(
    _ term: TermList.Term, list: Int, row: Int, line: Int, of source: TermList
  ) throws(DictionaryError) {
    let bytes = Array(term.text.utf8)
    let tokens = tokenizer.tokenize(bytes)
    guard !tokens.isEmpty else {
      throw .malformed(file: source.file(ofRow: row), line: line, column: nil, fault: .emptyTerm)
    }
    guard tokens.count <= DictionaryCompiler.longestTerm else {
      throw .malformed(
        file: source.file(ofRow: row), line: line, column: nil, fault: .termTooLong(words: tokens.count))
    }
    if tokens.count == 1, tokens[0].length == 1, tokens[0].shape != .otherScript {
      warnings.append(CompilationWarning(code: .singleLetter, file: source.file(ofRow: row), line: line))
      return
    }
    let joints = tokens.indices.map { $0 == 0 ? .plain : PhraseGaps.joint(tokens[$0].gap) }
    let isReachable = tokens.indices.dropFirst().allSatisfy {
      PhraseGaps.joins(joints[$0], before: $0, of: tokens, in: bytes, sentences)
    }
    guard isReachable else {
      warnings.append(CompilationWarning(code: .unreachable, file: source.file(ofRow: row), line: line))
      return
    }
    let spelling = tokens.map { Spelling.visible(bytes, $0) }.joined(separator: " ")
    let sense = CollectedSense(
      list: list, row: row, languages: term.languages, spelling: term.isExact ? spelling : nil)
    var indices: [Int] = []
    for token in tokens {
      let folded = tokenizer.foldedForm(of: bytes, span: token.span)
      indices.append(try words.index(key: token.key, folded: folded))
    }
    if indices.count == 1 {
      // A plain word is a member and no more, unless its spelling has to be compared.
      let keepsSense = term.isExact || !ListSet.plainWords.contains(ListSet(rawValue: 1 << UInt64(list)))
      words.add(sense, toWord: indices[0], keepsSense: keepsSense)
    } else {
      let steps = zip(indices, joints).map { PhraseStep(word: $0, joint: $1 == .mark ? .mark : .plain) }
      phrases.add(steps, sense)
      // `Down syndrome, mosaic` is also found without its comma.
      if joints.contains(.mark) { phrases.add(indices.map { PhraseStep(word: $0, joint: .plain) }, sense) }
      phraseCount += 1
    }
  }

  /// - Throws: `.tooMany`, `.keyCollision`.
  consuming func finish(
    _ sources: DictionarySources, patterns: [UInt8], digest: UInt64
  ) throws(DictionaryError) -> Compilation {
    guard words.words.count <= VocabularySlot.maxWords else {
      throw .tooMany(what: "words", limit: VocabularySlot.maxWords)
    }
    let order = words.byFrequency()
    var numbers = [Int](repeating: 0, count: order.count)
    for (number, index) in order.enumerated() { numbers[index] = number }

    var strings = StringPool()
    var senses = SenseWriter()
    var sections: [DictionaryFormat.Section: [UInt8]] = [:]
    try writeWords(order, senses: &senses, strings: &strings, into: &sections)
    (sections[.phraseEdges], sections[.phraseStarts]) =
      try phrases.write(numbers: numbers, senses: &senses, strings: &strings)
    sections[.senses] = senses.senses
    sections[.exactSenses] = senses.exactSenses
    writeTables(sources, strings: &strings, into: &sections)
    sections[.strings] = strings.bytes
    sections[.patterns] = patterns
    return Compilation(
      bytes: DictionaryFile.assemble(sections, digest: digest), missing: sources.missing,
      warnings: warnings + unsortedWarnings(sources), wordCount: words.words.count, phraseCount: phraseCount)
  }

  private func writeWords(
    _ order: [Int], senses: inout SenseWriter, strings: inout StringPool,
    into sections: inout [DictionaryFormat.Section: [UInt8]]
  ) throws(DictionaryError) {
    let firstWords = phrases.firstWords
    var vocabulary = VocabularyWriter(wordCount: order.count)
    var sets: [WordSets: UInt32] = [:]
    var wordBytes: [UInt8] = []
    var setBytes: [UInt8] = []
    for (number, index) in order.enumerated() {
      let word = words.words[index]
      let wordSets = WordSets(english: word.english, french: word.french, exact: word.exact)
      let set = sets[wordSets] ?? UInt32(sets.count)
      if sets.updateValue(set, forKey: wordSets) == nil {
        for field in [wordSets.english, wordSets.french, wordSets.exact] { setBytes.appendLittleEndian(field) }
      }
      wordBytes.appendLittleEndian(try senses.write(word.senses, strings: &strings))
      wordBytes.appendLittleEndian(set)
      try vocabulary.insert(
        key: word.key, word: number, startsPhrase: firstWords.contains(index), hasSenses: !word.senses.isEmpty,
        name: word.folded)
    }
    sections[.words] = wordBytes
    sections[.sets] = setBytes
    var slots: [UInt8] = []
    for slot in vocabulary.slots { slots.appendLittleEndian(slot) }
    sections[.vocabulary] = slots
  }

  private func writeTables(
    _ sources: DictionarySources, strings: inout StringPool, into sections: inout [DictionaryFormat.Section: [UInt8]]
  ) {
    var tables = TableWriter()
    for list in ListSet.order {
      if let source = sources.lists.first(where: { $0.list == list }) {
        tables.write(source, strings: &strings)
      } else {
        tables.writeMissing()
      }
    }
    sections[.lists] = tables.lists
    sections[.columns] = tables.columns
    sections[.columnData] = tables.data
    sections[.ids] = tables.ids
  }

  private func unsortedWarnings(_ sources: DictionarySources) -> [CompilationWarning] {
    sources.lists.compactMap { list in
      list.firstUnsortedLine.map { CompilationWarning(code: .unsorted, file: list.file, line: $0) }
    }
  }
}
