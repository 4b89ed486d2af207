import CaviardCase
import Testing

@testable import CaviardRedacting

@Suite("English wording")
struct EnglishWordingTests {
  static func years(_ lower: Int, _ upper: Int = AgeValue.openEnd) -> Replacement {
    .age(AgeValue(unit: .years, lower: lower, upper: upper))
  }
  static func days(_ lower: Int, _ upper: Int) -> Replacement {
    .age(AgeValue(unit: .days, lower: lower, upper: upper))
  }
  static func place(_ id: String) -> Replacement { .row(TestTables.row(.places, id)) }
  static func disease(_ id: String) -> Replacement { .row(TestTables.row(.diagnoses, id)) }
  static let march = Replacement.date(DateValue(year: 2021, month: 3))
  static let year = Replacement.date(DateValue(year: 2021))
  static let bare = Replacement.date(DateValue(month: 3))

  @Test(
    "ages keep the form of what they replace",
    arguments: [
      ("A [[47-year-old]] man.", years(45, 49), "A 45-to-49-year-old man."),
      ("A [[82-year-old]] man.", years(80, 84), "An 80-to-84-year-old man."),
      ("An [[80-year-old]] man.", years(60, 79), "A 60-to-79-year-old man."),
      ("a [[82 year old]] man", years(80, 84), "an 80-to-84-year-old man"),
      ("The [[47-year-old]] was admitted.", years(45, 49), "The 45-to-49-year-old was admitted."),
      ("She is [[47 years old]].", years(45, 49), "She is 45 to 49 years old."),
      ("She is [[93 years old]].", years(90), "She is 90 years or older."),
      ("A woman aged [[47]] came.", years(45, 49), "A woman aged 45 to 49 came."),
      ("A woman aged [[93]] came.", years(90), "A woman aged 90 or older came."),
      ("Age: [[47]]", years(45, 49), "Age: 45 to 49"),
      ("Age: [[3 months]].", days(0, 729), "Age: 0 to 23 months."),
      ("She is [[63yo]].", years(60, 64), "She is 60 to 64 years old."),
      ("Diagnosed at the age of [[27]].", years(25, 29), "Diagnosed at the age of 25 to 29."),
      ("At [[5 years of age]] she fell.", years(5, 9), "At 5 to 9 years of age she fell."),
      ("A [[47 y/o]] man.", years(45, 49), "A 45-to-49-year-old man."),
      ("[[47F]] with chest pain.", years(45, 49), "45-to-49-year-old F with chest pain."),
      ("A [[60 year]] female came.", years(60, 79), "A 60-to-79-year-old female came."),
      ("A [[93-year-old]] man.", years(90), "A man aged 90 or older."),
      ("A [[93-year-old]] was seen.", years(90), "A person aged 90 or older was seen."),
      ("A man in his [[40s]].", years(40, 59), "A man aged 40 to 59."),
      ("A man [[in his late forties]] came.", years(40, 59), "A man aged 40 to 59 came."),
      ("An [[octogenarian]] fell.", years(80), "A patient aged 80 or older fell."),
      ("The [[octogenarian]] fell.", years(80), "The patient aged 80 or older fell."),
      ("An [[elderly woman]] fell.", years(60, 79), "A woman aged 60 to 79 fell."),
      ("An [[elderly]] patient fell.", years(60, 79), "A 60-to-79-year-old patient fell."),
      ("A boy in [[grade 9]] fell.", years(10, 19), "A boy aged 10 to 19 fell."),
      ("A boy [[in grade 9]] fell.", years(10, 19), "A boy aged 10 to 19 fell."),
      ("A [[23-day-old]] boy.", days(21, 27), "A 3-week-old boy."),
      ("A [[3-week-old]] boy.", days(0, 30), "A 0-to-1-month-old boy."),
      ("An infant aged [[3 weeks]].", days(0, 729), "An infant aged 0 to 23 months."),
      ("A [[six-week-old]] girl.", years(0, 4), "A 0-to-4-year-old girl."),
      ("He is [[47]].", years(20), "He is 20 or older."),
    ])
  func ages(marked: String, replacement: Replacement, expected: String) {
    #expect(Rewriting().rewrite(marked, [(.age, replacement)]) == expected)
  }

  @Test(
    "dates take the preposition of what they become",
    arguments: [
      ("On [[3 March 2021]] he came.", march, "In March 2021 he came."),
      ("Seen on [[3 March 2021]].", march, "Seen in March 2021."),
      ("Seen on [[Monday, March 3, 2021]].", march, "Seen in March 2021."),
      ("Seen on the [[3rd of March 2021]].", march, "Seen in March 2021."),
      ("Since [[3 March 2021]] he coughs.", march, "Since March 2021 he coughs."),
      ("In [[March 2021]] he came.", year, "In 2021 he came."),
      ("Seen on [[3 March]] again.", bare, "Seen in March again."),
      ("In the [[spring of 2021]] he came.", year, "In 2021 he came."),
      ("At [[Christmas 2021]] he came.", year, "In 2021 he came."),
      ("Date: [[2021-03-03]]", march, "Date: March 2021"),
      ("Seen on\n[[3 March 2021]].", march, "Seen in\nMarch 2021."),
    ])
  func dates(marked: String, replacement: Replacement, expected: String) {
    #expect(Rewriting().rewrite(marked, [(.date, replacement)]) == expected)
  }

  @Test(
    "places take their article",
    arguments: [
      ("From [[Moosonee]].", place("ontario"), "From Ontario."),
      ("A farmer near [[Red Deer]] fell.", place("alberta"), "A farmer in Alberta fell."),
      ("A [[Moosonee]] man.", place("ontario"), "An Ontario man."),
      ("Flown from [[Inuvik]].", place("nwt"), "Flown from the Northwest Territories."),
      ("In the [[Saguenay]].", place("quebec"), "In Quebec."),
      ("The [[Moosonee]] clinic.", place("ontario"), "The Ontario clinic."),
      ("Born in [[Miami]].", place("united-states"), "Born in the United States."),
      ("From [[Moosonee]], Ontario.", place("ontario"), "From Ontario."),
      ("From the village of [[Moosonee]].", place("ontario"), "From a village in Ontario."),
      ("Lives in [[Whitehorse]].", place("yukon"), "Lives in the Yukon."),
    ])
  func places(marked: String, replacement: Replacement, expected: String) {
    #expect(Rewriting().rewrite(marked, [(.place, replacement)]) == expected)
  }

  @Test(
    "vaguer words keep one article",
    arguments: [
      ("A man with [[Erdheim-Chester disease]].", disease("system-blood"), "A man with a rare blood disease."),
      ("Diagnosis of [[Erdheim-Chester disease]].", disease("system-blood"), "Diagnosis of a rare blood disease."),
      (
        "Because the [[Erdheim-Chester disease]] grew.", disease("system-blood"), "Because the rare blood disease grew."
      ),
      ("An [[ECD]] was found.", disease("system-blood"), "A rare blood disease was found."),
      ("A [[Fabry disease]] was found.", disease("system-metabolic"), "An inherited metabolic disease was found."),
      ("[[Erdheim-Chester disease]] was found.", disease("system-blood"), "A rare blood disease was found."),
      ("His [[ECD]] grew.", disease("system-blood"), "His rare blood disease grew."),
      ("A variant confirmed [[ECD]].", disease("system-blood"), "A variant confirmed a rare blood disease."),
      ("A man with confirmed [[ECD]].", disease("system-blood"), "A man with confirmed rare blood disease."),
      ("A man with known [[ECD]].", disease("system-blood"), "A man with known rare blood disease."),
      ("Many [[ECD]] patients.", disease("system-blood"), "Many rare blood disease patients."),
      (
        "After [[hand transplant]] he left.", .phrase(TestTables.row(.procedures, "hand-transplant"), column: "class"),
        "After an organ transplant he left."
      ),
      (
        "On an [[ECMO]] circuit.", .phrase(TestTables.row(.procedures, "ecmo"), column: "class"),
        "On organ support circuit."
      ),
      (
        "She was a [[quintuplet]].", .phrase(TestTables.row(.facts, "quintuplets"), column: "level1"),
        "She was part of a multiple birth."
      ),
      (
        "In the [[Humboldt crash]] he broke.", .phrase(TestTables.row(.facts, "crash"), column: "level1"),
        "In the transport accident he broke."
      ),
      (
        "A [[lighthouse keeper]] came.", .row(TestTables.row(.occupationGroups, "transport")), "An outdoor worker came."
      ),
      (
        "He worked as [[lighthouse keeper]].", .row(TestTables.row(.occupationGroups, "transport")),
        "He worked as an outdoor worker."
      ),
      ("A [[Haitian]] woman.", .row(TestTables.row(.groups, "caribbean")), "A Caribbean-origin woman."),
      ("She is [[Haitian]].", .row(TestTables.row(.groups, "caribbean")), "She is of Caribbean origin."),
      ("A man of [[Haitian]] descent.", .row(TestTables.row(.groups, "caribbean")), "A man of Caribbean descent."),
    ] as [(String, Replacement, String)])
  func vaguer(marked: String, replacement: Replacement, expected: String) {
    #expect(Rewriting().rewrite(marked, [(.diagnosis, replacement)]) == expected)
  }

  @Test(
    "placeholders and nothing",
    arguments: [
      ("A [[12 Main Street]] flat.", .placeholder(.streetAddress, number: 1), "An [address 1] flat."),
      ("An [[Alberta]] man.", .placeholder(.place, number: 2), "A [place 2] man."),
      ("[[Thaddeus]] came.", .placeholder(.personName, number: 1), "[person 1] came."),
      ("Hepatitis A [[2021]].", .placeholder(.age, number: 1), "Hepatitis A [age 1]."),
      ("She [[speaks only Tamil]].", .placeholder(.language, number: 1), "She speaks [language 1]."),
      ("She, [[the only survivor]], spoke.", .nothing, "She, spoke."),
      ("She is well, [[the only survivor]].", .nothing, "She is well."),
      ("This is [[truly unique]] today.", .nothing, "This is today."),
      ("This is the [[first case]] of many.", .nothing, "This is a case of many."),
      ("[[Worldwide first]] again.", .nothing, "Again."),
    ] as [(String, Replacement, String)])
  func placeholders(marked: String, replacement: Replacement, expected: String) {
    #expect(Rewriting().rewrite(marked, [(.superlative, replacement)]) == expected)
  }
}
