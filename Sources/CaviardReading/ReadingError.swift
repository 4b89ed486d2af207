package import CaviardCase

/// Why a case could not be read: where, and numbers or fixed words; never its text.
package enum ReadingError: Error, Hashable, Sendable {
  case tooLarge(bytes: Int, limit: Int)
  case tooDeep(limit: Int, at: SourcePosition)
  /// Byte `at` of the file, from 0, does not belong to a character of the encoding.
  ///
  /// `isMarked` is false for plain text that nothing says the encoding of: the user can name one.
  case undecodable(SourceEncoding, at: Int, isMarked: Bool)
  /// A NUL at this byte of the file: not text.
  case binary(at: Int)
  /// Another kind of file than its name says, by its usual name.
  case foreign(String)
  /// The name declared, when it is a well-known one.
  case unsupportedEncoding(name: String?)
  case malformedMarkup(at: SourcePosition)
  /// An entity that neither XML nor HTML defines; nothing is ever read as if it were not there.
  case undefinedEntity(at: SourcePosition)
  /// A DOCTYPE with declarations of its own (entities, defaulted attributes).
  case internalSubset(at: SourcePosition)
  /// A pin names no kind of finding.
  case unknownPin(at: SourcePosition)
  /// A character that shows the text after it in reverse order (U+202D, U+202E): what a reader sees is not what is read here.
  case reversedText(at: SourcePosition)
  /// What libxml2 reported is not what the file holds here.
  case offsetMismatch(at: SourcePosition)
  /// A zip, or what it holds as a whole.
  case container(ContainerFault)
  /// In the part of a container that reports name so.
  indirect case inPart(String, ReadingError)

  /// The same for reports.
  package var failure: CaseFailure {
    switch self {
    case .tooLarge(_, let limit):
      CaseFailure(.tooLarge, detail: "\(limit) bytes")
    case .tooDeep(let limit, let place):
      Self.failure(.tooDeep, at: place, detail: "\(limit) elements")
    case .undecodable(_, let byte, isMarked: false):
      CaseFailure(.undecodable, byte: byte, detail: "not UTF-8; if it is Western text, use --encoding windows-1252")
    case .undecodable(let encoding, let byte, isMarked: true):
      CaseFailure(.undecodable, byte: byte, detail: "not \(encoding.rawValue)")
    case .binary(let byte):
      CaseFailure(.undecodable, byte: byte, detail: "NUL byte")
    case .foreign(let name):
      CaseFailure(.unsupportedFormat, byte: 0, detail: name)
    case .unsupportedEncoding(let name):
      CaseFailure(.unsupportedEncoding, detail: name)
    case .malformedMarkup(let place):
      Self.failure(.malformedMarkup, at: place)
    case .undefinedEntity(let place):
      Self.failure(.malformedMarkup, at: place, detail: "undefined entity")
    case .internalSubset(let place):
      Self.failure(.malformedMarkup, at: place, detail: "declarations in the DOCTYPE")
    case .unknownPin(let place):
      Self.failure(.invalidRecord, at: place, detail: "unknown kind in a pin")
    case .reversedText(let place):
      Self.failure(.undecodable, at: place, detail: "U+202D or U+202E, which reverses the text shown")
    case .offsetMismatch(let place):
      Self.failure(.offsetMismatch, at: place)
    case .container(let fault):
      CaseFailure(fault.code, detail: fault.detail)
    case .inPart(let part, let error):
      error.failure.inPart(part)
    }
  }

  private static func failure(_ code: CaseFailure.Code, at place: SourcePosition, detail: String? = nil) -> CaseFailure
  {
    CaseFailure(code, byte: place.byte, line: place.line, column: place.column, detail: detail)
  }
}
