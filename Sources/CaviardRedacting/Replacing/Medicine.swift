internal import CaviardCase
internal import CaviardDictionaries

/// Medicines and treatments that give a disease away.
///
/// Their names stand for the disease among its terms, but a patient is given the medicine, not the disease.
struct Medicine: Sendable {
  let dictionary: CompiledDictionary

  /// True for a name of the list of drugs, for one that is made as those of medicines are (international nonproprietary
  /// names), or that says "therapy".
  func isNamed(by text: String) -> Bool {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    if words.contains(where: { word in Self.treatments.contains(where: word.hasSuffix) }) { return true }
    guard let word = words.first, word.count > 3 else { return false }
    if dictionary.holds(String(word), in: .drugs) { return true }
    return word.count > 6
      && (Self.endings.contains(where: word.hasSuffix) || Self.enzymes.contains(where: word.contains))
  }

  private static let treatments = [
    "dialysis", "dialyse", "dialyses", "therapy", "thérapie", "therapies", "thérapies",
  ]
  /// Of medicines among the terms of diseases that the list of drugs has not.
  private static let endings = [
    "mab", "tinib", "stat", "rsen", "siran", "cept", "caftor", "gene", "gimod", "copan", "leptin", "farnib", "ritide",
  ]
  /// Stems of enzymes that are given, unlike those of the body.
  private static let enzymes = [
    "galsidase", "alglucosidase", "laronidase", "sulfase", "cerase", "cérase", "cerliponase", "asfotase", "valiase",
    "velmanase", "olipudase", "tibatinase", "dornase",
  ]
}
