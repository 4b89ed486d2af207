package import CaviardCase
internal import CaviardReading

extension Pipeline {
  /// What is written of a file that cases refer to; `nil` when the policy leaves it out.
  ///
  /// - Throws: when it is not what its name says, not whole, or a style sheet that names somebody.
  package func copy(_ bytes: [UInt8], of companion: Companion) throws(CaseFailure) -> [UInt8]? {
    guard !policy.isFlagOnly else { return nil }
    switch companion {
    case .picture(let picture): return policy.media == .keep ? try picture.withoutMetadata(bytes) : nil
    case .styleSheet: return try styleSheet(bytes)
    }
  }

  /// - Throws: when scrubbing would not copy it as it is.
  package func judge(_ bytes: [UInt8], as companion: Companion) throws(CaseFailure) {
    switch companion {
    case .picture(let picture):
      guard try picture.withoutMetadata(bytes) == bytes else { throw CaseFailure(.pictureMetadata) }
    case .styleSheet: _ = try styleSheet(bytes)
    }
  }

  /// The sheet without embedded pictures, its links to where files of the run went.
  private func styleSheet(_ bytes: [UInt8]) throws(CaseFailure) -> [UInt8] {
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
    guard policy.media != .keep else { return bytes }
    let edits = text.media.enumerated().map { index, reference in
      Edit(
        source: reference.source, replacement: Array(PlaceholderWords.identifier(.media, number: index + 1).utf8))
    }
    return written(edits, in: text)
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
