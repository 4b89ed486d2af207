/// Findings that the author of a case accepts in a comment beside them.
package struct InlineAllowance: Hashable, Sendable {
  package let kind: Kind
  /// Findings let be; 0 for a comment that changes nothing.
  package let count: Int
  /// Where the comment starts in the file, from 1.
  package let line: Int
  package let column: Int
  /// The author's own words; `nil` where something was found in them.
  package let reason: String?

  package init(kind: Kind, count: Int, line: Int, column: Int, reason: String?) {
    self.kind = kind
    self.count = count
    self.line = line
    self.column = column
    self.reason = reason
  }
}
