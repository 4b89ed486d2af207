internal import CaviardTokenizing

/// One figure of Orphanet's product 9 for one disorder.
struct OrphadataPrevalence: Hashable, Sendable {
  /// How near the figure is to the people our cases are about; a lower number is nearer.
  enum Area: Int, Comparable, Sendable {
    case canada
    case world
    case europe
    case unitedStates
    case other

    static func < (a: Area, b: Area) -> Bool { a.rawValue < b.rawValue }
  }

  let area: Area
  let isValidated: Bool
  /// People who have it, as a fraction; not new cases, not births.
  let point: Double?
  /// A class of ours, as in the list `diagnoses`.
  let className: String?
}

extension OrphadataPrevalence {
  static let classes: Set<String> = [
    "<1/1000000", "1-9/1000000", "1-9/100000", "1-5/10000", "6-9/10000", ">1/1000",
  ]

  /// The texts of one `Prevalence` element, in English or French.
  ///
  /// - Returns: `nil` for what says nothing of how many people have the disorder: births and new cases overstate it.
  init?(type: String, qualification: String, className: String, value: Double?, area: String, validation: String) {
    let type = Self.folded(type)
    self.area =
      switch Self.folded(area) {
      case "canada": .canada
      case "worldwide", "monde", "monde entier": .world
      case "europe": .europe
      case "united states", "etats unis": .unitedStates
      default: .other
      }
    isValidated = Self.folded(validation).hasPrefix("valid")
    if type.hasPrefix("cases") || type.hasPrefix("cas") {
      // A few described cases or families.
      point = nil
      self.className = "<1/1000000"
      return
    }
    guard type.contains("point") || type.contains("ponctuelle") else { return nil }
    let compact = String(className.filter { !$0.isWhitespace })
    self.className = Self.classes.contains(compact) ? compact : nil
    let isClassOnly = Self.folded(qualification).hasSuffix("only") || Self.folded(qualification).hasSuffix("seule")
    point = isClassOnly ? nil : value.flatMap { $0 > 0 ? $0 / 100_000 : nil }
    if point == nil, self.className == nil { return nil }
  }

  /// The best of several: validated, then near, then a figure rather than a class, then the rarest.
  static func best(_ all: [OrphadataPrevalence]) -> OrphadataPrevalence? {
    all.min { a, b in a.order.lexicographicallyPrecedes(b.order) }
  }

  private var order: [Double] {
    // Elsewhere, the rarest is what is safe to believe.
    let rank: [String: Double] = ["<1/1000000": 0, "1-9/1000000": 1, "1-9/100000": 2, "1-5/10000": 3, "6-9/10000": 4]
    return [
      isValidated ? 0 : 1, Double(area.rawValue), point == nil ? 1 : 0, className.map { rank[$0] ?? 5 } ?? 0,
      point ?? 0,
    ]
  }

  /// In dex: a checked figure from near, another figure, or a class (as in the list's `SOURCE.md`).
  var halfWidth: Double {
    if point != nil { return isValidated && area < .unitedStates ? 0.15 : 0.4 }
    switch className {
    case "6-9/10000": return 0.2
    case "1-5/10000": return 0.4
    case "<1/1000000", nil: return 0.8
    default: return 0.5
    }
  }

  static func folded(_ text: String) -> String {
    let tokenizer = Tokenizer()
    let bytes = Array(text.utf8)
    return tokenizer.tokenize(bytes).map { tokenizer.foldedForm(of: bytes, span: $0.span) }.joined(separator: " ")
  }
}
