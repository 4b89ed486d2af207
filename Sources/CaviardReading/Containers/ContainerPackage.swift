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
      do {
        return try SourceDecoder().decode(CaseSource(name: "", format: format, bytes: entry.bytes))
      } catch {
        throw .inPart(entry.shown, error)
      }
    }
  }
#endif
