import CaviardEvaluating
import Testing

@Suite("gold standards are read")
struct GoldTests {
  private func fault(_ read: () throws(GoldFault) -> Void) -> GoldFault? {
    do throws(GoldFault) {
      try read()
      return nil
    } catch {
      return error
    }
  }

  @Test("marks give the text and the spans, in Unicode scalars")
  func marks() throws {
    let marked = try MarkedText("Vue par [[person-name:Dr Léa]] [[1]] à [[place:Roy]].".utf8)
    #expect(marked.text == "Vue par Dr Léa [[1]] à Roy.")
    #expect(
      marked.spans == [
        LabelledSpan(start: 8, end: 14, label: "person-name"), LabelledSpan(start: 23, end: 26, label: "place"),
      ])
  }

  @Test("a mark that is not closed, of no kind, or not UTF-8 is a fault with its line")
  func wrongMarks() {
    #expect(fault { () throws(GoldFault) in _ = try MarkedText("a\n[[place:Roy".utf8) } == GoldFault(.mark, line: 2))
    #expect(fault { () throws(GoldFault) in _ = try MarkedText("[[hair:red]]".utf8) } == GoldFault(.mark, line: 1))
    #expect(
      fault { () throws(GoldFault) in _ = try MarkedText([0x61, 0x0A, 0xE9] as [UInt8]) }
        == GoldFault(.notUTF8, line: 2))
  }

  @Test("records are read, and the first that is none or reaches outside its text is named")
  func records() throws {
    let lines = #"{"id": "a", "text": "x", "spans": [], "exhaustive": false}"# + "\n\n"
    #expect(try GoldRecords.gold(Array(lines.utf8)).map(\.id) == ["a"])
    #expect(
      fault { () throws(GoldFault) in _ = try GoldRecords.gold(Array((lines + "{}\n").utf8)) }
        == GoldFault(.notARecord, line: 3))
    let outside = #"{"id": "a", "text": "x", "spans": [{"start": 0, "end": 2, "label": "y"}]}"#
    #expect(
      fault { () throws(GoldFault) in _ = try GoldRecords.gold(Array(outside.utf8)) } == GoldFault(.outside, line: 1))
  }

  @Test("brat: ranges count Unicode code points, in several parts; notes are passed over")
  func brat() throws {
    let text = "👩 Jean dit Roy, Québec"
    let annotations = "T1\tNAME 2 6;11 14\tJean Roy\r\n#1\tNote T1\tsure\nT2\tPLACE 16 22\tQuébec\n"
    let gold = try BratAnnotations.gold(id: "a", text: Array(text.utf8), annotations: Array(annotations.utf8))
    #expect(
      gold.entities == [
        GoldEntity(label: "NAME", ranges: [2..<6, 11..<14]), GoldEntity(label: "PLACE", ranges: [16..<22]),
      ])
    let marked = try BratAnnotations.gold(
      id: "a", text: Array("\u{FEFF}Roy".utf8), annotations: Array("T1\tNAME 1 4\tRoy\n".utf8))
    #expect(marked.text == "Roy" && marked.entities.first?.ranges == [0..<3])
  }

  @Test(
    "brat: what does not fit is a fault with its line",
    arguments: [
      ("T1\tNAME 0 4\tRoys\n", GoldFault.Reason.otherWords), ("T1\tNAME 0 99\tRoy\n", .outside),
      ("T1\tNAME 0 x\tRoy\n", .notARecord), ("T1\tNAME\tRoy\n", .notARecord), ("T1\n", .notARecord),
      ("T1\tNAME 3 1\tRoy\n", .outside),
    ])
  func wrongBrat(line: String, reason: GoldFault.Reason) {
    let annotations = Array(("R1\tx\n" + line).utf8)
    #expect(
      fault { () throws(GoldFault) in
        _ = try BratAnnotations.gold(id: "a", text: Array("Léa Roy".utf8), annotations: annotations)
      } == GoldFault(reason, line: 2))
  }

  private func i2b2(_ text: String, tags: String) throws(GoldFault) -> GoldCase {
    let xml = """
      <?xml version="1.0" encoding="UTF-8" ?>
      <deIdi2b2>
      <TEXT><![CDATA[\(text)]]></TEXT>
      <TAGS>
      \(tags)
      </TAGS>
      </deIdi2b2>
      """
    return try I2B2Document.gold(id: "a", Array(xml.utf8))
  }

  @Test("i2b2: offsets count the characters of the text, the type is the label")
  func i2b2() throws {
    let gold = try i2b2(
      "\nDr. Éloi & Roy <x>",
      tags: """
        <NAME id="P0" start="5" end="9" text="Éloi" TYPE="DOCTOR" comment="" />
        <AGE id="P1" start="12" end="15" text="Roy"/>
        """)
    #expect(gold.text == "\nDr. Éloi & Roy <x>")
    #expect(gold.entities.map(\.label) == ["DOCTOR", "AGE"])
    #expect(gold.entities.first?.ranges == [5..<9])
  }

  @Test("i2b2: a tag without a place, with other words, and other markup are faults with their line")
  func wrongI2B2() {
    let tag = #"<NAME id="P0" start="0" end="3" text="Léa"/>"#
    #expect(fault { () throws(GoldFault) in _ = try i2b2("Roy", tags: tag) } == GoldFault(.otherWords, line: 5))
    #expect(
      fault { () throws(GoldFault) in _ = try i2b2("Roy", tags: #"<NAME id="P0"/>"#) }
        == GoldFault(.notARecord, line: 5))
    #expect(
      fault { () throws(GoldFault) in _ = try I2B2Document.gold(id: "a", Array("<a>\n<b></a>".utf8)) }
        == GoldFault(.markup, line: 2))
    #expect(
      fault { () throws(GoldFault) in _ = try I2B2Document.gold(id: "a", Array("<html/>".utf8)) }?.reason == .markup)
  }
}
