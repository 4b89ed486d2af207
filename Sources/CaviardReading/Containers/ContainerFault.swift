internal import CaviardCase

/// Why a zip, or what it holds, is refused. Each is a fixed sentence: never a name that somebody gave.
package enum ContainerFault: Hashable, Sendable {
  case notAnArchive
  case damaged
  case encrypted
  case zip64
  /// Bytes before the first entry or after the end of the archive.
  case surroundingData
  case tooManyEntries(limit: Int)
  case tooMuchData(limitBytes: Int)
  /// In all parts that are read.
  case tooManyTags(limit: Int)
  /// An entry that unpacks to more than so many times its packed size.
  case tooDense(ratio: Int)
  /// Absolute, leaving its folder, or holding what no name holds.
  case unsafeName
  case duplicateName
  case symbolicLink
  case unknownCompression
  case missingPart
  case notADocument
  case notABook
  /// A picture where no element stands that could be taken out.
  case pictureElsewhere
  /// This build has no zip.
  case notBuiltIn
  case cannotWrite

  var code: CaseFailure.Code {
    switch self {
    case .notBuiltIn: .unsupportedFormat
    case .tooManyEntries, .tooMuchData, .tooManyTags, .tooDense: .tooLarge
    case .cannotWrite: .unwritable
    case .notAnArchive, .damaged, .encrypted, .zip64, .surroundingData, .unsafeName, .duplicateName, .symbolicLink,
      .unknownCompression, .missingPart, .notADocument, .notABook, .pictureElsewhere:
      .malformedContainer
    }
  }

  var detail: String {
    switch self {
    case .notAnArchive: "not a zip archive"
    case .damaged: "the archive is damaged or cut off"
    case .encrypted: "encrypted"
    case .zip64: "a zip64 archive"
    case .surroundingData: "data before or after the archive"
    case .tooManyEntries(let limit): "more than \(limit) entries"
    case .tooMuchData(let limit): "more than \(limit) bytes unpacked"
    case .tooManyTags(let limit): "more than \(limit) tags"
    case .tooDense(let ratio): "unpacks to more than \(ratio) times its size"
    case .unsafeName: "a name that leaves the archive"
    case .duplicateName: "a name that is there twice"
    case .symbolicLink: "a symbolic link"
    case .unknownCompression: "an unknown compression"
    case .missingPart: "a part is missing"
    case .notADocument: "not a Word document without macros"
    case .notABook: "not an EPUB"
    case .pictureElsewhere: "a picture outside a drawing"
    case .notBuiltIn: "built without DOCX and EPUB"
    case .cannotWrite: "the archive could not be written"
    }
  }
}
