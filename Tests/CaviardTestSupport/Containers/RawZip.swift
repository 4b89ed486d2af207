#if Containers
  /// A zip written byte by byte, so that it can be wrong on purpose. Nothing in it is packed.
  package struct RawZip {
    package struct Entry {
      package var name: String
      package var data: [UInt8]
      package var flags: UInt16 = 0
      package var method: UInt16 = 0
      /// What made it, in the high byte, and the version in the low one.
      package var madeBy: UInt16 = 20
      package var attributes: UInt32 = 0
      /// Sizes that the directory tells; the data's own without.
      package var claimedSize: UInt32?

      package init(_ name: String, _ data: [UInt8]) {
        self.name = name
        self.data = data
      }

      package init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
    }

    package var entries: [Entry]
    package var comment: [UInt8] = []

    package init(entries: [Entry] = []) { self.entries = entries }

    package var bytes: [UInt8] {
      var out: [UInt8] = []
      var directory: [UInt8] = []
      for entry in entries {
        let offset = out.count
        let name = Array(entry.name.utf8)
        let size = entry.claimedSize ?? UInt32(entry.data.count)
        var common: [UInt8] = []
        common += Self.two(entry.flags) + Self.two(entry.method) + [0, 0, 0x21, 0]
        common += Self.four(Self.checksum(entry.data)) + Self.four(UInt32(entry.data.count)) + Self.four(size)
        common += Self.two(UInt16(name.count)) + [0, 0]
        out += [0x50, 0x4B, 3, 4] + Self.two(20) + common + name + entry.data
        directory += [0x50, 0x4B, 1, 2] + Self.two(entry.madeBy) + Self.two(20) + common
        directory += [0, 0, 0, 0, 0, 0] + Self.four(entry.attributes) + Self.four(UInt32(offset)) + name
      }
      let start = out.count
      out += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
      out += Self.two(UInt16(truncatingIfNeeded: entries.count)) + Self.two(UInt16(truncatingIfNeeded: entries.count))
      out += Self.four(UInt32(directory.count)) + Self.four(UInt32(start)) + Self.two(UInt16(comment.count)) + comment
      return out
    }

    package static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

    package static func four(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) } }

    private static let table: [UInt32] = (0..<256).map { start in
      (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    package static func checksum(_ data: [UInt8]) -> UInt32 {
      ~data.reduce(~0 as UInt32) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
    }
  }
#endif
