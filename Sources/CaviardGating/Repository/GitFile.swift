/// A file as git keeps it.
package struct GitFile: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case file
    /// A symbolic link: its content is the path it leads to.
    case link
    /// Another repository at this place.
    case submodule
  }

  /// From the root of the repository, `/` between folders; bytes that are not UTF-8 are shown as such.
  package let path: String
  package let kind: Kind
  /// Of the content; `nil` for a file that is not committed nor staged.
  package let blob: String?
  /// Of the content at the other end of a comparison; `nil` for a new file.
  package var base: String?
  /// The path at the other end, where it was another.
  package var basePath: String?
  /// The commit that brought it, where a history is read.
  package var commit: String?

  package init(path: String, kind: Kind = .file, blob: String?, base: String? = nil, commit: String? = nil) {
    self.path = path
    self.kind = kind
    self.blob = blob
    self.base = base
    self.commit = commit
  }

  /// - Parameter mode: as git writes it, octal.
  init?(path: String, mode: some StringProtocol, blob: String) {
    switch mode {
    case "100644", "100755", "100664": self.init(path: path, kind: .file, blob: blob)
    case "120000": self.init(path: path, kind: .link, blob: blob)
    case "160000": self.init(path: path, kind: .submodule, blob: blob)
    default: return nil
    }
  }
}
