/// The hook that git runs before a commit: the gate on what is staged.
package struct CommitHook: Sendable {
  package static let fileName = "pre-commit"
  /// What tells our own hook from another.
  private static let mark = "# Written by “caviard gate --install-hook”, which may replace it."

  private let command: String
  private let options: String
  private let complaint: String

  /// - Parameters:
  ///   - command: the absolute path of the command; when it is gone the one in `PATH` runs.
  ///   - options: of the gate, beside `--staged`.
  ///   - complaint: what is said when there is none; the commit stops.
  package init(command: String, options: [String], complaint: String) {
    self.command = Self.quoted(command)
    self.options = (["--staged"] + options.map(Self.quoted)).joined(separator: " ")
    self.complaint = Self.quoted(complaint)
  }

  package var text: String {
    """
    #!/bin/sh
    \(Self.mark)
    caviard=\(command)
    [ -x "$caviard" ] || caviard=$(command -v caviard) || {
      printf '%s\\n' \(complaint) >&2
      exit 64
    }
    exec "$caviard" gate \(options)

    """
  }

  /// The same in a hook of somebody else's.
  package var line: String { "\(command) gate \(options) || exit" }

  /// True for a hook that an earlier installation wrote.
  package static func isOurs(_ text: [UInt8]) -> Bool {
    let lines = text.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
    return lines.count > 1 && lines[1].elementsEqual(mark.utf8)
  }

  /// One word of the shell, whatever signs are in it.
  private static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }
}
