/// Why a policy or configuration file cannot be used, and where.
package struct PolicyError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case unreadable
    case tooLarge(limitBytes: Int)
    /// Not YAML.
    case syntax
    case duplicateKey
    case unknownKey(String, allowed: [String])
    /// A key that would make the audience a setting: there is none.
    case audience(key: String)
    case missingKey(String)
    /// Words without a letter or digit.
    case emptyWords(key: String)
    /// The value under the key has another form than the one named.
    case wrongType(key: String, expected: Expected)
    case unknownValue(key: String, value: String, allowed: [String])
    case outOfRange(key: String, lower: Double, upper: Double)
    /// The value is looser than that of the policy it extends.
    case loosens(key: String)
    /// What relaxes needs a written reason.
    case missingReason(key: String)
    case unknownPolicy(String)
    /// The policy extends itself.
    case circular
    /// Not `keyed:` or `masked:` and 64 hexadecimal digits.
    case notAFingerprint
    /// Two entries accept the same.
    case duplicateEntry
    /// Not a day of the calendar as YYYY-MM-DD.
    case notADate(key: String)
  }

  package enum Expected: String, Hashable, Sendable {
    case text
    case number
    case wholeNumber
    case list
    case mapping
    case truth
  }

  package let file: String
  /// From 1, when known.
  package let line: Int?
  package let column: Int?
  package let problem: Problem

  package init(_ problem: Problem, file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }
}
