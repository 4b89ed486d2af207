package import CaviardCase
internal import CaviardReading

extension Pipeline {
  /// The same with comments of authors passed over: what they let be is judged like anything else.
  package func ignoringComments() -> Pipeline {
    var pipeline = self
    pipeline.heedsComments = false
    return pipeline
  }

  /// The same, noting for every case that is checked what it is known by when a person accepts it.
  package func fingerprinting(_ fingerprint: @escaping @Sendable (SeenCase) -> CaseFingerprints) -> Pipeline {
    var pipeline = self
    pipeline.fingerprint = fingerprint
    return pipeline
  }

  /// True when words for a report or a ledger may name somebody.
  package func mayNameSomebody(_ words: String) -> Bool {
    do throws(CaseFailure) {
      let source = CaseSource(name: "-", format: .text, bytes: Array((words + "\n").utf8), encoding: .utf8)
      return try look(at: source).detection.findings.contains {
        $0.identifierClass == .direct || $0.identifierClass == .unknown
      }
    } catch {
      return true
    }
  }

  /// The case without the comments in which its author lets findings be: in a copy that is shared they would be a hint.
  func withoutAllowances(_ seen: SeenCase, _ source: CaseSource) throws(CaseFailure) -> SeenCase {
    var seen = seen
    // What stands around a comment that is gone can make another.
    for _ in 0..<Self.strippingLimit {
      let spans = AllowComments.spans(in: seen.text)
      if spans.isEmpty { return seen }
      let utf8 = Splicer().splice(seen.text.source, spans.map { Edit(source: $0, replacement: []) })
      seen = try look(at: source.holding(try WrittenFile.bytes(utf8, as: seen.text.source, source.format)))
    }
    throw CaseFailure(.unverified, detail: "not settled")
  }

  private static var strippingLimit: Int { 4 }
}
