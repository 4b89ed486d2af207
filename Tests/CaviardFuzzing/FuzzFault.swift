/// A property that an input breaks. It names the property and the place in our code's terms, never text of the input.
package struct FuzzFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let property: String

  package init(_ property: String) { self.property = property }

  package var description: String { property }

  /// - Throws: the fault, unless the property holds.
  static func require(_ holds: Bool, _ property: @autoclosure () -> String) throws(FuzzFault) {
    guard holds else { throw FuzzFault(property()) }
  }
}
