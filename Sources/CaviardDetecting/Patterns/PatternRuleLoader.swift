internal import CaviardCase
internal import Foundation
internal import Yams

/// Reads rule files: JSON objects (read as YAML, of which JSON is a part, so that errors have a line and a column).
package struct PatternRuleLoader {
  package init() {}

  /// Every rule under a folder, in the order of their ids.
  package func load(folder: String) throws(PatternRuleError) -> [PatternRuleFile] {
    var files: [PatternRuleFile] = []
    for path in try rulePaths(in: folder) {
      let text: String
      do {
        text = try String(contentsOfFile: path, encoding: .utf8)
      } catch {
        throw PatternRuleError(path: path, line: nil, column: nil, message: "cannot be read as UTF-8")
      }
      files.append(try parse(text, path: path))
    }
    files.sort { $0.rule.id < $1.rule.id }
    for (a, b) in zip(files, files.dropFirst()) where a.rule.id == b.rule.id {
      throw PatternRuleError(path: b.path, line: nil, column: nil, message: "the id '\(b.rule.id)' is used twice")
    }
    return files
  }

  private func rulePaths(in folder: String) throws(PatternRuleError) -> [String] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      throw PatternRuleError(path: folder, line: nil, column: nil, message: "the folder cannot be read")
    }
    return names.filter { $0.hasSuffix(".json") }.sorted().map { folder + "/" + $0 }
  }

  package func parse(_ text: String, path: String) throws(PatternRuleError) -> PatternRuleFile {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw PatternRuleError(path: path, line: nil, column: nil, message: "not valid JSON: \(error)")
    } catch {
      throw PatternRuleError(path: path, line: nil, column: nil, message: "not valid JSON")
    }
    guard let mapping = node?.mapping else {
      throw PatternRuleError(path: path, line: 1, column: 1, message: "a rule is one object")
    }
    var fields = Fields(path: path)
    for (key, value) in mapping {
      guard let name = key.string, Fields.names.contains(name) else {
        throw PatternRuleError(
          path: path, line: key.mark?.line, column: key.mark?.column, message: "unknown key '\(key.string ?? "?")'")
      }
      fields.values[name] = value
    }
    return try fields.rule()
  }
}

/// The fields of one rule file.
private struct Fields {
  static let names: Set<String> = [
    "id", "kind", "role", "patterns", "languages", "confidence", "check", "check-required", "value", "review", "why",
    "source", "matches", "ignores",
  ]

  let path: String
  var values: [String: Node] = [:]

  private func failure(_ message: String, _ name: String) -> PatternRuleError {
    let mark = values[name]?.mark
    return PatternRuleError(path: path, line: mark?.line, column: mark?.column, message: message)
  }

  private func string(_ name: String) throws(PatternRuleError) -> String {
    guard let text = values[name]?.string, !text.isEmpty else { throw failure("'\(name)' is missing", name) }
    return try plain(text, name)
  }

  /// Control characters part the fields of the compiled rules.
  private func plain(_ text: String, _ name: String) throws(PatternRuleError) -> String {
    guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
      throw failure("'\(name)' holds a control character", name)
    }
    return text
  }

  private func strings(_ name: String) throws(PatternRuleError) -> [String] {
    guard let node = values[name] else { return [] }
    guard let items = node.sequence?.map({ $0.string }), !items.contains(nil) else {
      throw failure("'\(name)' is a list of strings", name)
    }
    return items.compactMap { $0 }
  }

  private func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, or fallback: Value? = nil
  ) throws(PatternRuleError) -> Value where Value.RawValue == String {
    guard let text = values[name]?.string else {
      guard let fallback else { throw failure("'\(name)' is missing", name) }
      return fallback
    }
    guard let value = Value(rawValue: text) else { throw failure("'\(name)' cannot be '\(text)'", name) }
    return value
  }

  func rule() throws(PatternRuleError) -> PatternRuleFile {
    let texts = try strings("patterns")
    guard !texts.isEmpty else { throw failure("'patterns' is missing", "patterns") }
    var patterns: [TokenPattern] = []
    for text in texts {
      _ = try plain(text, "patterns")
      do {
        patterns.append(try PatternParser.parse(text))
      } catch {
        throw failure("\(error.message) (character \(error.at + 1) of \(text))", "patterns")
      }
    }
    let kind: Kind = try choice("kind")
    var languages: [Language] = []
    for name in try strings("languages") {
      guard let language = Language(rawValue: name) else { throw failure("unknown language '\(name)'", "languages") }
      languages.append(language)
    }
    guard let confidence = values["confidence"]?.float, (0...1).contains(confidence) else {
      throw failure("'confidence' is a number from 0 to 1", "confidence")
    }
    var check: NumberCheck?
    if values["check"] != nil { check = try choice("check") as NumberCheck }
    let rule = PatternRule(
      id: try string("id"), kind: kind, role: try choice("role", or: FindingRole.now), patterns: patterns,
      patternTexts: texts, languages: languages, confidence: confidence, check: check,
      isCheckRequired: values["check-required"]?.bool ?? false,
      value: try choice("value", or: kind.identifierClass == .direct ? PatternRule.ValueForm.entity : .unknown),
      needsReview: values["review"]?.bool ?? false)
    let file = PatternRuleFile(
      rule: rule, why: try string("why"), source: try string("source"), matches: try strings("matches"),
      ignores: try strings("ignores"), path: path)
    guard !file.matches.isEmpty, !file.ignores.isEmpty else {
      throw failure("a rule needs at least one sentence under 'matches' and one under 'ignores'", "matches")
    }
    return file
  }
}
