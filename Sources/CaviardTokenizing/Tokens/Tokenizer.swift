package import CaviardCase

/// Cuts a case's text into words and numbers.
///
/// One pass over the bytes; a token holds the hash of its folded form, so that nothing after it reads letters again.
package struct Tokenizer: Sendable {
  /// Goes up whenever a text may give other tokens or keys than before: compiled dictionaries depend on it.
  package static let version: UInt32 = 1
  /// The seed of the keys.
  package static var seed: UInt64 { TokenHash.seed }

  package init() {}

  /// The tokens of all blocks, and for each block which of them are its own.
  package func tokenize(_ text: CaseText) -> (tokens: [Token], blockTokens: [Range<Int>]) {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.bytes.count / 6 + 16)
    var blockTokens: [Range<Int>] = []
    blockTokens.reserveCapacity(text.blocks.count)
    ByteReader.read(text.bytes) { reader in
      for block in text.blocks {
        let first = tokens.count
        let upper = min(block.span.upper, text.bytes.count)
        scan(reader, from: min(block.span.lower, upper), to: upper, into: &tokens)
        blockTokens.append(first..<tokens.count)
      }
    }
    return (tokens, blockTokens)
  }

  /// The tokens of bytes taken as one block.
  package func tokenize(_ bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    ByteReader.read(bytes) { scan($0, from: 0, to: bytes.count, into: &tokens) }
    return tokens
  }

  /// The keys of a term's words, in order.
  package func keys(of term: String) -> [UInt64] { tokenize(Array(term.utf8)).map(\.key) }

  /// A token's folded form: small letters without accents.
  package func foldedForm(of bytes: [UInt8], span: TextSpan) -> String {
    ByteReader.read(bytes) { reader in
      var tokens: [Token] = []
      scan(reader, from: span.lower, to: span.upper, into: &tokens)
      let folded = tokens.map { token in
        let plain = reader.folded(from: Int(token.lower), to: Int(token.upper), lookAlikes: false)
        let isPlain = TokenHash.hash(plain) == token.key
        return isPlain ? plain : reader.folded(from: Int(token.lower), to: Int(token.upper), lookAlikes: true)
      }
      return String(decoding: Array(folded.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
    }
  }

  private func scan(_ reader: ByteReader, from lower: Int, to upper: Int, into tokens: inout [Token]) {
    let firstToken = tokens.count
    var index = lower
    var between = GapTally()
    while index < upper {
      let (first, width) = reader.character(at: index, end: upper)
      guard first.isWord else {
        between.add(first.classCode)
        index += width
        continue
      }
      let start = index
      let (run, end) = scanRun(reader, from: start, to: upper, isOtherScript: first.is(.otherLetter))
      let key =
        run.mixesScripts
        ? TokenHash.hash(reader.folded(from: start, to: end, lookAlikes: true)) : run.hash.finish()
      tokens.append(
        Token(
          lower: start, upper: end, key: key, shape: run.shape,
          gap: tokens.count == firstToken ? .blockStart : between.gap, length: run.letters + run.digits,
          number: run.number))
      between.reset()
      index = end
    }
  }

  /// Counts and hashes the run that begins at `start`, and finds its end.
  ///
  /// ASCII letters go eight at a time; zero-width characters are inside the run only if something follows them.
  @inline(__always)
  private func scanRun(
    _ reader: ByteReader, from start: Int, to upper: Int, isOtherScript: Bool
  ) -> (run: RunTally, end: Int) {
    var run = RunTally()
    var index = start
    var end = start
    while true {
      while !isOtherScript, index + 8 <= upper {
        let letters = reader.letters(at: index)
        guard letters.count > 0 else { break }
        run.add(letters)
        index += letters.count
        end = index
        if letters.count < 8 { break }
      }
      guard index < upper else { return (run, end) }
      let (entry, width) = reader.character(at: index, end: upper)
      if entry.isWord {
        if entry.is(.otherLetter) != isOtherScript { return (run, end) }
        run.add(entry)
        if entry.folded != 0 {
          run.hash.append(folded: entry.folded)
        } else {
          for offset in 0..<width { run.hash.append(UInt64(reader.bytes[index + offset])) }
        }
        index += width
        end = index
      } else if entry.is(.mark) {
        index += width
        end = index
      } else if entry.is(.ignorable) {
        index += width
      } else {
        return (run, end)
      }
    }
  }
}

extension ByteReader {
  /// The folded bytes of a run; with look-alikes, Greek and Cyrillic letters that look Latin become Latin.
  func folded(from lower: Int, to upper: Int, lookAlikes: Bool) -> [UInt8] {
    var folded: [UInt8] = []
    var index = lower
    while index < upper {
      let (entry, width) = character(at: index, end: upper)
      if entry.isWord {
        if lookAlikes, let scalar = scalar(at: index, end: upper), let latin = Homoglyphs.latin(for: scalar.value) {
          folded.append(latin)
        } else if entry.folded == 0 {
          folded.append(contentsOf: (index..<index + width).map { bytes[$0] })
        } else {
          var rest = entry.folded
          while rest != 0 {
            folded.append(UInt8(rest & 0xFF))
            rest >>= 8
          }
        }
      }
      index += width
    }
    return folded
  }
}
