import CaviardTestSupport
import Foundation
import Testing
import Yams

/// The steps of `action.yml`, run one after the other as a runner would; steps that use another action are only recorded.
struct ActionRun {
  struct Used {
    let action: String
    let inputs: [String: String]
  }

  private(set) var status: Int32 = 0
  /// Everything printed.
  private(set) var log = ""
  private(set) var used: [Used] = []
  private(set) var outputs: [String: String] = [:]

  /// - Parameters:
  ///   - environment: the runner's, beside what every run has.
  ///   - base: of the pull request; empty for a push.
  init(
    _ inputs: [String: String] = [:], base: String = "", in folder: Folder, at place: URL? = nil,
    environment: [String: String]
  ) throws {
    let action = try Self.document("action.yml")
    var known = ["github.event.pull_request.base.sha": base]
    for (name, input) in try #require(action["inputs"] as? [String: [String: Any]]) {
      known["inputs.\(name)"] = inputs[name] ?? (input["default"] as? String)
    }
    let steps = try #require((action["runs"] as? [String: Any])?["steps"] as? [[String: Any]])
    for (number, step) in steps.enumerated() {
      let values = known
      func filled(_ value: Any?) -> [String: String] {
        (value as? [String: Any] ?? [:]).mapValues { Self.filled("\($0)", values) }
      }
      guard Self.runs(step["if"] as? String ?? "success()", known, hasFailed: status != 0) else { continue }
      if let other = step["uses"] as? String {
        used.append(Used(action: other, inputs: filled(step["with"])))
        continue
      }
      let file = folder.scratch.appendingPathComponent("output-\(number)")
      try Data().write(to: file)
      let result = try Command.run(
        ["--noprofile", "--norc", "-eo", "pipefail", "-c", try #require(step["run"] as? String)], in: folder, at: place,
        environment: [
          "GITHUB_ACTIONS": "true", "CI": "true", "GITHUB_ACTION_PATH": ProjectFolder.url.path,
          "GITHUB_OUTPUT": file.path,
        ].merging(environment) { $1 }.merging(filled(step["env"])) { $1 }, command: "/bin/bash")
      log += result.output + result.errors
      if status == 0 { status = result.status }
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if let id = step["id"] as? String, parts.count == 2 { known["steps.\(id).outputs.\(parts[0])"] = parts[1] }
      }
    }
    for (name, output) in try #require(action["outputs"] as? [String: [String: String]]) {
      outputs[name] = Self.filled(try #require(output["value"]), known)
    }
  }

  /// A YAML file of the checkout whose top is a mapping.
  static func document(_ path: String) throws -> [String: Any] {
    let text = try String(contentsOf: ProjectFolder.url.appendingPathComponent(path), encoding: .utf8)
    return try #require(try Yams.load(yaml: text) as? [String: Any])
  }
}

extension ActionRun {
  private static func filled(_ text: String, _ known: [String: String]) -> String {
    text.replacing(/\$\{\{ *([a-z_.-]+) *\}\}/) { known[String($0.1)] ?? "" }
  }

  /// Of expressions only what the action uses: terms joined by `&&`.
  private static func runs(_ condition: String, _ known: [String: String], hasFailed: Bool) -> Bool {
    let terms = condition.components(separatedBy: "&&").map { $0.trimmingCharacters(in: .whitespaces) }
    let isForced = terms.contains("always()")
    return (isForced || !hasFailed)
      && terms.allSatisfy { term in
        if term == "always()" || term == "success()" { return true }
        guard let comparison = term.wholeMatch(of: /([a-z_.-]+) (==|!=) '([^']*)'/) else { return false }
        let isEqual = (known[String(comparison.1)] ?? "") == comparison.3
        return comparison.2 == "==" ? isEqual : !isEqual
      }
  }
}
