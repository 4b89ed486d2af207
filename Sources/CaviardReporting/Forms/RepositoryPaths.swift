/// Makes the names of cases into paths from the repository's root, as code hosts want them.
package struct RepositoryPaths: Sendable {
  /// The repository's root, as reports may show it; empty when there is none.
  private let root: String
  /// The working folder below the root.
  private let prefix: [String]

  /// - Parameters:
  ///   - root: absolute, without its last slash.
  ///   - prefix: the working folder from the root, as reports may show it.
  package init(root: String = "", prefix: String = "") {
    self.root = root
    self.prefix = prefix.split(separator: "/").map(String.init)
  }

  /// From the root, without `./` and `..`; what lies elsewhere keeps its name.
  package func path(_ name: String) -> String {
    if name == "-" { return "stdin" }
    if name.hasPrefix("/") {
      return !root.isEmpty && name.hasPrefix(root + "/") ? String(name.dropFirst(root.count + 1)) : name
    }
    var components = prefix
    for component in name.split(separator: "/") where component != "." {
      guard component == ".." else {
        components.append(String(component))
        continue
      }
      guard !components.isEmpty else { return name }
      components.removeLast()
    }
    return components.joined(separator: "/")
  }

  /// ``path(_:)`` as a URI reference: everything but unreserved characters is percent-encoded.
  package func uri(_ name: String) -> String {
    let path = path(name)
    var text = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return text
  }
}
