/// The words of placeholders: `[person 1]`, `[personne 1]`, and in names and links `caviard-person-1`.
package enum PlaceholderWords {
  package static func word(_ kind: Kind, _ language: Language) -> String {
    let pair = words(kind)
    return language == .french ? pair.french : pair.english
  }

  private static func words(_ kind: Kind) -> (english: String, french: String) {
    switch kind {
    case .personName: ("person", "personne")
    case .username: ("username", "pseudonyme")
    case .email: ("email", "courriel")
    case .phone: ("phone", "téléphone")
    case .url: ("link", "lien")
    case .streetAddress: ("address", "adresse")
    case .postalCode: ("postal code", "code postal")
    case .healthCardNumber: ("health number", "numéro de santé")
    case .nationalID: ("identity number", "numéro d’identité")
    case .recordNumber: ("record number", "numéro de dossier")
    case .accountNumber: ("account number", "numéro de compte")
    case .licenceNumber: ("licence number", "numéro de permis")
    case .vehicleID: ("vehicle", "véhicule")
    case .deviceID: ("device", "appareil")
    case .networkAddress: ("network address", "adresse réseau")
    case .coordinates: ("coordinates", "coordonnées")
    case .age: ("age", "âge")
    case .sex: ("sex", "sexe")
    case .date: ("date", "date")
    case .place: ("place", "lieu")
    case .institution: ("institution", "établissement")
    case .occupation: ("occupation", "métier")
    case .ethnicity: ("origin", "origine")
    case .language: ("language", "langue")
    case .religion: ("religion", "religion")
    case .family: ("family", "famille")
    case .diagnosis: ("diagnosis", "diagnostic")
    case .procedure: ("procedure", "intervention")
    case .event: ("event", "événement")
    case .superlative: ("claim", "affirmation")
    case .trait: ("trait", "trait")
    case .legalStatus: ("status", "statut")
    case .media: ("image", "image")
    case .possibleName: ("name", "nom")
    }
  }

  /// `[person 1]`
  package static func placeholder(_ kind: Kind, number: Int, _ language: Language) -> String {
    "[\(word(kind, language)) \(number)]"
  }

  /// `caviard-person-1`, for ids, links and file names.
  package static func identifier(_ kind: Kind, number: Int) -> String {
    "caviard-\(words(kind).english.split(separator: " ").joined(separator: "-"))-\(number)"
  }

  /// Every word used, lower case without accents and apostrophes, longest first: what a reader of placeholders compares with.
  package static let foldedWords: [String] = {
    var all: Set<String> = []
    for kind in Kind.allCases {
      for language in Language.allCases { all.insert(folded(word(kind, language))) }
    }
    return all.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
  }()

  /// Lower case, without accents; the apostrophe as `'`.
  private static func folded(_ word: String) -> String {
    String(
      word.map { character in
        switch character {
        case "é", "è", "ê": "e"
        case "â", "à": "a"
        case "’": "'"
        default: character
        }
      })
  }
}
