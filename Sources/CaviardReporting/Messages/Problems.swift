/// What became of a file, for the lists under a summary.
package enum FileFate: Hashable, Sendable {
  case held
  case needsReview
  case unsupported
  case unreadable(String)
}

/// Why a command does not start or could not finish.
package enum CommandProblem: Hashable, Sendable {
  case dictionaryMissing
  case dictionaryUnusable(path: String, why: String)
  case rulesUnusable(String)
  case noSuchInput(String)
  case outputInsideInput(String)
  case outputOverInput(String)
  case sameOutput(String)
  case outputUnwritable(String)
  case showTextInCI
  case unknownEncoding(String, known: [String])
  case cannotWrite
  case goldUnusable(path: String, line: Int)
  case listsUnusable(String)
}
