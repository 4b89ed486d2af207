internal import CaviardCase
internal import CaviardReporting

/// The settings of a policy, for a reader or a program.
enum PolicyText {
  static func json(_ policy: Policy) -> String {
    var json = JSONWriter(.indented)
    json.object { json in
      json.member("name", policy.name)
      json.member("threshold", policy.threshold)
      json.member("sensitiveThreshold", policy.sensitiveThreshold)
      json.member("candidates", policy.candidates)
      json.member("author", policy.authorHidden ? "hidden" : "known")
      if let reason = policy.reason { json.member("reason", reason) }
      json.member("pin", policy.pins.sorted().map(\.rawValue))
      json.member("media", policy.media.rawValue)
      json.key("strict")
      json.bool(policy.isStrict)
      json.key("flagOnly")
      json.bool(policy.isFlagOnly)
      json.key("surrogates")
      json.bool(policy.usesSurrogates)
      json.key("costs")
      json.object { json in
        for (kind, cost) in policy.costs.sorted(by: { $0.key < $1.key }) { json.member(kind.rawValue, cost) }
      }
      json.key("floors")
      json.object { json in
        for (kind, floor) in policy.floors.sorted(by: { $0.key < $1.key }) {
          json.member(kind.rawValue, floor.rawValue)
        }
      }
      json.key("add")
      json.array(policy.add) { json, added in
        json.object { json in
          json.member("term", added.term)
          json.member("kind", added.kind.rawValue)
          if let population = added.population { json.member("population", population) }
        }
      }
      json.member("allow", policy.allow)
      json.member("deny", policy.deny)
    }
    json.lineFeed()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The keys of a policy file, as far as they say something.
  static func yaml(_ policy: Policy) -> String {
    var lines = [
      "# \(policy.name)", "threshold: \(Decimal.short(policy.threshold))",
      "sensitive-threshold: \(Decimal.short(policy.sensitiveThreshold))", "candidates: \(policy.candidates)",
      "author: \(policy.authorHidden ? "hidden" : "known")", "media: \(policy.media.rawValue)",
    ]
    if policy.isStrict { lines.append("strict: true") }
    if policy.isFlagOnly { lines.append("flag-only: true") }
    if policy.usesSurrogates { lines.append("surrogates: true") }
    if let reason = policy.reason { lines.append("reason: \(quoted(reason))") }
    if !policy.pins.isEmpty { lines.append("pin: [\(policy.pins.sorted().map(\.rawValue).joined(separator: ", "))]") }
    lines += section("costs", policy.costs.mapValues { Decimal.short($0) })
    lines += section("floors", policy.floors.mapValues(\.rawValue))
    if !policy.allow.isEmpty || !policy.deny.isEmpty || !policy.add.isEmpty {
      lines.append("words:")
      if !policy.add.isEmpty { lines.append("  add: [\(policy.add.map(entry).joined(separator: ", "))]") }
      if !policy.allow.isEmpty { lines.append("  allow: [\(policy.allow.map(quoted).joined(separator: ", "))]") }
      if !policy.deny.isEmpty { lines.append("  deny: [\(policy.deny.map(quoted).joined(separator: ", "))]") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ name: String, _ values: [Kind: String]) -> [String] {
    guard !values.isEmpty else { return [] }
    return ["\(name):"] + values.sorted { $0.key < $1.key }.map { "  \($0.key.rawValue): \($0.value)" }
  }

  private static func entry(_ added: AddedTerm) -> String {
    "{term: \(quoted(added.term)), kind: \(added.kind.rawValue)"
      + (added.population.map { ", population: \($0)" } ?? "") + "}"
  }

  /// A JSON string is a YAML string.
  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONQuoting.append(text.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
