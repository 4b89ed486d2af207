internal import CaviardCase
package import CaviardPolicies

/// What the program says of policy and configuration files to an English reader.
extension EnglishMessages {
  package func policyError(_ error: PolicyError) -> String {
    let what =
      switch error.problem {
      case .unreadable: "cannot be read"
      case .tooLarge(let limit): "is larger than \(limit) bytes"
      case .syntax: "is not valid YAML"
      case .duplicateKey: "a key is written twice"
      case .unknownKey(let key, let allowed):
        "unknown key “\(key)”\(meant(key, allowed)); the keys here: \(list(allowed))"
      case .audience(let key):
        "there is no key “\(key)”: a small, private or logged-in audience never lowers the bar (caviard policy show canada "
          + "--source says why)"
      case .missingKey(let key): "“\(key)” is missing"
      case .emptyWords(let key): "“\(key)” holds words without a letter or digit"
      case .wrongType(let key, let expected): "“\(key)” must be \(form(expected))"
      case .unknownValue(let key, let value, let allowed):
        "“\(key)” cannot be “\(value)”\(meant(value, allowed)); it must be one of: \(list(allowed))"
      case .outOfRange(let key, let lower, let upper):
        "“\(key)” must be between \(Decimal.short(lower, digits: 9)) and \(Decimal.short(upper, digits: 9))"
      case .loosens(let key): "“\(key)” is looser than in the policy it extends; policies only tighten"
      case .missingReason(let key): "“\(key)” relaxes the policy: write a reason under “reason”"
      case .unknownPolicy(let name):
        "there is no policy “\(name)”\(meant(name, BuiltInPolicy.names)); built in are: \(list(BuiltInPolicy.names))"
      case .circular: "the policy extends itself"
      case .notAFingerprint: "not a fingerprint that belongs here: keyed: or masked: and 64 hexadecimal digits"
      case .duplicateEntry: "an entry like this one stands before it already"
      case .notADate(let key): "“\(key)” must be a day as YYYY-MM-DD"
      }
    return "\(error.file)\(place(error.line, error.column)): \(what)"
  }

  package func policyWarning(_ warning: PolicyWarning) -> String {
    let what =
      switch warning.problem {
      case .floorWithoutEffect(let kind):
        "the floor for “\(kind.rawValue)” changes nothing: the policy it extends leaves no more already"
      case .costOfPinned(let kind): "the cost of “\(kind.rawValue)” changes nothing: the kind is pinned"
      case .costOfDirect(let kind): "the cost of “\(kind.rawValue)” changes nothing: it is always removed"
      case .allowWithoutEffect(let word): "allowing “\(word)” changes nothing: it would not be taken for a name"
      }
    return "\(warning.file)\(place(warning.line, warning.column)): warning: \(what)"
  }

  package func purpose(_ policy: BuiltInPolicy) -> String {
    switch policy {
    case .canada: "cases shared in Canada (the default): enough people must fit, whoever the audience is"
    case .quebecLaw25: "Québec's regulation on anonymisation: also years, regions and age bands only"
    case .hipaaSafeHarbor: "the 18 identifiers of the United States' Safe Harbor, and enough people must fit"
    case .strict: "everything found is removed; for what is published for ever"
    case .flagOnly: "changes nothing: a report, and a marked copy that cannot pass the gate"
    }
  }

  package func linted(_ files: Int, mistakes: Int, warnings: Int) -> String {
    "\(count(files, "file", "files")): \(count(mistakes, "mistake", "mistakes")), \(count(warnings, "warning", "warnings"))."
  }

  package func startingPolicy(extending name: String) -> String {
    """
    # A policy of our own. It can only tighten the one it extends; what relaxes needs a written reason.
    # Check it with: caviard policy lint FILE      Use it with: --policy FILE, or policy: FILE in caviard.yml
    extends: \(name)

    # The highest risk left, at most 0.09 (one in 11); for sensitive topics at most 0.05.
    # threshold: 0.09
    # sensitive-threshold: 0.05

    # The people our hospital or faculty serves. More than the default needs a reason.
    # candidates: 300000
    # reason: why something is relaxed; every report repeats it

    # The finest that may be left of a kind, whatever K.
    # floors: {date: year, place: region, age: five-years, institution: removed}

    # What the cases are about and must stay. A case that cannot be shared so is kept back.
    # pin: [diagnosis]

    # Multipliers: what should rather stay costs more than 1.
    # costs: {occupation: 2}

    # References to pictures: placeholder, drop or keep.
    # media: placeholder

    # Words that are no names here (with a reason), words that always go, and words that no list has.
    # words:
    #   allow: [Bristol]
    #   deny: [Kettle Hollow]
    #   add: [{term: Nouvelle-Fin, kind: place, population: 300}]

    # Invented names instead of [person 1].
    # surrogates: true

    """
  }

  private func place(_ line: Int?, _ column: Int?) -> String {
    line.map { ":\($0)" + (column.map { ":\($0)" } ?? "") } ?? ""
  }

  private func meant(_ name: String, _ known: [String]) -> String {
    NearestName.of(name, among: known).map { " (did you mean “\($0)”?)" } ?? ""
  }

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private func form(_ expected: PolicyError.Expected) -> String {
    switch expected {
    case .text: "text"
    case .number: "a number"
    case .wholeNumber: "a whole number"
    case .list: "a list"
    case .mapping: "keys with their values"
    case .truth: "true or false"
    }
  }
}
