import CaviardDetecting
import Testing

@Suite("Check digits")
struct NumberCheckTests {
  @Test(
    "numbers with a right check digit hold",
    arguments: [
      (NumberCheck.luhn, "046454286"), (.luhn, "4539148803436467"), (.luhn, "1234567897XY"), (.nhs, "9434765919"),
      (.bcPHN, "9698658215"), (.ramq, "TREM85011512"), (.ramq, "GAGM85611512"), (.nir, "185057800608491"),
      (.iban, "GB82WEST12345698765432"), (.vin, "1HGCM82633A004352"), (.ssn, "536221848"), (.postalCanada, "K1A0B1"),
    ])
  func holds(check: NumberCheck, number: String) { #expect(check.holds(Array(number.utf8))) }

  @Test(
    "numbers with a wrong check digit or shape do not",
    arguments: [
      (NumberCheck.luhn, "046454287"), (.luhn, ""), (.nhs, "9434765918"), (.nhs, "943476591"), (.bcPHN, "1698658215"),
      (.ramq, "TREM85991512"), (.ramq, "TRE585011512"), (.nir, "385057800608491"), (.iban, "GB82WEST1234"),
      (.vin, "1HGCM82633A004353"), (.ssn, "666221848"), (.postalCanada, "F1A0B1"), (.postalCanadaJoined, "T2N1M0"),
    ])
  func fails(check: NumberCheck, number: String) { #expect(!check.holds(Array(number.utf8))) }
}
