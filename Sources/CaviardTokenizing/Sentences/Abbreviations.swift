/// Words that are written with a full stop that ends no sentence.
///
/// Words that often end a sentence as well (`no`, `art`, `col`) are left out.
enum Abbreviations {
  static let keys = KeyTable<Void>(
    (english + french).split(separator: " ").map { (word: String($0), value: ()) })

  private static let english =
    "dr drs mr mrs ms prof st ste jr sr vs etc eg ie viz fig figs approx dept inc ltd co corp hosp univ hon rev gen sgt "
    + "cpl lt capt maj mt ft tel ext apt ave blvd rd cres hwy jan feb aug sept oct nov dec al ca cf ed eds vol pp "

  private static let french =
    "mme mmes mlle mlles mgr pr pre dre av boul bd bld rte janv févr avr juill env ex chap hôp réf num arr"
}
