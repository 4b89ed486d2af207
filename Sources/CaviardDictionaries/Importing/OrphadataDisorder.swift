internal import CaviardCase

/// A disorder as far as Orphanet's files tell of it, several files together.
struct OrphadataDisorder: Sendable {
  let code: Int
  /// The preferred name, then synonyms, by language.
  var names: [Language: [String]] = [:]
  /// A group of disorders, or an entry Orphanet has withdrawn or calls not rare.
  var isLeftOut = false
  var prevalences: [OrphadataPrevalence] = []
  /// Years at onset.
  var onset: ClosedRange<Int>?

  init(code: Int) { self.code = code }

  /// What a further file says of the same disorder.
  mutating func add(_ other: OrphadataDisorder) {
    for (language, names) in other.names {
      let known = self.names[language] ?? []
      self.names[language] = known + names.filter { !known.contains($0) }
    }
    isLeftOut = isLeftOut || other.isLeftOut
    prevalences += other.prevalences
    if let range = other.onset {
      onset = onset.map { min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound) } ?? range
    }
  }
}

/// What a file says of itself.
package struct OrphadataFile: Hashable, Sendable {
  package let name: String
  package let date: String?
  package let version: String?
}
