internal import CaviardCase

/// A stretch of text that goes, and the decision whose words stand for it.
struct Rewrite {
  var span: TextSpan
  let decision: Decision
  let replacement: Replacement

  var isPlaceholder: Bool {
    if case .placeholder = replacement { return true }
    return false
  }

  /// The decisions that write something, cut or merged so that none overlaps another and all their bytes are covered.
  ///
  /// Direct identifiers come first, then longer findings, then earlier ones; what is left of the others is a rewrite
  /// of its own where it is words apart from the winner, and else falls to the winner. O(n log n).
  static func disjoint(_ decisions: [Decision]) -> [Rewrite] {
    let chosen = decisions.compactMap { decision -> Rewrite? in
      guard decision.action == .redact || decision.action == .generalise, !decision.finding.span.isEmpty else {
        return nil
      }
      let kind = decision.finding.kind
      let replacement = decision.replacement ?? .placeholder(kind, number: max(1, decision.fact))
      return Rewrite(span: decision.finding.span, decision: decision, replacement: replacement)
    }
    let sorted = chosen.sorted { ($0.span, $0.rank) < ($1.span, $1.rank) }
    var result: [Rewrite] = []
    var index = 0
    while index < sorted.count {
      var end = index + 1
      var upper = sorted[index].span.upper
      while end < sorted.count, sorted[end].span.lower < upper {
        upper = max(upper, sorted[end].span.upper)
        end += 1
      }
      result.append(contentsOf: resolved(Array(sorted[index..<end]), TextSpan(sorted[index].span.lower, upper)))
      index = end
    }
    return result
  }

  /// One cluster of overlapping findings; `whole` is what they cover together.
  private static func resolved(_ cluster: [Rewrite], _ whole: TextSpan) -> [Rewrite] {
    guard cluster.count > 1 else { return cluster }
    let ranked = cluster.enumerated().sorted { a, b in
      if a.element.rank != b.element.rank { return a.element.rank < b.element.rank }
      if a.element.span.count != b.element.span.count { return a.element.span.count > b.element.span.count }
      return a.offset < b.offset
    }.map(\.element)
    var kept: [Rewrite] = []
    for rewrite in ranked where !kept.contains(where: { $0.span.overlaps(rewrite.span) }) { kept.append(rewrite) }
    kept.sort { $0.span < $1.span }
    // What lies between the winners belongs to the one before it, and before the first to the first.
    for index in kept.indices {
      let lower = index == 0 ? whole.lower : kept[index].span.lower
      let upper = index + 1 < kept.count ? kept[index + 1].span.lower : whole.upper
      kept[index].span = TextSpan(lower, upper)
    }
    return kept
  }

  private var rank: Int { decision.finding.identifierClass == .direct ? 0 : 1 }
}
