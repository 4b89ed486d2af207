internal import CaviardCase
package import CaviardPolicies

/// What the program says of policy and configuration files to a French reader.
extension FrenchMessages {
  package func policyError(_ error: PolicyError) -> String {
    let what =
      switch error.problem {
      case .unreadable: "ne peut être lu"
      case .tooLarge(let limit): "dépasse \(limit) octets"
      case .syntax: "n’est pas du YAML valide"
      case .duplicateKey: "une clé est écrite deux fois"
      case .unknownKey(let key, let allowed):
        "clé inconnue « \(key) »\(meant(key, allowed)); les clés ici : \(list(allowed))"
      case .audience(let key):
        "il n’y a pas de clé « \(key) » : un public restreint, privé ou muni d’un mot de passe n’abaisse jamais la barre "
          + "(« caviard policy show canada --source » dit pourquoi)"
      case .missingKey(let key): "« \(key) » manque"
      case .emptyWords(let key): "« \(key) » a des mots sans lettre ni chiffre"
      case .wrongType(let key, let expected): "« \(key) » doit être \(form(expected))"
      case .unknownValue(let key, let value, let allowed):
        "« \(key) » ne peut être « \(value) »\(meant(value, allowed)); ce doit être l’un de : \(list(allowed))"
      case .outOfRange(let key, let lower, let upper):
        "« \(key) » doit être entre \(Decimal.short(lower, digits: 9)) et \(Decimal.short(upper, digits: 9))"
      case .loosens(let key):
        "« \(key) » est moins sévère que dans la politique prolongée; une politique ne fait que resserrer"
      case .missingReason(let key): "« \(key) » relâche la politique : écrivez-en la raison sous « reason »"
      case .unknownPolicy(let name):
        "il n’y a pas de politique « \(name) »\(meant(name, BuiltInPolicy.names)); fournies : \(list(BuiltInPolicy.names))"
      case .circular: "la politique se prolonge elle-même"
      case .notAFingerprint: "pas une empreinte à sa place : keyed: ou masked: et 64 chiffres hexadécimaux"
      case .duplicateEntry: "une entrée pareille se trouve déjà avant celle-ci"
      case .notADate(let key): "« \(key) » doit être un jour, écrit AAAA-MM-JJ"
      }
    return "\(error.file)\(place(error.line, error.column)): \(what)"
  }

  package func policyWarning(_ warning: PolicyWarning) -> String {
    let what =
      switch warning.problem {
      case .floorWithoutEffect(let kind):
        "le plancher de « \(kind.rawValue) » ne change rien : la politique prolongée n’en laisse déjà pas plus"
      case .costOfPinned(let kind): "le coût de « \(kind.rawValue) » ne change rien : ce genre est épinglé"
      case .costOfDirect(let kind): "le coût de « \(kind.rawValue) » ne change rien : il est toujours retiré"
      case .allowWithoutEffect(let word): "permettre « \(word) » ne change rien : on ne le prendrait pas pour un nom"
      }
    return "\(warning.file)\(place(warning.line, warning.column)): avertissement : \(what)"
  }

  package func purpose(_ policy: BuiltInPolicy) -> String {
    switch policy {
    case .canada: "cas diffusés au Canada (par défaut) : assez de gens y répondent, quel que soit le public"
    case .quebecLaw25: "règlement du Québec sur l’anonymisation : seulement années, régions et tranches d’âge"
    case .hipaaSafeHarbor: "les 18 identifiants du « Safe Harbor » des États-Unis, et assez de gens y répondent"
    case .strict: "tout ce qui est trouvé est retiré; pour ce qui est publié à jamais"
    case .flagOnly: "ne change rien : un rapport, et une copie annotée que gate refuse"
    }
  }

  package func linted(_ files: Int, mistakes: Int, warnings: Int) -> String {
    "\(count(files, "fichier", "fichiers")) : \(count(mistakes, "erreur", "erreurs")), "
      + "\(count(warnings, "avertissement", "avertissements"))."
  }

  package func startingPolicy(extending name: String) -> String {
    """
    # Une politique à nous. Elle ne peut que resserrer celle qu’elle prolonge; ce qui relâche exige une raison écrite.
    # La vérifier : caviard policy lint FICHIER     L’employer : --policy FICHIER, ou policy: FICHIER dans caviard.yml
    extends: \(name)

    # Le plus grand risque laissé, au plus 0.09 (un sur 11); pour les sujets délicats au plus 0.05.
    # threshold: 0.09
    # sensitive-threshold: 0.05

    # Les gens que dessert notre hôpital ou notre faculté. Plus que la valeur de départ exige une raison.
    # candidates: 300000
    # reason: pourquoi quelque chose est relâché; chaque rapport le répète

    # Le plus fin qui puisse rester d’un genre, quel que soit K.
    # floors: {date: year, place: region, age: five-years, institution: removed}

    # Ce dont parlent les cas et qui doit rester. Un cas qui ne peut être diffusé ainsi est retenu.
    # pin: [diagnosis]

    # Multiplicateurs : ce qui devrait plutôt rester coûte plus de 1.
    # costs: {occupation: 2}

    # Renvois à des images : placeholder, drop ou keep.
    # media: placeholder

    # Mots qui ne sont pas des noms ici (avec une raison), mots à toujours retirer, mots qu’aucune liste n’a.
    # words:
    #   allow: [Bristol]
    #   deny: [Kettle Hollow]
    #   add: [{term: Nouvelle-Fin, kind: place, population: 300}]

    # Des noms inventés au lieu de [personne 1].
    # surrogates: true

    """
  }

  private func place(_ line: Int?, _ column: Int?) -> String {
    line.map { ":\($0)" + (column.map { ":\($0)" } ?? "") } ?? ""
  }

  private func meant(_ name: String, _ known: [String]) -> String {
    NearestName.of(name, among: known).map { " (« \($0) » ?)" } ?? ""
  }

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private func form(_ expected: PolicyError.Expected) -> String {
    switch expected {
    case .text: "du texte"
    case .number: "un nombre"
    case .wholeNumber: "un nombre entier"
    case .list: "une liste"
    case .mapping: "des clés avec leurs valeurs"
    case .truth: "true ou false"
    }
  }
}
