internal import CaviardPolicies

/// How the files of acceptances and consents write and read their values.
package enum LedgerText {
  /// Of a file: an entry is some hundred bytes.
  package static let limitBytes = 1 << 26

  /// In double quotes, with everything escaped that YAML or an editor would not leave as it is.
  static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let width = scalar.value > 0xFFFF ? 8 : 4
      return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
    default: return scalar == "\"" || scalar == "\\" ? "\\" + String(scalar) : String(scalar)
    }
  }

  static func fingerprint(in settings: SettingsFile) throws(PolicyError) -> String {
    let fingerprint = try text("fingerprint", in: settings)
    guard CaseFingerprinter.isFingerprint(fingerprint) else {
      throw settings.error(.notAFingerprint, at: "fingerprint")
    }
    return fingerprint
  }

  /// A text that must be there and say something.
  static func text(_ key: String, in settings: SettingsFile) throws(PolicyError) -> String {
    guard let text = try settings.text(key) else { throw settings.error(.missingKey(key), at: key) }
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw settings.error(.emptyWords(key: key), at: key)
    }
    return text
  }

  static func choices<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, in settings: SettingsFile
  ) throws(PolicyError) -> [Choice] {
    var choices: [Choice] = []
    for item in try settings.items(key) {
      guard let choice = Choice(rawValue: item.text) else {
        throw settings.error(
          .unknownValue(key: key, value: item.text, allowed: Choice.allCases.map(\.rawValue)), item)
      }
      choices.append(choice)
    }
    return choices
  }

  static func day(_ key: String, in settings: SettingsFile) throws(PolicyError) -> CalendarDay {
    guard let day = CalendarDay(try text(key, in: settings)) else { throw settings.error(.notADate(key: key), at: key) }
    return day
  }
}
