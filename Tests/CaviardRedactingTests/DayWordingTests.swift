import CaviardCase
import Testing

@testable import CaviardRedacting

@Suite("Dates as days of the story")
struct DayWordingTests {
  private static let first = Replacement.storyTime(.day(0))
  private static let later = Replacement.storyTime(.day(14))
  private static let stay = Replacement.storyTime(.days(0, .to, 14))
  private static let both = Replacement.storyTime(.days(0, .and, 14))
  private static let before = Replacement.storyTime(.yearsBefore(23))
  private static let after = Replacement.storyTime(.yearsAfter(5))

  @Test(
    "in English",
    arguments: [
      (
        "Admitted on [[3 March 2021]] and sent home on [[March 17, 2021]].", first, later,
        "Admitted on day 0 and sent home on day 14."
      ),
      (
        "On [[March 3, 2021]], she fell; on the [[17th of March]] she rose.", first, later,
        "On day 0, she fell; on day 14 she rose."
      ),
      ("Between [[3 March]] and [[17 March]] he slept.", first, later, "Between day 0 and day 14 he slept."),
      ("[[2021-03-03]]: fever. [[2021-03-17]]: none.", first, later, "Day 0: fever. Day 14: none."),
      ("The [[3 March]] visit and a [[17 March]] scan.", first, later, "The day 0 visit and a day 14 scan."),
      (
        "Treated from [[3 to 17 March]] and on [[17 March]].", stay, later,
        "Treated from day 0 to day 14 and on day 14."
      ),
      ("Seen on [[3 and 17 March]], on\n[[17 March]].", both, later, "Seen on day 0 and day 14, on\nday 14."),
      (
        "On [[12 May 1998]] he was operated; seen until [[3 May 2026]].", before, after,
        "About 23 years before day 0 he was operated; seen until about 5 years after day 0."
      ),
      (
        "Operated on the [[12th of May 1998]], seen last [[3 March]].", before, first,
        "Operated about 23 years before day 0, seen on day 0."
      ),
    ])
  func english(marked: String, one: Replacement, two: Replacement, expected: String) {
    #expect(Rewriting().rewrite(marked, [(.date, one), (.date, two)]) == expected)
  }

  @Test(
    "in French",
    arguments: [
      ("Admis le [[3 mars 2021]], sorti le [[17 mars]].", first, later, "Admis au jour 0, sorti au jour 14."),
      (
        "Le [[3 mars 2021]], elle tombe ; le [[17]] elle marche.", first, later,
        "Au jour 0, elle tombe ; au jour 14 elle marche."
      ),
      ("Du [[3 mars]] au [[17 mars]] il dort.", first, later, "Du jour 0 au jour 14 il dort."),
      ("Entre le [[3 mars]] et le [[17 mars]] il dort.", first, later, "Entre le jour 0 et le jour 14 il dort."),
      ("Vu le [[3 mars]] et le [[17 mars]].", first, later, "Vu au jour 0 et au jour 14."),
      ("[[2021-03-03]] : fièvre. [[17 mars]] : rien.", first, later, "Jour 0 : fièvre. Jour 14 : rien."),
      ("Depuis le [[3 mars]] ; jusqu'au [[17 mars]].", first, later, "Depuis le jour 0 ; jusqu'au jour 14."),
      ("Scanner du [[3 mars]], à partir du [[17 mars]].", first, later, "Scanner du jour 0, à partir du jour 14."),
      (
        "Séjour du [[3 au 17 mars]] ; revu [[le 17 mars]].", stay, later,
        "Séjour du jour 0 au jour 14 ; revu au jour 14."
      ),
      (
        "Vu les [[3 et 17 mars]], entre le [[3 et le 17 mars]].", both, both,
        "Vu au jour 0 et au jour 14, entre le jour 0 et le jour 14."
      ),
      (
        "Le [[12 mai 1998]], il est opéré ; suivi jusqu'au [[3 mai 2026]].", before, after,
        "Environ 23 ans avant le jour 0, il est opéré ; suivi jusqu'à environ 5 ans après le jour 0."
      ),
      (
        "Opéré depuis le [[12 mai 1998]], revu lundi [[3 mars]].", before, first,
        "Opéré depuis environ 23 ans avant le jour 0, revu au jour 0."
      ),
    ])
  func french(marked: String, one: Replacement, two: Replacement, expected: String) {
    #expect(Rewriting(language: .french).rewrite(marked, [(.date, one), (.date, two)]) == expected)
  }
}
