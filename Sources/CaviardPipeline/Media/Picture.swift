package import CaviardCase

/// A picture file without what it says beside its pixels; nothing is encoded anew.
package enum Picture: Hashable, Sendable {
  case jpeg
  case png

  /// Largest file copied, bytes.
  package static let limitBytes = 64 << 20

  /// The file with its pixels as they are, and without Exif, XMP, IPTC, comments, previews and what follows its end.
  ///
  /// - Throws: ``CaseFailure/Code/damagedMedia`` when it is another kind of file or not whole, with the byte.
  package func withoutMetadata(_ bytes: [UInt8]) throws(CaseFailure) -> [UInt8] {
    switch self {
    case .jpeg: try JPEGCleaner(bytes).clean()
    case .png: try PNGCleaner(bytes).clean()
    }
  }
}
