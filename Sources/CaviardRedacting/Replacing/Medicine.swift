/// Medicines that give a disease away.
///
/// Their names stand for the disease among its terms, but a patient is given the medicine, not the disease.
enum Medicine {
  /// True for a name that is made as those of medicines are (international nonproprietary names).
  static func isNamed(by text: String) -> Bool {
    guard let word = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "\n" }).first, word.count > 6 else {
      return false
    }
    return endings.contains(where: word.hasSuffix) || enzymes.contains(where: word.contains)
  }

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
