import Testing

@testable import CaviardRedacting

@Suite("medicines that stand for a disease")
struct MedicineTests {
  /// Each stands among the terms of a disease and not in the list of drugs: every ending and stem is needed.
  @Test(
    "one that no list of drugs has is known by how its name is made",
    arguments: [
      "caplacizumab", "avapritinib", "migalastat", "eteplirsen", "givosiran", "luspatercept", "tezacaftor",
      "alipogene tiparvovec", "efgartigimod", "avacopan", "metreleptin", "lonafarnib", "vosoritide", "agalsidase beta",
      "avalglucosidase", "laronidase", "galsulfase", "velaglucerase", "imiglucérase", "cerliponase", "asfotase alfa",
      "pegvaliase", "velmanase", "olipudase", "pegtibatinase", "dornase alfa", "Enzyme replacement therapy", "dialyse",
    ])
  func named(_ name: String) { #expect(Medicine(dictionary: TestTables.dictionary).isNamed(by: name)) }

  @Test("a disease, a gene and an enzyme of the body are none", arguments: ["Fabry disease", "HEXA", "gene", "lipase"])
  func others(_ name: String) { #expect(!Medicine(dictionary: TestTables.dictionary).isNamed(by: name)) }
}
