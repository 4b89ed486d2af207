internal import CaviardCase
internal import CaviardTokenizing

/// E-mail addresses, handles, links and host names, driven from the characters `@`, `://` and `www.`.
struct LinkDetector {
  /// Longest walk to either side of the driving character, bytes.
  private static let reach = 254

  private static let topLevelDomains = PersonVerbs.keySet(
    "com org net edu gov info biz io ca fr uk us be ch eu br au int app health med quebec dev xyz site online blog tv me co"
  )

  /// Words after `@` in style sheets (at-rules) and in linked data (keywords of JSON-LD).
  private static let codeWords = Set(
    """
    charset import namespace media supports page layer container scope property keyframes font-face font-feature-values \
    font-palette-values counter-style color-profile position-try starting-style view-transition viewport document \
    context id type graph value language list set base vocab version container direction included index json nest none \
    prefix propagate protected reverse
    """.split(separator: " ").map(String.init))

  func detect(in context: CaseContext) -> [Finding] {
    var findings: [Finding] = []
    for block in context.text.blocks {
      var index = block.span.lower
      while let mark = context.bytes.firstIndex(
        of: UInt8(ascii: "@"), or: UInt8(ascii: ":"), from: index, to: block.span.upper)
      {
        let found =
          context.bytes[mark] == UInt8(ascii: "@")
          ? address(at: mark, in: block, context) : link(at: mark, in: block.span, context)
        if let found { findings.append(found) }
        index = max(mark + 1, found?.span.upper ?? 0)
      }
    }
    return findings + hosts(in: context)
  }

  private func finding(_ kind: Kind, _ span: TextSpan, _ rule: String, _ context: CaseContext) -> Finding {
    Finding(
      span: span, kind: kind, value: .unknown(key: Self.key(context.bytes[span.range])), confidence: 0.98,
      detector: rule,
      evidence: [Evidence(rule)])
  }

  /// Equal for equal text without regard to ASCII case.
  private static func key(_ bytes: Slice<FlatArray<UInt8>>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { hash, byte in
      (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x0000_0100_0000_01b3
    }
  }

  private func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: "._%+-'".utf8.contains(byte)
    }
  }

  private func isHost(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
  }

  private func address(at sign: Int, in textBlock: TextBlock, _ context: CaseContext) -> Finding? {
    let block = textBlock.span
    let bytes = context.bytes
    var lower = sign
    while lower > block.lower, sign - lower < 64, isLocal(bytes[lower - 1]) { lower -= 1 }
    var upper = sign + 1
    while upper < block.upper, upper - sign < Self.reach, isHost(bytes[upper]) { upper += 1 }
    while upper > sign + 1, bytes[upper - 1] == UInt8(ascii: ".") || bytes[upper - 1] == UInt8(ascii: "-") {
      upper -= 1
    }
    // A walk must not stop inside a character.
    while lower < sign, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
    while upper < block.upper, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    guard upper - sign > 2 else { return nil }
    if lower < sign {
      guard bytes[(sign + 1)..<upper].contains(UInt8(ascii: ".")) else { return nil }
      return finding(.email, TextSpan(lower, upper), "email.address", context)
    }
    while upper < block.upper, upper - sign < Self.reach, isHost(bytes[upper]) || bytes[upper] == UInt8(ascii: "_") {
      upper += 1
    }
    while bytes[upper - 1] == UInt8(ascii: ".") { upper -= 1 }
    let isFree = sign == block.lower || [0x20, 0x0A, 0x28, 0x22, 0x3A].contains(bytes[sign - 1])
    guard isFree, upper - sign >= 4, (0x41...0x7A).contains(bytes[sign + 1]) else { return nil }
    let name = String(decoding: bytes[(sign + 1)..<upper], as: UTF8.self).lowercased()
    guard textBlock.role != .code || !Self.codeWords.contains(name) else { return nil }
    return finding(.username, TextSpan(sign, upper), "username.handle", context)
  }

  /// `scheme://…` up to a space or a quotation mark.
  private func link(at colon: Int, in block: TextSpan, _ context: CaseContext) -> Finding? {
    let bytes = context.bytes
    guard colon + 3 < block.upper, bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/") else {
      return nil
    }
    var lower = colon
    while lower > block.lower, colon - lower < 12, (0x41...0x5A).contains(bytes[lower - 1] & 0xDF) { lower -= 1 }
    guard lower < colon else { return nil }
    return finding(.url, TextSpan(lower, end(of: colon + 3, in: block, bytes)), "url.scheme", context)
  }

  private func end(of start: Int, in block: TextSpan, _ bytes: FlatArray<UInt8>) -> Int {
    var upper = start
    while upper < block.upper, upper - start < 2048, bytes[upper] > 0x20, !"<>\"`{}|\\^".utf8.contains(bytes[upper]) {
      if bytes[upper] == 0xC2, upper + 1 < block.upper, bytes[upper + 1] == 0xA0 { break }
      upper += 1
    }
    while upper < block.upper, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    while upper > start, ".,;:!?)]'*_".utf8.contains(bytes[upper - 1]) { upper -= 1 }
    return upper
  }

  /// Host names without a scheme: labels joined by full stops that end in a known domain.
  private func hosts(in context: CaseContext) -> [Finding] {
    var findings: [Finding] = []
    var index = 0
    while index < context.tokens.count {
      var last = index
      while last + 1 < context.tokens.count, isHostGap(last + 1, context) { last += 1 }
      defer { index = last + 1 }
      guard last > index else { continue }
      // The last label that is a top-level domain, in small letters.
      guard
        let top = (index + 1...last).last(where: {
          context.tokens[$0].gap == .period && context.tokens[$0].shape == .lower
            && Self.topLevelDomains.contains(context.tokens[$0].key)
        }), context.tokens[top - 1].length >= 2
      else { continue }
      let isPrecededByAt = context.byte(before: index) == UInt8(ascii: "@")
      guard !isPrecededByAt else { continue }
      let block = context.textSpan(of: index)
      let upper = end(of: Int(context.tokens[top].upper), in: block, context.bytes)
      findings.append(
        finding(.url, TextSpan(Int(context.tokens[index].lower), upper), "url.host", context))
    }
    return findings
  }

  private func isHostGap(_ index: Int, _ context: CaseContext) -> Bool {
    context.isSameBlock(index, index - 1)
      && (context.tokens[index].gap == .period || context.tokens[index].gap == .hyphen)
      && context.bytes[context.gapBytes(before: index)].allSatisfy { $0 > 0x20 }
  }
}
