package import CaviardCase

/// One row a case, RFC 4180, for spreadsheets; no text of the case.
package struct CSVReport: Sendable {
  package init() {}

  package var header: String {
    "case,language,verdict,reasons,k,kLow,kHigh,risk,threshold,findings,direct,quasi,afterVerdict,afterK,afterKLow,"
      + "cost,steps,clinicalTerms,clinicalTermsKept,bytes,error\r\n"
  }

  package func row(_ outcome: CaseOutcome) -> String {
    let report = outcome.report
    let findings = report?.findings.map(\.decision.finding) ?? []
    let fields: [String] = [
      Self.field(outcome.name),
      report?.languages.first?.rawValue ?? "",
      outcome.verdict.rawValue,
      outcome.reasons.map(\.rawValue).joined(separator: " "),
      Self.number(report?.risk.k),
      Self.number(report?.risk.kLow),
      Self.number(report?.risk.kHigh),
      Self.number(report?.risk.risk),
      Self.number(report?.risk.threshold),
      String(findings.count),
      String(findings.count { $0.identifierClass == .direct }),
      String(findings.count { $0.identifierClass == .quasi }),
      outcome.after?.verdict.rawValue ?? "",
      Self.number(outcome.after?.risk.k),
      Self.number(outcome.after?.risk.kLow),
      outcome.after.map { String($0.cost) } ?? "",
      String(steps(report)),
      String(clinical(report).count),
      String(clinical(report).count { $0.action == .keep }),
      String(outcome.byteCount),
      outcome.failure?.code.rawValue ?? "",
    ]
    return fields.joined(separator: ",") + "\r\n"
  }

  /// Steps of the ladders taken or proposed, over all facts.
  private func steps(_ report: CaseReport?) -> Int {
    var levels: [Int: Int] = [:]
    for finding in report?.findings ?? [] where finding.decision.fact > 0 {
      levels[finding.decision.fact] = finding.decision.level
    }
    return levels.values.reduce(0, +)
  }

  /// Diagnoses and procedures: what a case teaches.
  private func clinical(_ report: CaseReport?) -> [Decision] {
    (report?.findings ?? []).map(\.decision).filter { $0.finding.kind == .diagnosis || $0.finding.kind == .procedure }
  }

  private static func number(_ value: Double?) -> String { value.map { Decimal.short($0) } ?? "" }

  /// Quoted where needed, also for spreadsheets that part cells at semicolons or tabs; what one would take for a formula gets
  /// an apostrophe.
  package static func field(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isFormula = scalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    let needsQuotes = scalars.contains { ",;\"\t\r\n".unicodeScalars.contains($0) }
    guard isFormula || needsQuotes else { return text }
    let quote: Unicode.Scalar = "\""
    var field = String.UnicodeScalarView(isFormula ? ["'"] : [])
    for scalar in scalars {
      field.append(scalar)
      if scalar == quote { field.append(quote) }
    }
    return needsQuotes ? "\"" + String(field) + "\"" : String(field)
  }
}
