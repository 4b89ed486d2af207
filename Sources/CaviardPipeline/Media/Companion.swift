/// A file that cases refer to, and that is no case.
package enum Companion: Hashable, Sendable {
  case picture(Picture)
  case styleSheet

  /// What a file's ending names; `nil` for one that is never copied.
  package init?(named name: String) {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "jpg", "jpeg": self = .picture(.jpeg)
    case "png": self = .picture(.png)
    case "css": self = .styleSheet
    default: return nil
    }
  }

  /// Largest file copied, bytes.
  package var limitBytes: Int {
    switch self {
    case .picture: Picture.limitBytes
    case .styleSheet: 2 << 20
    }
  }
}
