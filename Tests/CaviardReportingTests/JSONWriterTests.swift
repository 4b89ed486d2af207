import CaviardReporting
import Testing

@Suite("JSON as we write it")
struct JSONWriterTests {
  @Test("order, escapes and numbers")
  func line() {
    var json = JSONWriter()
    json.object { json in
      json.member("b", "é\"\\\n\u{01}")
      json.member("a", 1)
      json.key("n")
      json.number(Double.nan)
      json.key("empty")
      json.array([Int]()) { $0.number($1) }
      json.member("list", ["x", "y"])
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"b": "é\"\\\n\u0001", "a": 1, "n": null, "empty": [], "list": ["x", "y"]}"#)
  }

  @Test("indented")
  func indented() {
    var json = JSONWriter(.indented)
    json.object { json in
      json.key("a")
      json.array([1, 2]) { $0.number($1) }
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == "{\n  \"a\": [\n    1,\n    2\n  ]\n}")
  }
}
