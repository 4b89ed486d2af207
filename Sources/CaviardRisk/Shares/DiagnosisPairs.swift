internal import CaviardCase

/// Diagnoses that go together (risk.md C3): how many of those with one have the other.
///
/// Only what makes an ordinary case of several diagnoses less rare than their product; whatever is not listed multiplies.
struct DiagnosisPairs: Sendable {
  private struct Key: Hashable {
    /// Row of `diagnoses`: a disease, its group or its system; ``any`` for whatever else is there.
    let given: Int
    let then: Int
  }

  private static let any = -1

  private let shares: [Key: Int64]
  private let givens: Set<Int>
  private let thens: Set<Int>
  private let table: DiagnosisTable

  /// - Throws: a row that names no diagnosis, or no share.
  init(_ reader: TableReader, diagnoses: TableReader, _ table: DiagnosisTable) throws(RiskModelError) {
    let given = try reader.texts("given", isRequired: true)
    let then = try reader.references("then", to: diagnoses)
    let stated = try reader.shares(isRequired: true)
    var shares: [Key: Int64] = [:]
    for row in given.indices {
      guard let second = then[row] else { throw .brokenReference(reader.list, row: row, column: "then") }
      guard let share = stated[row] else { throw .invalidShare(reader.list, row: row) }
      let first = given[row] == "any" ? Self.any : diagnoses.row(id: given[row])
      guard let first else { throw .brokenReference(reader.list, row: row, column: "given") }
      shares[Key(given: first, then: second)] = share
    }
    self.shares = shares
    givens = Set(shares.keys.map(\.given).filter { $0 != Self.any })
    thens = Set(shares.keys.map(\.then))
    self.table = table
  }

  /// Whether the list says anything of the row or of something it holds.
  func mayDepend(_ row: Int) -> Bool { thens.contains(row) || thens.contains { table.isWithin($0, row) } }

  /// Share of those with `given` who have `then` too, milli-dex; `nil` when nothing is known.
  ///
  /// A group's share is at least what its members make of it, so that a coarser word does not look rarer together.
  func share(of then: Int, given: Int) -> Int64? {
    var best: Int64?
    for second in [then] + thens.filter({ table.isWithin($0, then) }) {
      for first in [given, Self.any] + table.wider(given) {
        if let share = shares[Key(given: first, then: second)] { best = max(best ?? share, share) }
      }
      for member in givens where table.isWithin(member, given) {
        guard let share = shares[Key(given: member, then: second)] else { continue }
        let part = share + table.estimate(member).share - table.estimate(given).share
        best = max(best ?? part, part)
      }
    }
    return best.map { min(0, $0) }
  }
}
