internal import CaviardCase

/// What a fact says of its subject, as far as the estimate tells it apart. Greater wins when one value has several.
enum FactRole: Int, Comparable, Hashable, Sendable {
  /// Where somebody was born or something happened: a share.
  case elsewhere
  /// Age at onset, not now.
  case onset
  /// A date of care or of the event.
  case care
  /// Age now, or where the patient lives or is treated: a place that narrows the base.
  case now
  case birth
  case death

  init(_ finding: Finding) {
    switch finding.kind {
    case .age: self = finding.role == .onset || finding.role == .event ? .onset : .now
    case .date:
      switch finding.role {
      case .birth: self = .birth
      case .death: self = .death
      case .now, .onset, .care, .residence, .origin, .treatment, .event: self = .care
      }
    case .place:
      switch finding.role {
      case .now, .residence, .treatment, .care: self = .now
      case .origin, .birth, .death, .event, .onset: self = .elsewhere
      }
    case .institution: self = .now
    // A record of a measurement is not one of the patient.
    case .superlative: self = finding.role == .event ? .elsewhere : .now
    default: self = .now
    }
  }

  static func < (a: FactRole, b: FactRole) -> Bool { a.rawValue < b.rawValue }
}
