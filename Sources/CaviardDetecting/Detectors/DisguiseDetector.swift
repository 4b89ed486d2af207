internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardTokenizing

/// Names and telephone numbers written so that a search does not find them: `J o h n`, `JohnSmith`, `smith_john`, `jean-tremblay` in
/// an `id`, "four one six, five five five …".
struct DisguiseDetector {
  private let context: CaseContext

  /// Fewest digit words of a telephone number, and most number words.
  private static let fewestDigits = 7
  private static let mostWords = 18
  /// Fewest letters of a spaced name, and of each part of a joined one.
  private static let fewestLetters = 4
  private static let partLetters = 3
  /// Tokens looked back for the word that announces a telephone number.
  private static let cueReach = 6

  private static let digitWords = PersonVerbs.keySet(
    "zero oh nought one two three four five six seven eight nine zéro un deux trois quatre cinq sept huit neuf")
  private static let largerWords = PersonVerbs.keySet(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
      + "eighty ninety hundred double triple dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante "
      + "soixante septante nonante cent cents et")
  private static let callWords = PersonVerbs.keySet(
    "call phone telephone tel number cell mobile text fax dial reach appelez appeler téléphone numéro joindre composez "
      + "rappeler cellulaire portable télécopieur poste")

  init(_ context: CaseContext) { self.context = context }

  func detect() -> [Finding] {
    spelledNumbers() + spacedNames() + joinedNames() + linkedNames() + linkedTitles() + linkedNumbers()
  }

  // MARK: Numbers in words

  private func spelledNumbers() -> [Finding] {
    var findings: [Finding] = []
    var index = 0
    while index < context.tokens.count {
      guard isNumberWord(index) else {
        index += 1
        continue
      }
      let block = context.block(of: index).tokens
      var end = index + 1
      while end < block.upperBound, end - index < Self.mostWords, isNumberWord(end), isSpoken(end) { end += 1 }
      let digits = (index..<end).count { Self.digitWords.contains(context.tokens[$0].key) }
      let isAnnounced = (max(block.lowerBound, index - Self.cueReach)..<index).contains {
        Self.callWords.contains(context.tokens[$0].key)
      }
      if digits >= Self.fewestDigits || isAnnounced && end - index >= Self.fewestDigits {
        findings.append(finding(.phone, index..<end, confidence: isAnnounced ? 0.9 : 0.7, "phone.spelled"))
      }
      index = end
    }
    return findings
  }

  private func isNumberWord(_ index: Int) -> Bool {
    Self.digitWords.contains(context.tokens[index].key) || Self.largerWords.contains(context.tokens[index].key)
  }

  private func isSpoken(_ index: Int) -> Bool {
    switch context.tokens[index].gap {
    case .space, .commaSpace, .comma, .hyphen: true
    default: false
    }
  }

  // MARK: Letters apart

  private func spacedNames() -> [Finding] {
    var findings: [Finding] = []
    var index = 0
    while index < context.tokens.count {
      guard isLetter(index) else {
        index += 1
        continue
      }
      let block = context.block(of: index).tokens
      var end = index + 1
      while end < block.upperBound, isLetter(end), context.tokens[end].gap == .space { end += 1 }
      if end - index >= Self.fewestLetters { findings += spacedWords(index..<end) }
      index = end
    }
    return findings
  }

  private func isLetter(_ index: Int) -> Bool {
    let token = context.tokens[index]
    return token.length == 1 && token.shape != .digits && token.shape != .otherScript
  }

  /// Words of single letters, a wider space between them; names when one of them is a name and none an ordinary word.
  private func spacedWords(_ letters: Range<Int>) -> [Finding] {
    var words: [Range<Int>] = []
    var start = letters.lowerBound
    for index in letters.dropFirst() where context.gapBytes(before: index).count > 1 || startsName(index, in: letters) {
      words.append(start..<index)
      start = index
    }
    words.append(start..<letters.upperBound)
    let long = words.filter { $0.count >= Self.partLetters }
    let known = long.map { word in lists(of: word.map { context.form($0) }.joined()) }
    guard known.contains(where: isName), !known.contains(where: isOrdinary) else { return [] }
    return [finding(.personName, letters, confidence: 0.8, "name.spaced")]
  }

  /// A capital among small letters: the S of `J o h n S m i t h`.
  private func startsName(_ index: Int, in letters: Range<Int>) -> Bool {
    func isCapital(_ index: Int) -> Bool { context.tokens[index].isCapitalised }
    return isCapital(index) && !isCapital(index - 1)
  }

  // MARK: Words together

  private func joinedNames() -> [Finding] {
    context.tokens.indices.compactMap { index in
      let token = context.tokens[index]
      guard token.shape == .mixedCase, token.length >= 2 * Self.partLetters, context.membership[index].isEmpty else {
        return nil
      }
      let parts = parts(of: String(decoding: context.bytes[token.span.range], as: UTF8.self))
      guard parts.count == 2, parts.allSatisfy({ $0.count >= Self.partLetters }),
        areFullName(lists(of: parts[0]), lists(of: parts[1])),
        // GenBank
        parts[0].count > Self.partLetters || lists(of: parts[1]).isDisjoint(with: [.commonWordsEN, .commonWordsFR])
      else { return nil }
      return finding(.personName, index..<index + 1, confidence: 0.85, "name.joined")
    }
  }

  private func parts(of word: String) -> [String] {
    word.reduce(into: [String]()) { parts, letter in
      if letter.isUppercase || parts.isEmpty {
        parts.append(String(letter))
      } else {
        parts[parts.count - 1].append(letter)
      }
    }
  }

  /// `smith_john` anywhere; `jean-tremblay`, `jean.tremblay` in attributes that name or link.
  private func linkedNames() -> [Finding] {
    context.tokens.indices.dropFirst().compactMap { index in
      guard isLink(index), context.tokens[index].shape == .lower, context.tokens[index - 1].shape == .lower,
        context.tokens[index].length >= Self.partLetters, context.tokens[index - 1].length >= Self.partLetters
      else { return nil }
      let (first, second) = (NameTraits(index - 1, in: context), NameTraits(index, in: context))
      guard isPlainName(first) && mayBeName(second) || mayBeName(first) && isPlainName(second),
        first.given != nil && second.surname != nil || first.surname != nil && second.given != nil
      else { return nil }
      return finding(.personName, index - 1..<index + 1, confidence: 0.8, "name.linked")
    }
  }

  private func isLink(_ index: Int) -> Bool {
    switch context.tokens[index].gap {
    case .underscore: true
    case .hyphen, .period, .space: isIdentifier(index)
    default: false
    }
  }

  private func isIdentifier(_ index: Int) -> Bool {
    let place = context.lexed.tokenized.blocks[Int(context.blockOf[index])].textBlock
    switch context.text.blocks[place].role {
    case .attribute(_, let isIdentifier): return isIdentifier
    case .code, .processingInstruction: return true
    default: return false
    }
  }

  private static let titles = PersonVerbs.keySet(
    "mr mrs ms miss dr mme mlle monsieur madame docteur docteure doctor prof patient patiente")

  /// `mrs-tremblay` in attributes that name or link.
  private func linkedTitles() -> [Finding] {
    context.tokens.indices.dropFirst().compactMap { index in
      guard Self.titles.contains(context.tokens[index - 1].key), isLink(index), isIdentifier(index),
        context.tokens[index].length >= Self.partLetters, isPlainName(NameTraits(index, in: context))
      else { return nil }
      return finding(.personName, index..<index + 1, confidence: 0.8, "name.linked")
    }
  }

  /// `p514-555-0142`, `tel5145550142` in attributes that name or link: ten digits of a number of North America after
  /// letters.
  private func linkedNumbers() -> [Finding] {
    context.tokens.indices.compactMap { index in
      guard context.tokens[index].shape == .alphanumeric, isIdentifier(index) else { return nil }
      let form = context.form(index)
      let letters = form.prefix { $0.isLetter }
      var digits = String(form.dropFirst(letters.count))
      var end = index + 1
      while end < context.tokens.count, end - index < 3, context.isSameBlock(index, end),
        context.tokens[end].shape == .digits, digits.count < 10, isSeparator(end)
      {
        digits += context.form(end)
        end += 1
      }
      let signs = Array(digits.utf8)
      guard !letters.isEmpty, signs.count == 10, signs.allSatisfy({ (0x30...0x39).contains($0) }),
        signs[0] >= 0x32, signs[3] >= 0x32
      else { return nil }
      return finding(.phone, index..<end, confidence: 0.8, "phone.linked")
    }
  }

  private func isSeparator(_ index: Int) -> Bool {
    switch context.tokens[index].gap {
    case .hyphen, .period, .underscore: true
    default: false
    }
  }

  private func isPlainName(_ traits: NameTraits) -> Bool { mayBeName(traits) && !traits.isCommonWord }

  private func mayBeName(_ traits: NameTraits) -> Bool {
    traits.isName && !traits.isMedicalWord && !traits.isDrug && !traits.isCalendar
  }

  // MARK: Lists

  private func lists(of word: String) -> ListSet {
    let keys = Tokenizer().keys(of: word)
    guard keys.count == 1, let known = context.tables.dictionary.word(keys[0]) else { return [] }
    return context.tables.dictionary.membership(known)
  }

  private func isName(_ lists: ListSet) -> Bool { !lists.isDisjoint(with: [.givenNames, .surnames]) }

  private func isOrdinary(_ lists: ListSet) -> Bool {
    !lists.isDisjoint(with: [.medicalWords, .drugs, .diagnoses, .cues])
      || !isName(lists)
        && !lists.isDisjoint(with: [.commonWordsEN, .commonWordsFR, .frequentWordsEN, .frequentWordsFR])
  }

  private func areFullName(_ first: ListSet, _ second: ListSet) -> Bool {
    first.contains(.givenNames) && !second.isDisjoint(with: [.surnames, .givenNames]) && !isOrdinary(first)
      && !isOrdinary(second)
  }

  private func finding(_ kind: Kind, _ tokens: Range<Int>, confidence: Double, _ rule: String) -> Finding {
    Finding(
      span: context.span(tokens), kind: kind, value: .unknown(key: context.key(tokens)), confidence: confidence,
      detector: rule, evidence: [Evidence(rule)])
  }
}
