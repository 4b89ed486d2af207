/// Small closed sets of words, as token keys.
enum PersonVerbs {
  /// Verbs that persons do right after their name.
  static let speech = keySet(
    "says said presented presents reported reports denies denied lives lived works worked called came went "
      + "arrived felt noticed complained attended présente présentait consulte consulta rapporte vit "
      + "travaille dit raconte souffre décrit habite arrive")

  /// Verbs that only persons do, right after their name.
  static let human = keySet(
    "said asked replied shouted whispered smiled laughed cried told explained argued agreed refused wrote flew drove "
      + "married apologized apologised thanked")

  /// Verbs of two subjects, right after the second.
  static let plural = keySet("were are have went met said had married moved came")

  /// The same with "is", "has" and their kind, which instruments and tests do too.
  static let all = speech.union(keySet("is was has had would wants thinks knows loves hates a est était avait"))

  /// Words that follow a French subject before its verb.
  static let frenchSubjectFollowers = keySet("ne n se s y en lui leur")

  static let conjunctions = keySet("and et & or ou")

  static func keySet(_ words: String) -> KeySet { KeySet(words: words) }
}
