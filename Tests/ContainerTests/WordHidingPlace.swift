#if Containers
  import CaviardCase
  import CaviardTestSupport
  import Testing

  /// A DOCX with an identifier in one place where a word processor can hide it.
  struct WordHidingPlace: Sendable, CustomTestStringConvertible {
    let name: String
    let make: @Sendable (String) -> WordFixture
    let plants: [Plant]

    var testDescription: String { name }

    struct Plant: Sendable {
      let text: String
      /// What must be gone, in small letters.
      let words: [String]
    }

    static let plain = [
      Plant(text: "Delphine Tremblay", words: ["delphine", "tremblay"]), Plant(text: "514-555-0142", words: ["0142"]),
    ]
    /// Where nothing may hold a space.
    static let joined = [Plant(text: "delphine-tremblay", words: ["delphine", "tremblay"])]

    init(
      _ name: String, _ plants: [Plant] = plain, _ make: @escaping @Sendable (inout WordFixture, String) -> Void
    ) {
      self.name = name
      self.plants = plants
      self.make = { plant in
        var fixture = WordFixture()
        make(&fixture, plant)
        return fixture
      }
    }

    /// A place in the body: `§` stands for what is planted.
    private init(body: String, _ name: String, _ plants: [Plant] = plain) {
      self.init(name, plants) { $0.body = body.replacing("§", with: $1) }
    }

    private static func story(_ kind: String, _ root: String) -> WordHidingPlace {
      WordHidingPlace(kind) { fixture, plant in
        let text = "<w:\(root) \(WordFixture.namespaces)>" + WordFixture.paragraph(plant) + "</w:\(root)>"
        fixture.parts.append((path: "word/\(kind)1.xml", kind: kind, text: text))
      }
    }

    private static func notes(_ kind: String, _ element: String) -> WordHidingPlace {
      WordHidingPlace(kind) { fixture, plant in
        let text = """
          <w:\(kind) \(WordFixture.namespaces)><w:\(element) w:id="1">\(WordFixture.paragraph(plant))</w:\(element)></w:\(kind)>
          """
        fixture.parts.append((path: "word/\(kind).xml", kind: kind, text: text))
      }
    }

    static let all: [WordHidingPlace] =
      bodies + attributes + identifiers + [
        story("header", "hdr"), story("footer", "ftr"), notes("footnotes", "footnote"), notes("endnotes", "endnote"),
        notes("comments", "comment"),
        WordHidingPlace("comment author") { fixture, plant in
          fixture.parts.append(
            (
              path: "word/comments.xml", kind: "comments",
              text: """
              <w:comments \(WordFixture.namespaces)><w:comment w:id="1" w:author="\(plant)" w:initials="DT" \
              w:date="2019-03-12T10:00:00Z">\(WordFixture.paragraph("x"))</w:comment></w:comments>
              """
            ))
        },
        WordHidingPlace("title") { $0.core = "<dc:title>\($1)</dc:title>" },
        WordHidingPlace("creator") { $0.core = "<dc:creator>\($1)</dc:creator>" },
        WordHidingPlace("last modified by") { $0.core = "<cp:lastModifiedBy>\($1)</cp:lastModifiedBy>" },
        WordHidingPlace("description") { $0.core = "<dc:description>\($1)</dc:description>" },
        WordHidingPlace("keywords") { $0.core = "<cp:keywords>\($1)</cp:keywords>" },
        WordHidingPlace("custom property") {
          $0.custom =
            #"<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Note"><vt:lpwstr>\#($1)</vt:lpwstr></property>"#
        },
        WordHidingPlace("custom property name") {
          $0.custom =
            #"<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="\#($1)"><vt:lpwstr>x</vt:lpwstr></property>"#
        },
        WordHidingPlace("manager") { $0.app = "<Manager>\($1)</Manager>" },
        WordHidingPlace("company") { $0.app = "<Company>\($1)</Company>" },
        WordHidingPlace("headings kept as titles of parts") {
          $0.app =
            "<TitlesOfParts><vt:vector size=\"1\" baseType=\"lpstr\"><vt:lpstr>\($1)</vt:lpstr></vt:vector></TitlesOfParts>"
        },
        WordHidingPlace("document variable") {
          $0.settings = """
            <w:settings \(WordFixture.namespaces)><w:docVars><w:docVar w:name="x" w:val="\($1)"/></w:docVars></w:settings>
            """
        },
        WordHidingPlace("custom XML") {
          $0.parts.append((path: "customXml/item1.xml", kind: "customXml", text: "<note><who>\($1)</who></note>"))
        },
        WordHidingPlace("name of a style") {
          $0.parts.append(
            (
              path: "word/styles.xml", kind: "styles",
              text:
                #"<w:styles \#(WordFixture.namespaces)><w:style w:styleId="A1"><w:name w:val="\#($1)"/></w:style></w:styles>"#
            ))
        },
        WordHidingPlace("text of a level") {
          $0.parts.append(
            (
              path: "word/numbering.xml", kind: "numbering",
              text:
                #"<w:numbering \#(WordFixture.namespaces)><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="\#($1) %1"/></w:lvl></w:abstractNum></w:numbering>"#
            ))
        },
        WordHidingPlace("part nobody knows") {
          $0.others.append((path: "word/notes.dat", bytes: Array($1.utf8)))
        },
        WordHidingPlace("target of a link", joined) {
          $0.links =
            #"<Relationship Id="rId9" Type="\#(WordFixture.office)/hyperlink" Target="https://example.ca/\#($1)" TargetMode="External"/>"#
          $0.body = #"<w:p><w:hyperlink r:id="rId9"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>"#
        },
        WordHidingPlace("mail link", [Plant(text: "d.tremblay@example.ca", words: ["tremblay"])]) {
          $0.links =
            #"<Relationship Id="rId9" Type="\#(WordFixture.office)/hyperlink" Target="mailto:\#($1)" TargetMode="External"/>"#
          $0.body = #"<w:p><w:hyperlink r:id="rId9"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>"#
        },
        WordHidingPlace("template on a disk", joined) {
          $0.settings = #"<w:settings \#(WordFixture.namespaces)><w:attachedTemplate r:id="rId1"/></w:settings>"#
          $0.others.append(
            (
              path: "word/_rels/settings.xml.rels",
              bytes: Array(
                #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="\#(WordFixture.office)/attachedTemplate" Target="file:///C:/Users/\#($1)/a.dotx" TargetMode="External"/></Relationships>"#
                  .utf8)
            ))
        },
        WordHidingPlace("name of a picture's file", joined) {
          $0.links = #"<Relationship Id="rId9" Type="\#(WordFixture.office)/image" Target="media/\#($1).png"/>"#
          $0.others.append((path: "word/media/\($1).png", bytes: TinyPicture.png(comment: $1)))
          $0.body = "<w:p><w:r>\(WordFixture.picture("rId9"))</w:r></w:p>"
        },
        WordHidingPlace("name of a header's part", joined) { fixture, plant in
          fixture.parts.append(
            (
              path: "word/\(plant).xml", kind: "header",
              text: "<w:hdr \(WordFixture.namespaces)>\(WordFixture.paragraph("x"))</w:hdr>"
            ))
        },
      ]

    // swift-format-ignore
    private static let bodies: [WordHidingPlace] = [
      ("body", "<w:p><w:r><w:t>We saw § today.</w:t></w:r></w:p>"),
      ("inserted", #"<w:p><w:ins w:id="1" w:author="x" w:date="2019-03-12T10:00:00Z"><w:r><w:t>§</w:t></w:r></w:ins></w:p>"#),
      ("deleted", #"<w:p><w:r><w:t>It was </w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>§</w:delText></w:r></w:del></w:p>"#),
      ("moved from", #"<w:p><w:moveFrom w:id="1" w:author="x"><w:r><w:t>§</w:t></w:r></w:moveFrom></w:p>"#),
      ("moved to", #"<w:p><w:moveTo w:id="1" w:author="x"><w:r><w:t>§</w:t></w:r></w:moveTo></w:p>"#),
      ("hidden", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>§</w:t></w:r></w:p>"),
      ("text box, both copies", "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Text Box 1\"/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>§</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>§</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"),
      ("table", "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>§</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"),
      ("content control", "<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>§</w:t></w:r></w:sdtContent></w:sdt></w:p>"),
      ("ruby", "<w:p><w:r><w:ruby><w:rt><w:r><w:t>§</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>x</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"),
      ("formula", "<w:p><m:oMath><m:r><m:t>§</m:t></m:r></m:oMath></w:p>"),
      ("comment of XML", "<!-- § -->"),
      ("instruction of XML", "<?note §?>"),
      ("CDATA", "<w:p><w:r><w:t><![CDATA[§]]></w:t></w:r></w:p>"),
      ("field", #"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> SET a "§" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#),
      ("text outside any run", "<w:p>§</w:p>"),
      ("element of nobody", #"<w:p><z:a xmlns:z="urn:z">§</z:a></w:p>"#),
    ].map { WordHidingPlace(body: $0.1, $0.0) } + [
      WordHidingPlace(body: "<w:p><w:r><w:t>Met Mrs. §emb</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>lay today.</w:t></w:r></w:p>", "split over runs", [Plant(text: "Tr", words: ["tremb", "tr</w:t>"])]),
      WordHidingPlace(body: "<w:p><w:r><w:t>Met Mrs. §emb</w:t></w:r>\n  <w:proofErr w:type=\"spellStart\"/>\n  <w:bookmarkStart w:id=\"1\" w:name=\"a\"/>\n  <w:r>\n    <w:t>lay today.</w:t>\n  </w:r></w:p>", "split, with space between the elements", [Plant(text: "Tr", words: ["tremb"])]),
      WordHidingPlace(body: #"<w:p><w:r><w:t>Met Mrs. §emb</w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t>lay</w:t></w:r></w:ins></w:p>"#, "split over a tracked change", [Plant(text: "Tr", words: ["tremb"])]),
      WordHidingPlace(body: "<w:p><w:r><w:t>Met Mrs. §emb</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:t>lay today.</w:t></w:r></w:p>", "split by a text box", [Plant(text: "Tr", words: ["tremb"])]),
      WordHidingPlace(body: "<w:p><w:r><w:t>Mrs. Marie</w:t><w:noBreakHyphen/><w:t>§e came.</w:t></w:r></w:p>", "no-break hyphen", [Plant(text: "Èv", words: ["mrs. marie<", "ève"])]),
      WordHidingPlace(body: "<w:p><w:r><w:t>Met Mrs. &#x54;r§ today.</w:t></w:r></w:p>", "reference", [Plant(text: "emblay", words: ["emblay"])]),
      WordHidingPlace(body: "<w:p><w:r><w:t>Name:</w:t></w:r><w:r><w:tab/><w:t>§</w:t></w:r></w:p>", "after a tabulator", [Plant(text: "Wills", words: ["wills"])]),
      WordHidingPlace(body: "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Age</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>MRN</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>§</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "cell under its heading", [Plant(text: "4471192", words: ["4471192"])]),
      WordHidingPlace(body: #"<w:p><w:r><w:instrText> HYPERLINK "mailto:d.§emb</w:instrText></w:r><w:r><w:instrText>lay@example.ca" </w:instrText></w:r></w:p>"#, "field split over runs", [Plant(text: "tr", words: ["tremb", "lay@"])]),
    ]

    // swift-format-ignore
    private static let attributes: [WordHidingPlace] = [
      ("author of an insertion", #"<w:p><w:ins w:id="1" w:author="§"><w:r><w:t>x</w:t></w:r></w:ins></w:p>"#),
      ("author of a change of format", #"<w:p><w:r><w:rPr><w:rPrChange w:id="1" w:author="§"><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t></w:r></w:p>"#),
      ("alternative text", #"<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Shape 1" descr="§"/></wp:inline></w:drawing></w:r></w:p>"#),
      ("title of a drawing", #"<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Shape 1" title="§"/></wp:inline></w:drawing></w:r></w:p>"#),
      ("alternative text of VML", #"<w:p><w:r><w:pict><v:shape alt="§"/></w:pict></w:r></w:p>"#),
      ("WordArt", #"<w:p><w:r><w:pict><v:shape><v:textpath string="§"/></v:shape></w:pict></w:r></w:p>"#),
      ("tooltip", #"<w:p><w:hyperlink w:anchor="a" w:tooltip="§"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>"#),
      ("simple field", #"<w:p><w:fldSimple w:instr=" SET a &quot;§&quot; "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>"#),
      ("name of a control", #"<w:p><w:sdt><w:sdtPr><w:alias w:val="§"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>"#),
      ("tag of a control", #"<w:p><w:sdt><w:sdtPr><w:tag w:val="§"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>"#),
      ("choice of a list", #"<w:p><w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="§" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>"#),
      ("help of a form field", #"<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/><w:helpText w:type="text" w:val="§"/></w:ffData></w:fldChar></w:r></w:p>"#),
      ("default of a form field", #"<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput><w:default w:val="§"/></w:textInput></w:ffData></w:fldChar></w:r></w:p>"#),
      ("caption of a table", #"<w:tbl><w:tblPr><w:tblCaption w:val="§"/></w:tblPr><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#),
      ("smart tag", #"<w:p><w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="person"><w:smartTagPr><w:attr w:name="a" w:val="§"/></w:smartTagPr><w:r><w:t>x</w:t></w:r></w:smartTag></w:p>"#),
      ("attribute of nobody", #"<w:p xmlns:z="urn:z" z:owner="§"/>"#),
      ("value that no standard has", #"<w:p><w:pPr><w:jc w:val="§"/></w:pPr></w:p>"#),
    ].map { WordHidingPlace(body: $0.1, $0.0) }

    // swift-format-ignore
    private static let identifiers: [WordHidingPlace] = [
      ("bookmark and its link", #"<w:p><w:bookmarkStart w:id="1" w:name="§"/><w:bookmarkEnd w:id="1"/><w:hyperlink w:anchor="§"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>"#),
      ("name of a drawing", #"<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="§"/></wp:inline></w:drawing></w:r></w:p>"#),
      ("name of an element", "<w:p><w:§/></w:p>"),
      ("name of an attribute", #"<w:p w:§="x"/>"#),
      ("prefix of a namespace", #"<w:p xmlns:§="urn:z"/>"#),
      ("namespace", #"<w:p xmlns:z="urn:§"/>"#),
    ].map { WordHidingPlace(body: $0.1, $0.0, joined) }
  }
#endif
