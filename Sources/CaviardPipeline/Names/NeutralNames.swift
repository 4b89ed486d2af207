package import CaviardCase

/// The names of files and folders as they may be shown: one that tells of somebody becomes `caviard-person-1`.
///
/// A name that tells goes whole: what a rule leaves of it may be the rarer half. The same name becomes the same
/// placeholder, so that folders stay together, and no placeholder is a name that is already there.
package struct NeutralNames: Sendable {
  package struct Name: Hashable, Sendable {
    /// `/` between folders; as many as there were.
    package let path: String
    /// What the names that were not used tell.
    package let kinds: [Kind]
    package let isRenamed: Bool
  }

  /// A thread costs as much as some names.
  private static let leastPerJob = 32

  private let reader: PathReader
  private var placeholders: [[UInt8]: String] = [:]
  private var counts: [Kind: Int] = [:]
  /// Names that are there, lower case.
  private var known: Set<String> = []

  package init(_ pipeline: Pipeline) { reader = PathReader(pipeline) }

  /// One name for each path, distinct where letters' case and composition do not count; the same path twice is the same twice.
  ///
  /// - Parameter persons: for each path, who must not be named in it.
  package mutating func names(for paths: [String], persons: [PersonWords] = [], jobs: Int = 1) -> [Name] {
    for path in paths {
      for component in path.split(separator: "/") { known.insert(Self.parts(component).stem.lowercased()) }
    }
    var kinds = kinds(of: paths, jobs: jobs)
    Self.mark(&kinds, of: paths, naming: persons)
    let names = zip(paths, kinds).map { name(for: $0, $1) }
    let wanted = Set(names.map { $0.path.lowercased() })
    var taken: [String: [UInt8]] = [:]
    return zip(paths, names).map { path, name in
      let distinct = Self.distinct(name.path, of: path, &taken, wanted)
      return Name(path: distinct, kinds: name.kinds, isRenamed: name.isRenamed || distinct != name.path)
    }
  }

  /// A path the user typed, for a message: direct identifiers in it are not repeated.
  package mutating func shown(_ path: String) -> String {
    let components = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let kinds = reader.directKinds(components.map { Self.parts($0[...]).stem })
    return zip(components, kinds).map { component, kind in
      kind.map { placeholder(component, $0) } ?? component
    }.joined(separator: "/")
  }

  /// What an id tells by itself.
  package func directKinds(inID id: String) -> [Kind] { reader.directKinds([id]).compactMap(\.self) }

  /// What each component tells, of many paths at once.
  private func kinds(of paths: [String], jobs: Int) -> [[Kind?]] {
    var kinds: [[Kind?]] = []
    var rest = paths[...]
    CaseStream(jobs: min(jobs, (paths.count + Self.leastPerJob - 1) / Self.leastPerJob)).run(
      next: { rest.popFirst() },
      makeWorker: { reader },
      work: { reader, path in
        var components = path.split(separator: "/").map(String.init)
        if let last = components.popLast() { components.append(Self.parts(last[...]).stem) }
        return reader.kinds(components)
      },
      deliver: { kinds.append($0) })
    return kinds
  }

  /// A folder that names somebody of one file in it has another name for all of them.
  private static func mark(_ kinds: inout [[Kind?]], of paths: [String], naming persons: [PersonWords]) {
    guard persons.contains(where: { !$0.isEmpty }) else { return }
    var telling: Set<[Substring]> = []
    for (path, words) in zip(paths, persons) where !words.isEmpty {
      let components = path.split(separator: "/")
      for (index, component) in components.enumerated() {
        let stem = index == components.count - 1 ? parts(component).stem : String(component)
        if words.areIn(stem) { telling.insert(Array(components[...index])) }
      }
    }
    for (index, path) in paths.enumerated() {
      let components = path.split(separator: "/")
      for place in components.indices
      where kinds[index][place] == nil && telling.contains(Array(components[...place])) {
        kinds[index][place] = .personName
      }
    }
  }

  private mutating func name(for path: String, _ kinds: [Kind?]) -> Name {
    guard kinds.contains(where: { $0 != nil }) else { return Name(path: path, kinds: [], isRenamed: false) }
    let components = path.split(separator: "/").map(String.init)
    let shown = zip(components, kinds).enumerated().map { index, pair in
      pair.1.map { placeholder(pair.0, $0, hasEnding: index == components.count - 1) } ?? pair.0
    }
    return Name(path: shown.joined(separator: "/"), kinds: kinds.compactMap(\.self), isRenamed: true)
  }

  private mutating func placeholder(_ component: String, _ kind: Kind, hasEnding: Bool = true) -> String {
    let (stem, ending) = hasEnding ? Self.parts(component[...]) : (component, "")
    let key = Array(stem.utf8)
    if let known = placeholders[key] { return known + ending }
    var name: String
    repeat {
      counts[kind, default: 0] += 1
      name = PlaceholderWords.identifier(kind, number: counts[kind, default: 1])
    } while known.contains(name)
    placeholders[key] = name
    return name + ending
  }

  /// Files that some systems cannot keep apart get a number.
  private static func distinct(
    _ name: String, of path: String, _ taken: inout [String: [UInt8]], _ wanted: Set<String>
  ) -> String {
    let own = Array(path.utf8)
    var name = name
    var number = 1
    let folder = name.lastIndex(of: "/").map { name[...$0] } ?? ""
    let (stem, ending) = parts(name.dropFirst(folder.count))
    while taken[name.lowercased()] ?? own != own || number > 1 && wanted.contains(name.lowercased()) {
      number += 1
      name = "\(folder)\(stem)-\(number)\(ending)"
    }
    taken[name.lowercased()] = own
    return name
  }

  /// A name and its ending; an ending that is no usual one belongs to the name.
  private static func parts(_ name: Substring) -> (stem: String, ending: String) {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
      endings.contains(name[name.index(after: dot)...].lowercased())
    else { return (String(name), "") }
    return (String(name[..<dot]), String(name[dot...]))
  }

  private static let endings: Set<String> = [
    "txt", "md", "markdown", "xhtml", "html", "htm", "css", "jpg", "jpeg", "png", "gif", "svg", "webp", "tif", "tiff",
    "bmp",
    "dcm", "pdf", "doc", "docx", "odt", "rtf", "ppt", "pptx", "odp", "xls", "xlsx", "ods", "csv", "tsv", "epub", "zip",
    "xml",
    "json", "jsonl", "yml", "yaml", "js", "mp3", "mp4", "mov", "avi", "wav", "webm", "ogg", "ttf", "otf", "woff",
    "woff2",
  ]
}
