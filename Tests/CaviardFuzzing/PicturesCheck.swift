internal import CaviardCase
internal import CaviardPipeline

/// A picture is refused, or its copy is one of its kind with nothing beside what its pixels need; copying that changes nothing,
/// whatever metadata are put between its pieces.
struct PicturesCheck {
  private static let word = Array("Qvandrilspur".utf8)

  func check(_ bytes: [UInt8]) throws(FuzzFault) {
    for picture in [Picture.jpeg, .png] { try check(bytes, as: picture) }
    // A changed chunk seldom has the right sum.
    try check(PNGPieces.withRightSums(bytes), as: .png)
  }

  private func check(_ bytes: [UInt8], as picture: Picture) throws(FuzzFault) {
    guard let copy = Self.copy(bytes, picture) else { return }
    try FuzzFault.require(copy.count <= bytes.count + 64, "a copy is longer")
    try FuzzFault.require(Self.copy(copy, picture) == copy, "copying twice changes something")
    try FuzzFault.require(Self.copy(copy, picture == .jpeg ? .png : .jpeg) == nil, "a picture is of two kinds")
    let places: [Int]
    switch picture {
    case .jpeg: places = try JPEGPieces.places(in: copy)
    case .png: places = try PNGPieces.places(in: copy)
    }
    try FuzzFault.require(Self.copy(copy + Self.word, picture) == copy, "what follows the end stays")
    // One place and kind of metadata for each input.
    let turn = bytes.count
    let place = places[turn % places.count]
    let piece =
      picture == .jpeg ? JPEGPieces.metadata(Self.word, kind: turn) : PNGPieces.metadata(Self.word, kind: turn)
    let planted = copy[..<place] + piece + copy[place...]
    try FuzzFault.require(Self.copy(Array(planted), picture) == copy, "metadata put before byte \(place) stay or harm")
  }

  private static func copy(_ bytes: [UInt8], _ picture: Picture) -> [UInt8]? {
    do throws(CaseFailure) { return try picture.withoutMetadata(bytes) } catch { return nil }
  }
}
