/// A change of the source: these bytes become those.
package struct Edit: Hashable, Sendable {
  package let source: SourceSpan
  /// UTF-8, already escaped for its place; a placeholder's or a coarser step's words, never text of the case.
  package let replacement: [UInt8]

  package init(source: SourceSpan, replacement: [UInt8]) {
    self.source = source
    self.replacement = replacement
  }
}
