internal import CaviardCase

/// Rules as the compiled dictionary carries them: one line a rule, fields separated by U+001F, patterns by U+001E.
///
/// Only what detection needs; examples and reasons stay in the rule files, where they were checked.
package enum PatternRuleCodec {
  private static let fieldSeparator = "\u{1F}"
  private static let patternSeparator = "\u{1E}"
  private static let fieldByte: UInt8 = 0x1F
  private static let patternByte: UInt8 = 0x1E

  package static func encode(_ rules: [PatternRule]) -> [UInt8] {
    var text = ""
    for rule in rules {
      let fields: [String] = [
        rule.id, rule.kind.rawValue, rule.role.rawValue, rule.patternTexts.joined(separator: patternSeparator),
        rule.languages.map(\.rawValue).joined(separator: ","), String(rule.confidence), rule.check?.rawValue ?? "",
        rule.isCheckRequired ? "1" : "0", rule.value.rawValue, rule.needsReview ? "1" : "0",
      ]
      text += fields.joined(separator: fieldSeparator) + "\n"
    }
    return Array(text.utf8)
  }

  package static func decode(_ bytes: some Sequence<UInt8>) throws(PatternRuleError) -> [PatternRule] {
    var rules: [PatternRule] = []
    for line in Array(bytes).split(separator: UInt8(ascii: "\n")) {
      // Bytes, not characters: this is read at every start.
      let parts = line.split(separator: Self.fieldByte, omittingEmptySubsequences: false)
      let fields = parts.map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 10, let kind = Kind(rawValue: fields[1]), let role = FindingRole(rawValue: fields[2]),
        let confidence = Double(fields[5]), let value = PatternRule.ValueForm(rawValue: fields[8]),
        fields[6].isEmpty || NumberCheck(rawValue: fields[6]) != nil
      else { throw damaged(line: rules.count + 1) }
      let texts = parts[3].split(separator: Self.patternByte).map { String(decoding: $0, as: UTF8.self) }
      var patterns: [TokenPattern] = []
      for text in texts {
        do { patterns.append(try PatternParser.parse(text)) } catch { throw damaged(line: rules.count + 1) }
      }
      rules.append(
        PatternRule(
          id: fields[0], kind: kind, role: role, patterns: patterns, patternTexts: texts,
          languages: fields[4].split(separator: ",").compactMap { Language(rawValue: String($0)) },
          confidence: confidence, check: NumberCheck(rawValue: fields[6]), isCheckRequired: fields[7] == "1",
          value: value, needsReview: fields[9] == "1"))
    }
    return rules
  }

  private static func damaged(line: Int) -> PatternRuleError {
    PatternRuleError(path: "compiled patterns", line: line, column: nil, message: "damaged rule")
  }
}
