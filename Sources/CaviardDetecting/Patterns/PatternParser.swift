internal import CaviardCase
internal import CaviardTokenizing

/// Why a pattern's text is refused; `at` counts characters from 0.
package struct PatternSyntaxError: Error, Equatable, Sendable {
  package let message: String
  package let at: Int
}

/// Parses the pattern language:
///
///     number  number(1-31)  digits(3)  digits(2-4)  year  day  word  lower  capitalised  capitals  letter  alnum
///     alnum(6-12)  mask:A9A  in:months  in:cues[kind=phone|fax]  "born"  !in:drugs  capitalised&!in:drugs
///     zero-led  upper  after-plus  after-paren  line-start  suffix(yo,yr)  ending(ase)  number-words(0-120)
///     ( a b | c )  !( must not follow )  x?  x{1,3}  < finding >  d=day
///     [-/. ] gap before the next element: one to three of these characters; a space in it allows spaces alone,
///     `_` allows nothing at all, `n` forbids a line end. Without brackets: spaces.
package struct PatternParser {
  private let bytes: [UInt8]
  private var position = 0
  private let tokenizer = Tokenizer()

  private init(_ text: String) { bytes = Array(text.utf8) }

  package static func parse(_ text: String) throws(PatternSyntaxError) -> TokenPattern {
    var parser = PatternParser(text)
    let items = try parser.items(until: nil)
    guard !items.isEmpty else { throw PatternSyntaxError(message: "the pattern is empty", at: 0) }
    return TokenPattern(root: items)
  }

  private func failure(_ message: String) -> PatternSyntaxError {
    PatternSyntaxError(message: message, at: String(decoding: bytes[..<position], as: UTF8.self).count)
  }

  /// The byte at the position, as a character; bytes of longer characters are letters of no name.
  private var current: Unicode.Scalar? { position < bytes.count ? Unicode.Scalar(bytes[position]) : nil }

  private mutating func skipSpaces() {
    while current == " " { position += 1 }
  }

  /// Items up to `closing`, which is left unread.
  private mutating func items(until closing: Unicode.Scalar?) throws(PatternSyntaxError) -> [TokenPattern.Item] {
    var items: [TokenPattern.Item] = []
    var gap: TokenPattern.GapClass?
    while true {
      skipSpaces()
      guard let character = current else {
        if let closing { throw failure("'\(closing)' is missing") }
        break
      }
      if character == closing || (closing == ")" && character == "|") { break }
      if character == "[" {
        gap = try gapClass()
        continue
      }
      let node = try node()
      let repeats = try repetition()
      items.append(
        TokenPattern.Item(gap: gap ?? defaultGap(before: node, isFirst: items.isEmpty), node: node, repeats: repeats))
      gap = nil
    }
    if gap != nil { throw failure("a gap must be followed by an element") }
    return items
  }

  /// Spaces, unless the node is the first of its sequence or a group that begins with its own gap.
  private func defaultGap(before node: TokenPattern.Node, isFirst: Bool) -> TokenPattern.GapClass? {
    isFirst || beginsWithGap(node) ? nil : .space
  }

  private func beginsWithGap(_ node: TokenPattern.Node) -> Bool {
    switch node {
    case .sequence(let items): items.first.map { $0.gap != nil || beginsWithGap($0.node) } ?? false
    case .alternatives(let nodes): nodes.contains(where: beginsWithGap)
    case .capture(let inner), .part(_, let inner): beginsWithGap(inner)
    case .absent: true
    case .token, .term, .numberWords: false
    }
  }

  private mutating func gapClass() throws(PatternSyntaxError) -> TokenPattern.GapClass {
    position += 1
    var characters: [UInt8] = []
    var space = false
    var nothing = false
    var lineEnd = true
    while let character = current, character != "]" {
      switch character {
      case " ": space = true
      case "_": nothing = true
      case "n": lineEnd = false
      case "u": characters.append(UInt8(ascii: "_"))
      case "b": characters += [UInt8(ascii: "["), UInt8(ascii: "]")]
      default:
        guard character.isASCII else { throw failure("a gap holds ASCII characters only") }
        characters.append(UInt8(character.value))
      }
      position += 1
    }
    guard current == "]" else { throw failure("']' is missing") }
    position += 1
    return TokenPattern.GapClass(
      characters: characters, allowsSpaceOnly: space, allowsNothing: nothing, allowsLineEnd: lineEnd)
  }

  private mutating func repetition() throws(PatternSyntaxError) -> ClosedRange<Int> {
    if current == "?" {
      position += 1
      return 0...1
    }
    guard current == "{" else { return 1...1 }
    position += 1
    let text = try text(until: "}")
    let bounds = text.split(separator: ",").compactMap { Int($0) }
    guard bounds.count == 1 || bounds.count == 2, let first = bounds.first, let last = bounds.last, first <= last,
      last <= 24
    else { throw failure("a repetition is {n} or {n,m} with m at most 24") }
    return first...last
  }

  /// Text up to `closing`, which is consumed.
  private mutating func text(until closing: Unicode.Scalar) throws(PatternSyntaxError) -> String {
    let start = position
    while position < bytes.count, UInt32(bytes[position]) != closing.value { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard current == closing else { throw failure("'\(closing)' is missing") }
    position += 1
    return text
  }

  private mutating func node() throws(PatternSyntaxError) -> TokenPattern.Node {
    switch current {
    case "(":
      position += 1
      var choices: [TokenPattern.Node] = []
      while true {
        choices.append(.sequence(try items(until: ")")))
        if current == "|" {
          position += 1
          continue
        }
        position += 1
        break
      }
      return choices.count == 1 ? choices[0] : .alternatives(choices)
    case "<":
      position += 1
      let inner = try items(until: ">")
      position += 1
      return .capture(.sequence(inner))
    case "!" where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "("):
      position += 1
      return .absent(try node())
    default:
      if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "="), let name = current,
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[position] | 0x20)
      {
        position += 2
        return .part(Character(name), try node())
      }
      return try atom()
    }
  }

  private mutating func atom() throws(PatternSyntaxError) -> TokenPattern.Node {
    var predicate = TokenPattern.Predicate()
    while true {
      let isNegated = current == "!"
      if isNegated { position += 1 }
      if current == "\"" {
        position += 1
        let word = try text(until: "\"")
        let keys = tokenizer.keys(of: word)
        guard keys.count == 1 else { throw failure("a quoted word is one token") }
        if isNegated { predicate.excludedLiterals.append(keys[0]) } else { predicate.literal = keys[0] }
      } else {
        let name = word()
        if let node = try apply(name, isNegated: isNegated, to: &predicate) { return node }
      }
      guard current == "&" else { return .token(predicate) }
      position += 1
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "*"): true
    default: false
    }
  }

  private mutating func word() -> String {
    let start = position
    while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Adds a named condition; returns a node for what is more than a condition on one token.
  private mutating func apply(
    _ name: String, isNegated: Bool, to predicate: inout TokenPattern.Predicate
  ) throws(PatternSyntaxError) -> TokenPattern.Node? {
    if name.hasPrefix("in:") {
      guard let list = DictionaryList(rawValue: String(name.dropFirst(3))) else {
        throw failure("unknown list '\(name)'")
      }
      if isNegated {
        predicate.excludedLists.append(list)
        return nil
      }
      if current == "[" {
        position += 1
        let filter = try text(until: "]").split(separator: "=")
        guard filter.count == 2 else { throw failure("a filter is [column=value|value]") }
        return .term(list, column: String(filter[0]), values: filter[1].split(separator: "|").map(String.init))
      }
      // A condition on one token when combined, a term of any length on its own.
      if current == "&" || predicate != TokenPattern.Predicate() {
        predicate.lists.append(list)
        return nil
      }
      return .term(list, column: "", values: [])
    }
    guard !isNegated else { throw failure("only words and lists can be excluded") }
    if name.hasPrefix("mask:") {
      predicate.mask = Array(name.dropFirst(5).utf8)
      return nil
    }
    switch name {
    case "number":
      predicate.restrict(to: [.digits])
      if let range = try range() { predicate.number = Int64(range.lowerBound)...Int64(range.upperBound) }
    case "digits":
      predicate.restrict(to: [.digits])
      predicate.length = try range()
    case "year":
      predicate.restrict(to: [.digits])
      predicate.length = 4...4
      predicate.number = 1880...2099
    case "day": predicate.isDay = true
    case "word": predicate.restrict(to: [.lower, .capitalised, .capitals, .mixedCase])
    case "lower": predicate.restrict(to: [.lower])
    case "capitalised": predicate.restrict(to: [.capitalised, .capitals, .mixedCase])
    case "capitals": predicate.restrict(to: [.capitals])
    case "letter":
      predicate.restrict(to: [.lower, .capitalised])
      predicate.length = 1...1
    case "alnum":
      predicate.restrict(to: [.digits, .alphanumeric, .capitals, .mixedCase, .capitalised, .lower])
      predicate.length = try range()
    case "mixed":
      predicate.restrict(to: [.alphanumeric])
      predicate.length = try range()
    case "zero-led":
      predicate.restrict(to: [.digits])
      predicate.isZeroLed = true
    case "upper": predicate.isUpper = true
    case "after-paren": predicate.precededBy = UInt8(ascii: "(")
    case "line-start": predicate.isLineStart = true
    case "after-plus": predicate.precededBy = UInt8(ascii: "+")
    case "ending":
      guard current == "(" else { throw failure("ending(a,b)") }
      position += 1
      predicate.restrict(to: [.lower, .capitalised])
      predicate.endings = try text(until: ")").split(separator: ",").map(String.init)
    case "suffix":
      guard current == "(" else { throw failure("suffix(a,b)") }
      position += 1
      predicate.restrict(to: [.alphanumeric])
      predicate.suffixes = try text(until: ")").split(separator: ",").map(String.init)
    case "number-words":
      return .numberWords(try range() ?? 0...120)
    default: throw failure("unknown element '\(name)'")
    }
    return nil
  }

  /// `(n)` or `(n-m)` if there is one.
  private mutating func range() throws(PatternSyntaxError) -> ClosedRange<Int>? {
    guard current == "(" else { return nil }
    position += 1
    let bounds = try text(until: ")").split(separator: "-").compactMap { Int($0) }
    guard let first = bounds.first, let last = bounds.last, bounds.count <= 2, first <= last else {
      throw failure("a range is (n) or (n-m)")
    }
    return first...last
  }
}
