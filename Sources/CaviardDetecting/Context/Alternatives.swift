internal import CaviardCase

/// Terms that a text only puts side by side: a differential diagnosis told as a list, and the options of a question. None of them
/// is said of the patient (risk.md B2).
struct Alternatives {
  private let context: CaseContext
  /// By the first token of a clause: whether it goes on with a list of diagnoses considered.
  private let isListed: FlatArray<Bool>
  /// Tokens of the options of questions, in order, without overlap.
  private let options: [Range<Int>]
  private let storage = FlatStorage()

  /// Words of the cues that announce a list, not one term.
  private static let listCues = PersonVerbs.keySet(
    "differential differentials ddx considered considering considerations possibilities "
      + "différentiel différentiels envisagé envisagés envisagées évoqué évoqués évoquées")
  private static let joiners = PersonVerbs.keySet("and or versus vs et ou")
  private static let questionWords = PersonVerbs.keySet(
    "which what lequel laquelle lesquels lesquelles quel quelle quels quelles")

  /// Longest member of a list, longest option, and how far a question's mark is looked for, in tokens.
  private static let memberLength = 6
  private static let optionLength = 16
  private static let questionLength = 60
  /// Fewest lines that make options.
  private static let fewestOptions = 3

  /// - Parameter start: first token of the clause each token lies in.
  init(_ context: CaseContext, start: FlatArray<Int32>) {
    self.context = context
    isListed = Self.lists(context, start, storage)
    options = Self.options(context)
  }

  func contains(_ index: Int, clauseStart: Int) -> Bool {
    if isListed[clauseStart], isMember(index, clauseStart) { return true }
    guard !options.isEmpty else { return false }
    var low = 0
    var high = options.count
    while low < high {
      let middle = (low + high) / 2
      if options[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < options.count && options[low].contains(index)
  }

  /// Right at the clause's start, or right after its "and": "l'amylose et la maladie de Whipple".
  private func isMember(_ index: Int, _ clauseStart: Int) -> Bool {
    if index - clauseStart <= 2 { return true }
    guard index - clauseStart <= Self.memberLength + 2 else { return false }
    return (index - 2..<index).contains { Self.joiners.contains(context.tokens[$0].key) }
  }

  // MARK: Lists

  /// Each member asks the clause before it, so a list of any length is read once.
  private static func lists(
    _ context: CaseContext, _ start: FlatArray<Int32>, _ storage: FlatStorage
  ) -> FlatArray<Bool> {
    let listed = storage.scratch(context.tokens.count, of: false)
    // Announced by a colon or a heading: no "and" is needed.
    let announced = storage.scratch(context.tokens.count, of: false)
    var cues = Set<Int32>()
    for cue in context.cues where cue.kind == .differential {
      guard cue.tokens.contains(where: { listCues.contains(context.tokens[$0].key) }) else { continue }
      cues.insert(start[Int(cue.lower)])
    }
    guard !cues.isEmpty else { return listed.filled }
    for index in context.tokens.indices where Int(start[index]) == index {
      guard index > 0 else { continue }
      let previous = Int(start[index - 1])
      switch context.tokens[index].gap {
      case .commaSpace:
        announced[index] = announced[previous] && index - previous <= memberLength
        listed[index] =
          cues.contains(Int32(previous)) || listed[previous] && index - previous <= memberLength
      case .colonSpace:
        announced[index] = cues.contains(Int32(previous)) && index - previous <= memberLength
        listed[index] = announced[index]
      case .blockStart, .paragraphBreak, .sentenceEnd, .other:
        // A heading, then one diagnosis a line.
        announced[index] =
          (announced[previous] || cues.contains(Int32(previous))) && index - previous <= memberLength
          && isLine(index, context) && lineLength(from: index, context) <= memberLength
        listed[index] = announced[index]
      default: break
      }
    }
    keepLists(listed, announced, context, start)
    return listed.filled
  }

  /// Of clauses that commas join, only those are a list that a joining word closes: "sarcoidosis, amyloidosis and lymphoma".
  private static func keepLists(
    _ listed: FlatScratch<Bool>, _ announced: FlatScratch<Bool>, _ context: CaseContext, _ start: FlatArray<Int32>
  ) {
    var index = context.tokens.count - 1
    var isClosed = false
    while index >= 0 {
      let first = Int(start[index])
      if listed[first], context.tokens[first].gap == .commaSpace {
        let reach = first..<min(index + 1, first + memberLength + 2)
        isClosed = isClosed || announced[first] || reach.contains { joiners.contains(context.tokens[$0].key) }
        listed[first] = isClosed
      } else {
        isClosed = false
      }
      index = first - 1
    }
  }

  private static func isLine(_ index: Int, _ context: CaseContext) -> Bool {
    context.block(of: index).tokens.lowerBound == index || hasLineEnd(before: index, context)
  }

  private static func lineLength(from index: Int, _ context: CaseContext) -> Int {
    let block = context.block(of: index).tokens
    var end = index + 1
    while end < block.upperBound, end - index <= optionLength, !hasLineEnd(before: end, context) { end += 1 }
    return end - index
  }

  // MARK: Options

  /// The lines after a question, when there are three of them or more, each short and each a block or lettered.
  private static func options(_ context: CaseContext) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < context.tokens.count {
      guard questionWords.contains(context.tokens[index].key), let after = questionEnd(from: index, context) else {
        index += 1
        continue
      }
      var lines: [Range<Int>] = []
      var next = after
      while let line = optionLine(at: next, context) {
        lines.append(line)
        next = line.upperBound
      }
      if lines.count >= fewestOptions { found += lines }
      index = max(next, index + 1)
    }
    return found
  }

  /// The token after the question that begins here: its mark must end a line.
  private static func questionEnd(from index: Int, _ context: CaseContext) -> Int? {
    let block = context.block(of: index).tokens
    for token in index..<min(block.upperBound, index + questionLength) {
      let next = token + 1
      guard next < block.upperBound else { return next < context.tokens.count ? next : nil }
      guard context.tokens[next].gap == .sentenceEnd || context.tokens[next].gap == .colonSpace else { continue }
      return hasLineEnd(before: next, context) || isLettered(next, context) ? next : nil
    }
    return nil
  }

  private static func optionLine(at first: Int, _ context: CaseContext) -> Range<Int>? {
    guard first < context.tokens.count else { return nil }
    let block = context.block(of: first).tokens
    let isBlock = block.lowerBound == first && isItem(block, context)
    guard isBlock || isLettered(first, context) else { return nil }
    var end = first + 1
    while end < block.upperBound, !hasLineEnd(before: end, context), !isLettered(end, context) { end += 1 }
    return end - first <= optionLength ? first..<end : nil
  }

  /// "2." or "12)" with a space after it: where it begins a line, the number of an item.
  static func isListNumber(_ index: Int, _ context: CaseContext) -> Bool {
    let token = context.tokens[index]
    guard token.shape == .digits, token.length <= 2 else { return false }
    let end = Int(token.upper)
    guard end + 1 < context.bytes.count, context.bytes[end + 1] == 0x20 else { return false }
    return context.bytes[end] == UInt8(ascii: ".") || context.bytes[end] == UInt8(ascii: ")")
  }

  private static func isItem(_ block: Range<Int>, _ context: CaseContext) -> Bool {
    let place = context.lexed.tokenized.blocks[Int(context.blockOf[block.lowerBound])].textBlock
    return context.text.blocks[place].role == .listItem
  }

  /// "A." or "(b)" or "3)" at the start of a line.
  private static func isLettered(_ index: Int, _ context: CaseContext) -> Bool {
    let token = context.tokens[index]
    guard token.length == 1, index + 1 < context.tokens.count, context.isSameBlock(index, index + 1) else {
      return false
    }
    switch context.tokens[index + 1].gap {
    case .periodSpace, .bracket, .other: break
    default: return false
    }
    return context.block(of: index).tokens.lowerBound == index || hasLineEnd(before: index, context)
  }

  static func hasLineEnd(before index: Int, _ context: CaseContext) -> Bool {
    context.gapBytes(before: index).contains { context.bytes[$0] == 0x0A || context.bytes[$0] == 0x0D }
  }
}
