internal import CaviardCase
internal import CaviardReading
internal import CaviardRedacting

/// A case with its findings marked, for the person who decides about them; marked as not for sharing.
struct ReviewCopy {
  let reader: CaseReader

  /// The bytes in the case's own encoding; well-formed where the case is.
  func write(_ seen: SeenCase, of source: CaseSource) throws(CaseFailure) -> [UInt8] {
    let text = seen.text
    let marked = try bytes(Splicer().splice(text.source, marks(seen)), of: text, source)
    if isReadable(marked, source) { return marked }
    // Where a mark cannot stand, the report's places must do.
    return try bytes(text.source.utf8, of: text, source)
  }

  private func bytes(
    _ utf8: [UInt8], of text: CaseText, _ source: CaseSource
  ) throws(CaseFailure) -> [UInt8] {
    let marked = SharingMark.marking(utf8, SharingMark.reviewNotice, source.format)
    return try WrittenFile.bytes(marked, as: text.source, source.format)
  }

  /// An opening and a closing mark around every finding that a person must decide about.
  private func marks(_ seen: SeenCase) -> [Edit] {
    var edits: [Edit] = []
    var end = 0
    for decision in seen.assessment.decisions where decision.action == .flag {
      let pieces = seen.text.map.sourceSpans(of: decision.finding.span)
      guard let lower = pieces.map(\.lower).min(), let upper = pieces.map(\.upper).max(), lower >= end, upper > lower
      else { continue }
      edits.append(
        Edit(
          source: SourceSpan(lower, lower),
          replacement: Array(SharingMark.opening(decision.finding.kind.rawValue).utf8)))
      edits.append(Edit(source: SourceSpan(upper, upper), replacement: [UInt8(ascii: "}")]))
      end = upper
    }
    return edits
  }

  private func isReadable(_ bytes: [UInt8], _ source: CaseSource) -> Bool {
    do {
      _ = try reader.read(source.holding(bytes))
      return true
    } catch {
      return false
    }
  }
}
