package import CaviardCase

/// Cases that an earlier version told more of: it is where it was pushed to, for good.
package struct HistoryReport: Sendable {
  package static let schema = "caviard.history/1"

  package struct Row: Sendable {
    package let name: String
    /// The one that brought the earlier version, abbreviated.
    package let commit: String
    package let earlier: CaseRisk
    package let present: CaseRisk

    package init(name: String, commit: String, earlier: CaseRisk, present: CaseRisk) {
      self.name = name
      self.commit = commit
      self.earlier = earlier
      self.present = present
    }
  }

  package let rows: [Row]

  package init(rows: [Row]) { self.rows = rows }

  func write(_ row: Row, to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", Self.schema)
      json.member("case", row.name)
      json.member("commit", row.commit)
      for (key, risk) in [("earlier", row.earlier), ("present", row.present)] {
        json.key(key)
        json.object { json in
          json.member("k", risk.k)
          json.member("kLow", risk.kLow)
        }
      }
    }
  }
}
