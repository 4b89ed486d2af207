/// Why a case could not be processed to its end. Always a `block`; never text of the case.
package struct CaseFailure: Error, Hashable, Sendable {
  package enum Code: String, Hashable, Sendable {
    case unreadableFile = "unreadable-file"
    case undecodable
    case malformedMarkup = "malformed-markup"
    case tooLarge = "too-large"
    case tooDeep = "too-deep"
    case unsupportedFormat = "unsupported-format"
    case unsupportedEncoding = "unsupported-encoding"
    /// A zip that is damaged, hostile, or not what its name says.
    case malformedContainer = "malformed-container"
    case offsetMismatch = "offset-mismatch"
    case invalidRecord = "invalid-record"
    case scoring
    case unwritable
    /// A picture that is not what its name says, or not whole.
    case damagedMedia = "damaged-media"
    /// A picture says more than its pixels: Exif, comments, what follows its end.
    case pictureMetadata = "picture-metadata"
    /// A file that cases refer to holds an identifier, and is not edited.
    case identifyingCompanion = "identifying-companion"
    /// The name of a file that is no case tells of somebody.
    case identifyingName = "identifying-name"
    /// The scrubbed text did not pass the check of its own output.
    case unverified
  }

  package let code: Code
  /// Byte in the file as stored, from 0, when known.
  package let byte: Int?
  /// From 1, when known.
  package let line: Int?
  package let column: Int?
  /// A number or a fixed word that completes the message (a limit, an encoding's name, errno's text). Never text of the case.
  package let detail: String?
  /// The part of a container, as reports name it; ``byte``, ``line`` and ``column`` are then its own.
  package let part: String?

  package init(
    _ code: Code, byte: Int? = nil, line: Int? = nil, column: Int? = nil, detail: String? = nil, part: String? = nil
  ) {
    self.part = part
    self.code = code
    self.byte = byte
    self.line = line
    self.column = column
    self.detail = detail
  }

  /// True when the file was read to its end and must not be shared as it is.
  package var isJudgement: Bool {
    code == .pictureMetadata || code == .identifyingCompanion || code == .identifyingName
  }

  /// The same in the part of a container that reports name so.
  package func inPart(_ part: String) -> CaseFailure {
    CaseFailure(code, byte: byte, line: line, column: column, detail: detail, part: part)
  }
}
