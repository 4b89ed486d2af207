package import CaviardCase
package import CaviardDictionaries

/// Turns decisions into changes of the source.
///
/// Beyond what was found, an edit takes only white space, articles and prepositions (with the possessive of "in her
/// 40s"), and the comma or brackets that would be left around nothing or around the same words twice.
package struct EditPlanner: Sendable {
  private let wording: Wording
  private let media: MediaHandling

  package init(dictionary: CompiledDictionary, media: MediaHandling) {
    wording = Wording(dictionary)
    self.media = media
  }

  /// Sorted, disjoint edits that cover every byte of every finding whose action is to redact or to generalise, the marks
  /// of a patient's quotation, and media. `languages` gives the language of the paragraph at a span.
  package func plan(_ assessment: Assessment, for text: CaseText, languages: (TextSpan) -> Language) -> [Edit] {
    let blocks = BlockFinder(text)
    let rewrites = merged(Rewrite.disjoint(assessment.decisions), text, blocks)
    var edits = SourceEdits(text.map)
    var floor = 0
    var last: Character?
    for (index, rewrite) in rewrites.enumerated() {
      let block = blocks.block(at: rewrite.span)
      let ceiling = index + 1 < rewrites.count ? rewrites[index + 1].span.lower : text.bytes.count
      var place = Surroundings(
        bytes: text.bytes, block: block.span, span: rewrite.span,
        floor: min(rewrite.span.lower, max(floor, block.span.lower)), ceiling: ceiling)
      place.followsSpace = rewrite.span.lower == floor && last?.isWhitespace == true
      var phrase = phrase(rewrite, at: place, block, languages)
      let touches = phrase.lower == floor && index > 0
      if touches, last?.isWhitespace == false, phrase.lead.isEmpty, !phrase.words.isEmpty,
        !WritingForm.isIdentifier(block.context)
      {
        phrase.words = " " + phrase.words
      }
      write(phrase, rewrite.span, block.context, text, &edits)
      let before = phrase.lower > block.span.lower ? text.bytes[phrase.lower - 1] : 0x0A
      last = (phrase.lead + phrase.words).last ?? (touches ? last : before <= 0x20 ? " " : nil)
      floor = phrase.upper
    }
    for (mark, isOpening) in marks(assessment) where !rewrites.contains(where: { $0.span.overlaps(mark) }) {
      let block = blocks.block(at: mark)
      // Quotation marks of a script are its grammar.
      guard !WritingForm.isIdentifier(block.context) else { continue }
      edits.replace(
        withoutSpace(mark, isOpening: isOpening, block, text, rewrites),
        with: WritingForm.bytes("", in: block.context, before: []))
    }
    return edits.disjoint(media: mediaEdits(text, languages))
  }
}

extension EditPlanner {
  private func phrase(
    _ rewrite: Rewrite, at place: Surroundings, _ block: TextBlock, _ languages: (TextSpan) -> Language
  ) -> Phrase {
    // In front matter a bracket would begin a list.
    if WritingForm.isIdentifier(block.context) || block.role == .frontMatter && rewrite.isPlaceholder {
      let number: Int
      let kind: Kind
      if case .placeholder(let own, let count) = rewrite.replacement {
        (kind, number) = (own, count)
      } else {
        (kind, number) = (rewrite.decision.finding.kind, max(1, rewrite.decision.fact))
      }
      return Phrase(PlaceholderWords.identifier(kind, number: number), at: place)
    }
    let language = languages(rewrite.span)
    var phrase = wording.phrase(rewrite.replacement, rewrite.decision, at: place, language)
    dropRepeated(&phrase, wording.placeName(rewrite.replacement, language), at: place)
    if block.context == .plain { keepLineEnd(&phrase, at: place) }
    return phrase
  }

  /// A line end inside what goes moves to the nearest space, so that the lines of a plain file stay.
  private func keepLineEnd(_ phrase: inout Phrase, at place: Surroundings) {
    guard place.bytes[place.span.range].contains(0x0A), !phrase.words.contains("\n") else { return }
    if phrase.upper < min(place.ceiling, place.block.upper), place.bytes[phrase.upper] == 0x20 {
      phrase.words += "\n"
      phrase.upper += 1
    } else if phrase.lead.isEmpty, phrase.lower == place.span.lower, phrase.lower > place.floor,
      place.bytes[phrase.lower - 1] == 0x20
    {
      phrase.reach(down: phrase.lower - 1)
      phrase.words = "\n" + phrase.words
    }
  }

  /// "from Moosonee, Ontario" where Ontario stays: the town and the comma go.
  private func dropRepeated(_ phrase: inout Phrase, _ name: String?, at place: Surroundings) {
    guard let name, phrase.words.hasSuffix(name), phrase.upper == place.span.upper else { return }
    let start = place.span.upper
    guard start < place.block.upper, place.bytes[start] == UInt8(ascii: ",") else { return }
    let next = place.skippingSpaces(from: start + 1, lineEnds: false)
    let end = next + name.utf8.count
    guard next > start + 1, end <= min(place.ceiling, place.block.upper),
      place.bytes[next..<end].elementsEqual(name.utf8),
      end == place.block.upper || !Surroundings.isWordByte(place.bytes, end)
    else { return }
    phrase.words.removeLast(name.count)
    phrase.upper = next
  }

  /// Lead and words as one edit where they touch in the source, else each in its own place.
  private func write(
    _ phrase: Phrase, _ span: TextSpan, _ context: WritingContext, _ text: CaseText, _ edits: inout SourceEdits
  ) {
    let whole = TextSpan(phrase.lower, phrase.upper)
    let pieces = text.map.sourceSpans(of: whole)
    let next = pieces.last.map { text.source.utf8[min($0.upper, text.source.utf8.count)...] } ?? []
    let lineEnd = lineEnd(in: whole, text)
    func bytes(_ words: String, before next: ArraySlice<UInt8>) -> [UInt8] {
      var bytes = WritingForm.bytes(words.replacing("\n", with: lineEnd), in: context, before: next)
      // "[person 1](" and "[person 1]:" would be a link.
      if text.format == .markdown, bytes.last == UInt8(ascii: "]"), let sign = next.first,
        [UInt8(ascii: "("), UInt8(ascii: ":")].contains(sign)
      {
        bytes.append(0x20)
      }
      return bytes
    }
    if pieces.count <= 1 || phrase.lower == span.lower {
      edits.replace(whole, with: bytes(phrase.lead + phrase.words, before: next))
      return
    }
    edits.replace(TextSpan(phrase.lower, span.lower), with: bytes(phrase.lead, before: []))
    edits.replace(TextSpan(span.lower, phrase.upper), with: bytes(phrase.words, before: next))
  }

  /// The line end as the file writes it, where a span holds one.
  private func lineEnd(in span: TextSpan, _ text: CaseText) -> String {
    guard let position = span.range.first(where: { text.bytes[$0] == 0x0A }) else { return "\n" }
    let pieces = text.map.sourceSpans(of: TextSpan(position, position + 1))
    let isPair = pieces.contains { piece in
      text.source.utf8[max(0, piece.lower - 1)..<piece.upper].starts(with: [0x0D, 0x0A])
        || text.source.utf8[piece.range].starts(with: [0x0D, 0x0A])
    }
    return isPair ? "\r\n" : "\n"
  }

  /// Neighbours that would say the same twice ("Erdheim-Chester disease (ECD)") become one.
  private func merged(_ rewrites: [Rewrite], _ text: CaseText, _ blocks: BlockFinder) -> [Rewrite] {
    var result: [Rewrite] = []
    for var rewrite in rewrites {
      if let last = result.last, isAgeBefore(rewrite, last, text, blocks) {
        rewrite.span = last.span.union(rewrite.span)
        result[result.count - 1] = rewrite
        continue
      }
      guard let last = result.last, last.replacement == rewrite.replacement, last.replacement != .nothing else {
        result.append(rewrite)
        continue
      }
      let block = blocks.block(at: last.span)
      guard !WritingForm.isIdentifier(block.context), block.span.contains(rewrite.span) else {
        result.append(rewrite)
        continue
      }
      let gap = text.bytes[last.span.upper..<rewrite.span.lower]
      let punctuation = Array(gap.filter { $0 != 0x20 })
      let closing = rewrite.span.upper < block.span.upper ? text.bytes[rewrite.span.upper] : 0
      switch (punctuation, closing) {
      // ", in grade 9", « , en secondaire 3 »
      case ([], _), (Array(",".utf8), _), (Array(",in".utf8), _), (Array(",en".utf8), _):
        result[result.count - 1].span = last.span.union(rewrite.span)
      case (Array("(".utf8), UInt8(ascii: ")")):
        result[result.count - 1].span = TextSpan(last.span.lower, rewrite.span.upper + 1)
      default: result.append(rewrite)
      }
    }
    return result
  }

  /// "an 18-year-old welder" without its age: the age goes with what is written for the noun, and the article agrees with that.
  private func isAgeBefore(_ noun: Rewrite, _ age: Rewrite, _ text: CaseText, _ blocks: BlockFinder) -> Bool {
    guard case .placeholder(.age, _) = age.replacement, noun.replacement != .nothing,
      [.occupation, .ethnicity, .religion].contains(noun.decision.finding.kind)
    else { return false }
    let block = blocks.block(at: age.span)
    return block.span.contains(noun.span) && !WritingForm.isIdentifier(block.context)
      && text.string(age.span).hasSuffix("old") && text.bytes[age.span.upper..<noun.span.lower].elementsEqual([0x20])
  }

  private func marks(_ assessment: Assessment) -> [(TextSpan, isOpening: Bool)] {
    assessment.observations.flatMap { observation -> [(TextSpan, isOpening: Bool)] in
      switch observation {
      case .patientQuotation(let open, let close): [(open, true), (close, false)]
      case .contradiction, .sensitiveTopic: []
      }
    }
  }

  /// A mark with the space inside it, where there is one outside too.
  private func withoutSpace(
    _ mark: TextSpan, isOpening: Bool, _ block: TextBlock, _ text: CaseText, _ rewrites: [Rewrite]
  ) -> TextSpan {
    let place = Surroundings(
      bytes: text.bytes, block: block.span, span: mark, floor: block.span.lower, ceiling: block.span.upper)
    let inner =
      isOpening
      ? TextSpan(mark.lower, place.skippingSpaces(from: mark.upper, lineEnds: false))
      : TextSpan(place.skippingSpacesBack(from: mark.lower), mark.upper)
    return rewrites.contains { $0.span.overlaps(inner) } ? mark : inner
  }

  private func mediaEdits(_ text: CaseText, _ languages: (TextSpan) -> Language) -> [Edit] {
    guard media != .keep else { return [] }
    return text.media.enumerated().map { index, reference in
      guard media == .placeholder else { return Edit(source: reference.source, replacement: []) }
      guard reference.context != .identifier else {
        return Edit(
          source: reference.source,
          replacement: Array(PlaceholderWords.identifier(.media, number: index + 1).utf8))
      }
      let before = segment(before: reference.source.lower, text.map.segments)
      let language = before.map { languages($0.text) } ?? .english
      let words = PlaceholderWords.placeholder(.media, number: index + 1, language)
      return Edit(source: reference.source, replacement: WritingForm.bytes(words, in: reference.context, before: []))
    }
  }

  /// A piece of text that stands before a place of the source. O(log n): exact where text and source go the same way.
  private func segment(before position: Int, _ segments: [OffsetMap.Segment]) -> OffsetMap.Segment? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].source.lower <= position { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? segments[low - 1] : segments.first
  }
}
