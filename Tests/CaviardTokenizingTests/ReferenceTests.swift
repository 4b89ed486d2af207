import CaviardCase
import CaviardTokenizing
import Testing

/// SplitMix64: the same texts on every run.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("Tokenizer against the slow reference")
struct ReferenceTests {
  let tokenizer = Tokenizer()
  let reference = ReferenceTokenizer()

  @Test("English and French samples give the same tokens")
  func samples() {
    let samples = [
      "A 47-year-old man (Mr. O'Brien) was seen on 12/03/2019 at St. John's; BP 120/80, T 38.5°C.",
      "Mme Lévesque-Côté, 82 ans, vit à L’Île-Perrot ; suivie depuis « l’été » 2018 : fièvre, dyspnée…\n\nAntécédents :\n– HTA",
      "Tél. : 514\u{A0}555-0199, courriel : a.b_c@exemple.ca, https://exemple.ca/x?y=1\r\n\r\nN° 12",
    ]
    for sample in samples { #expect(tokenizer.tokenize(Array(sample.utf8)) == reference.tokenize(sample)) }
  }

  @Test("random texts of awkward characters give the same tokens")
  func randomTexts() {
    let alphabet = Array(
      "aZbé09 \n\r\t.,;:!?'’-–_/@()[]«»\"…\u{301}\u{200B}\u{AD}\u{FEFF}œßŁαΑаА東한ا٣３ＡＺ\u{A0}\u{202F}ﬁ𝐀½²₂ªµ\u{1F600}ệЙй"
        .unicodeScalars)
    var random = SeededRandom(seed: 2024)
    for _ in 0..<3000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        scalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      let text = String(scalars)
      #expect(tokenizer.tokenize(Array(text.utf8)) == reference.tokenize(text), "\(text.unicodeScalars.map(\.value))")
    }
  }

  @Test("random scalars of all planes give the same tokens")
  func randomScalars() {
    var random = SeededRandom(seed: 99)
    for _ in 0..<1000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<30 {
        let limit: UInt32 = [0x80, 0x250, 0x800, 0x3000, 0x10000, 0x20000][Int.random(in: 0..<6, using: &random)]
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) { scalars.append(scalar) }
      }
      let text = String(scalars)
      #expect(tokenizer.tokenize(Array(text.utf8)) == reference.tokenize(text))
    }
  }
}
