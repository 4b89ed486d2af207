import Testing

@testable import CaviardRedacting

@Suite("Children of multiple births")
struct MultipleBirthTests {
  @Test(
    "a parent or all of the children are not one of them",
    arguments: [
      ("a triplet", false), ("identical twin", false), ("one of triplets", false), ("mother of quadruplets", true),
      ("quadruplets", true), ("twins", true), ("jumeau", false), ("une des triplées", false), ("jumeaux", true),
      ("mère de quintuplées", true), ("grossesse gémellaire", true),
    ])
  func parents(replaced: String, isFalse: Bool) {
    #expect(MultipleBirth(replaced: replaced).isFalse("part of a multiple birth") == isFalse)
    #expect(!MultipleBirth(replaced: replaced).isFalse("a parent of a multiple birth"))
  }

  @Test("French agrees with a girl")
  func agreement() {
    #expect(MultipleBirth(replaced: "jumelle").agreeing("issu d'une naissance") == "issue d'une naissance")
    #expect(MultipleBirth(replaced: "jumeau").agreeing("issu d'une naissance") == "issu d'une naissance")
  }
}
