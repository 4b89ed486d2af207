/// An invented name that stands for a real one, from the closed list that comes with the program.
///
/// No list of names, places or words holds any of them, so that nobody bears one; every reader of cases knows them as
/// ours, whatever its policy.
package struct SurrogateName: Hashable, Sendable {
  package let given: String
  package let surname: String
  /// `nil` for a name of neither sex.
  package let sex: Sex?

  package var full: String { given + " " + surname }

  /// In the order in which they are given out.
  package static let all: [SurrogateName] = {
    let lines = PackageResources.names_tsv.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
    return lines.compactMap { line in
      let fields = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3 else { return nil }
      return SurrogateName(given: fields[1], surname: fields[2], sex: Sex(rawValue: fields[0]))
    }
  }()
}
