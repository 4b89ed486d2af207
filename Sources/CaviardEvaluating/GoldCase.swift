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

/// A case whose identifying spans people have marked.
package struct GoldCase: Sendable {
  package let id: String
  package let format: CaseFormat
  /// The file's text.
  package let text: String
  package let spans: [LabelledSpan]
  /// What must survive.
  package let preserve: [LabelledSpan]
  /// False when what is not marked may identify as well; precision then says nothing.
  package let isExhaustive: Bool

  package init(
    id: String, format: CaseFormat, text: String, spans: [LabelledSpan], preserve: [LabelledSpan] = [],
    isExhaustive: Bool = true
  ) {
    self.id = id
    self.format = format
    self.text = text
    self.spans = spans
    self.preserve = preserve
    self.isExhaustive = isExhaustive
  }
}

/// What was found in a case, and what of it was changed.
package struct PredictedCase: Sendable {
  package let id: String
  package let found: [LabelledSpan]
  package let edited: [LabelledSpan]

  package init(id: String, found: [LabelledSpan], edited: [LabelledSpan]) {
    self.id = id
    self.found = found
    self.edited = edited
  }
}
