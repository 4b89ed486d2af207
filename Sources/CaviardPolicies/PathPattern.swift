/// A pattern for paths, as in `.gitignore`: `*` and `?` stay within a folder, `**` crosses folders.
///
/// Without a slash it is compared with the file's name, otherwise with the path from the folder searched. A pattern that
/// matches a folder matches everything in it.
package struct PathPattern: Hashable, Sendable {
  private let pattern: [Character]
  private let isAnchored: Bool

  package init(_ text: String) {
    var text = text[...]
    while text.hasSuffix("/") { text.removeLast() }
    isAnchored = text.contains("/")
    if text.hasPrefix("/") { text.removeFirst() }
    pattern = Array(text)
  }

  /// - Parameter path: relative, with `/` between folders.
  package func matches(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    if !isAnchored { return parts.contains { Self.matches(pattern[...], Array($0)[...]) } }
    return (1...max(1, parts.count)).contains { count in
      Self.matches(pattern[...], Array(parts.prefix(count).joined(separator: "/"))[...])
    }
  }

  /// Follows every state of the pattern at once: O(pattern × path), no backtracking.
  private static func matches(_ pattern: ArraySlice<Character>, _ path: ArraySlice<Character>) -> Bool {
    var reachable = closure([pattern.startIndex], pattern)
    for character in path {
      var next: Set<Int> = []
      for state in reachable where state < pattern.endIndex {
        switch pattern[state] {
        case "*":
          if character != "/" || isDouble(state, pattern) { next.insert(state) }
        case "?":
          if character != "/" { next.insert(state + 1) }
        case let literal:
          if literal == character { next.insert(state + 1) }
        }
      }
      reachable = closure(next, pattern)
    }
    return reachable.contains(pattern.endIndex)
  }

  /// The states reached without reading: past a star, and past the slash after a double star.
  private static func closure(_ states: Set<Int>, _ pattern: ArraySlice<Character>) -> Set<Int> {
    var all = states
    var open = Array(states)
    while let state = open.popLast() {
      guard state < pattern.endIndex, pattern[state] == "*" else { continue }
      var targets = [state + 1]
      if isDouble(state, pattern), state + 2 < pattern.endIndex, pattern[state + 2] == "/" { targets.append(state + 3) }
      for target in targets where all.insert(target).inserted { open.append(target) }
    }
    return all
  }

  private static func isDouble(_ state: Int, _ pattern: ArraySlice<Character>) -> Bool {
    state + 1 < pattern.endIndex && pattern[state + 1] == "*"
  }
}
