import Foundation
import Testing

@Suite("evaluate")
struct EvaluateTests {
  private let gold =
    #"{"id": "a", "text": "Seen by Dr. Roy, 47 years old.", "spans": [{"start": 12, "end": 15, "label": "NAME"}]}"#
  private let found = #"{"id": "a", "spans": [{"start": 8, "end": 15, "label": "person-name"}]}"#

  @Test("predictions are scored against gold, as a table and as JSON")
  func predictions() throws {
    let folder = try Folder(["g.jsonl": gold + "\n", "p.jsonl": found + "\n"])
    let arguments = ["evaluate", "--gold", "g.jsonl", "--predicted", "p.jsonl"]
    let table = try Command.run(arguments + ["--bootstrap", "50"], in: folder)
    #expect(table.status == 0)
    #expect(table.output.contains("characterRecall   1.000  [1.000 1.000]"))
    let report = try Command.run(arguments + ["--format", "json"], in: folder).object
    #expect(report["schema"] as? String == "caviard.evaluation/1")
    #expect(report["characterRecall"] as? Double == 1)
    #expect(report["precision"] as? Double == 0.6)
  }

  @Test("halves and labels choose what counts")
  func choices() throws {
    let folder = try Folder(["g.jsonl": gold + "\n", "p.jsonl": found + "\n"])
    let arguments = ["evaluate", "--gold", "g.jsonl", "--predicted", "p.jsonl", "--format", "json"]
    #expect(try Command.run(arguments + ["--half", "odd"], in: folder).object["cases"] as? Int == 0)
    #expect(try Command.run(arguments + ["--labels", "^AGE$"], in: folder).object["entities"] as? Int == 0)
    #expect(try Command.run(arguments + ["--labels", "AGE,NAME"], in: folder).object["entities"] as? Int == 1)
    #expect(try Command.run(arguments + ["--labels", "("], in: folder).status == 64)
  }

  @Test("a folder of brat, i2b2, marked files and records is read; the engine finds what is marked")
  func formats() throws {
    let i2b2 =
      #"<deIdi2b2><TEXT><![CDATA[Mr. Roy was seen.]]></TEXT><TAGS><NAME start="4" end="7" text="Roy"/></TAGS></deIdi2b2>"#
    let folder = try Folder([
      "gold/a.txt": "Mr. Roy was seen.", "gold/a.ann": "T1\tNAME 4 7\tRoy\n", "gold/b.xml": i2b2,
      "gold/c.txt": "Mr. [[person-name:Roy]] was seen.", "gold/d.jsonl": gold + "\n",
    ])
    let result = try Command.run(["evaluate", "--gold", "gold", "--format", "json"], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try result.object["cases"] as? Int == 4)
    #expect(try result.object["entityFull"] as? Double == 1)
    #expect((try result.object["sets"] as? [Any])?.count == 2)
  }

  @Test("gold that is malformed is status 64 with its line; a case without a prediction is status 2")
  func malformed() throws {
    let folder = try Folder([
      "g.jsonl": gold + "\n{\n", "ok.jsonl": gold + "\n", "none.jsonl": "", "empty.jsonl": "\n", "x.xml": "<a>\n</b>",
    ])
    let broken = try Command.run(["evaluate", "--gold", "g.jsonl"], in: folder)
    #expect(broken.status == 64)
    #expect(broken.errors.contains("g.jsonl:2"))
    #expect(!broken.errors.contains("Roy"))
    let markup = try Command.run(["evaluate", "--gold", "x.xml"], in: folder)
    #expect(markup.status == 64)
    #expect(markup.errors.contains("x.xml:2"))
    #expect(try Command.run(["evaluate", "--gold", "ok.jsonl", "--predicted", "none.jsonl"], in: folder).status == 2)
    for nothing in ["missing", "empty.jsonl"] {
      let result = try Command.run(["evaluate", "--gold", nothing], in: folder)
      #expect(result.status == 64)
      #expect(result.errors.contains(nothing))
    }
  }
}
