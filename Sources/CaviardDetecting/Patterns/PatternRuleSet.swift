package import CaviardDictionaries
internal import CaviardTokenizing

/// All rules, ready to run: their patterns as one program, chosen by what their first tokens can be.
package struct PatternRuleSet: Sendable {
  package let rules: [PatternRule]
  let program: PatternProgram
  let selection: PatternSelection

  /// - Parameter dictionary: whose rows the patterns' filters name.
  package init(_ rules: [PatternRule], dictionary: CompiledDictionary) {
    self.rules = rules
    program = PatternProgram(PatternProgramBuilder(dictionary: dictionary, rules: rules))
    selection = PatternSelection(
      rules, program, numberKeys: NumberWords().startingKeys,
      cueCount: dictionary.table(.cues).rowCount)
  }
}
