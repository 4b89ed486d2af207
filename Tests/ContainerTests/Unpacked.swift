#if Containers
  import CaviardCase
  import CaviardTestSupport

  @testable import CaviardReading

  /// What an archive holds, names and bytes.
  struct Unpacked {
    let entries: [(path: String, text: String, bytes: [UInt8])]

    init(_ bytes: [UInt8]) throws {
      entries = try Archive.reading(bytes, .standard) { entries throws(ReadingError) in
        var all: [(path: String, text: String, bytes: [UInt8])] = []
        for entry in entries {
          let bytes = try entry.bytes()
          all.append((entry.path, String(decoding: bytes, as: UTF8.self), bytes))
        }
        return all
      }
    }

    var paths: [String] { entries.map(\.path) }

    subscript(path: String) -> String? { entries.first { $0.path == path }?.text }

    /// Everything, in small letters.
    var all: String { entries.map { $0.path + "\n" + $0.text }.joined(separator: "\n").lowercased() }
  }
#endif
