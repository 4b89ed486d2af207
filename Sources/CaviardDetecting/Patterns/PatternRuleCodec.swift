internal import CaviardCase

/// Rules as the compiled dictionary carries them: one line a rule, fields separated by U+001F, patterns by U+001E.
///
/// Only what detection needs; examples and reasons stay in the rule files, where they were checked.
package enum PatternRuleCodec {
  private static let fieldSeparator = "\u{1F}"
  private static let patternSeparator = "\u{1E}"
  private static let fieldByte: UInt8 = 0x1F
  private static let patternByte: UInt8 = 0x1E
  private static let lineByte = UInt8(ascii: "\n")

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

  package static func decode(_ bytes: [UInt8]) throws(PatternRuleError) -> [PatternRule] {
    // Half of the rules are read while the other half is.
    let middle = bytes[(bytes.count / 2)...].firstIndex(of: lineByte).map { $0 + 1 } ?? bytes.count
    let halves = Concurrently.both {
      Self.rules(bytes[..<middle])
    } _: {
      Self.rules(bytes[middle...])
    }
    switch halves {
    case (.success(let first), .success(let second)): return first + second
    case (.success(let first), .failure(let damage)): throw damaged(line: first.count + damage.line)
    case (.failure(let damage), _): throw damaged(line: damage.line)
    }
  }

  /// A line of the part that is no rule, from 1.
  private struct Damage: Error {
    let line: Int
  }

  private static func rules(_ bytes: ArraySlice<UInt8>) -> Result<[PatternRule], Damage> {
    var rules: [PatternRule] = []
    for line in pieces(bytes, by: lineByte) where !line.isEmpty {
      guard let rule = rule(line) else { return .failure(Damage(line: rules.count + 1)) }
      rules.append(rule)
    }
    return .success(rules)
  }

  private static func rule(_ line: ArraySlice<UInt8>) -> PatternRule? {
    // Bytes, not characters: this is read at every start.
    let parts = pieces(line, by: fieldByte)
    guard parts.count == 10 else { return nil }
    let fields = parts.map { String(decoding: $0, as: UTF8.self) }
    guard let kind = Kind(rawValue: fields[1]), let role = FindingRole(rawValue: fields[2]),
      let confidence = Double(fields[5]), let value = PatternRule.ValueForm(rawValue: fields[8]),
      fields[6].isEmpty || NumberCheck(rawValue: fields[6]) != nil
    else { return nil }
    let texts = pieces(parts[3], by: patternByte).map { String(decoding: $0, as: UTF8.self) }
    var patterns: [TokenPattern] = []
    for text in texts {
      do { patterns.append(try PatternParser.parse(text)) } catch { return nil }
    }
    return PatternRule(
      id: fields[0], kind: kind, role: role, patterns: patterns, patternTexts: texts,
      languages: pieces(parts[4], by: UInt8(ascii: ",")).compactMap {
        Language(rawValue: String(decoding: $0, as: UTF8.self))
      },
      confidence: confidence, check: NumberCheck(rawValue: fields[6]), isCheckRequired: fields[7] == "1", value: value,
      needsReview: fields[9] == "1")
  }

  private static func pieces(_ bytes: ArraySlice<UInt8>, by separator: UInt8) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    bytes.withUnsafeBufferPointer { buffer in
      for index in 0..<buffer.count where buffer[index] == separator {
        pieces.append(bytes[start..<bytes.startIndex + index])
        start = bytes.startIndex + index + 1
      }
    }
    pieces.append(bytes[start...])
    return pieces
  }

  private static func damaged(line: Int) -> PatternRuleError {
    PatternRuleError(path: "compiled patterns", line: line, column: nil, message: "damaged rule")
  }
}
