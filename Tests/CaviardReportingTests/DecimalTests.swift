import CaviardReporting
import Testing

@Suite("numbers as text")
struct DecimalTests {
  @Test(
    "three significant digits, no locale",
    arguments: [
      (0.0107342, "0.0107"), (44, "44"), (4.4567e-13, "4.46e-13"), (1_234_567, "1230000"), (0, "0"), (0.1, "0.1"),
      (2.0 / 3, "0.667"), (99.96, "100"), (-1.5, "-1.5"),
    ] as [(Double, String)])
  func short(value: Double, text: String) {
    #expect(Decimal.short(value) == text)
  }

  @Test(
    "thousands are set apart",
    arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-2_000_000, "-2,000,000")] as [(Int, String)])
  func grouped(number: Int, text: String) {
    #expect(Decimal.grouped(number, separator: ",") == text)
  }
}
