package import CaviardCase
internal import CaviardReading

extension Pipeline {
  /// What is written of a file that cases refer to; `nil` when the policy leaves it out.
  ///
  /// - Parameter persons: who must not be named in it.
  /// - Throws: when it is not what its name says, not whole, or a style sheet that names somebody.
  package func copy(
    _ bytes: [UInt8], of companion: Companion, without persons: PersonWords = PersonWords()
  ) throws(CaseFailure) -> [UInt8]? {
    guard !policy.isFlagOnly else { return nil }
    switch companion {
    case .picture(let picture): return policy.media == .keep ? try picture.withoutMetadata(bytes) : nil
    case .styleSheet: return try styleSheet(bytes, persons)
    }
  }

  /// - Throws: when scrubbing would not copy it as it is.
  package func judge(
    _ bytes: [UInt8], as companion: Companion, without persons: PersonWords = PersonWords()
  ) throws(CaseFailure) {
    switch companion {
    case .picture(let picture):
      guard try picture.withoutMetadata(bytes) == bytes else { throw CaseFailure(.pictureMetadata) }
    case .styleSheet: _ = try styleSheet(bytes, persons)
    }
  }

  /// The sheet without embedded pictures, its links to where files of the run went.
  private func styleSheet(_ bytes: [UInt8], _ persons: PersonWords) throws(CaseFailure) -> [UInt8] {
    var bytes = bytes
    var text = try sheet(bytes)
    let moved = links?.following([], in: text) ?? []
    if !moved.isEmpty {
      bytes = written(moved, in: text)
      text = try sheet(bytes)
    }
    let finding = detector.detect(text).findings.first { $0.identifierClass == .direct && $0.confidence >= 0.5 }
    if let finding {
      let place = text.map.sourceSpans(of: finding.span).first.map { SourcePositions(text.source).locate($0.lower) }
      throw CaseFailure(
        .identifyingCompanion, byte: place?.byte, line: place?.line, column: place?.column,
        detail: finding.kind.rawValue)
    }
    if Self.selectors(text.bytes).contains(where: persons.areIn) {
      throw CaseFailure(.identifyingCompanion, detail: Kind.personName.rawValue)
    }
    guard policy.media != .keep else { return bytes }
    let edits = text.media.enumerated().map { index, reference in
      Edit(
        source: reference.source, replacement: Array(PlaceholderWords.identifier(.media, number: index + 1).utf8))
    }
    return written(edits, in: text)
  }

  /// The words of a style sheet's classes and ids, which cases of the run may have too.
  package static func sheetPieces(_ bytes: [UInt8]) -> Set<String> {
    selectors(bytes).reduce(into: []) { $0.formUnion(pathPieces($1)) }
  }

  private static func selectors(_ bytes: [UInt8]) -> Set<String> {
    var names: Set<String> = []
    var at = bytes.startIndex
    while let sign = bytes[at...].firstIndex(where: { ".#".utf8.contains($0) }) {
      let end = bytes[(sign + 1)...].firstIndex { !isOfName($0) } ?? bytes.endIndex
      names.insert(String(decoding: bytes[(sign + 1)..<end], as: UTF8.self))
      at = end
    }
    return names
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  private func sheet(_ bytes: [UInt8]) throws(CaseFailure) -> CaseText {
    do {
      return try StyleSheetReader().read(CaseSource(name: "-", format: .text, bytes: bytes))
    } catch {
      throw error.failure
    }
  }

  private func written(_ edits: [Edit], in sheet: CaseText) -> [UInt8] {
    SourceEncoder().encode(Splicer().splice(sheet.source, edits), as: sheet.source, format: .text)
  }
}
