import CaviardReading

/// Whether a document is well-formed XML, with or without the document type of HTML.
enum XMLCheck {
  static func isWellFormed(_ text: String) -> Bool {
    var parser = XMLEventParser()
    do throws(XMLDataFault) {
      _ = try parser.parse(Array(text.replacing("<!DOCTYPE html>\n", with: "").utf8))
      _ = try parser.finish()
      return true
    } catch {
      return false
    }
  }
}
