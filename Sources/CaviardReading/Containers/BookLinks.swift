#if Containers
  /// What the parts of an EPUB refer to.
  enum BookLinks {
    /// Attributes that hold one address.
    static let attributes: Set<String> = [
      "href", "src", "xlink:href", "data", "poster", "full-path", "longdesc", "cite", "background", "classid",
    ]

    /// The parts that a text refers to, by attributes and by `url(…)`.
    static func targets(of utf8: [UInt8], in part: String) -> Set<String> {
      var targets: Set<String> = []
      let document = MarkupTags(utf8)
      for tag in document.tags {
        for attribute in tag.attributes {
          let name = document.name(attribute)
          if attributes.contains(name) {
            if let path = PartName.resolve(document.value(attribute), from: part) { targets.insert(path) }
          } else if name == "srcset" {
            for address in document.value(attribute).split(separator: ",") {
              let first = address.split { $0.isWhitespace }.first.map(String.init) ?? ""
              if let path = PartName.resolve(first, from: part) { targets.insert(path) }
            }
          }
        }
      }
      for range in styleAddresses(in: utf8) {
        let address = String(decoding: utf8[range], as: UTF8.self)
        if let path = PartName.resolve(address, from: part) { targets.insert(path) }
      }
      return targets
    }

    /// What stands in `url(…)`, without quotes.
    static func styleAddresses(in utf8: [UInt8]) -> [Range<Int>] {
      utf8.withUnsafeBufferPointer { source in
        var found: [Range<Int>] = []
        var at = 0
        while let start = source.firstIndex(of: "url(", from: at) {
          var lower = start + 4
          while lower < source.count, source[lower].isSpace || isQuote(source[lower]) { lower += 1 }
          var upper = lower
          while upper < source.count, source[upper] != UInt8(ascii: ")"), !isQuote(source[upper]),
            !source[upper].isSpace
          {
            upper += 1
          }
          if upper > lower { found.append(lower..<upper) }
          at = max(upper, start + 4)
        }
        return found
      }
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
  }
#endif
