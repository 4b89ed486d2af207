package import CaviardCase
package import CaviardPolicies

/// Which files are cases, and what becomes of the others.
package struct CaseSelection: Sendable {
  package enum Choice: Hashable, Sendable {
    case read(CaseFormat)
    /// A picture or style sheet that cases refer to.
    case companion(Companion)
    /// Not a case, by its name or by `ignore:`; nothing is said about it but its row.
    case passedOver
    case unsupported
  }

  /// What accompanies a folder of cases and is never copied: our own configuration, an index of the folder, what file
  /// managers leave behind.
  private static let companions: Set<String> = [
    ConfigurationFile.fileName, ConfigurationFile.baselineName, ConfigurationFile.consentsName, "index.csv",
    "thumbs.db", "desktop.ini",
  ]

  private let cases: [PathPattern]
  private let ignore: [PathPattern]

  package init(cases: [PathPattern] = [], ignore: [PathPattern] = []) {
    self.cases = cases
    self.ignore = ignore
  }

  /// - Parameter path: relative to the folder given, `/` between folders.
  package func choice(for path: String) -> Choice {
    if ignore.contains(where: { $0.matches(path) }) { return .passedOver }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if !cases.isEmpty {
      guard cases.contains(where: { $0.matches(path) }) else {
        return Self.isCompanion(name) ? .passedOver : Companion(named: name).map(Choice.companion) ?? .unsupported
      }
      return Self.format(of: name).map(Choice.read) ?? .read(.text)
    }
    if Self.isCompanion(name) { return .passedOver }
    return Self.format(of: name).map(Choice.read) ?? Companion(named: name).map(Choice.companion) ?? .unsupported
  }

  /// The format a file's ending names; `nil` for one we do not read.
  package static func format(of name: String) -> CaseFormat? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    return switch name[name.index(after: dot)...].lowercased() {
    case "txt", "text": .text
    case "md", "markdown", "mdown", "mkd", "mkdn": .markdown
    case "xhtml", "xht": .xhtml
    case "html", "htm": .html
    case "docx": Self.hasContainers ? .docx : nil
    case "epub": Self.hasContainers ? .epub : nil
    default: nil
    }
  }

  /// True for a kind of document that people write cases in: the gate never passes one over.
  package static func isDocument(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return documents.contains(name[name.index(after: dot)...].lowercased())
  }

  private static let documents: Set<String> = [
    "pdf", "doc", "docx", "docm", "odt", "rtf", "epub", "pages", "ppt", "pptx", "odp", "key", "xls", "xlsx", "ods",
    "eml",
    "msg", "dcm",
  ]

  /// True where DOCX and EPUB are built in.
  package static var hasContainers: Bool {
    #if Containers
      true
    #else
      false
    #endif
  }

  /// A dot file, a README, a licence, or what accompanies a folder.
  private static func isCompanion(_ name: String) -> Bool {
    let lower = name.lowercased()
    let stem = lower.split(separator: ".", omittingEmptySubsequences: false).first.map(String.init) ?? lower
    return name.hasPrefix(".") || ["readme", "license", "licence", "copying", "notice"].contains(stem)
      || companions.contains(lower)
  }
}
