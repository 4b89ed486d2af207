internal import CaviardCase
internal import CaviardTokenizing

/// Finds our own invented names, which are never findings: a given name of the list and a surname of it.
struct SurrogateScanner: Sendable {
  private let given: KeySet
  private let surnames: KeySet

  init() {
    let tokenizer = Tokenizer()
    given = KeySet(SurrogateName.all.flatMap { tokenizer.keys(of: $0.given) })
    surnames = KeySet(SurrogateName.all.flatMap { tokenizer.keys(of: $0.surname) })
  }

  /// Spans in text order.
  func scan(_ context: CaseContext) -> [TextSpan] {
    var spans: [TextSpan] = []
    for index in context.tokens.indices.dropLast() where context.tokens[index].shape == .capitalised {
      guard given.contains(context.tokens[index].key), surnames.contains(context.tokens[index + 1].key),
        context.isSameBlock(index, index + 1)
      else { continue }
      spans.append(context.span(index..<index + 2))
    }
    return spans
  }
}
