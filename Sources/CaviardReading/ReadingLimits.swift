package import CaviardCase

/// How much of a case the readers take. Past a limit the case is refused, never cut.
package struct ReadingLimits: Sendable, Hashable {
  /// Longest file, bytes as stored.
  package var caseBytes: Int
  /// Deepest nesting of elements.
  package var depth: Int
  /// Longest attribute value, comment or processing instruction, bytes of UTF-8.
  package var markupBytes: Int
  /// Bytes given to libxml2 at a time, at least 4.
  package var chunkBytes: Int
  /// Longest container, bytes as stored.
  package var containerBytes: Int
  /// Entries of a container that are unpacked, bytes: its texts, and pictures that are kept.
  package var unpackedBytes: Int
  package var containerEntries: Int
  /// Most times its packed size that an entry of 1 MiB or more unpacks to; XML of word processors stays under 50.
  package var containerRatio: Int

  /// All parts of a container that are read, bytes unpacked: a hundred pages of a word processor take 4 MB.
  package var partBytes: Int { 2 * caseBytes }
  /// Tags in them: those hundred pages have a hundred thousand.
  package var partTags: Int { caseBytes / 16 }

  /// Longest file of a format, bytes as stored.
  package func fileBytes(_ format: CaseFormat) -> Int { format.isContainer ? containerBytes : caseBytes }

  /// 2 MiB a file, 256 elements deep.
  package static let standard = ReadingLimits()

  package init(
    caseBytes: Int = 2 << 20, depth: Int = 256, markupBytes: Int = 8 << 20, chunkBytes: Int = 32 << 10,
    containerBytes: Int = 32 << 20, unpackedBytes: Int = 32 << 20, containerEntries: Int = 4096,
    containerRatio: Int = 200
  ) {
    self.containerBytes = containerBytes
    self.unpackedBytes = unpackedBytes
    self.containerEntries = containerEntries
    self.containerRatio = containerRatio
    self.caseBytes = caseBytes
    self.depth = depth
    self.markupBytes = markupBytes
    self.chunkBytes = max(4, chunkBytes)
  }
}
