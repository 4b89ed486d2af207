package import CaviardCase

/// A policy as a person writes it: a YAML file that extends a built-in policy and tightens it.
package struct PolicyFile {
  /// The people of the largest province: what `candidates` may not exceed (Ontario, census of 2021).
  package static let candidatesLimit = 14_223_942

  private static let keys: Set<String> = [
    "extends", "threshold", "candidates", "author", "reason", "pin", "costs", "media", "words", "floors",
  ]

  private let file: SettingsFile
  private let name: String

  /// - Parameter path: how errors and reports name the file.
  package init(path: String, bytes: [UInt8]) throws(PolicyError) {
    file = try SettingsFile(path: path, bytes: bytes)
    name = path.split(separator: "/").last.map(String.init) ?? path
    try file.requireKeys(Self.keys)
  }

  /// The policy the file asks for; `parent` finds what it extends.
  ///
  /// - Parameter resolve: the policy under a name or path.
  package func policy(
    extending resolve: (String) throws(PolicyError) -> Policy
  ) throws(PolicyError) -> Policy {
    let parent = try file.text("extends") ?? Policy.canada.name
    var policy: Policy
    do {
      policy = try resolve(parent)
    } catch {
      guard case .unknownPolicy = error.problem else { throw error }
      throw file.error(error.problem, at: "extends")
    }
    policy.name = name
    if let reason = try file.text("reason") {
      policy.reason = reason
    }
    try tighten(&policy)
    try relax(&policy)
    policy.pins.formUnion(try file.choices("pin", Kind.self))
    if let media = try file.choice("media", MediaHandling.self) { policy.media = media }
    try setCosts(&policy)
    try addFloors(&policy)
    return policy
  }
}

extension PolicyFile {
  private enum Author: String, CaseIterable {
    case known
    case hidden
  }

  private func tighten(_ policy: inout Policy) throws(PolicyError) {
    guard let threshold = try file.number("threshold", in: 0.0001...0.09) else { return }
    guard threshold <= policy.threshold else { throw file.error(.loosens(key: "threshold"), at: "threshold") }
    policy.threshold = threshold
    policy.sensitiveThreshold = min(policy.sensitiveThreshold, threshold)
  }

  private func relax(_ policy: inout Policy) throws(PolicyError) {
    if let candidates = try file.wholeNumber("candidates", in: 1...Self.candidatesLimit) {
      if candidates > policy.candidates { try requireReason(policy, for: "candidates") }
      policy.candidates = candidates
    }
    if try file.choice("author", Author.self) == .hidden {
      try requireReason(policy, for: "author")
      policy.authorHidden = true
    }
    guard let words = try file.section("words") else { return }
    try words.requireKeys(["add", "allow", "deny"])
    for entry in try words.entries("add") { policy.add.append(try added(entry)) }
    policy.deny += try words.words("deny")
    let allowed = try words.words("allow")
    if !allowed.isEmpty { try requireReason(policy, for: "words") }
    policy.allow += allowed
  }

  /// `{term: Kettle Hollow, kind: place, population: 300}`
  private func added(_ entry: SettingsFile) throws(PolicyError) -> AddedTerm {
    try entry.requireKeys(["term", "kind", "population"])
    guard let term = try entry.words("term").first else { throw entry.error(.missingKey("term"), at: "term") }
    guard let name = try entry.text("kind") else { throw entry.error(.missingKey("kind"), at: "kind") }
    guard let kind = Kind(rawValue: name), AddedTerm.kinds.contains(kind) else {
      throw entry.error(.unknownValue(key: "kind", allowed: AddedTerm.kinds.map(\.rawValue)), at: "kind")
    }
    let population = try entry.wholeNumber("population", in: 1...100_000_000)
    if population != nil, kind != .place { throw entry.error(.unknownKey("population"), at: "population") }
    return AddedTerm(term: term, kind: kind, population: population)
  }

  private func setCosts(_ policy: inout Policy) throws(PolicyError) {
    guard let costs = try file.section("costs") else { return }
    try costs.requireKeys(Set(Kind.allCases.map(\.rawValue)))
    for key in costs.keys {
      guard let kind = Kind(rawValue: key), let factor = try costs.number(key, in: 0.01...100) else { continue }
      policy.costs[kind] = factor
    }
  }

  private func addFloors(_ policy: inout Policy) throws(PolicyError) {
    guard let floors = try file.section("floors") else { return }
    try floors.requireKeys(Set(Kind.allCases.filter { $0.identifierClass == .quasi }.map(\.rawValue)))
    for key in floors.keys {
      guard let kind = Kind(rawValue: key), let level = try floors.wholeNumber(key, in: 0...9) else { continue }
      policy.floors[kind] = max(level, policy.floors[kind] ?? 0)
    }
  }

  private func requireReason(_ policy: Policy, for key: String) throws(PolicyError) {
    guard let reason = policy.reason, reason.contains(where: { !$0.isWhitespace }) else {
      throw file.error(.missingReason(key: key), at: key)
    }
  }
}
