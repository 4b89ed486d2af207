/// What became of a file, for the lists under a summary.
package enum FileFate: Hashable, Sendable {
  case held
  case flagged
  case export
  case needsReview
  case unsupported
  case unreadable(String)
}

/// What is wrong with a file of gold or predictions.
package enum GoldProblem: Hashable, Sendable {
  case notARecord
  case notUTF8
  case outside
  case otherWords
  case mark
  case missingText
  case markup
}

/// What is wrong with a file of Orphanet's.
package enum OrphadataProblem: Hashable, Sendable {
  case markup
  case documentType
  case limit
  case notOrphadata
  case missingCode
  case invalidNumber
  case nothing
}

/// Why git cannot be asked.
package enum GitProblem: Hashable, Sendable {
  case noRepository
  case notInstalled
  case unknownRevision(String)
  /// The command of git's, and its status where it had one.
  case failed(String, status: Int32?)
}

/// What became of the hook that git runs before a commit.
package enum HookFate: Hashable, Sendable {
  case installed
  /// There was one that says the same.
  case unchanged
  /// There was another.
  case replaced
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
  case fileExists(String)
  case dateKeyUnusable(String, leastBytes: Int)
  case keyUnusable(String, KeyProblem)
  case consentNeedsKey
  /// Words of the command line that may name somebody.
  case namesSomebody(option: String)
  case emptyOption(option: String)
  /// Not a day to come, as YYYY-MM-DD.
  case notAComingDay(option: String)
  case removeNeedsWhole
  case showTextInCI
  case bratNeedsText
  case bratNeedsOneCase
  /// A form whose places are those of files as read, asked of a command that writes copies.
  case notOfCopies(String)
  case reportOverInput(String)
  case unknownEncoding(String, known: [String])
  case cannotWrite
  /// A hook of somebody else's, and the line that would do in it.
  case foreignHook(String, line: String)
  case goldUnusable(path: String, line: Int, GoldProblem)
  case noGold(String)
  case notAnExpression(option: String)
  case listsUnusable(String)
  case orphadataUnusable(path: String, line: Int, OrphadataProblem)
}
