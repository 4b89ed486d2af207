/// Why a file of Orphanet's cannot be imported, and where.
package struct OrphadataError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// Not well-formed.
    case markup
    case documentType
    /// Nested too deeply, or a text that is too long.
    case limit
    /// No `JDBOR` element.
    case notOrphadata
    /// A disorder without an `OrphaCode`, or one that is no number.
    case missingCode
    /// A `ValMoy` that is no number, or more cases than people.
    case invalidNumber
    /// A file without a single disorder.
    case nothing
  }

  package let reason: Reason
  package let file: String
  /// From 1.
  package let line: Int
}
