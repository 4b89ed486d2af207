/// The finest form in which a kind of fact may be left, whatever K; a stated finer form goes.
package enum Floor: String, Hashable, Sendable, CaseIterable {
  // Dates.
  case month
  case year
  // Ages.
  case fiveYears = "five-years"
  case decade
  // Places.
  case region
  case province
  case country
  // Occupations.
  case group
  /// Nothing is left.
  case removed

  /// The floors of a kind, finest first.
  package static func floors(of kind: Kind) -> [Floor] {
    switch kind {
    case .date: [.month, .year, .removed]
    case .age: [.fiveYears, .decade, .removed]
    case .place: [.region, .province, .country, .removed]
    case .occupation: [.group, .removed]
    case .institution, .ethnicity, .language, .religion, .family, .diagnosis, .procedure, .event, .superlative, .trait,
      .legalStatus:
      [.removed]
    // Sex stands in too many words to be taken out; the others are no facts.
    case .sex, .personName, .username, .email, .phone, .url, .streetAddress, .postalCode, .healthCardNumber,
      .nationalID, .recordNumber, .accountNumber, .licenceNumber, .vehicleID, .deviceID, .networkAddress, .coordinates,
      .media, .possibleName:
      []
    }
  }

  /// True when this floor leaves less of a kind than the other.
  package func isCoarser(than other: Floor, of kind: Kind) -> Bool {
    let floors = Self.floors(of: kind)
    return floors.firstIndex(of: self) ?? 0 > floors.firstIndex(of: other) ?? 0
  }
}
