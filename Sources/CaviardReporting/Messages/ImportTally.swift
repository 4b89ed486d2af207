/// What an import of Orphanet's files came to.
package struct ImportTally: Hashable, Sendable {
  package let disorders: Int
  package let names: Int
  /// With a point prevalence, or a class.
  package let withPrevalence: Int
  package let withOnset: Int
  /// Rows of the base that the files add to.
  package let joined: Int
  /// Groups, obsolete entries and what is not rare.
  package let leftOut: Int

  package init(disorders: Int, names: Int, withPrevalence: Int, withOnset: Int, joined: Int, leftOut: Int) {
    self.disorders = disorders
    self.names = names
    self.withPrevalence = withPrevalence
    self.withOnset = withOnset
    self.joined = joined
    self.leftOut = leftOut
  }
}
