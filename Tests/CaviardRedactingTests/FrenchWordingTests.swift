import CaviardCase
import Testing

@testable import CaviardRedacting

@Suite("French wording")
struct FrenchWordingTests {
  typealias English = EnglishWordingTests
  static let march = English.march
  static let april = Replacement.date(DateValue(year: 2021, month: 4))

  private func french(_ marked: String, _ kind: Kind, _ replacement: Replacement) -> String {
    Rewriting(language: .french).rewrite(marked, [(kind, replacement)])
  }

  @Test(
    "ages keep the form of what they replace",
    arguments: [
      ("Une femme âgée de [[47 ans]].", English.years(45, 49), "Une femme âgée de 45 à 49 ans."),
      ("Une femme de [[93 ans]].", English.years(90), "Une femme de 90 ans ou plus."),
      ("Une femme de [[47 ans]].", English.years(20), "Une femme de 20 ans ou plus."),
      ("Un [[quadragénaire]] tousse.", English.years(40, 59), "Une personne de 40 à 59 ans tousse."),
      ("L'[[octogénaire]] tousse.", English.years(80), "La personne de 80 ans ou plus tousse."),
      ("L’état de l’[[octogénaire]].", English.years(80), "L’état de la personne de 80 ans ou plus."),
      ("L'état du [[quadragénaire]].", English.years(40, 59), "L'état de la personne de 40 à 59 ans."),
      ("Une patiente [[octogénaire]] tousse.", English.years(80), "Une patiente de 80 ans ou plus tousse."),
      ("Une [[jeune femme]] tousse.", English.years(20, 39), "Une femme de 20 à 39 ans tousse."),
      ("Un homme dans la [[quarantaine]].", English.years(40, 59), "Un homme de 40 à 59 ans."),
      ("Nourrisson âgé de [[3 semaines]].", English.days(0, 729), "Nourrisson âgé de 0 à 23 mois."),
      ("Un bébé d'[[un mois]].", English.days(0, 729), "Un bébé de 0 à 23 mois."),
      ("Depuis l'âge de [[27 ans]].", English.years(25, 29), "Depuis l'âge de 25 à 29 ans."),
      ("Un garçon, en [[secondaire 3]], tousse.", English.years(10, 19), "Un garçon, de 10 à 19 ans, tousse."),
      ("Elle est [[à la retraite]].", English.years(60, 79), "Elle est une personne de 60 à 79 ans."),
    ])
  func ages(marked: String, replacement: Replacement, expected: String) {
    #expect(french(marked, .age, replacement) == expected)
  }

  @Test(
    "dates lose the article",
    arguments: [
      ("Vu le [[3 mars 2021]].", march, "Vu en mars 2021."),
      ("Le [[3 mars 2021]], il tousse.", march, "En mars 2021, il tousse."),
      ("Scanner du [[3 mars 2021]].", march, "Scanner de mars 2021."),
      ("Scanner du [[3 avril 2021]].", april, "Scanner d'avril 2021."),
      ("Depuis le [[3 mars 2021]].", march, "Depuis mars 2021."),
      ("Suivi jusqu'au [[3 mars 2021]].", march, "Suivi jusqu'en mars 2021."),
      ("Vu le [[lundi 3 mars 2021]].", march, "Vu en mars 2021."),
      ("En [[mars 2021]], il tousse.", English.year, "En 2021, il tousse."),
      ("[[À l'été 2021]] il tousse.", English.year, "En 2021 il tousse."),
      ("Vu le [[3 mars]] encore.", English.bare, "Vu en mars encore."),
    ])
  func dates(marked: String, replacement: Replacement, expected: String) {
    #expect(french(marked, .date, replacement) == expected)
  }

  @Test(
    "places contract with their preposition",
    arguments: [
      ("Il vit à [[Saint-Tite]].", English.place("mauricie"), "Il vit en Mauricie."),
      ("Il vit à [[Saint-Tite]].", English.place("quebec"), "Il vit au Québec."),
      ("Elle vit à [[Nain]].", English.place("newfoundland"), "Elle vit à Terre-Neuve-et-Labrador."),
      ("Originaire de [[Saint-Tite]].", English.place("mauricie"), "Originaire de la Mauricie."),
      ("Originaire de [[Saint-Tite]].", English.place("quebec"), "Originaire du Québec."),
      ("Originaire de [[Moosonee]].", English.place("ontario"), "Originaire de l'Ontario."),
      ("Originaire d'[[Alma]].", English.place("quebec"), "Originaire du Québec."),
      ("Il vit au [[Saguenay]].", English.place("quebec"), "Il vit au Québec."),
      ("Il vit en [[Mauricie]].", English.place("quebec"), "Il vit au Québec."),
      ("Il vit à [[Inuvik]].", English.place("nwt"), "Il vit dans les Territoires du Nord-Ouest."),
      ("Il vit à [[Miami]].", English.place("united-states"), "Il vit aux États-Unis."),
      ("Né à [[Oran]].", English.place("algeria"), "Né en Algérie."),
      ("Venu d'[[Oran]].", English.place("algeria"), "Venu d'Algérie."),
      ("Il vit à [[Sept-Îles]].", English.place("cote-nord"), "Il vit sur la Côte-Nord."),
      ("Il vit à [[Walkerton]].", English.place("bruce"), "Il vit dans le comté de Bruce."),
      ("Né à [[Souris]].", English.place("pei"), "Né à l'Île-du-Prince-Édouard."),
      ("Un village de [[Saint-Tite]].", English.place("mauricie"), "Un village en Mauricie."),
      ("Il vit près de [[Saint-Tite]].", English.place("mauricie"), "Il vit en Mauricie."),
      ("Il vit à [[Saint-Tite]], Québec.", English.place("quebec"), "Il vit au Québec."),
    ])
  func places(marked: String, replacement: Replacement, expected: String) {
    #expect(french(marked, .place, replacement) == expected)
  }

  @Test(
    "vaguer words agree",
    arguments: [
      (
        "Atteint de la [[maladie de Fabry]].", English.disease("system-metabolic"),
        "Atteint d'une maladie métabolique rare."
      ),
      (
        "La [[maladie de Fabry]] progresse.", English.disease("system-metabolic"),
        "Une maladie métabolique rare progresse."
      ),
      (
        "Une [[maladie de Fabry]] tardive.", English.disease("system-metabolic"),
        "Une maladie métabolique rare tardive."
      ),
      (
        "Diagnostic de [[maladie de Fabry]].", English.disease("system-metabolic"),
        "Diagnostic d'une maladie métabolique rare."
      ),
      (
        "Souffrant d'une [[hémophilie]].", English.disease("group-bleeding"),
        "Souffrant d'un trouble de la coagulation."
      ),
      ("Souffrant d'[[hémophilie]].", English.disease("group-bleeding"), "Souffrant d'un trouble de la coagulation."),
      ("Due à la [[maladie de Fabry]].", English.disease("system-metabolic"), "Due à une maladie métabolique rare."),
      ("Due au [[syndrome de Hunter]].", English.disease("system-metabolic"), "Due à une maladie métabolique rare."),
      ("Avec [[MEC]].", English.disease("group-histiocytosis"), "Avec une histiocytose."),
      (
        "Sa [[maladie de Fabry]] progresse.", English.disease("group-bleeding"),
        "Son trouble de la coagulation progresse."
      ),
      ("Cette [[maladie de Fabry]].", English.disease("group-bleeding"), "Ce trouble de la coagulation."),
      ("Pas de [[maladie de Fabry]].", English.disease("system-metabolic"), "Pas de maladie métabolique rare."),
      ("[[Maladie de Fabry]] connue.", English.disease("system-metabolic"), "Une maladie métabolique rare connue."),
      (
        "Après l'[[ECMO]].", .phrase(TestTables.row(.procedures, "ecmo"), column: "class"),
        "Après une assistance vitale."
      ),
      (
        "Un [[gardien de phare]] tousse.", .row(TestTables.row(.occupationGroups, "transport")),
        "Une personne travaillant dehors tousse."
      ),
      ("Une [[mairesse]] tousse.", .row(TestTables.row(.occupationGroups, "management")), "Une gestionnaire tousse."),
      (
        "Une femme [[haïtienne]] tousse.", .row(TestTables.row(.groups, "caribbean")),
        "Une femme d'origine antillaise tousse."
      ),
      (
        "Un [[Haïtien]] tousse.", .row(TestTables.row(.groups, "caribbean")),
        "Une personne d'origine antillaise tousse."
      ),
      (
        "Une femme d'origine [[haïtienne]].", .row(TestTables.row(.groups, "caribbean")),
        "Une femme d'origine antillaise."
      ),
    ] as [(String, Replacement, String)])
  func vaguer(marked: String, replacement: Replacement, expected: String) {
    #expect(french(marked, .diagnosis, replacement) == expected)
  }

  @Test(
    "placeholders and nothing",
    arguments: [
      ("Le mari d'[[Anne]].", .placeholder(.personName, number: 1), "Le mari de [personne 1]."),
      ("Âgée de [[47 ans]].", .placeholder(.age, number: 1), "Âgée d'[âge 1]."),
      ("Venu du [[CHU]].", .placeholder(.institution, number: 1), "Venu de l'[établissement 1]."),
      ("Elle dit qu'[[Anne]] va.", .placeholder(.personName, number: 1), "Elle dit que [personne 1] va."),
      ("Elle, [[seule survivante]], parle.", .nothing, "Elle, parle."),
      ("C'est le [[premier cas]].", .nothing, "C'est l'[affirmation 1]."),
    ] as [(String, Replacement, String)])
  func placeholders(marked: String, replacement: Replacement, expected: String) {
    #expect(french(marked, .superlative, replacement) == expected)
  }
}
