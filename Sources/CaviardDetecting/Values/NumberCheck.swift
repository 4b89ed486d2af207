/// Check digits, by the name rules use. Each takes the letters and digits of a number, upper case, nothing else.
package enum NumberCheck: String, Sendable, CaseIterable {
  /// Luhn: SIN, Ontario health card, credit cards, NPI.
  case luhn
  /// NHS number: ten digits, modulus 11.
  case nhs
  /// British Columbia PHN: ten digits that begin with 9, modulus 11; both published readings of remainder 11 accepted.
  case bcPHN = "bc-phn"
  /// Québec RAMQ: four letters, a date of birth (month + 50 for women), two more digits. Only the date is checked (the check
  /// digit's rule is unconfirmed for women).
  case ramq
  /// French NIR: thirteen digits and a key, modulus 97 (Corsica as 19 and 18).
  case nir
  case iban
  /// Vehicle identification number: seventeen characters, modulus 11.
  case vin
  /// A United States social security number's structure.
  case ssn

  /// A Canadian postal code's letters; written without a space it must not be a tumour stage (T2N1M0).
  case postalCanada = "postal-canada"
  case postalCanadaJoined = "postal-canada-joined"

  /// Not a round count: the last five digits are not all zero.
  case notRound = "not-round"

  package func holds(_ characters: [UInt8]) -> Bool {
    switch self {
    case .luhn: Self.luhnHolds(characters)
    case .nhs: Self.nhsHolds(characters)
    case .bcPHN: Self.bcHolds(characters)
    case .ramq: Self.ramqHolds(characters)
    case .nir: Self.nirHolds(characters)
    case .iban: Self.ibanHolds(characters)
    case .vin: Self.vinHolds(characters)
    case .ssn: Self.ssnHolds(characters)
    case .notRound: !characters.suffix(5).allSatisfy { $0 == UInt8(ascii: "0") }
    case .postalCanada: Self.postalHolds(characters)
    case .postalCanadaJoined: Self.postalHolds(characters) && !Self.isTumourStage(characters)
    }
  }

  private static func digits(_ characters: some Collection<UInt8>) -> [Int]? {
    var digits: [Int] = []
    for character in characters {
      guard (0x30...0x39).contains(character) else { return nil }
      digits.append(Int(character) - 0x30)
    }
    return digits
  }

  private static func luhnHolds(_ characters: [UInt8]) -> Bool {
    // An Ontario card may end with a version code of one or two letters.
    guard let digits = digits(characters.prefix { $0 < 0x41 }), digits.count >= 8 else { return false }
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let doubled = index % 2 == 1 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  private static func nhsHolds(_ characters: [UInt8]) -> Bool {
    guard let digits = digits(characters), digits.count == 10 else { return false }
    let sum = (0..<9).reduce(0) { $0 + digits[$1] * (10 - $1) }
    let check = (11 - sum % 11) % 11
    return check != 10 && check == digits[9]
  }

  private static func bcHolds(_ characters: [UInt8]) -> Bool {
    guard let digits = digits(characters), digits.count == 10, digits[0] == 9 else { return false }
    let weights = [2, 4, 8, 5, 10, 9, 7, 3]
    let remainder = weights.indices.reduce(0) { $0 + digits[$1 + 1] * weights[$1] % 11 } % 11
    return remainder == 0 ? digits[9] == 0 || digits[9] == 1 : 11 - remainder == digits[9]
  }

  private static func ramqHolds(_ characters: [UInt8]) -> Bool {
    guard characters.count == 12, characters[..<4].allSatisfy({ (0x41...0x5A).contains($0) }),
      let digits = digits(characters[4...])
    else { return false }
    let month = digits[2] * 10 + digits[3]
    let day = digits[4] * 10 + digits[5]
    return (1...31).contains(day) && ((1...12).contains(month) || (51...62).contains(month))
  }

  private static func nirHolds(_ characters: [UInt8]) -> Bool {
    guard characters.count == 15 || characters.count == 13 else { return false }
    var text = characters
    if text.count > 6, text[5] == 0x32, text[6] == 0x41 { (text[5], text[6]) = (0x31, 0x39) }
    if text.count > 6, text[5] == 0x32, text[6] == 0x42 { (text[5], text[6]) = (0x31, 0x38) }
    guard let digits = digits(text), digits[0] == 1 || digits[0] == 2 else { return false }
    let month = digits[3] * 10 + digits[4]
    guard (1...12).contains(month) || (20...42).contains(month) || month >= 50 else { return false }
    guard digits.count == 15 else { return true }
    let number = digits[..<13].reduce(0) { $0 * 10 + $1 }
    return 97 - number % 97 == digits[13] * 10 + digits[14]
  }

  private static func ibanHolds(_ characters: [UInt8]) -> Bool {
    guard (15...34).contains(characters.count) else { return false }
    var remainder = 0
    for character in characters[4...] + characters[..<4] {
      switch character {
      case 0x30...0x39: remainder = (remainder * 10 + Int(character) - 0x30) % 97
      case 0x41...0x5A: remainder = (remainder * 100 + Int(character) - 0x37) % 97
      default: return false
      }
    }
    return remainder == 1
  }

  private static func vinHolds(_ characters: [UInt8]) -> Bool {
    guard characters.count == 17 else { return false }
    let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
    let values: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9]
    var sum = 0
    for (index, character) in characters.enumerated() {
      switch character {
      case 0x30...0x39: sum += (Int(character) - 0x30) * weights[index]
      case 0x41...0x5A: sum += Int(values[Int(character) - 0x41]) * weights[index]
      default: return false
      }
    }
    let check = sum % 11
    return characters[8] == (check == 10 ? 0x58 : UInt8(0x30 + check))
  }

  private static func ssnHolds(_ characters: [UInt8]) -> Bool {
    guard let digits = digits(characters), digits.count == 9 else { return false }
    let area = digits[0] * 100 + digits[1] * 10 + digits[2]
    return area != 0 && area != 666 && area < 900 && digits[3] + digits[4] > 0 && digits[5...].contains { $0 > 0 }
  }

  /// Canada Post: D, F, I, O, Q, U never occur; W and Z never come first.
  private static func postalHolds(_ characters: [UInt8]) -> Bool {
    guard characters.count == 6 else { return false }
    return "ABCEGHJKLMNPRSTVXY".utf8.contains(characters[0])
      && [characters[2], characters[4]].allSatisfy { "ABCEGHJKLMNPRSTVWXYZ".utf8.contains($0) }
  }

  private static func isTumourStage(_ characters: [UInt8]) -> Bool {
    [characters[0], characters[2], characters[4]] == Array("TNM".utf8)
  }
}
