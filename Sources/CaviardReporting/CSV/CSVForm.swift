internal import CaviardCase

/// A header, then a row a case.
struct CSVForm: ReportForm {
  mutating func begin() -> String { CSVReport().header }
  mutating func add(_ outcome: CaseOutcome) -> String { CSVReport().row(outcome) }
}
