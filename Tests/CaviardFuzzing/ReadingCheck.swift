internal import CaviardCase
internal import CaviardReading

/// A reader takes a file whole or refuses it, and what it reads leads back to the file's bytes.
struct ReadingCheck {
  private static let marker = "Tremblaytest"

  private let format: CaseFormat
  private let reader: @Sendable (CaseSource, ReadingLimits) throws(ReadingError) -> CaseText

  /// Of cases.
  init(_ format: CaseFormat) {
    self.format = format
    reader = { source, limits throws(ReadingError) in try CaseReader(limits: limits).read(source) }
  }

  private init(styleSheets format: CaseFormat) {
    self.format = format
    reader = { source, _ throws(ReadingError) in try StyleSheetReader().read(source) }
  }

  static let styleSheet = ReadingCheck(styleSheets: .text)

  func check(_ bytes: [UInt8]) throws(FuzzFault) {
    try check(bytes, encoding: nil)
    guard format == .text else { return }
    for encoding in SourceEncoding.allCases { try check(bytes, encoding: encoding) }
  }

  private func check(_ bytes: [UInt8], encoding: SourceEncoding?) throws(FuzzFault) {
    let text = read(bytes, encoding, .standard)
    // libxml2 is given the file in pieces; where they end must not matter.
    let pieces = read(bytes, encoding, ReadingLimits(chunkBytes: 4 + bytes.count % 61))
    guard let text else { return try FuzzFault.require(pieces == nil, "refused whole, read in pieces") }
    guard let pieces else {
      // libxml2's push parser may take a `>` inside a DOCTYPE or comment that it has not got whole for its end, and refuses.
      return try FuzzFault.require(
        text.source.utf8.firstRange(of: Array("<!".utf8)) != nil, "read whole, refused in pieces")
    }
    let isSame = text.bytes == pieces.bytes && text.blocks == pieces.blocks && text.map == pieces.map
    try FuzzFault.require(isSame && text.media == pieces.media, "read otherwise in pieces")
    if let fault = text.faults().first { throw FuzzFault(fault) }
    let encoded = SourceEncoder().encode(text.source.utf8, as: text.source, format: format)
    try FuzzFault.require(encoded == bytes, "what is not edited is written otherwise")
    try checkNothingUnread(text)
  }

  /// A word put anywhere into the file is read, or the file is refused.
  private func checkNothingUnread(_ text: CaseText) throws(FuzzFault) {
    guard text.source.encoding == .utf8 else { return }
    let utf8 = text.source.utf8
    var place = utf8.isEmpty ? 0 : Int(truncatingIfNeeded: Self.hash(utf8) % UInt64(utf8.count + 1))
    while place < utf8.count, utf8[place] & 0xC0 == 0x80 { place += 1 }
    let marked = Array(utf8[..<place]) + Array(Self.marker.utf8) + Array(utf8[place...])
    guard let again = read(marked, .utf8, .standard) else { return }
    let isRead = again.blocks.contains { block in
      again.bytes[block.span.range].firstRange(of: Array(Self.marker.utf8)) != nil
    }
    let isMedia = again.media.contains { $0.source.lower <= place && place < $0.source.upper }
    try FuzzFault.require(isRead || isMedia, "a word put at byte \(place) of the text is not read")
  }

  private func read(_ bytes: [UInt8], _ encoding: SourceEncoding?, _ limits: ReadingLimits) -> CaseText? {
    do throws(ReadingError) {
      return try reader(CaseSource(name: "case", format: format, bytes: bytes, encoding: encoding), limits)
    } catch {
      // The message for a refusal is made for every file.
      _ = error.failure
      return nil
    }
  }

  /// FNV-1a.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
