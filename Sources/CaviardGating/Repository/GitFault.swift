/// Why a repository cannot be asked. Never what git itself says: it may repeat names of files.
package enum GitFault: Error, Hashable, Sendable {
  /// Not inside a repository.
  case noRepository
  /// No program `git`.
  case notInstalled
  /// A revision nobody knows, as typed, or one that has nothing in common with the other.
  case unknownRevision(String)
  /// Git ended with this status; `nil` after a signal.
  case failed(command: String, status: Int32?)
  /// An answer that is not of the form git documents.
  case unexpected(command: String)
}
