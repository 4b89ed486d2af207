import CaviardCase
import CaviardPipeline
import CaviardTestSupport
import Testing

@testable import CaviardGating

@Suite("fingerprints of case versions")
struct CaseFingerprinterTests {
  private static let key = Array("0123456789abcdef0123456789abcdef".utf8)
  private static let story =
    "A 47-year-old lighthouse keeper from Moosonee with Fabry disease was seen in March 2021. He does well.\n"

  private func fingerprints(
    _ text: String, _ format: CaseFormat = .text, key: [UInt8]? = key
  ) throws -> CaseFingerprints {
    let seen = try TestPipeline.canada.get().look(
      at: CaseSource(name: "a", format: format, bytes: Array(text.utf8)), heedingComments: true)
    let fingerprinter = try key.map { try #require(CaseFingerprinter(key: $0)) } ?? CaseFingerprinter()
    return fingerprinter.fingerprints(of: seen)
  }

  @Test("a key needs 32 bytes; white space at its end is none of it")
  func keys() throws {
    #expect(CaseFingerprinter(key: []) == nil)
    #expect(CaseFingerprinter(key: Array(repeating: 0x20, count: 99)) == nil)
    #expect(CaseFingerprinter(key: Array(Self.key.dropLast()) + [0x0A]) == nil)
    #expect(try fingerprints(Self.story) == fingerprints(Self.story, key: Self.key + Array("\r\n".utf8)))
    #expect(try fingerprints(Self.story).keyed != fingerprints(Self.story, key: Self.key.reversed()).keyed)
    #expect(try fingerprints(Self.story, key: nil).keyed == nil)
    #expect(CaseFingerprinter.newKey() != CaseFingerprinter.newKey())
    #expect(CaseFingerprinter(key: Array(CaseFingerprinter.newKey().utf8)) != nil)
  }

  @Test("both have the form that ledgers take")
  func form() throws {
    let fingerprints = try fingerprints(Self.story)
    #expect(try CaseFingerprinter.isFingerprint(#require(fingerprints.keyed)))
    #expect(try CaseFingerprinter.isFingerprint(#require(fingerprints.masked)))
    for text in ["", "keyed:", "masked:xyz", "sha:" + String(repeating: "0", count: 64)] {
      #expect(!CaseFingerprinter.isFingerprint(text))
    }
    #expect(!CaseFingerprinter.isFingerprint("keyed:" + String(repeating: "A", count: 64)))
  }

  @Test("the encoding does not matter, the format does")
  func format() throws {
    #expect(try fingerprints("\u{FEFF}" + Self.story).keyed == fingerprints(Self.story).keyed)
    #expect(try fingerprints(Self.story, .markdown).keyed != fingerprints(Self.story).keyed)
    #expect(try fingerprints(Self.story, .markdown).masked != fingerprints(Self.story).masked)
  }

  @Test("any edit but of white space between words makes another version")
  func anyEdit() throws {
    var dice = SeededGenerator(seed: 20_251_125)
    let own = try fingerprints(Self.story)
    let letters = Array(Self.story)
    for _ in 0..<60 {
      var edited = letters
      let index = Int.random(in: 0..<letters.count, using: &dice)
      if letters[index].isWhitespace {
        edited.insert(contentsOf: [" ", "\n", "\t", "\u{A0}", "\u{2003}"].shuffled(using: &dice).prefix(2), at: index)
        #expect(try fingerprints(String(edited)).keyed == own.keyed)
        continue
      }
      switch Int.random(in: 0..<3, using: &dice) {
      case 0: edited.remove(at: index)
      case 1: edited.insert(Character(Unicode.Scalar(UInt8.random(in: 97...122, using: &dice))), at: index)
      default: edited[index] = edited[index] == "x" ? "y" : "x"
      }
      #expect(try fingerprints(String(edited)).keyed != own.keyed, "\(String(edited))")
    }
  }

  @Test("the masked one is of no value that was found: as many letters of one kind are one version")
  func masked() throws {
    let own = try #require(try fingerprints(Self.story, key: nil).masked)
    let other = try fingerprints(Self.story.replacing("2021", with: "2022"), key: nil).masked
    #expect(own == other)
    #expect(try fingerprints(Self.story.replacing("well", with: "fine"), key: nil).masked != own)
    #expect(try fingerprints(Self.story.replacing("Moosonee", with: "Toronto"), key: nil).masked != own)
  }

  @Test(
    "nothing unkeyed is made of a case that holds or may hold a direct identifier",
    arguments: [
      "Mr. Zyxquorvel was seen.", "Call 418-555-0143.", "Born on 3 March 1961.", "Write to a.b@example.org.",
    ])
  func direct(text: String) throws {
    #expect(try fingerprints(Self.story + text + "\n", key: nil).masked == nil)
    #expect(try fingerprints(Self.story + text + "\n").keyed != nil)
  }

  @Test("nor of one whose author lets a word be that looks like a name; places let be are masked")
  func allowed() throws {
    let page = { (comment: String, rest: String) in "<p>\(rest) <!-- \(comment) --></p>" }
    let word = try fingerprints(
      page("caviard:allow person \"Zyxquorvel\" a brand", "Mr. Zyxquorvel was seen."), .html, key: nil)
    #expect(word.masked == nil)
    let places = try ["Moosonee", "Attawapi"].map {
      try fingerprints(page("caviard:allow place agreed", "Seen in \($0)."), .html, key: nil).masked
    }
    #expect(places[0] != nil)
  }

  @Test("runs of white space of any script are one space, none at the ends")
  func folding() {
    func folded(_ text: String) -> String {
      String(decoding: CaseFingerprinter.folded(Array(text.utf8)), as: UTF8.self)
    }
    #expect(folded(" a \r\n\u{2028}b\u{3000}\u{85}é ") == "a b é")
    #expect(folded(" \n").isEmpty)
    #expect(folded("a\u{200B}b") == "a\u{200B}b")
  }
}
