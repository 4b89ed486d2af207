package import CaviardCase

/// `caviard.report/1`: one object a case, keys in a fixed order, no text of the case unless it is shown.
package struct JSONReport: Sendable {
  package static let schema = "caviard.report/1"

  private let options: ReportOptions
  private let messages: any Messages

  package init(_ options: ReportOptions) {
    self.options = options
    messages = messagesIn(options.messages)
  }

  package func write(_ outcome: CaseOutcome, to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", Self.schema)
      json.member("case", outcome.name)
      if let report = outcome.report {
        write(report, to: &json)
      } else {
        json.member("verdict", Verdict.block.rawValue)
        json.member("reasons", outcome.reasons.map(\.rawValue))
      }
      if let accepted = outcome.accepted { write(accepted, to: &json) }
      if let failure = outcome.failure {
        json.key("error")
        write(failure, to: &json)
      }
      if let after = outcome.after { write(after, to: &json) }
      if let report = outcome.report { writeFindings(report, to: &json) }
      json.key("statistics")
      json.object { json in
        json.member("bytes", outcome.byteCount)
        if let report = outcome.report { json.member("tokens", report.wordCount) }
      }
    }
  }

  package func write(_ failure: CaseFailure, line: Int? = nil, to json: inout JSONWriter) {
    json.object { json in
      json.member("code", failure.code.rawValue)
      json.member("message", messages.failure(failure))
      if let part = failure.part { json.member("part", part) }
      if let line = line ?? failure.line { json.member("line", line) }
      if line == nil, let column = failure.column { json.member("column", column) }
      if let byte = failure.byte { json.member("byte", byte) }
    }
  }
}

extension JSONReport {
  private func write(_ report: CaseReport, to json: inout JSONWriter) {
    json.key("language")
    if let language = report.languages.first { json.string(language.rawValue) } else { json.null() }
    json.member("languages", report.languages.map(\.rawValue))
    json.member("policy", report.policy.name)
    if let reason = report.policy.reason { json.member("policyReason", reason) }
    json.member("dictionary", report.dictionary)
    json.member("verdict", report.verdict.rawValue)
    json.member("reasons", report.reasons.map(\.rawValue))
    json.key("risk")
    write(report.risk, to: &json)
    json.key("subjects")
    json.array(report.risk.subjects) { json, subject in
      json.object { json in
        json.member("id", subject.id)
        json.member("role", subject.role.rawValue)
        json.member("k", subject.k)
        json.member("kLow", subject.kLow)
      }
    }
  }

  private func write(_ risk: CaseRisk, to json: inout JSONWriter) {
    json.object { json in
      json.member("k", risk.k)
      json.member("kLow", risk.kLow)
      json.member("kHigh", risk.kHigh)
      json.member("risk", risk.risk)
      json.member("threshold", risk.threshold)
      json.member("candidates", options.explains ? risk.candidates : Self.rough(risk.candidates))
      json.member("population", "CA")
      json.member("adversary", "acquaintance")
      json.key("stranger")
      json.object { json in
        json.member("k", risk.strangerK)
        json.member("risk", 1 / max(risk.strangerK, 1))
      }
      json.member("cost", risk.cost)
      json.member("factors", risk.factorCount)
      json.member("generalKnowledge", risk.generalKnowledgeCount)
    }
  }

  private func write(_ after: CaseAfter, to json: inout JSONWriter) {
    json.key("after")
    json.object { json in
      json.member("verdict", after.verdict.rawValue)
      json.member("reasons", after.reasons.map(\.rawValue))
      json.key("risk")
      json.object { json in
        json.member("k", after.risk.k)
        json.member("kLow", after.risk.kLow)
        json.member("cost", after.cost)
        json.member("costGap", after.costGap)
      }
      json.member("edits", after.edits)
      json.member("rounds", after.rounds)
      if after.datesShifted > 0 {
        json.member("notes", ["dates-shifted"])
        json.member("datesShifted", after.datesShifted)
      }
    }
  }

  private func writeFindings(_ report: CaseReport, to json: inout JSONWriter) {
    if !report.droppedParts.isEmpty { json.member("droppedParts", report.droppedParts) }
    json.key("findings")
    json.array(report.findings) { json, finding in write(finding, to: &json) }
    if !report.allowances.isEmpty { writeAllowances(report.allowances, to: &json) }
    if !report.nameKinds.isEmpty {
      json.key("nameFindings")
      json.array(report.nameKinds) { json, kind in
        json.object { json in
          json.member("kind", kind.rawValue)
          json.member("class", kind.identifierClass.rawValue)
        }
      }
    }
    if options.explains { writeFactors(report.factors, to: &json) }
    json.key("advice")
    json.array(Advice.all(report)) { json, advice in
      json.object { json in
        json.member("id", advice.id)
        json.member("message", messages.advice(advice))
      }
    }
  }

  private func write(_ accepted: Accepted, to json: inout JSONWriter) {
    json.key("accepted")
    json.object { json in
      switch accepted {
      case .baseline(let reason):
        json.member("by", "baseline")
        json.member("reason", reason)
      case .consent(let scope, let reference, let expires):
        json.member("by", "consent")
        json.member("scope", scope.map(\.rawValue))
        json.member("reference", reference)
        json.member("expires", expires)
      }
    }
  }

  private func writeAllowances(_ allowances: [InlineAllowance], to json: inout JSONWriter) {
    json.key("allowed")
    json.array(allowances) { json, allowance in
      json.object { json in
        json.member("kind", allowance.kind.rawValue)
        json.member("count", allowance.count)
        json.member("line", allowance.line)
        json.member("column", allowance.column)
        if let reason = allowance.reason { json.member("reason", reason) }
      }
    }
  }

  private func write(_ reported: ReportedFinding, to json: inout JSONWriter) {
    let decision = reported.decision
    let finding = decision.finding
    let isOpen = reported.shown != nil || options.explains
    json.object { json in
      json.member("kind", finding.kind.rawValue)
      json.member("class", finding.identifierClass.rawValue)
      json.member("fact", decision.fact)
      json.member("subject", finding.subject.id)
      json.member("role", finding.role.rawValue)
      if let part = reported.place.part { json.member("part", part) }
      json.member("start", reported.place.start)
      json.member("end", reported.place.end)
      json.member("startByte", reported.place.startByte)
      json.member("endByte", reported.place.endByte)
      json.member("line", reported.place.line)
      json.member("column", reported.place.column)
      json.member("confidence", finding.confidence)
      json.member("detector", finding.detector)
      if let shown = reported.shown { json.member("value", shown.value) }
      if let share = decision.share {
        json.member("share", isOpen ? share : Decimal.rounded(share, digits: 1))
        json.member("halfWidth", decision.halfWidth)
      }
      json.member("level", decision.level)
      if !decision.shareSource.isEmpty {
        json.member("source", isOpen ? decision.shareSource : Self.table(of: decision.shareSource))
      }
      json.member("action", decision.action.rawValue)
      if let replacement = reported.replacement { json.member("replacement", replacement) }
      if options.explains { write(finding.evidence, to: &json) }
    }
  }

  /// A row's id, an exact share or a town's population tells the fact as well as the words do: a report that may be published
  /// names the table and the order of magnitude.
  private static func table(of source: String) -> String { String(source.prefix { $0 != ":" }) }

  private static func rough(_ people: Int) -> Int { Int(Decimal.rounded(Double(people), digits: 1)) }

  private func writeFactors(_ factors: [RiskFactor], to json: inout JSONWriter) {
    json.key("factors")
    json.array(factors) { json, factor in
      json.object { json in
        json.member("label", factor.label)
        if let fact = factor.fact { json.member("fact", fact) }
        json.member("share", factor.share)
        json.member("halfWidth", factor.halfWidth)
        json.member("source", factor.source)
      }
    }
  }

  private func write(_ evidence: [Evidence], to json: inout JSONWriter) {
    json.key("evidence")
    json.array(evidence) { json, evidence in
      json.object { json in
        json.member("clue", evidence.clue)
        json.member("weight", evidence.weight)
      }
    }
  }
}
