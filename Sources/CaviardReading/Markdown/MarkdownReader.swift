internal import CaviardCase

/// Markdown as detectors see it: whatever is not recognised as markup is text.
///
/// Marks that touch words (`Th**ad**deus`) are left out of the text, so that a word stays one; links, pictures and HTML
/// tags are taken apart; everything else is read as it stands.
struct MarkdownReader {
  func read(_ text: SourceText) throws(ReadingError) -> CaseText {
    var pins: Set<Kind> = []
    var wrongPin: Int?
    let result = text.utf8.withUnsafeBufferPointer { source -> CaseText in
      var scanner = MarkdownScanner(source: source)
      if let front = FrontMatter(source) {
        scanner.readFrontMatter(front)
        (pins, wrongPin) = front.pins(in: source)
      }
      scanner.readBlocks()
      return scanner.finish(text, pins: pins)
    }
    if let wrongPin { throw .unknownPin(at: SourcePositions(text).locate(wrongPin)) }
    return result
  }
}
