import CaviardCase
import CaviardPipeline
import CaviardTestSupport
import Testing

@Suite("Pictures without metadata")
struct PictureTests {
  @Test("a JPEG keeps its tables, frames and scans byte for byte, and nothing that could tell of anybody")
  func jpeg() throws {
    let scan: [UInt8] = [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD3, 0x56]
    let exif = Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0] + Self.plant
    let file = PictureFile.jpeg(
      before: [
        (0xE0, Array("JFIF\0".utf8) + [1, 2, 0, 0, 72, 0, 72, 1, 1] + Self.plant), (0xE1, exif),
        (0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + Self.plant),
        (0xE2, Array("ICC_PROFILE\0".utf8) + Self.plant),
        (0xED, Array("Photoshop 3.0\0".utf8) + Self.plant), (0xFE, Self.plant),
        (0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1] + Self.plant),
      ], scan: scan, after: Self.plant)
    let copy = try Picture.jpeg.withoutMetadata(file)
    let turned = Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
    #expect(
      copy
        == PictureFile.jpeg(
          before: [
            (0xE0, Array("JFIF\0".utf8) + [1, 2, 0, 0, 72, 0, 72, 0, 0]), (0xE1, turned),
            (0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1]),
          ], scan: scan, after: []))
    #expect(try Picture.jpeg.withoutMetadata(copy) == copy)
  }

  @Test("a PNG keeps pixels, palette and colours byte for byte, and nothing that could tell of anybody")
  func png() throws {
    let pixels: [(String, [UInt8])] = [("gAMA", [0, 0, 0xB1, 0x8F]), ("IDAT", [1, 2]), ("IDAT", [3])]
    let file = PictureFile.png(
      [
        ("tEXt", Self.plant), ("iTXt", Self.plant), ("zTXt", Self.plant), ("eXIf", Self.plant), ("tIME", [7, 0]),
        ("iCCP", Self.plant), ("prVt", Self.plant),
      ] + pixels + [("tEXt", Self.plant)], after: Self.plant)
    let copy = try Picture.png.withoutMetadata(file)
    #expect(copy == PictureFile.png(pixels, after: []))
    #expect(try Picture.png.withoutMetadata(copy) == copy)
  }

  @Test("progressive scans, restarts and tables between scans stay as they are")
  func progressive() throws {
    let second: [UInt8] =
      [0xFF, 0xC4, 0, 20, 0x10] + [1] + Array(repeating: 0, count: 15) + [7] + PictureFile.scan([9, 8])
    let file = PictureFile.jpeg(before: [], frame: 0xC2, scan: [1, 0xFF, 0xD0, 2] + second, after: [])
    #expect(try Picture.jpeg.withoutMetadata(file) == file)
  }

  @Test("the frames of an animation, 16 bits a sample and which way is up survive; Exif says nothing else")
  func pngKinds() throws {
    let exif = Array("II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0] + Self.plant
    let upright = Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 8, 0, 0, 0, 0, 0, 0]
    let frames: [(String, [UInt8])] = [
      ("acTL", [0, 0, 0, 2, 0, 0, 0, 0]), ("fcTL", Array(repeating: 0, count: 26)), ("IDAT", [1, 2]),
      ("fcTL", Array(repeating: 1, count: 26)), ("fdAT", [0, 0, 0, 2, 5]),
    ]
    let copy = try Picture.png.withoutMetadata(
      PictureFile.png([("eXIf", exif), ("eXIf", exif)] + frames, depth: 16, after: []))
    #expect(copy == PictureFile.png([("eXIf", upright)] + frames, depth: 16, after: []))
    #expect(try Picture.png.withoutMetadata(copy) == copy)
  }

  @Test("a table or chunk with room for words is refused")
  func roomy() {
    let tables: [(UInt8, [UInt8])] = [
      (0xDB, [0] + Array(repeating: 1, count: 64) + Self.plant),
      (0xC4, [0] + Array(repeating: 0, count: 16) + Self.plant),
      (0xDD, [0, 4] + Self.plant), (0xDC, Self.plant), (0xCC, Self.plant), (0xDE, Self.plant), (0xC8, Self.plant),
      (0xF7, Self.plant), (0x01, Self.plant), (0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0] + Self.plant),
    ]
    for table in tables {
      #expect(isRefused(PictureFile.jpeg(before: [table], scan: [1], after: []), as: .jpeg), "\(table.0)")
    }
    for type in ["gAMA", "sRGB", "pHYs", "tRNS", "acTL", "fcTL", "IEND", "cICP", "PLTE", "ABCD"] {
      let content = Array(repeating: Self.plant, count: 60).flatMap(\.self)
      #expect(isRefused(PictureFile.png([(type, content), ("IDAT", [1])], after: []), as: .png), "\(type)")
    }
  }

  @Test("lengths and offsets that point anywhere are refused or ignored, and random bytes never trap")
  func wild() {
    var random = SeededGenerator(seed: 5)
    let exif = Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
    let files: [(Picture, [UInt8])] = [
      (.jpeg, PictureFile.jpeg(before: [(0xE1, exif), (0xFE, Self.plant)], scan: [1, 0xFF, 0, 2], after: Self.plant)),
      (
        .png,
        PictureFile.png([("eXIf", Array(exif.dropFirst(6))), ("tEXt", Self.plant), ("IDAT", [1])], after: Self.plant)
      ),
    ]
    for (picture, file) in files {
      for _ in 0..<20_000 {
        var changed = file
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          changed[Int.random(in: 2..<file.count, using: &random)] =
            [0, 0xFF, 0x7F, .random(in: 0...255, using: &random)]
            .randomElement(using: &random) ?? 0
        }
        do throws(CaseFailure) {
          let copy = try picture.withoutMetadata(changed)
          let again = try picture.withoutMetadata(copy)
          #expect(again == copy)
        } catch {
          #expect(error.code == .damagedMedia)
        }
      }
    }
    #expect(isRefused([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF], as: .png))
    #expect(isRefused([0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 0x45], as: .jpeg))
  }

  @Test("a picture cut anywhere, of another kind, or with a wrong check sum is refused")
  func damaged() throws {
    let jpeg = PictureFile.jpeg(before: [(0xFE, Self.plant)], scan: [1, 2, 3], after: [])
    let png = PictureFile.png([("IDAT", [1, 2, 3])], after: [])
    for (picture, file) in [(Picture.jpeg, jpeg), (.png, png)] {
      for count in 0..<file.count { #expect(isRefused(Array(file.prefix(count)), as: picture), "\(count)") }
    }
    #expect(isRefused(jpeg, as: .png) && isRefused(png, as: .jpeg))
    #expect(isRefused(Array("<html/>".utf8), as: .jpeg))
    var changed = png
    changed[png.count - 20] ^= 1
    #expect(isRefused(changed, as: .png))
  }

  private static let plant = Array("Delphine Tremblay".utf8)

  private func isRefused(_ bytes: [UInt8], as picture: Picture) -> Bool {
    do throws(CaseFailure) {
      _ = try picture.withoutMetadata(bytes)
      return false
    } catch {
      return error.code == .damagedMedia && error.byte != nil
    }
  }
}

/// The least that is a picture file.
enum PictureFile {
  static func jpeg(
    before: [(UInt8, [UInt8])], frame: UInt8 = 0xC0, scan: [UInt8], after: [UInt8]
  ) -> [UInt8] {
    func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
      [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 0xFF)] + content
    }
    let tables = segment(0xDB, [0] + Array(repeating: 1, count: 64)) + segment(frame, [8, 0, 1, 0, 1, 1, 1, 0x11, 0])
    return [0xFF, 0xD8] + before.flatMap { segment($0.0, $0.1) } + tables + Self.scan(scan)
      + [0xFF, 0xD9] + after
  }

  static func scan(_ samples: [UInt8]) -> [UInt8] { [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0] + samples }

  static func png(_ chunks: [(String, [UInt8])], depth: UInt8 = 8, after: [UInt8]) -> [UInt8] {
    let header: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 1, depth, 0, 0, 0, 0]
    let whole = [("IHDR", header)] + chunks + [("IEND", [])]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + whole.flatMap { chunk($0.0, $0.1) } + after
  }

  private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + content
    return word(UInt32(content.count)) + body + word(checkSum(body))
  }

  private static func word(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 0xFF) } }

  /// CRC-32, bit by bit.
  private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
