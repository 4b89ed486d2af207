package import CaviardCase
package import CaviardPipeline
internal import Crypto

/// Makes the fingerprints of a case version (cli.md, Fingerprints and keys). Runs of white space are folded in both; every other edit
/// makes another version.
package struct CaseFingerprinter: Sendable {
  /// Bytes: as many as the digest has.
  package static let keyBytes = 32
  package static let keyedPrefix = "keyed:"
  package static let maskedPrefix = "masked:"
  /// Keeps these digests apart from any other made with the same key.
  private static let domain = "caviard case version 1"

  private let key: SymmetricKey?

  package var hasKey: Bool { key != nil }

  package init() { key = nil }

  /// `nil` for a key that is too short to hold. White space at its end does not count: editors and secret stores add it.
  package init?(key bytes: [UInt8]) {
    let key = bytes[..<(bytes.lastIndex { !Self.isSpace($0) }.map { $0 + 1 } ?? 0)]
    guard key.count >= Self.keyBytes else { return nil }
    self.key = SymmetricKey(data: key)
  }

  package func fingerprints(of seen: SeenCase) -> CaseFingerprints {
    CaseFingerprints(keyed: key.map { keyed(seen.text, $0) }, masked: masked(seen))
  }

  /// A key that nobody has, as text that any store of secrets takes.
  package static func newKey() -> String {
    SymmetricKey(size: .bits256).withUnsafeBytes { hexadecimal($0) }
  }

  /// True for what a ledger may hold.
  package static func isFingerprint(_ text: String) -> Bool {
    guard let prefix = [keyedPrefix, maskedPrefix].first(where: text.hasPrefix) else { return false }
    let digits = text.utf8.dropFirst(prefix.utf8.count)
    return digits.count == 64
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (0x61...0x66).contains($0) }
  }
}

extension CaseFingerprinter {
  /// The whole text, its format, and the pictures of a container.
  private func keyed(_ text: CaseText, _ key: SymmetricKey) -> String {
    var code = HMAC<SHA256>(key: key)
    code.update(data: Array("\(Self.domain)\u{0}\(text.format.rawValue)\u{0}".utf8))
    code.update(data: Self.folded(text.source.utf8))
    for picture in text.source.container?.attachments ?? [] {
      code.update(data: Array("\u{0}\(picture.path)\u{0}".utf8))
      code.update(data: Array(SHA256.hash(data: picture.bytes)))
    }
    return Self.keyedPrefix + Self.hexadecimal(code.finalize())
  }

  /// The text with every finding masked, then kind, level and length of each.
  ///
  /// `nil` wherever the digest could be of a name: a finding that is or may be a direct identifier, let be or not; a text that was not
  /// read by our rules, or in which they found nothing at all; a container, with what editors leave in it.
  private func masked(_ seen: SeenCase) -> String? {
    let findings = seen.assessment.decisions.map(\.finding) + seen.allowed
    let isMaskable = findings.allSatisfy { $0.identifierClass != .direct && $0.identifierClass != .unknown }
    let isRead = !seen.assessment.reasons.contains { $0 == .unsupportedLanguage || $0 == .nothingFound }
    guard isMaskable, isRead, seen.text.source.container == nil else { return nil }
    let spans = findings.flatMap { seen.text.map.sourceSpans(of: $0.span) }
    var digest = SHA256()
    digest.update(data: Array("\(Self.domain) masked\u{0}\(seen.text.format.rawValue)\u{0}".utf8))
    digest.update(data: Self.folded(Self.masking(spans, in: seen.text.source.utf8)))
    for decision in seen.assessment.decisions {
      digest.update(data: Self.line(decision.finding, level: decision.level, seen.text))
    }
    for finding in seen.allowed { digest.update(data: Self.line(finding, level: 0, seen.text)) }
    return Self.maskedPrefix + Self.hexadecimal(digest.finalize())
  }

  private static func line(_ finding: Finding, level: Int, _ text: CaseText) -> [UInt8] {
    let length = String(decoding: folded(Array(text.bytes[finding.span.range])), as: UTF8.self).unicodeScalars.count
    return Array("\u{0}\(finding.kind.rawValue)/\(level)/\(length)".utf8)
  }

  /// One byte that no text holds for each run of masked bytes.
  private static func masking(_ spans: [SourceSpan], in bytes: [UInt8]) -> [UInt8] {
    var masked: [UInt8] = []
    masked.reserveCapacity(bytes.count)
    var at = 0
    for span in spans.sorted(by: { ($0.lower, $0.upper) < ($1.lower, $1.upper) }) where span.upper > at {
      if span.lower >= at {
        masked += bytes[at..<span.lower]
        masked.append(0)
      }
      at = span.upper
    }
    return masked + bytes[at...]
  }

  /// Every run of white space, of any script, as one space; none at the ends.
  static func folded(_ bytes: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var isPending = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.properties.isWhitespace {
        isPending = !folded.isEmpty
        continue
      }
      if isPending { folded.append(0x20) }
      isPending = false
      folded += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
    return folded
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
