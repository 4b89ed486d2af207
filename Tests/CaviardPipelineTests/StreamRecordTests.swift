import CaviardCase
import CaviardPipeline
import Testing

@Suite("JSON Lines records")
struct StreamRecordTests {
  @Test("escapes in the text and in the names are understood")
  func escapes() throws {
    let record = try StreamRecord(Array(#"{"te\u0078t": "L\u00e9a \ud83d\ude00 \"a\"\n", "id": 3}"#.utf8))
    let source = try record.source(name: "-", language: nil)
    #expect(source.bytes == Array("Léa 😀 \"a\"\n".utf8))
    #expect(source.name == "3")
  }

  @Test("a record is written back with its other members as they came")
  func written() throws {
    let record = try StreamRecord(Array(#" { "a":1.0 ,"text":"x", "caviard": 1, "b" : null } "#.utf8))
    let line = record.written(text: Array("é\"".utf8), caviard: Array("{}".utf8))
    #expect(String(decoding: line, as: UTF8.self) == #"{"a":1.0, "text":"é\"", "b" : null, "caviard": {}}"# + "\n")
    let held = record.written(text: nil, caviard: Array("{}".utf8))
    #expect(String(decoding: held, as: UTF8.self) == #"{"a":1.0, "b" : null, "caviard": {}}"# + "\n")
  }

  @Test(
    "what is not JSON is refused",
    arguments: [
      "{", #"{"a"}"#, #"{"a":}"#, #"{"a":01}"#, #"{"a":1.}"#, #"{"a":"\x"}"#, "{\"a\":\"\u{01}\"}", #"{"a":tru}"#,
      #"{"a":1,}"#, #"{a:1}"#, #"{"a":"\udc00"}"#, #"{"a":"\ud800\u0041"}"#, "{} {}",
      #"{"a":"# + String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000) + "}",
    ])
  func refused(line: String) {
    #expect(throws: CaseFailure.self) { try StreamRecord(Array(line.utf8)) }
  }

  @Test("bytes that are not UTF-8 are refused")
  func notUTF8() {
    #expect(throws: CaseFailure.self) { try StreamRecord(Array(#"{"text": ""#.utf8) + [0xFF] + Array(#""}"#.utf8)) }
  }

  @Test("a language tag counts by its first part; one that is not ours is left to the text")
  func languages() throws {
    func language(_ tag: String) throws -> Language? {
      try StreamRecord(Array(#"{"text": "", "language": "\#(tag)"}"#.utf8)).source(name: "-", language: nil).language
    }
    #expect(try language("fr-CA") == .french)
    #expect(try language("EN") == .english)
    #expect(try language("de") == nil)
    #expect(try language("auto") == nil)
  }
}
