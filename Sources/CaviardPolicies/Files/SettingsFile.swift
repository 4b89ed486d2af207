internal import CaviardCase
internal import Yams

/// A YAML file of settings: keys that must be known, values with their places.
package struct SettingsFile {
  package static let limitBytes = 1 << 20

  package let path: String
  private let pairs: [(key: Node, value: Node)]
  private let ownPlace: Mark?

  /// - Parameter limit: bytes.
  package init(path: String, bytes: [UInt8], limit: Int = limitBytes) throws(PolicyError) {
    guard bytes.count <= limit else { throw PolicyError(.tooLarge(limitBytes: limit), file: path) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw PolicyError(.syntax, file: path) }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw Self.refusal(error, path: path)
    } catch {
      throw PolicyError(.syntax, file: path)
    }
    self.path = path
    // An empty file sets nothing.
    guard let root else {
      pairs = []
      ownPlace = nil
      return
    }
    ownPlace = root.mark
    pairs = try Self.mapping(root, key: "", path: path)
  }

  /// A part of a file, under a key.
  private init(path: String, pairs: [(key: Node, value: Node)], ownPlace: Mark?) {
    self.path = path
    self.pairs = pairs
    self.ownPlace = ownPlace
  }

  /// A value of a list with its place.
  package struct Item {
    package let text: String
    package let line: Int?
    package let column: Int?

    /// True for what can be found in a case.
    package var isWord: Bool { text.contains { $0.isLetter || $0.isNumber } }
  }

  /// Keys that would make the audience a setting.
  private static let audience: Set<String> = ["audience", "private", "visibility"]

  /// An error for each key that is not one of `known`.
  package func unknownKeys(_ known: [String]) -> [PolicyError] {
    pairs.compactMap { key, _ in
      guard let name = key.scalar?.string, known.contains(name) else {
        let name = key.scalar?.string ?? "?"
        return error(Self.audience.contains(name) ? .audience(key: name) : .unknownKey(name, allowed: known), key)
      }
      return nil
    }
  }

  package func text(_ key: String) throws(PolicyError) -> String? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else { throw error(.wrongType(key: key, expected: .text), node) }
    return scalar.string
  }

  package func number(_ key: String, in range: ClosedRange<Double>) throws(PolicyError) -> Double? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar, scalar.style == .plain, let value = Double(scalar.string), value.isFinite else {
      throw error(.wrongType(key: key, expected: .number), node)
    }
    guard range.contains(value) else {
      throw error(.outOfRange(key: key, lower: range.lowerBound, upper: range.upperBound), node)
    }
    return value
  }

  package func wholeNumber(_ key: String, in range: ClosedRange<Int>) throws(PolicyError) -> Int? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar, scalar.style == .plain, let value = Int(scalar.string) else {
      throw error(.wrongType(key: key, expected: .wholeNumber), node)
    }
    guard range.contains(value) else {
      throw error(.outOfRange(key: key, lower: Double(range.lowerBound), upper: Double(range.upperBound)), node)
    }
    return value
  }

  package func truth(_ key: String) throws(PolicyError) -> Bool? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar, scalar.style == .plain, let value = Bool(scalar.string) else {
      throw error(.wrongType(key: key, expected: .truth), node)
    }
    return value
  }

  /// A list of texts; one text alone is a list of one.
  package func items(_ key: String) throws(PolicyError) -> [Item] {
    guard let node = node(key) else { return [] }
    guard let nodes = node.scalar == nil ? node.sequence.map(Array.init) : [node] else {
      throw error(.wrongType(key: key, expected: .list), node)
    }
    var items: [Item] = []
    for node in nodes {
      guard let scalar = node.scalar else { throw error(.wrongType(key: key, expected: .text), node) }
      items.append(Item(text: scalar.string, line: node.mark?.line, column: node.mark?.column))
    }
    return items
  }

  package func list(_ key: String) throws(PolicyError) -> [String] { try items(key).map(\.text) }

  /// A list of mappings, or why one is none.
  package func entries(_ key: String) throws(PolicyError) -> [Result<SettingsFile, PolicyError>] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else { throw error(.wrongType(key: key, expected: .list), node) }
    return sequence.map { item in
      do throws(PolicyError) {
        return .success(
          SettingsFile(path: path, pairs: try Self.mapping(item, key: key, path: path), ownPlace: item.mark))
      } catch {
        return .failure(error)
      }
    }
  }

  /// One of the raw values of an enum.
  package func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, _ type: Choice.Type
  ) throws(PolicyError) -> Choice? {
    guard let name = try text(key) else { return nil }
    guard let choice = Choice(rawValue: name) else {
      throw error(.unknownValue(key: key, value: name, allowed: Choice.allCases.map(\.rawValue)), at: key)
    }
    return choice
  }

  package func section(_ key: String) throws(PolicyError) -> SettingsFile? {
    guard let node = node(key) else { return nil }
    return SettingsFile(path: path, pairs: try Self.mapping(node, key: key, path: path), ownPlace: node.mark)
  }

  package var keys: [String] { pairs.compactMap { $0.key.scalar?.string } }

  /// The error at the place of a key's value.
  package func error(_ problem: PolicyError.Problem, at key: String) -> PolicyError {
    let mark = node(key)?.mark ?? ownPlace
    return PolicyError(problem, file: path, line: mark?.line, column: mark?.column)
  }

  /// The error at the place of a value in a list.
  package func error(_ problem: PolicyError.Problem, _ item: Item) -> PolicyError {
    PolicyError(problem, file: path, line: item.line, column: item.column)
  }

  /// The error at the place of a key itself.
  package func keyError(_ problem: PolicyError.Problem, _ key: String) -> PolicyError {
    let mark = pairs.first { $0.key.scalar?.string == key }?.key.mark
    return PolicyError(problem, file: path, line: mark?.line, column: mark?.column)
  }
}

extension SettingsFile {
  private func node(_ key: String) -> Node? { pairs.first { $0.key.scalar?.string == key }?.value }

  private func error(_ problem: PolicyError.Problem, _ node: Node) -> PolicyError {
    PolicyError(problem, file: path, line: node.mark?.line, column: node.mark?.column)
  }

  private static func mapping(
    _ node: Node, key: String, path: String
  ) throws(PolicyError) -> [(key: Node, value: Node)] {
    guard let mapping = node.mapping else {
      throw PolicyError(
        .wrongType(key: key, expected: .mapping), file: path, line: node.mark?.line, column: node.mark?.column)
    }
    return mapping.map { (key: $0.key, value: $0.value) }
  }

  private static func refusal(_ error: YamlError, path: String) -> PolicyError {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      PolicyError(.syntax, file: path, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(_, let context):
      PolicyError(.duplicateKey, file: path, line: context.mark.line, column: context.mark.column)
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      PolicyError(.syntax, file: path)
    }
  }
}
