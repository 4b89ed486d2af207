package import CaviardCase

/// What a report for other programs calls a rule: a kind of finding, or something about a case as a whole.
package enum ReportRule: Hashable, Sendable {
  case kind(Kind)
  case reason(VerdictReason)
  /// Two cases that could be one patient told twice.
  case linked

  /// Kinds, then reasons, then ``linked``: a rule's place in it is the same in every report.
  package static let all: [ReportRule] =
    Kind.allCases.map(Self.kind) + VerdictReason.allCases.map(Self.reason) + [.linked]

  /// A kind's own name; what is said of a whole case starts with `case/`, for some kinds and reasons have one name.
  package var id: String {
    switch self {
    case .kind(let kind): kind.rawValue
    case .reason(let reason): "case/\(reason.rawValue)"
    case .linked: "case/linked"
    }
  }

  /// In ``all``.
  package var index: Int {
    switch self {
    case .kind(let kind): kind.order
    case .reason(let reason): Kind.allCases.count + (VerdictReason.allCases.firstIndex(of: reason) ?? 0)
    case .linked: Kind.allCases.count + VerdictReason.allCases.count
    }
  }

  /// Of what it finds, unless a finding says otherwise.
  package var severity: IssueSeverity {
    switch self {
    case .kind(let kind): kind.identifierClass == .direct ? .error : .warning
    case .reason(.unreadable): .unreadable
    case .reason(let reason): reason.verdict == .block ? .error : .warning
    case .linked: .warning
    }
  }

  /// 0.1...10.0 as code hosts rank it: above 9 critical, from 7 high, from 4 medium. An order of ours, not a measurement.
  package var securitySeverity: String {
    switch self {
    case .kind(.personName), .kind(.healthCardNumber), .kind(.nationalID): "9.1"
    case .kind(let kind): kind.identifierClass == .direct ? "8.0" : "6.0"
    case .reason(let reason): reason.verdict == .block ? "8.5" : "5.0"
    case .linked: "5.0"
    }
  }

  /// How often what it finds is what it says.
  package var precision: String {
    switch self {
    case .kind(.possibleName): "low"
    case .kind(let kind): kind.identifierClass == .direct ? "high" : "medium"
    case .reason, .linked: "high"
    }
  }
}

/// How bad one issue is.
package enum IssueSeverity: Int, Hashable, Sendable, Comparable {
  /// A person should look, or it identifies with other facts only.
  case warning
  /// It blocks the case.
  case error
  /// Nobody knows what the case holds.
  case unreadable

  package static func < (a: IssueSeverity, b: IssueSeverity) -> Bool { a.rawValue < b.rawValue }

  package var isError: Bool { self > .warning }
}
