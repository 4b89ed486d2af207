package import CaviardCase

/// A half-open range of Unicode scalars in a case's file, with what it is.
package struct LabelledSpan: Hashable, Sendable {
  package let start: Int
  package let end: Int
  package let label: String

  package init(start: Int, end: Int, label: String) {
    self.start = start
    self.end = end
    self.label = label
  }
}

/// What a person marked: one or more ranges of Unicode scalars that only together are the thing.
package struct GoldEntity: Hashable, Sendable {
  package let label: String
  package let ranges: [Range<Int>]

  package init(label: String, ranges: [Range<Int>]) {
    self.label = label
    self.ranges = ranges
  }

  init(_ span: LabelledSpan) { self.init(label: span.label, ranges: [span.start..<max(span.start, span.end)]) }
}

/// A case whose identifying spans people have marked.
package struct GoldCase: Sendable {
  package let id: String
  package let format: CaseFormat
  /// The file's text.
  package let text: String
  package let entities: [GoldEntity]
  /// What must survive.
  package let preserve: [LabelledSpan]
  /// False when what is not marked may identify as well; precision then says nothing.
  package let isExhaustive: Bool

  package init(
    id: String, format: CaseFormat, text: String, entities: [GoldEntity], preserve: [LabelledSpan] = [],
    isExhaustive: Bool = true
  ) {
    self.id = id
    self.format = format
    self.text = text
    self.entities = entities
    self.preserve = preserve
    self.isExhaustive = isExhaustive
  }

  package init(
    id: String, format: CaseFormat, text: String, spans: [LabelledSpan], preserve: [LabelledSpan] = [],
    isExhaustive: Bool = true
  ) {
    self.init(
      id: id, format: format, text: text, entities: spans.map(GoldEntity.init), preserve: preserve,
      isExhaustive: isExhaustive)
  }
}

/// What was found in a case, and what of it was changed.
package struct PredictedCase: Sendable {
  package let id: String
  package let found: [LabelledSpan]
  package let edited: [LabelledSpan]
  /// K of the text as read, where it is known.
  package let k: Double?

  package init(id: String, found: [LabelledSpan], edited: [LabelledSpan], k: Double? = nil) {
    self.id = id
    self.found = found
    self.edited = edited
    self.k = k
  }
}

/// The first thing in a gold or prediction file that cannot be used.
package struct GoldFault: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// A line that is no record of the format.
    case notARecord
    case notUTF8
    /// A span that does not lie in its text.
    case outside
    /// The words an annotation repeats are not those at its place: its offsets count something else.
    case otherWords
    /// A mark of a kind we do not know, or one that nothing closes.
    case mark
    /// Annotations without the text they belong to.
    case missingText
    /// Markup that is not well-formed, or not of this format.
    case markup
  }

  package let reason: Reason
  /// From 1.
  package let line: Int

  package init(_ reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }
}
