import CaviardCase
import CaviardTokenizing
import Testing

@Suite("Tokenizer")
struct TokenizerTests {
  let tokenizer = Tokenizer()

  func tokens(_ text: String) -> [Token] { tokenizer.tokenize(Array(text.utf8)) }
  func key(_ word: String) -> UInt64? { tokenizer.keys(of: word).count == 1 ? tokenizer.keys(of: word).first : nil }
  func folded(_ text: String) -> String {
    tokenizer.foldedForm(of: Array(text.utf8), span: TextSpan(0, text.utf8.count))
  }

  @Test("apostrophes and hyphens of any kind separate")
  func separators() {
    let written = ["l'hôpital", "l’hôpital", "lʼhôpital", "l`hôpital", "l´hôpital", "L ' HOPITAL"]
    for text in written { #expect(tokenizer.keys(of: text) == tokenizer.keys(of: "l hopital"), "\(text)") }
    for dash in ["-", "\u{2010}", "\u{2011}", "–", "—", "\u{2212}"] {
      let found = tokens("Saint\(dash)Jean")
      #expect(found.map(\.gap) == [.blockStart, .hyphen])
      #expect(found.map(\.key) == tokenizer.keys(of: "saint jean"))
    }
  }

  @Test("case and accents fold away, composed or not")
  func folding() {
    #expect(
      folded("Élodie ŒUVRE Straße Łukasz Đặng Søren Nguyễn Ærø ĲSSEL")
        == "elodie oeuvre strasse lukasz dang soren nguyen aero ijssel")
    #expect(folded("ﬁèvre Αθήνα ΟΔΟΣ ΣΆΣ Йод") == "fievre αθηνα οδοσ σασ иод")
    let composed = "Ève Lévêque-Garçon à Ñuñoa, Åse, ć, ệ, ή, й, ё"
    let decomposed =
      "E\u{300}ve Le\u{301}ve\u{302}que-Garc\u{327}on a\u{300} N\u{303}un\u{303}oa, "
      + "A\u{30A}se, c\u{301}, e\u{323}\u{302}, η\u{301}, и\u{306}, е\u{308}"
    #expect(tokens(composed).map(\.key) == tokens(decomposed).map(\.key))
    #expect(tokens(composed).map(\.shape) == tokens(decomposed).map(\.shape))
    #expect(tokens(composed).map(\.length) == tokens(decomposed).map(\.length))
  }

  @Test("the mark at the end of a word belongs to it")
  func trailingMark() {
    let found = tokens("cafe\u{301} noir")
    #expect(found[0].span == TextSpan(0, 6))
    #expect(found[1].gap == .space)
  }

  @Test("zero-width characters and soft hyphens inside a word do not count, around it they do not show")
  func zeroWidth() {
    for hidden in ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}"] {
      let found = tokens("Da\(hidden)vid\(hidden) \(hidden)Roy")
      #expect(found.map(\.key) == tokenizer.keys(of: "david roy"))
      #expect(found.map(\.gap) == [.blockStart, .space])
      #expect(found.map(\.length) == [5, 3])
      #expect(Int(found[0].upper) == 5 + hidden.utf8.count)
    }
  }

  @Test("full-width, raised and mathematical letters and digits read as plain ones")
  func compatibility() {
    #expect(folded("Ｄａｖｉｄ ２０１９ Mᵐᵉ 𝐃𝐚𝐯𝐢𝐝 SpO₂") == "david 2019 mme david spo2")
    #expect(tokens("２０１９").map(\.number) == [2019])
    #expect(tokens("٢٠١٩").map(\.number) == [2019])
    #expect(tokens("Ｄａｖｉｄ").map(\.shape) == [.capitalised])
    #expect(tokens("10⁹").map(\.number) == [10])
  }

  @Test("look-alike letters fold only in a word that mixes scripts")
  func lookAlikes() {
    #expect(key("D\u{430}vid") == key("David"))
    #expect(tokens("D\u{430}vid").map(\.shape) == [.capitalised])
    #expect(key("\u{430}\u{435}\u{43E}") != key("aeo"))
    #expect(folded("D\u{430}vid") == "david")
  }

  @Test("a change to another script ends a word without a gap")
  func scripts() {
    let found = tokens("2019年Tokyo東京 Москва")
    #expect(found.map(\.gap) == [.blockStart, .none, .none, .none, .space])
    #expect(found.map(\.shape) == [.digits, .otherScript, .capitalised, .otherScript, .otherScript])
  }

  @Test("shapes say how a word is written")
  func shapes() {
    let found = tokens("fever Fever F FEVER McDonald iPhone 47F 3rd 2019 Élodie ÉLODIE")
    #expect(
      found.map(\.shape) == [
        .lower, .capitalised, .capitalised, .capitals, .mixedCase, .mixedCase, .alphanumeric, .alphanumeric, .digits,
        .capitalised, .capitals,
      ])
  }

  @Test(
    "a gap is named by what stands in it",
    arguments: [
      (" ", Gap.space), ("\u{A0}", .space), ("\u{202F}\u{2009}", .space), ("\n", .space), ("\r\n", .space),
      (" \n \n", .paragraphBreak), ("\r\n\r\n", .paragraphBreak), ("\r\r", .paragraphBreak), ("-", .hyphen),
      ("—", .hyphen), ("'", .apostrophe),
      ("’", .apostrophe), (".", .period), (",", .comma), ("/", .slash), (":", .colon), ("@", .at), ("_", .underscore),
      (". ", .periodSpace), (", ", .commaSpace), (": ", .colonSpace), (" : ", .colonSpace), ("\u{A0}: ", .colonSpace),
      ("?", .sentenceEnd), ("! ", .sentenceEnd), (" ; ", .sentenceEnd), ("… ", .sentenceEnd), ("...", .sentenceEnd),
      ("(", .bracket), (") ", .bracket), (" [", .bracket), (" - ", .other), ("\"", .other), ("://", .other),
      (").", .other), (" «\u{A0}", .other), ("\u{200B}-\u{200B}", .hyphen), (" .", .other),
    ])
  func gaps(between: String, gap: Gap) {
    #expect(tokens("a\(between)b").map(\.gap) == [.blockStart, gap])
  }

  @Test("numbers of up to 18 digits have a value, longer ones and mixtures none")
  func numbers() {
    #expect(
      tokens("0042 123456789012345678 1234567890123456789 12a").map(\.number) == [42, 123_456_789_012_345_678, -1, -1])
  }

  @Test("a word's length stops at 255")
  func longWord() {
    let found = tokens(String(repeating: "a", count: 70_000))
    #expect(found.count == 1)
    #expect(found[0].length == 255)
    #expect(found[0].upper == 70_000)
  }

  @Test("a token never crosses a block's edge and counts from the text's start")
  func blocks() {
    let bytes = Array("one two\nthree".utf8)
    let spans = [TextSpan(0, 5), TextSpan(5, 7), TextSpan(8, 8), TextSpan(8, 13)]
    let text = CaseText(
      source: SourceText(utf8: bytes), format: .text, bytes: bytes,
      blocks: spans.map { TextBlock(span: $0, role: .paragraph, context: .plain) },
      map: OffsetMap(identity: bytes.count))
    let (found, blocks) = tokenizer.tokenize(text)
    #expect(found.map { text.string($0.span) } == ["one", "t", "wo", "three"])
    #expect(found.map(\.gap) == [.blockStart, .space, .blockStart, .blockStart])
    #expect(blocks == [0..<2, 2..<3, 3..<3, 3..<4])
  }

  @Test("bytes that are not UTF-8 separate and never trap")
  func invalid() {
    let bytes: [UInt8] = [
      0x61, 0xFF, 0x62, 0xC3, 0x63, 0xE2, 0x80, 0x64, 0xED, 0xA0, 0x80, 0x65, 0xF4, 0x90, 0x80, 0x80, 0xC3,
    ]
    #expect(tokenizer.tokenize(bytes).map(\.key) == tokenizer.keys(of: "a b c d e"))
    #expect(tokenizer.tokenize([]).isEmpty)
    var random = SeededRandom(seed: 7)
    for _ in 0..<400 {
      let noise = (0..<64).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      for token in tokenizer.tokenize(noise) { #expect(token.lower < token.upper && token.upper <= 64) }
    }
  }
}
