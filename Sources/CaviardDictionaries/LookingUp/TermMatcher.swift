internal import CaviardCase
internal import CaviardTokenizing

/// One pass over a case's tokens: memberships, and per list the leftmost longest terms.
struct TermMatcher {
  private let image: DictionaryImage
  private let sentences = SentenceBoundaries()
  private let tokens: [Token]
  private let slots: [UInt32]
  private let bytes: [UInt8]
  private(set) var membership: [ListSet]
  private(set) var matches: [TermMatch] = []
  private let listOrder = ListSet.order
  /// By list: the first token its next match may begin at.
  private var free = [Int](repeating: 0, count: 64)
  /// The ends and senses of the phrases that begin at the current token, the longest last.
  private var phrases: [(end: Int, senses: UInt32)] = []

  init(_ image: DictionaryImage, tokens: [Token], slots: [UInt32], bytes: [UInt8]) {
    self.image = image
    self.tokens = tokens
    self.slots = slots
    self.bytes = bytes
    membership = [ListSet](repeating: [], count: tokens.count)
    matches.reserveCapacity(tokens.count / 2)
  }

  mutating func match(_ block: TokenizedCase.Block) {
    let languages = LanguageSet(block.language)
    for index in block.tokens {
      let slot = slots[index]
      if slot == 0 { continue }
      guard let word = image.words[Int(slot & Self.wordBits) - 1], let sets = image.sets[Int(word.set)] else {
        continue
      }
      var lists: UInt64 = 0
      if languages.contains(.english) { lists |= sets.english }
      if languages.contains(.french) { lists |= sets.french }
      if sets.exact != 0 { lists |= exactLists(word.senses, at: index, languages) }
      membership[index] = ListSet(rawValue: lists)
      if slot & Self.startsPhrase != 0, index + 1 < block.tokens.upperBound, slots[index + 1] != 0 {
        let first = edge(from: PhraseEdge.root | self.word(at: index), over: index + 1)
        if image.mayStartPhrase(hash: first.hash) { walk(along: first, from: index, end: block.tokens.upperBound) }
      }
      if !phrases.isEmpty {
        report(at: index, single: word.senses, languages)
      } else if slot & Self.hasSenses != 0 {
        _ = report(word.senses, index..<index + 1, languages, except: 0)
      }
    }
  }

  private static var wordBits: UInt32 { UInt32(truncatingIfNeeded: VocabularySlot.wordBits) }
  private static var startsPhrase: UInt32 { UInt32(truncatingIfNeeded: VocabularySlot.startsPhrase) }
  private static var hasSenses: UInt32 { UInt32(truncatingIfNeeded: VocabularySlot.hasSenses) }

  /// The number of a known word.
  private func word(at index: Int) -> UInt32 { (slots[index] & Self.wordBits) &- 1 }

  /// A step of the tree of phrases.
  private struct Step {
    let parent: UInt32
    let word: UInt32
    let joint: PhraseGaps.Joint
    let hash: UInt64
  }

  /// The step from a node to a known word, by what stands before the word.
  @inline(__always)
  private func edge(from parent: UInt32, over index: Int) -> Step {
    let joint = PhraseGaps.joint(tokens[index].gap)
    let word = PhraseGaps.edgeWord(word(at: index), after: joint)
    return Step(parent: parent, word: word, joint: joint, hash: PhraseEdge.hash(parent, word))
  }

  /// Follows the words after `index` as long as they continue a phrase, and notes where phrases end.
  private mutating func walk(along first: Step, from index: Int, end: Int) {
    var next = index + 1
    var step = first
    while PhraseGaps.joins(step.joint, before: next, of: tokens, in: bytes, sentences),
      let slot = image.edge(hash: step.hash, parent: step.parent, word: step.word)
    {
      let edge = image.phraseEdges.start[slot]
      next += 1
      if edge.senses != WordEntry.none { phrases.append((next, edge.senses)) }
      guard next < end, slots[next] != 0 else { return }
      step = self.edge(from: UInt32(truncatingIfNeeded: slot), over: next)
    }
  }

  /// Reports the phrases at a token, the longest first, then the word alone: each list only once.
  private mutating func report(at index: Int, single: UInt32, _ languages: LanguageSet) {
    var reported: UInt64 = 0
    for phrase in phrases.reversed() {
      reported |= report(phrase.senses, index..<phrase.end, languages, except: reported)
    }
    _ = report(single, index..<index + 1, languages, except: reported)
    phrases.removeAll(keepingCapacity: true)
  }

  /// Reports the senses that hold here, and returns their lists.
  private mutating func report(
    _ first: UInt32, _ range: Range<Int>, _ languages: LanguageSet, except: UInt64
  ) -> UInt64 {
    var lists: UInt64 = 0
    var place = Int(first)
    while let packed = image.senses[place] {
      place += 1
      let list = packed.list
      let bit: UInt64 = 1 << UInt64(list)
      // Several rows of one list may share a term: the first must not shut out the others.
      if except & bit == 0, lists & bit != 0 || free[list] <= range.lowerBound {
        let (sense, spelling) = image.sense(packed, listOrder)
        if !sense.languages.isDisjoint(with: languages), isSpelled(spelling, range) {
          matches.append(TermMatch(tokens: range, sense: sense))
          lists |= bit
          free[list] = range.upperBound
        }
      }
      if packed.isLast { break }
    }
    return lists
  }

  private func isSpelled(_ spelling: UInt32?, _ range: Range<Int>) -> Bool {
    guard let spelling else { return true }
    guard let bytes = image.bytes(at: spelling) else { return false }
    return Spelling.matches(bytes, range, of: tokens, in: self.bytes)
  }

  /// The lists that know a word only in the spelling it has here.
  private func exactLists(_ first: UInt32, at index: Int, _ languages: LanguageSet) -> UInt64 {
    var lists: UInt64 = 0
    image.forEachSense(from: first) { packed in
      guard packed.languages.isEmpty else { return }
      let (sense, spelling) = image.sense(packed, listOrder)
      if !sense.languages.isDisjoint(with: languages), isSpelled(spelling, index..<index + 1) {
        lists |= 1 << UInt64(packed.list)
      }
    }
    return lists
  }
}
