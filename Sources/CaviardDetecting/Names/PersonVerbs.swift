internal import CaviardTokenizing

/// Small closed sets of words, as token keys.
enum PersonVerbs {
  /// Verbs that persons do right after their name.
  static let keys = keySet(
    "is was has had says said presented presents reported reports denies denied lives lived works worked called came went "
      + "arrived felt noticed complained attended a est était avait présente présentait consulte consulta rapporte vit "
      + "travaille dit raconte souffre décrit habite arrive")

  static let conjunctions = keySet("and et & or ou")

  static func keySet(_ words: String) -> Set<UInt64> {
    let tokenizer = Tokenizer()
    return Set(words.split(separator: " ").flatMap { tokenizer.keys(of: String($0)) })
  }
}
