#if Containers
  internal import CaviardCase

  /// Reads the parts of a container, one after another, into one text: one container is one case.
  struct ContainerReader {
    let limits: ReadingLimits

    let keepsPictures: Bool

    func read(_ source: CaseSource) throws(ReadingError) -> CaseText {
      let package = try Archive.reading(source.bytes, limits) { entries throws(ReadingError) in
        source.format == .epub
          ? try BookPackage.open(entries, keepsPictures) : try WordPackage.open(entries, keepsPictures)
      }
      var join = Join()
      for part in package.parts {
        let read: CaseText
        do throws(ReadingError) {
          switch part.form {
          case .markup(let vocabulary):
            read = try XHTMLReader(limits: limits, vocabulary: vocabulary).read(part.text, format: .xhtml)
          case .styleSheet:
            read = StyleSheetReader().read(part.text)
          }
          if let place = CaseReader.reversedText(in: read) { throw .reversedText(at: place) }
        } catch {
          throw .inPart(part.entry.shown, error)
        }
        join.add(WordEscapes(read).decoded(), of: part)
        guard join.bytes.count <= limits.caseBytes else {
          throw .tooLarge(bytes: join.bytes.count, limit: limits.caseBytes)
        }
      }
      return join.finish(package, format: source.format)
    }

    /// The text read so far, with its places in the text of all parts.
    private struct Join {
      var utf8: [UInt8] = []
      var bytes: [UInt8] = []
      var blocks: [TextBlock] = []
      var segments: [OffsetMap.Segment] = []
      var media: [MediaReference] = []
      var parts: [SourceContainer.Part] = []
      var cleaning: [Edit] = []

      mutating func add(_ text: CaseText, of part: ContainerPackage.Part) {
        if !parts.isEmpty { utf8.append(SourceContainer.separator) }
        let source = utf8.count
        func moved(_ span: SourceSpan) -> SourceSpan { SourceSpan(span.lower + source, span.upper + source) }
        let own = bytes.count
        func moved(_ span: TextSpan) -> TextSpan { TextSpan(span.lower + own, span.upper + own) }
        utf8 += text.source.utf8
        bytes += text.bytes
        if let last = bytes.last, last != .lineFeed { bytes.append(.lineFeed) }
        blocks += text.blocks.lazy.map {
          TextBlock(
            span: moved($0.span), role: $0.role, context: $0.context, declaredLanguage: $0.declaredLanguage,
            pin: $0.pin,
            labelLength: $0.labelLength)
        }
        segments += text.map.segments.lazy.map {
          OffsetMap.Segment(text: moved($0.text), source: moved($0.source), isExact: $0.isExact)
        }
        media += text.media.lazy.map {
          MediaReference(source: moved($0.source), element: $0.element, context: $0.context)
        }
        cleaning += part.cleaning.lazy.map { Edit(source: moved($0.source), replacement: $0.replacement) }
        parts.append(
          SourceContainer.Part(
            shown: part.entry.shown, path: part.path, encoding: part.text.encoding,
            hasByteOrderMark: part.text.hasByteOrderMark, span: SourceSpan(source, utf8.count), isKept: part.isKept))
      }

      func finish(_ package: ContainerPackage, format: CaseFormat) -> CaseText {
        let container = SourceContainer(
          parts: parts, attachments: package.attachments, dropped: package.dropped, cleaning: cleaning)
        return CaseText(
          source: SourceText(utf8: utf8, container: container), format: format, bytes: bytes, blocks: blocks,
          map: OffsetMap(segments: segments), media: media)
      }
    }
  }
#endif
