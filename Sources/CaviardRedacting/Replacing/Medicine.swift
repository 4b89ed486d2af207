/// Medicines and treatments that give a disease away.
///
/// Their names stand for the disease among its terms, but a patient is given the medicine, not the disease.
enum Medicine {
  /// True for a name that is made as those of medicines are (international nonproprietary names), or that says "therapy".
  static func isNamed(by text: String) -> Bool {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    if words.contains(where: { word in treatments.contains(where: word.hasSuffix) }) { return true }
    guard let word = words.first, word.count > 6 else { return false }
    return endings.contains(where: word.hasSuffix) || enzymes.contains(where: word.contains)
  }

  private static let treatments = [
    "dialysis", "dialyse", "dialyses", "therapy", "thérapie", "therapies", "thérapies",
  ]

  private static let endings = [
    "mab", "tinib", "stat", "rsen", "siran", "cept", "caftor", "entan", "parvovec", "gene", "limus", "lidomide",
    "gimod", "copan", "leptin", "sermin",
  ]
  /// Stems of enzymes that are given, unlike those of the body.
  private static let enzymes = [
    "galsidase", "alglucosidase", "avalglucosidase", "laronidase", "vestronidase", "sulfase", "cerase", "cérase",
    "cerliponase", "asfotase", "valiase", "velmanase", "olipudase", "tibatinase", "dornase", "sebelipase",
  ]
}
