package import CaviardDictionaries

/// What is fuzzed: each takes any bytes and must neither trap, hang nor break one of its properties.
///
/// The raw value is the name of its folder under `Fixtures/Fuzz`.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// An XHTML file as stored.
  case xhtml
  /// An HTML file as stored.
  case html
  /// A plain text file as stored, and the same under an encoding that the user names.
  case text
  /// A Markdown file as stored.
  case markdown
  /// Text as the tokenizer takes it, well-formed or not.
  case tokenizer
  /// The standard input of `caviard stream`.
  case records
  /// A rule file of `Dictionaries/patterns`.
  case rules
  /// A policy file or a `caviard.yml`.
  case policies
  /// One letter for the format, then a case from its bytes to what was written and read again.
  case pipeline
  /// A JPEG or PNG file as stored; the check sums of a PNG are also made right.
  case pictures
  /// A style sheet as stored.
  case styles
  #if Containers
    /// A letter for the kind, then parts that stand in a whole DOCX or EPUB, or an archive as stored; see ``ContainersCheck``.
    case containers
  #endif
}

/// Runs one input through a target.
package struct FuzzCheck: Sendable {
  private let run: @Sendable ([UInt8]) -> FuzzFault?

  /// - Throws: when the dictionaries lack something that the target needs.
  package init(_ target: FuzzTarget, dictionary: CompiledDictionary) throws {
    switch target {
    case .xhtml: run = Self.holding { bytes throws(FuzzFault) in try ReadingCheck(.xhtml).check(bytes) }
    case .html: run = Self.holding { bytes throws(FuzzFault) in try ReadingCheck(.html).check(bytes) }
    case .text: run = Self.holding { bytes throws(FuzzFault) in try ReadingCheck(.text).check(bytes) }
    case .markdown: run = Self.holding { bytes throws(FuzzFault) in try ReadingCheck(.markdown).check(bytes) }
    case .tokenizer: run = Self.holding { bytes throws(FuzzFault) in try TokenizerCheck().check(bytes) }
    case .records: run = Self.holding { bytes throws(FuzzFault) in try RecordsCheck().check(bytes) }
    case .rules: run = Self.holding { bytes throws(FuzzFault) in try RulesCheck(dictionary).check(bytes) }
    case .policies: run = Self.holding { bytes throws(FuzzFault) in try PoliciesCheck(dictionary).check(bytes) }
    case .pipeline:
      let check = try PipelineCheck(dictionary)
      run = Self.holding { bytes throws(FuzzFault) in try check.check(bytes) }
    case .pictures: run = Self.holding { bytes throws(FuzzFault) in try PicturesCheck().check(bytes) }
    case .styles:
      let check = try StylesCheck(dictionary)
      run = Self.holding { bytes throws(FuzzFault) in try check.check(bytes) }
    #if Containers
      case .containers:
        let check = try ContainersCheck(dictionary)
        run = Self.holding { bytes throws(FuzzFault) in try check.check(bytes) }
    #endif
    }
  }

  /// The property that the input breaks, if any.
  package func fault(_ bytes: [UInt8]) -> FuzzFault? { run(bytes) }

  private static func holding(
    _ check: @escaping @Sendable ([UInt8]) throws(FuzzFault) -> Void
  ) -> @Sendable ([UInt8]) -> FuzzFault? {
    { bytes in
      do throws(FuzzFault) {
        try check(bytes)
        return nil
      } catch {
        return error
      }
    }
  }
}
