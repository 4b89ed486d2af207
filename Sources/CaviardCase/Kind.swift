/// What a finding is (the names of the report, `cli.md`).
package enum Kind: String, Hashable, Sendable, CaseIterable, Comparable, Codable {
  // Direct identifiers.
  case personName = "person-name"
  case username
  case email
  case phone
  case url
  case streetAddress = "street-address"
  case postalCode = "postal-code"
  case healthCardNumber = "health-card-number"
  case nationalID = "national-id"
  case recordNumber = "record-number"
  case accountNumber = "account-number"
  case licenceNumber = "licence-number"
  case vehicleID = "vehicle-id"
  case deviceID = "device-id"
  case networkAddress = "network-address"
  case coordinates
  // Quasi-identifiers.
  case age
  case sex
  case date
  case place
  case institution
  case occupation
  case ethnicity
  case language
  case religion
  case family
  case diagnosis
  case procedure
  case event
  case superlative
  case trait
  case legalStatus = "legal-status"
  // Others.
  case media
  case possibleName = "possible-name"

  package var identifierClass: IdentifierClass {
    switch self {
    case .personName, .username, .email, .phone, .url, .streetAddress, .postalCode, .healthCardNumber, .nationalID,
      .recordNumber, .accountNumber, .licenceNumber, .vehicleID, .deviceID, .networkAddress, .coordinates:
      .direct
    case .age, .sex, .date, .place, .institution, .occupation, .ethnicity, .language, .religion, .family, .diagnosis,
      .procedure, .event, .superlative, .trait, .legalStatus:
      .quasi
    case .media: .media
    case .possibleName: .unknown
    }
  }

  /// The order of declaration, used wherever kinds are listed or ties are broken.
  package var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (a: Kind, b: Kind) -> Bool { a.order < b.order }
}

/// How a kind identifies: on its own, in combination, as media, or not known.
package enum IdentifierClass: String, Hashable, Sendable {
  case direct
  case quasi
  case media
  case unknown
}
