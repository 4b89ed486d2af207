internal import ArgumentParser
internal import CaviardCase
internal import CaviardPolicies
internal import CaviardReporting

struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "What a case must satisfy.",
    subcommands: [PolicyShowCommand.self, PolicyListCommand.self])
}

struct PolicyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The built-in policies.")

  func run() throws {
    let names = PolicyCatalogue.builtIn.map { $0.name + "\n" }.joined()
    if !Terminal.write(names) { throw ExitStatus.unprocessed.code }
  }
}

struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The policy in force, with everything it extends.")

  @OptionGroup var options: SharedOptions

  @Argument(help: "A built-in policy or a file (default: the one in force here).")
  var name: String?

  func run() throws {
    var options = options
    if let name { options.policy = name }
    let settings = try Settings(options)
    let text = options.format == .json ? Self.json(settings.policy) : Self.yaml(settings.policy)
    if !Terminal.write(text) { throw ExitStatus.unprocessed.code }
  }

  private static func json(_ policy: Policy) -> String {
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
      write(policy.costs, "costs", to: &json)
      write(policy.floors.mapValues(Double.init), "floors", to: &json)
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

  private static func write(_ values: [Kind: Double], _ name: String, to json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      for (kind, value) in values.sorted(by: { $0.key < $1.key }) { json.member(kind.rawValue, value) }
    }
  }

  /// The keys of a policy file, as far as they say something.
  private static func yaml(_ policy: Policy) -> String {
    var lines = [
      "# \(policy.name)", "threshold: \(Decimal.short(policy.threshold))",
      "# sensitive topics: \(Decimal.short(policy.sensitiveThreshold))", "candidates: \(policy.candidates)",
      "author: \(policy.authorHidden ? "hidden" : "known")", "media: \(policy.media.rawValue)",
    ]
    if policy.isStrict { lines.append("# strict: a long case with nothing found goes to a person") }
    if let reason = policy.reason { lines.append("reason: \(quoted(reason))") }
    if !policy.pins.isEmpty { lines.append("pin: [\(policy.pins.sorted().map(\.rawValue).joined(separator: ", "))]") }
    lines += section("costs", policy.costs.mapValues { Decimal.short($0) })
    lines += section("floors", policy.floors.mapValues(String.init))
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
