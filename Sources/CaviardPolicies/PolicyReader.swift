internal import CaviardCase

/// Reads one policy file key by key and goes on after a mistake, so that all of them can be said at once.
struct PolicyReader {
  private enum Author: String, CaseIterable {
    case known
    case hidden
  }

  private let file: SettingsFile
  private let parent: Policy
  private var policy: Policy
  private var mistakes: [PolicyError]
  private var warnings: [PolicyWarning] = []
  private var allowed: [PlacedWord] = []

  init(file: SettingsFile, name: String, parent: Policy, mistakes: [PolicyError]) {
    self.file = file
    self.parent = parent
    self.mistakes = mistakes
    policy = parent
    policy.name = name
  }

  var reading: PolicyReading {
    PolicyReading(
      policy: policy, mistakes: mistakes.sorted { Self.isBefore(($0.line, $0.column), ($1.line, $1.column)) },
      warnings: warnings.sorted { Self.isBefore(($0.line, $0.column), ($1.line, $1.column)) }, allowed: allowed)
  }

  mutating func read() {
    mistakes += file.unknownKeys(PolicyFile.keys)
    if let reason = attempt(file, { settings throws(PolicyError) in try settings.text("reason") }) {
      policy.reason = reason
    }
    tighten()
    relax()
    for item in attempt(file, { settings throws(PolicyError) in try settings.items("pin") }) ?? [] {
      if let kind = kind(item, under: "pin", in: file, Kind.allCases) { policy.pins.insert(kind) }
    }
    if let media = attempt(file, { settings throws(PolicyError) in try settings.choice("media", MediaHandling.self) }) {
      policy.media = media
    }
    setSwitches()
    readWords()
    setCosts()
    addFloors()
  }
}

extension PolicyReader {
  /// The value, or `nil` where there is none, after noting why.
  private mutating func attempt<Value>(
    _ settings: SettingsFile, _ read: (SettingsFile) throws(PolicyError) -> Value?
  ) -> Value? {
    do throws(PolicyError) {
      return try read(settings)
    } catch {
      mistakes.append(error)
      return nil
    }
  }

  private mutating func tighten() {
    if let threshold = number("threshold", in: 0.0001...0.09) {
      if threshold > policy.threshold { mistakes.append(file.error(.loosens(key: "threshold"), at: "threshold")) }
      policy.threshold = min(policy.threshold, threshold)
      policy.sensitiveThreshold = min(policy.sensitiveThreshold, threshold)
    }
    let key = "sensitive-threshold"
    if let threshold = number(key, in: 0.0001...0.05) {
      if threshold > policy.sensitiveThreshold, threshold > parent.sensitiveThreshold {
        mistakes.append(file.error(.loosens(key: key), at: key))
      }
      policy.sensitiveThreshold = min(policy.sensitiveThreshold, threshold)
    }
  }

  private mutating func relax() {
    if let candidates = attempt(
      file,
      { settings throws(PolicyError) in try settings.wholeNumber("candidates", in: 1...PolicyFile.candidatesLimit) })
    {
      if candidates > policy.candidates { requireReason(for: "candidates") }
      policy.candidates = candidates
    }
    if attempt(file, { settings throws(PolicyError) in try settings.choice("author", Author.self) }) == .hidden {
      requireReason(for: "author")
      policy.authorHidden = true
    }
  }

  private mutating func setSwitches() {
    for (key, path) in [("strict", \Policy.isStrict), ("flag-only", \Policy.isFlagOnly)] {
      guard let isOn = attempt(file, { settings throws(PolicyError) in try settings.truth(key) }) else { continue }
      if policy[keyPath: path], !isOn { mistakes.append(file.error(.loosens(key: key), at: key)) }
      policy[keyPath: path] = policy[keyPath: path] || isOn
    }
    if let isOn = attempt(file, { settings throws(PolicyError) in try settings.truth("surrogates") }) {
      policy.usesSurrogates = isOn
    }
  }

  private mutating func readWords() {
    guard let words = attempt(file, { settings throws(PolicyError) in try settings.section("words") }) else { return }
    mistakes += words.unknownKeys(["add", "allow", "deny"])
    for entry in attempt(words, { settings throws(PolicyError) in try settings.entries("add") }) ?? [] {
      switch entry {
      case .failure(let error): mistakes.append(error)
      case .success(let entry): if let added = added(entry) { policy.add.append(added) }
      }
    }
    for item in self.words("deny", in: words) { policy.deny.append(item.text) }
    let allow = self.words("allow", in: words)
    if !allow.isEmpty { requireReason(for: "words") }
    policy.allow += allow.map(\.text)
    allowed = allow.map { PlacedWord(word: $0.text, line: $0.line, column: $0.column) }
  }

  /// Words to be found in cases; each must hold a letter or digit.
  private mutating func words(_ key: String, in words: SettingsFile) -> [SettingsFile.Item] {
    let items = attempt(words, { settings throws(PolicyError) in try settings.items(key) }) ?? []
    for item in items where !item.isWord { mistakes.append(words.error(.emptyWords(key: key), item)) }
    return items.filter(\.isWord)
  }

  /// `{term: Kettle Hollow, kind: place, population: 300}`
  private mutating func added(_ entry: SettingsFile) -> AddedTerm? {
    mistakes += entry.unknownKeys(["term", "kind", "population"])
    let terms = words("term", in: entry)
    let kinds = attempt(entry, { settings throws(PolicyError) in try settings.items("kind") }) ?? []
    for (key, isMissing) in [("term", !entry.keys.contains("term")), ("kind", kinds.isEmpty)] where isMissing {
      mistakes.append(entry.error(.missingKey(key), at: key))
    }
    let population =
      attempt(entry, { settings throws(PolicyError) in try settings.wholeNumber("population", in: 1...100_000_000) })
    guard let named = kinds.first, let kind = kind(named, under: "kind", in: entry, AddedTerm.kinds) else { return nil }
    if population != nil, kind != .place {
      mistakes.append(entry.keyError(.unknownKey("population", allowed: ["term", "kind"]), "population"))
    }
    return terms.first.map { AddedTerm(term: $0.text, kind: kind, population: population) }
  }

  private mutating func setCosts() {
    guard let costs = attempt(file, { settings throws(PolicyError) in try settings.section("costs") }) else { return }
    mistakes += costs.unknownKeys(Kind.allCases.map(\.rawValue))
    for key in costs.keys {
      guard let kind = Kind(rawValue: key) else { continue }
      let factor = attempt(costs) { settings throws(PolicyError) in try settings.number(key, in: 0.01...100) }
      guard let factor else { continue }
      policy.costs[kind] = factor
      if policy.pins.contains(kind) { warn(.costOfPinned(kind), at: key, in: costs) }
      if kind.identifierClass == .direct { warn(.costOfDirect(kind), at: key, in: costs) }
    }
  }

  private mutating func addFloors() {
    guard let floors = attempt(file, { settings throws(PolicyError) in try settings.section("floors") }) else { return }
    mistakes += floors.unknownKeys(Kind.allCases.filter { !Floor.floors(of: $0).isEmpty }.map(\.rawValue))
    for key in floors.keys {
      guard let kind = Kind(rawValue: key), !Floor.floors(of: kind).isEmpty else { continue }
      guard let name = attempt(floors, { settings throws(PolicyError) in try settings.text(key) }) else { continue }
      let known = Floor.floors(of: kind)
      guard let floor = known.first(where: { $0.rawValue == name }) else {
        mistakes.append(
          floors.error(.unknownValue(key: key, value: name, allowed: known.map(\.rawValue)), at: key))
        continue
      }
      if let present = policy.floors[kind], !floor.isCoarser(than: present, of: kind) {
        warn(.floorWithoutEffect(kind), at: key, in: floors)
      } else {
        policy.floors[kind] = floor
      }
    }
  }

  private mutating func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
    attempt(file, { settings throws(PolicyError) in try settings.number(key, in: range) })
  }

  private mutating func kind(
    _ item: SettingsFile.Item, under key: String, in settings: SettingsFile, _ kinds: [Kind]
  ) -> Kind? {
    if let kind = Kind(rawValue: item.text), kinds.contains(kind) { return kind }
    mistakes.append(
      settings.error(.unknownValue(key: key, value: item.text, allowed: kinds.map(\.rawValue)), item))
    return nil
  }

  private mutating func requireReason(for key: String) {
    if policy.reason?.contains(where: { !$0.isWhitespace }) != true {
      mistakes.append(file.error(.missingReason(key: key), at: key))
    }
  }

  private mutating func warn(_ problem: PolicyWarning.Problem, at key: String, in settings: SettingsFile) {
    let place = settings.error(.syntax, at: key)
    warnings.append(PolicyWarning(problem, file: place.file, line: place.line, column: place.column))
  }

  /// What has no place comes first: it is about the whole file.
  private static func isBefore(_ a: (line: Int?, column: Int?), _ b: (line: Int?, column: Int?)) -> Bool {
    (a.line ?? 0, a.column ?? 0) < (b.line ?? 0, b.column ?? 0)
  }
}
