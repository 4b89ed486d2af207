import CaviardCase
import Testing

@testable import CaviardRedacting

/// Sentences as an editor would want them after scrubbing.
@Suite("Prose that still reads")
struct ReadingProseTests {
  typealias English = EnglishWordingTests

  @Test(
    "English ages without an upper end follow their noun",
    arguments: [
      ("A [[93-year-old]] woman fell.", English.years(90), "A woman aged 90 or older fell."),
      ("A [[47-year-old]] man with gout came.", English.years(20), "A man aged 20 or older with gout came."),
      ("An [[80-year-old]] woman, alone, fell.", English.years(80), "A woman aged 80 or older, alone, fell."),
      ("The [[63-year-old]] patient was seen.", English.years(20), "The patient aged 20 or older was seen."),
      ("This [[63-year-old]] lady (ill) coughs.", English.years(20), "This lady aged 20 or older (ill) coughs."),
      ("A [[54 y/o]] smoker has migraine.", English.years(20), "A smoker aged 20 or older has migraine."),
      ("A [[54-year-old]] uncle.", English.years(20), "An uncle aged 20 or older."),
      ("Her [[54-year-old]] aunt had it.", English.years(20), "Her aunt aged 20 or older had it."),
      ("An [[elderly]] man in pain.", English.years(80), "A man aged 80 or older in pain."),
      ("A [[7-year-old]] boy was dug out.", English.years(0, 39), "A male patient aged 0 to 39 was dug out."),
      ("A [[12-year-old]] girl with asthma.", English.years(0, 19), "A girl aged 0 to 19 with asthma."),
      ("An [[11-year-old]] boy and his dog.", English.years(0, 9), "A boy aged 0 to 9 and his dog."),
      ("A [[47-year-old]] hypertensive man.", English.years(40, 59), "A 40-to-59-year-old hypertensive man."),
      ("A [[47-year-old]] man.", English.years(40, 49), "A 40-to-49-year-old man."),
      ("Two [[47-year-old]] men came.", English.years(20), "Two men aged 20 or older came."),
      ("She is [[61 years old]].", English.years(20), "She is 20 years or older."),
    ])
  func englishAges(marked: String, replacement: Replacement, expected: String) {
    #expect(Rewriting().rewrite(marked, [(.age, replacement)]) == expected)
  }

  @Test(
    "an English settlement loses its name and its definite article",
    arguments: [
      ("He left the town of [[Moosonee]] early.", "ontario", "He left a town in Ontario early."),
      ("The village of [[Moosonee]] has a clinic.", "ontario", "A village in Ontario has a clinic."),
      ("She came from the city of [[Red Deer]].", "alberta", "She came from a city in Alberta."),
      ("A man from a hamlet of [[Inuvik]].", "nwt", "A man from a hamlet in the Northwest Territories."),
      ("He moved to the suburb of [[Miami]].", "united-states", "He moved to a suburb in the United States."),
      ("The people of [[Red Deer]] know.", "alberta", "The people of Alberta know."),
    ])
  func settlements(marked: String, id: String, expected: String) {
    #expect(Rewriting().rewrite(marked, [(.place, English.place(id))]) == expected)
  }

  @Test(
    "an English claim goes only where a sentence is left",
    arguments: [
      ("He was the [[only survivor]].", "He was the [claim 1]."),
      ("She was [[the only survivor]], she said.", "She was [claim 1], she said."),
      ("He became the [[first patient]] of the trial.", "He became a patient of the trial."),
      ("It is the [[first case]] among us.", "It is a case among us."),
      ("He, [[the only survivor]], spoke.", "He, spoke."),
      ("She is well, [[the only survivor]].", "She is well."),
      ("[[Uniquely in Canada]] he recovered.", "He recovered."),
      ("[[Uniquely in Canada]], she recovered.", "She recovered."),
      ("He is the [[youngest ever]] patient.", "He is the patient."),
      ("The [[only survivor]] of the fire spoke.", "A survivor of the fire spoke."),
      ("This is the [[first case of]] Fabry disease.", "This is a case of Fabry disease."),
      ("She is the [[youngest patient ever]] to get it.", "She is the [claim 1] to get it."),
      ("[[Lone survivor]], he wept.", "He wept."),
      ("The [[only person in Canada to live]] has migraine.", "The [claim 1] has migraine."),
      ("The [[oldest woman in Manitoba]], 112, has pneumonia.", "The [claim 1], 112, has pneumonia."),
    ])
  func claims(marked: String, expected: String) {
    #expect(Rewriting().rewrite(marked, [(.superlative, .nothing)]) == expected)
  }

  @Test(
    "an English medicine becomes a treatment, never the disease",
    arguments: [
      ("He was started on [[agalsidase beta]].", "He was started on treatment for an inherited metabolic disease."),
      ("She receives [[laronidase]] now.", "She receives treatment for an inherited metabolic disease now."),
      ("[[Migalastat]] was stopped.", "Treatment for an inherited metabolic disease was stopped."),
      ("With [[imiglucerase]] she improved.", "With treatment for an inherited metabolic disease she improved."),
      ("He has [[Fabry disease]].", "He has an inherited metabolic disease."),
    ])
  func medicines(marked: String, expected: String) {
    #expect(Rewriting().rewrite(marked, [(.diagnosis, English.disease("system-metabolic"))]) == expected)
  }

  @Test(
    "a French settlement loses its name and its definite article",
    arguments: [
      ("Il quitte le village de [[Saint-Tite]] tôt.", "mauricie", "Il quitte un village en Mauricie tôt."),
      ("Il vient du village de [[Saint-Tite]].", "mauricie", "Il vient d'un village en Mauricie."),
      ("Elle vit au village de [[Saint-Tite]].", "quebec", "Elle vit dans un village au Québec."),
      ("Elle vient de la ville de [[Trois-Rivières]].", "quebec", "Elle vient d'une ville au Québec."),
      ("La ville de [[Trois-Rivières]] compte deux centres.", "quebec", "Une ville au Québec compte deux centres."),
      ("Elle habite la municipalité de [[Baie]].", "cote-nord", "Elle habite une municipalité sur la Côte-Nord."),
      ("Un village de [[Saint-Tite]].", "mauricie", "Un village en Mauricie."),
      ("Le maire de [[Saint-Tite]] tousse.", "quebec", "Le maire du Québec tousse."),
    ])
  func frenchSettlements(marked: String, id: String, expected: String) {
    #expect(Rewriting(language: .french).rewrite(marked, [(.place, English.place(id))]) == expected)
  }

  @Test(
    "a French claim goes only where a sentence is left",
    arguments: [
      ("Son père est [[le seul survivant]].", "Son père est [affirmation 1]."),
      ("Elle était la [[seule survivante]].", "Elle était l'[affirmation 1]."),
      ("Il est le [[premier cas]] du Québec.", "Il est un cas du Québec."),
      ("C'est la [[première patiente]] à guérir.", "C'est une patiente à guérir."),
      ("Elle, [[seule survivante]], parle.", "Elle, parle."),
      ("Il va bien, [[seul survivant]].", "Il va bien."),
      ("[[Cas unique au monde]], il guérit.", "Il guérit."),
      ("La [[seule survivante]] de l'incendie parle.", "Une survivante de l'incendie parle."),
      ("Il s'agit du [[premier cas de]] maladie de Fabry.", "Il s'agit d'un cas de maladie de Fabry."),
      ("[[Cas unique au monde]], elle guérit.", "Elle guérit."),
    ])
  func frenchClaims(marked: String, expected: String) {
    #expect(Rewriting(language: .french).rewrite(marked, [(.superlative, .nothing)]) == expected)
  }

  @Test(
    "a French medicine becomes a treatment, never the disease",
    arguments: [
      ("Il reçoit de l'[[agalsidase bêta]].", "Il reçoit un traitement pour une maladie métabolique rare."),
      ("Il prend du [[miglustat]].", "Il prend un traitement pour une maladie métabolique rare."),
      ("Elle est sous [[migalastat]].", "Elle est sous un traitement pour une maladie métabolique rare."),
      ("Une perfusion d'[[imiglucérase]].", "Une perfusion d'un traitement pour une maladie métabolique rare."),
      ("Une dose d'[[alglucosidase]].", "Une dose d'un traitement pour une maladie métabolique rare."),
      ("Le [[migalastat]] est cessé.", "Un traitement pour une maladie métabolique rare est cessé."),
      ("Il a une [[maladie de Fabry]].", "Il a une maladie métabolique rare."),
    ])
  func frenchMedicines(marked: String, expected: String) {
    let replacement = English.disease("system-metabolic")
    #expect(Rewriting(language: .french).rewrite(marked, [(.diagnosis, replacement)]) == expected)
  }
}
