import CaviardCase
import Testing

@testable import CaviardRedacting

/// What goes altogether goes with its grammar where that leaves a whole sentence.
@Suite("Facts that leave no trace")
struct OmissionTests {
  @Test(
    "English ages",
    arguments: [
      ("A [[47-year-old]] man fell.", "A man fell."), ("A [[9-year-old]] obese boy fell.", "An obese boy fell."),
      ("[[47-year-old]] man with cough.", "Man with cough."),
      ("A man, aged [[47]], fell.", "A man fell."), ("She was ill at the age of [[27]].", "She was ill."),
      ("At the age of [[27]], she was ill.", "She was ill."), ("A man [[in his 40s]] fell.", "A man fell."),
      ("Her brother, [[12]], is well.", "Her brother is well."), ("The [[infant]] fed well.", "The patient fed well."),
      ("He is [[47]].", "He is [age 1]."),
      ("Since the age of [[27]] she coughs.", "Since the age of [age 1] she coughs."),
    ])
  func englishAges(marked: String, expected: String) {
    #expect(Rewriting().rewrite(marked, [(.age, .placeholder(.age, number: 1))]) == expected)
  }

  @Test("an age before a noun that is written anew goes with it")
  func agesBeforeWork() {
    let facts: [(Kind, Replacement)] = [
      (.age, .placeholder(.age, number: 1)), (.occupation, .placeholder(.occupation, number: 2)),
    ]
    #expect(Rewriting().rewrite("An [[18-year-old]] [[welder]] from town fell.", facts) == "A patient from town fell.")
    #expect(
      Rewriting().rewrite(
        "An [[18-year-old]] [[Cree]] man fell.", [facts[0], (.ethnicity, .placeholder(.ethnicity, number: 1))])
        == "An [origin 1] man fell.")
  }

  @Test(
    "French ages",
    arguments: [
      ("Un homme de [[47 ans]] tombe.", "Un homme tombe."),
      ("Une patiente, âgée de [[47 ans]], tousse.", "Une patiente tousse."),
      ("Une patiente âgée de [[47 ans]] tousse.", "Une patiente tousse."),
      ("À [[12 ans]], il fait une crise.", "Il fait une crise."),
      ("Opérée à l'âge de [[27 ans]].", "Opérée."), ("L'[[enfant]] dort.", "Le patient dort."),
      ("L'[[enfant]] a été admise.", "La patiente a été admise."), ("L'état de l'[[enfant]].", "L'état du patient."),
      ("Cet [[enfant]] tousse.", "Ce patient tousse."), ("Âgée de [[47 ans]].", "Âgée d'[âge 1]."),
      ("Il est actuellement âgé de [[5 ans]].", "Il est actuellement âgé d'[âge 1]."),
      ("Depuis l'âge de [[27 ans]].", "Depuis l'âge d'[âge 1]."),
    ])
  func frenchAges(marked: String, expected: String) {
    #expect(Rewriting(language: .french).rewrite(marked, [(.age, .placeholder(.age, number: 1))]) == expected)
  }

  @Test(
    "work",
    arguments: [
      (Language.english, "He works as a [[welder]] in town.", "He works in town."),
      (.english, "Her uncle, a [[welder]], agreed.", "Her uncle agreed."),
      (.english, "A [[welder]] from Canada fell.", "A patient from Canada fell."),
      (
        .english, "She was taken in by the [[welder]] from Canada.",
        "She was taken in by the [occupation 1] from Canada."
      ),
      (.english, "Her husband, a [[welder]] at the yard, left.", "Her husband, an [occupation 1] at the yard, left."),
      (.english, "A [[laureate]] in physics fell.", "An [occupation 1] in physics fell."),
      (.french, "Son mari, un [[soudeur]] de Québec, tousse.", "Son mari, un [métier 1] de Québec, tousse."),
      (.english, "He is a [[welder]] who smokes.", "He is an [occupation 1] who smokes."),
      (.french, "Il travaille comme [[soudeur]].", "Il travaille."),
      (.french, "Sa mère, [[soudeuse]], va bien.", "Sa mère va bien."),
      (.french, "Une [[soudeuse]] de 45 ans.", "Une patiente de 45 ans."),
      (.french, "Il travaillait comme [[soudeur]]-monteur.", "Il travaillait comme [métier 1]-monteur."),
    ])
  func work(language: Language, marked: String, expected: String) {
    #expect(
      Rewriting(language: language).rewrite(marked, [(.occupation, .placeholder(.occupation, number: 1))]) == expected)
  }

  @Test(
    "a noun of age gives way to one that says no finer age",
    arguments: [
      (Language.english, "A [[newborn]] was pale.", EnglishWordingTests.years(0, 4), "A child aged 0 to 4 was pale."),
      (.english, "The [[baby]] was pale.", EnglishWordingTests.years(0, 4), "The patient was pale."),
      (.english, "An [[infant]] was pale.", EnglishWordingTests.years(0, 39), "A patient was pale."),
      (
        .english, "A [[7-year-old]] male patient was pale.", EnglishWordingTests.years(20),
        "A male patient aged 20 or older was pale."
      ),
      (.french, "Un [[nourrisson]] pâle.", EnglishWordingTests.years(0, 4), "Un enfant de 0 à 4 ans pâle."),
      (.french, "Le [[nourrisson]] est pâle.", EnglishWordingTests.years(0, 4), "Le patient est pâle."),
      (.french, "Un enfant de [[12 ans]] pâle.", EnglishWordingTests.years(0, 39), "Un patient de 0 à 39 ans pâle."),
    ])
  func nouns(language: Language, marked: String, band: Replacement, expected: String) {
    #expect(Rewriting(language: language).rewrite(marked, [(.age, band)]) == expected)
  }
}
