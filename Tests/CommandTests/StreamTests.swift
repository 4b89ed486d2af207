import Foundation
import Testing

@Suite("stream")
struct StreamTests {
  @Test("one record out for every record in, in order, at any number of jobs")
  func counts() throws {
    let lines = (0..<200).map { #"{"id": "r\#($0)", "text": "A 60-year-old man with chest pain."}"# }
    let folder = try Folder()
    var outputs: Set<String> = []
    for jobs in ["1", "5"] {
      let result = try Command.run(["stream", "--jobs", jobs], in: folder, input: lines.joined(separator: "\n") + "\n")
      #expect(result.status == 0)
      #expect(try result.objects.map { $0["id"] as? String } == (0..<200).map { "r\($0)" })
      outputs.insert(result.output)
    }
    #expect(outputs.count == 1, "the same bytes")
  }

  @Test("unknown members come back byte for byte; the text is scrubbed and the report added")
  func passedThrough() throws {
    let text = Stories.named.dropLast()
    let line =
      #"{"z":  1.50e+2, "id": 7,"text": "\#(text)", "é\u0041": {"a" : [ 1,2 ]}, "n": 12345678901234567890}"#
    let result = try Command.run(["stream"], in: try Folder(), input: line)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix(#"{"z":  1.50e+2, "id": 7, "text": ""#))
    #expect(result.output.contains(#""é\u0041": {"a" : [ 1,2 ]}, "n": 12345678901234567890, "caviard": {"#))
    let record = try result.object
    #expect(!(try #require(record["text"] as? String)).contains(Stories.marker))
    let report = try #require(record["caviard"] as? [String: Any])
    #expect((report["after"] as? [String: Any])?["verdict"] as? String == "pass")
  }

  @Test(
    "a line that is no valid record is one error record without its text",
    arguments: [
      "", "  ", "not json", "[]", "{}", #"{"text": 5}"#, #"{"text": "a", "text": "b"}"#, #"{"text": "\ud800"}"#,
      #"{"text": "Zyxquorvel"} x"#, #"{"text": "Zyxquorvel", "format": "pdf"}"#, #"{"text": "Zyxquorvel""#,
      #"{"te\u0078t": "Zyxquorvel", "format": 3}"#, #"{"text": "<p>Zyxquorvel</q>", "format": "xhtml"}"#,
    ])
  func errors(line: String) throws {
    let good = #"{"text": "A 60-year-old man with chest pain."}"#
    let result = try Command.run(["stream"], in: try Folder(), input: "\(good)\n\(line)\n\(good)\n")
    #expect(result.status == 0)
    let records = try result.objects
    #expect(records.count == 3)
    let error = try #require((records[1]["caviard"] as? [String: Any])?["error"] as? [String: Any])
    #expect(error["line"] as? Int == 2)
    #expect(error["code"] != nil && error["message"] != nil)
    #expect(records[1]["text"] == nil)
    #expect(!(result.output + result.errors).contains(Stories.marker))
    #expect(try Command.run(["stream", "--fail-on-error"], in: try Folder(), input: line + "\n").status == 2)
  }

  @Test("empty input gives empty output")
  func empty() throws {
    let result = try Command.run(["stream"], in: try Folder())
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
  }

  @Test("a record that stays blocked comes back with its report and without its text")
  func held() throws {
    let line = #"{"id": "a", "text": "\#(Stories.rare.dropLast())"}"#
    let record = try Command.run(["stream", "--pin", "diagnosis"], in: try Folder(), input: line).object
    #expect(record["id"] as? String == "a")
    #expect(record["text"] == nil)
    #expect((record["caviard"] as? [String: Any])?["verdict"] as? String == "block")
  }
}
