/// What the cases of one run say beside each other. Names of cases only, never what they share.
package struct LibraryReport: Sendable {
  package static let schema = "caviard.library/1"

  package let cases: Int
  /// Cases that say what no other case says.
  package let unique: Int
  /// Pairs that could be one patient told twice, and together tell too much.
  package let links: [(first: String, second: String)]

  package init(cases: Int, unique: Int, links: [(first: String, second: String)]) {
    self.cases = cases
    self.unique = unique
    self.links = links
  }

  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", Self.schema)
      json.member("cases", cases)
      json.member("unique", unique)
      json.member("adversary", "prosecutor")
      json.key("linked")
      json.array(links) { json, link in
        json.array([link.first, link.second]) { $0.string($1) }
      }
    }
  }
}
