#if Containers
  internal import CaviardCase

  /// What the parts of a container are, by its own tables: what is read, what is kept, what is dropped, and the changes that take out
  /// what belongs to no story.
  struct ContainerPackage {
    enum Form {
      case markup(MarkupVocabulary)
      case styleSheet
    }

    struct Part {
      let entry: ContainerEntry
      let form: Form
      let text: SourceText
      /// In the archive that is written.
      var path: String
      var isKept = true
      /// Of ``text``, sorted and disjoint.
      var cleaning: [Edit] = []
    }

    /// In the order they are read.
    var parts: [Part] = []
    var attachments: [SourceContainer.Attachment] = []
    /// As reports name them.
    var dropped: [String] = []

    static func decode(_ entry: ContainerEntry, _ format: CaseFormat = .xhtml) throws(ReadingError) -> SourceText {
      let bytes = try entry.unpacker.text(of: entry)
      do throws(ReadingError) {
        return try SourceDecoder().decode(CaseSource(name: "", format: format, bytes: bytes))
      } catch {
        throw .inPart(entry.shown, error)
      }
    }

    /// The tags of a text.
    ///
    /// - Throws: for a text nested more deeply than is read: what walks its tags looks at all that are open.
    static func tags(_ text: SourceText, of entry: ContainerEntry) throws(ReadingError) -> MarkupTags {
      let tags = MarkupTags(text.utf8)
      let limit = ReadingLimits.standard.depth
      guard tags.depth <= limit else {
        throw .inPart(entry.shown, .tooDeep(limit: limit, at: SourcePositions(text).locate(0)))
      }
      return tags
    }
  }
#endif
