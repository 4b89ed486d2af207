internal import CaviardCase
internal import CaviardReading

/// Reads the XML of the i2b2 2014 de-identification task: a `TEXT`, and `TAGS` whose offsets count its characters.
package struct I2B2Document {
  private static let chunkBytes = 1 << 16

  /// A tag's attributes, until the text is known.
  private struct Tag {
    let name: String
    let attributes: [String: String]
    let line: Int
  }

  private var path: [String] = []
  private var text: String?
  private var tags: [Tag] = []

  private init() {}

  /// A tag's `TYPE` is its label, or its own name where it has none.
  package static func gold(id: String, _ bytes: [UInt8]) throws(GoldFault) -> GoldCase {
    var document = I2B2Document()
    do throws(XMLDataFault) {
      var parser = XMLEventParser()
      for start in stride(from: 0, to: bytes.count, by: chunkBytes) {
        document.read(try parser.parse(Array(bytes[start..<min(bytes.count, start + chunkBytes)])))
      }
      document.read(try parser.finish())
    } catch {
      throw GoldFault(.markup, line: error.line)
    }
    return try document.gold(id: id)
  }

  private mutating func read(_ events: [XMLEvent]) {
    for event in events {
      switch event.content {
      case .start(let name, let attributes):
        path.append(name)
        if path == ["deIdi2b2", "TEXT"] { text = text ?? "" }
        if path.count == 3, path.starts(with: ["deIdi2b2", "TAGS"]) {
          tags.append(Tag(name: name, attributes: attributes, line: event.line))
        }
      case .text(let words): if path == ["deIdi2b2", "TEXT"] { text = (text ?? "") + words }
      case .end: path.removeLast()
      }
    }
  }

  private func gold(id: String) throws(GoldFault) -> GoldCase {
    guard let text else { throw GoldFault(.markup, line: 1) }
    let annotated = AnnotatedText(text)
    var entities: [GoldEntity] = []
    for tag in tags {
      guard let start = tag.attributes["start"].flatMap({ Int($0) }),
        let end = tag.attributes["end"].flatMap({ Int($0) })
      else { throw GoldFault(.notARecord, line: tag.line) }
      entities.append(
        try annotated.entity(
          tag.attributes["TYPE"] ?? tag.name, [(start, end)], words: tag.attributes["text"], line: tag.line))
    }
    return GoldCase(id: id, format: .text, text: text, entities: entities)
  }
}
