/// Why a rule file is refused.
package struct PatternRuleError: Error, Equatable, Sendable {
  package let path: String
  /// From 1; `nil` when the whole file is meant.
  package let line: Int?
  package let column: Int?
  package let message: String

  package var description: String {
    let place = [line, column].compactMap { $0.map(String.init) }.joined(separator: ":")
    return place.isEmpty ? "\(path): \(message)" : "\(path):\(place): \(message)"
  }
}
