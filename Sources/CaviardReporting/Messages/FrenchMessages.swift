package import CaviardCase

/// Ce que le programme dit à qui lit le français.
package struct FrenchMessages: Messages {
  package init() {}

  package func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: "BON : rien d’autre à changer n’a été trouvé"
    case .review: "À REVOIR : une personne doit le lire avant qu’il soit partagé"
    case .block: "BLOQUÉ : ne pas partager tel quel"
    }
  }

  package func unreadable() -> String { "BLOQUÉ : la lecture n’a pu être menée à terme, on n’en sait donc rien" }

  package func risk(_ risk: CaseRisk) -> String {
    let fitting =
      risk.k < 0.5
      ? "Presque personne d’autre ne répond à cette description"
      : "Environ \(number(risk.k)) personnes répondent à cette description"
    return "\(fitting) : K = \(number(risk.k)), entre \(number(risk.kLow)) et \(number(risk.kHigh)). "
      + "Le nombre inférieur doit être d’au moins \(number(1 / risk.threshold))."
  }

  package func working(_ risk: CaseRisk) -> String {
    "= \(number(risk.k)) ; demi-largeurs, chacune × (1 − part), ensemble \(number(risk.halfWidth)) dex, donc K_low = K × 10^(−1,3 × "
      + "\(number(risk.halfWidth))) = \(number(risk.kLow)). \(count(risk.generalKnowledgeCount, "part", "parts")) sur "
      + "\(risk.factorCount) sans publication ni paquet à l’appui : connaissance générale."
  }

  package func reason(_ reason: VerdictReason) -> String {
    switch reason {
    case .directIdentifier: "une personne y est nommée ou numérotée"
    case .identifyingName: "le nom du fichier ou d’un dossier en dit trop"
    case .kBelowThreshold: "trop peu de personnes répondent à la description"
    case .superlative: "il s’annonce comme un premier ou un seul cas, ce qui se retrouve"
    case .infeasible: "aucun changement que les épingles permettent ne le rend partageable"
    case .belowFloor: "il dit quelque chose plus finement que le plancher de la politique ne le permet"
    case .notForSharing:
      "il porte la marque de Caviard « à ne pas diffuser » : copie de relecture ou export de recherche"
    case .metadata: "une image porte des métadonnées"
    case .unsupportedLanguage: "la plus grande partie n’est ni en français ni en anglais"
    case .unreadable: "la lecture n’a pu être menée à terme"
    case .intervalStraddles: "il n’est pas certain qu’assez de personnes y répondent"
    case .media: "il renvoie à des images ou à d’autres médias, qu’on ne peut lire ici"
    case .superlativeMeasurement: "il dit d’une mesure qu’elle est un record, ce qui se retrouve"
    case .reportableEvent: "il raconte un événement dont les médias ont pu parler"
    case .unmeasuredTrait: "il contient un trait dont la fréquence n’est pas connue"
    case .contradiction: "deux énoncés sur une même chose se contredisent"
    case .quotation: "la personne y est citée mot à mot"
    case .possibleName: "un mot est peut-être un nom"
    case .nothingFound: "rien n’a été trouvé dans un long texte, ce qui est rare pour un cas"
    case .authoringData:
      "le fichier contient des auteurs, des dates de rédaction, du texte supprimé ou des parties illisibles"
    }
  }

  package func advice(_ advice: Advice) -> String {
    switch advice {
    case .sensitiveTopic(let topic): "Sujet délicat (\(topic)) : le seuil plus sévère s’applique."
    case .infeasible(let bound): infeasible(bound)
    case .manyIndirect(let facts):
      "\(facts) faits de la vie de la personne restent, chacun anodin : faites relire par quelqu’un qui connaît l’endroit."
    case .notXML(let line, let column):
      "Pas du XML bien formé (ligne \(line), colonne \(column)) : la page a été lue, et est écrite, selon les règles du HTML."
    case .unusedAllowance(let line, let column):
      "Le caviard:allow à la ligne \(line), colonne \(column) ne change rien : retirez-le."
    case .reason(let reason):
      switch reason {
      case .media: "Regardez chaque image, et demandez le consentement pour celles qui montrent la personne."
      case .superlativeMeasurement: "Donnez la valeur sans dire que c’est un record."
      case .reportableEvent: "Cherchez l’événement : si les médias en ont parlé, retirez-le."
      case .quotation: "Redites dans vos mots ceux de la personne."
      case .possibleName: "Si c’est un nom, retirez-le; sinon, permettez ce mot dans la politique."
      case .contradiction: "Vérifiez lequel des deux énoncés est juste."
      case .unmeasuredTrait: "Retirez le trait, ou demandez le consentement."
      case .superlative: "Retirez cette affirmation."
      case .belowFloor: "Lancez scrub avec cette politique, ou dites-le aussi grossièrement que le plancher."
      case .notForSharing: "Repartez du cas d’origine."
      case .metadata: "Retirez les métadonnées, ou lancez scrub avec --media keep."
      case .unsupportedLanguage: "Traduisez le cas, ou nommez sa langue avec --language si c’est une erreur."
      case .nothingFound: "Vérifiez à la main que le texte est complet."
      case .authoringData: "Lancez scrub : il retire ce qui n’appartient pas au texte."
      case .intervalStraddles: "Rendez un fait de plus moins précis, ou laissez une personne décider."
      case .directIdentifier: "Retirez chaque nom, numéro et adresse, ou lancez scrub."
      case .identifyingName: "Renommez le fichier et ses dossiers, ou lancez scrub; check --show-text les montre."
      case .kBelowThreshold: "Rendez les faits les plus rares moins précis, ou lancez scrub."
      case .infeasible: infeasible(nil)
      case .unreadable: "Réparez le fichier et recommencez."
      }
    }
  }

  package func failure(_ failure: CaseFailure) -> String {
    let what =
      switch failure.code {
      case .unreadableFile: "le fichier ne peut être lu"
      case .undecodable: "les octets ne sont pas du texte de cet encodage"
      case .malformedMarkup: "le balisage est mal formé"
      case .tooLarge: "le cas est trop grand"
      case .tooDeep: "les éléments sont trop imbriqués"
      case .unsupportedFormat: "ce genre de fichier n’est pas pris en charge"
      case .unsupportedEncoding: "cet encodage n’est pas pris en charge"
      case .malformedContainer: "l’archive est endommagée ou n’est pas ce que son nom annonce"
      case .offsetMismatch: "la place du texte dans le fichier n’est pas certaine"
      case .invalidRecord: "l’enregistrement n’est pas valide"
      case .scoring: "le risque n’a pu être calculé"
      case .unwritable: "la sortie ne peut être écrite"
      case .damagedMedia: "l’image est abîmée, ou d’un autre genre que son nom ne le dit"
      case .pictureMetadata: "l’image porte des métadonnées, que scrub retirerait"
      case .identifyingCompanion: "le fichier nomme quelqu’un et n’est pas copié"
      case .identifyingName: "le nom du fichier ou d’un dossier en dit trop"
      case .unverified: "le texte caviardé n’a pas passé sa propre vérification"
      }
    let place =
      if let line = failure.line, let column = failure.column {
        "ligne \(line), colonne \(column) : "
      } else if let byte = failure.byte {
        "octet \(byte) : "
      } else {
        ""
      }
    return (failure.part.map { "\($0), " } ?? "") + place + what + (failure.detail.map { " (\($0))" } ?? "")
  }

  package func dropped(_ parts: [String]) -> String {
    "Jamais écrit : \(parts.joined(separator: ", "))."
  }

  package func nothingFound() -> String { "Rien n’a été trouvé qui identifie une personne." }

  package func kind(_ kind: Kind) -> String {
    kind == .possibleName ? "nom possible" : PlaceholderWords.word(kind, .french)
  }

  package func action(_ action: Action, replacement: String?) -> String {
    switch action {
    case .redact, .generalise:
      switch replacement {
      case nil, ""?: "retirer"
      case let words?: "écrire « \(words) »"
      }
    case .keep: "peut rester"
    case .flag: "à regarder"
    }
  }

  package func details(_ decision: Decision) -> String {
    var parts = ["confiance \(number(decision.finding.confidence))", "trouvé par \(decision.finding.detector)"]
    if let share = decision.share { parts.append("part \(number(share)) ±\(number(decision.halfWidth)) dex") }
    if !decision.shareSource.isEmpty { parts.append("selon \(decision.shareSource)") }
    return parts.joined(separator: ", ")
  }

  package func written(_ after: CaseAfter) -> String {
    "Après \(count(after.edits, "changement", "changements")) : \(word(after.verdict)), K = \(number(after.risk.k)), "
      + "au moins \(number(after.risk.kLow))."
  }

  package func held() -> String { "Aucune copie écrite : aucun changement ne le rend partageable." }

  package func flagged() -> String {
    "Aucune copie partageable écrite : cette politique ne change rien. Une copie annotée est sous .caviard/review."
  }

  package func number(_ value: Double) -> String {
    guard abs(value) < 1000 else { return whole(Int(clamping: Int64(min(value, 1e15)))) }
    return String(Decimal.short(value).map { $0 == "." ? "," : $0 })
  }

  package func scanned(_ tally: CaseTally) -> String {
    var text = "\(count(tally.cases, "fichier lu", "fichiers lus"))"
    if tally.cases > 0 {
      text +=
        " : \(tally.passed) bons, \(tally.toReview) à revoir, \(tally.blocked) bloqués, \(tally.failed) illisibles"
    }
    if tally.accepted > 0 { text += ", \(tally.accepted) admis" }
    if tally.asBefore > 0 {
      text += "; \(count(tally.asBefore, "cas modifié", "cas modifiés")) sans risque nouveau, non signalés"
    }
    if tally.unsupported > 0 {
      text += "; \(count(tally.unsupported, "autre fichier non pris", "autres fichiers non pris")) en charge"
    }
    if tally.untracked > 0 { text += "; \(count(tally.untracked, "fichier", "fichiers")) hors de git non lus" }
    if tally.isHistoryCut { text += "; les commits plus anciens ne sont pas dans ce clone et n’ont pas été lus" }
    return text + "."
  }

  package func earlier(_ row: HistoryReport.Row) -> String {
    "\(row.name) : une version antérieure (commit \(row.commit)) en disait plus : son K était d’au moins "
      + "\(number(row.earlier.kLow)), il est maintenant d’au moins \(number(row.present.kLow)). Ce qui est publié le reste."
  }

  package func gitFault(_ fault: GitProblem) -> String {
    switch fault {
    case .noRepository: "le dossier n’est pas dans un dépôt git"
    case .notInstalled: "git ne peut pas être lancé"
    case .unknownRevision(let name):
      "git ne connaît pas les commits \(name); en intégration continue, il faut récupérer tout l’historique"
    case .failed(let command, let status):
      "git \(command) a échoué\(status.map { " avec le code \($0)" } ?? ""); quand le dossier est à quelqu’un d’autre, git "
        + "demande git config --global --add safe.directory DOSSIER"
    }
  }

  package func scrubbed(_ tally: CaseTally, seconds: Double) -> String {
    "\(count(tally.written, "cas écrit", "cas écrits")) sur \(whole(tally.cases)), \(tally.held) retenus, "
      + "\(tally.failed) en échec"
      + (tally.unsupported > 0
        ? ", \(count(tally.unsupported, "fichier non pris", "fichiers non pris")) en charge" : "")
      + (tally.copied > 0 ? ", \(count(tally.copied, "fichier copié", "fichiers copiés")) avec eux" : "")
      + (tally.leftOut > 0 ? ", \(count(tally.leftOut, "image omise", "images omises"))" : "")
      + (tally.notCopied > 0 ? ", \(count(tally.notCopied, "fichier non copié", "fichiers non copiés"))" : "")
      + (tally.passedOver > 0 ? ", \(count(tally.passedOver, "fichier laissé", "fichiers laissés")) de côté" : "")
      + (tally.flagged > 0 ? ", \(count(tally.flagged, "cas annoté", "cas annotés")) pour relecture" : "")
      + "; \(number(seconds)) s, \(number(Double(tally.bytes) / 1e6)) Mo."
  }

  package func linked(_ first: String, _ second: String) -> String {
    "\(first), \(second) : peut-être une seule personne, racontée deux fois ; ensemble, trop peu de gens y répondent (linked)"
  }

  package func alone(_ library: LibraryReport) -> String {
    "\(library.unique) cas sur \(library.cases) disent ce qu’aucun autre ne dit ici : qui sait que quelqu’un figure dans "
      + "cette collection pourrait le retrouver."
  }

  package func listed(_ name: String, _ fate: FileFate) -> String {
    switch fate {
    case .held: "\(name) : non écrit, il ne peut être rendu partageable"
    case .flagged: "\(name) : non écrit, une copie annotée est sous .caviard/review"
    case .export: "\(name) : écrit pour la recherche, dates décalées; à ne pas diffuser"
    case .needsReview: "\(name) : écrit, une personne doit le lire"
    case .unsupported: "\(name) : non copié, ce genre de fichier n’est pas pris en charge"
    case .unreadable(let why): "\(name) : \(why)"
    }
  }

  package func commandError(_ problem: CommandProblem) -> String {
    switch problem {
    case .dictionaryMissing:
      "les dictionnaires manquent : nommez-les avec --dictionary ou CAVIARD_DATA, ou lancez « make dictionaries »"
    case .dictionaryUnusable(let path, let why): "\(path) : les dictionnaires ne peuvent servir (\(why))"
    case .rulesUnusable(let why): "une règle est refusée : \(why)"
    case .noSuchInput(let path): "\(path) : ni fichier ni dossier de ce nom"
    case .outputInsideInput(let path): "\(path) : le dossier de sortie est dans une entrée ou en est une"
    case .outputOverInput(let path): "\(path) : la sortie écraserait une entrée"
    case .sameOutput(let path): "\(path) : deux entrées seraient écrites dans ce fichier"
    case .outputUnwritable(let path): "\(path) : écriture impossible"
    case .fileExists(let path): "\(path) : existe déjà et n’est pas écrasé"
    case .dateKeyUnusable(let path, let least):
      "\(path) : pas une clé pour --shift-dates : il faut un fichier lisible d’au moins \(least) octets, et une politique qui "
        + "écrit des copies"
    case .keyUnusable(let path, let problem): "\(path) : \(key(problem))"
    case .consentNeedsKey: "un consentement est lié aux mots mêmes d’un cas : donnez --key ou CAVIARD_KEY_FILE"
    case .namesSomebody(let option):
      "\(option) nomme ou numérote peut-être quelqu’un, et le fichier est pour tous : écrivez un service, une fonction ou une "
        + "référence de dossier"
    case .emptyOption(let option): "\(option) ne dit rien"
    case .notAComingDay(let option): "\(option) doit être un jour à venir, écrit AAAA-MM-JJ"
    case .removeNeedsWhole: "--remove-unused lit tout le dossier courant : ne nommez aucun chemin"
    case .showTextInCI: "--show-text est refusé par gate, et là où CI est défini à moins que --force n’insiste"
    case .bratNeedsText: "le format de brat répète les mots du cas : il va avec check et --show-text"
    case .bratNeedsOneCase: "le format de brat est celui d’un seul fichier : vérifiez-en un à la fois"
    case .notOfCopies(let format):
      "--format et --report \(format) vont avec check et gate : leurs places sont celles des fichiers lus"
    case .reportOverInput(let path):
      "\(path) : le rapport écraserait un fichier à lire; mettez-le ailleurs, par exemple sous .caviard"
    case .unknownEncoding(let name, let known):
      "encodage inconnu « \(name) »; connus : \(known.joined(separator: ", "))"
    case .cannotWrite: "la sortie n’a pu être écrite"
    case .foreignHook(let path, let line):
      "\(path) : il y a un autre crochet, qui n’est pas écrasé. Ajoutez-y cette ligne, ou remplacez-le avec --force :\n\(line)"
    case .goldUnusable(let path, let line, let problem): "\(path):\(line): \(gold(problem))"
    case .noGold(let path): "\(path) : aucun cas de référence"
    case .notAnExpression(let option): "\(option) n’est pas une expression rationnelle"
    case .orphadataUnusable(let path, let line, let problem): "\(path):\(line): \(orphadata(problem))"
    case .listsUnusable(let why): why
    }
  }
}

extension FrenchMessages {
  package func compilingDictionaries() -> String {
    "les dictionnaires de cette version ne sont pas encore compilés : ils le sont maintenant, une fois"
  }

  package func hook(_ fate: HookFate, _ path: String) -> String {
    switch fate {
    case .installed: "\(path) : écrit; il juge avant chaque commit ce qui est indexé"
    case .unchanged: "\(path) : y est déjà"
    case .replaced: "\(path) : remplacé; il juge avant chaque commit ce qui est indexé"
    }
  }

  package func hookWithoutCommand() -> String {
    "caviard : la commande n’est ni là d’où ce crochet a été installé ni dans PATH; rien n’a été jugé, rien n’est enregistré"
  }

  package func withoutPrediction(_ missing: Int, of all: Int) -> String {
    "\(missing) cas sur \(whole(all)) sans prédiction, comptés comme si rien n’avait été trouvé"
  }

  package func imported(_ tally: ImportTally) -> String {
    "\(count(tally.disorders, "maladie", "maladies")), \(count(tally.names, "nom", "noms")) : \(tally.withPrevalence) avec une "
      + "prévalence, \(tally.withOnset) avec un âge de début, \(tally.joined) ajoutées à des lignes de la base; "
      + "\(tally.leftOut) laissées (groupes, périmées, non rares)."
  }

  private func gold(_ problem: GoldProblem) -> String {
    switch problem {
    case .notARecord: "pas un enregistrement de référence ni de prédiction"
    case .notUTF8: "pas de l’UTF-8"
    case .outside: "un passage n’est pas dans son texte"
    case .otherWords: "les mots ne sont pas ceux de cet endroit : les positions doivent compter des caractères Unicode"
    case .mark: "une marque d’une sorte inconnue, ou qui n’est pas fermée"
    case .missingText: "il n’y a pas de .txt à côté de ces annotations"
    case .markup: "balisage mal formé, ou qui n’est pas le XML d’i2b2 2014"
    }
  }

  private func orphadata(_ problem: OrphadataProblem) -> String {
    switch problem {
    case .markup: "le balisage est mal formé"
    case .documentType: "un type de document n’est pas admis"
    case .limit: "trop imbriqué, ou un texte trop long"
    case .notOrphadata: "pas un fichier d’Orphadata (aucun élément JDBOR)"
    case .missingCode: "une maladie sans OrphaCode qui soit un nombre"
    case .invalidNumber: "pas un nombre"
    case .nothing: "aucune maladie"
    }
  }

  private func infeasible(_ bound: Infeasibility?) -> String {
    guard let bound else { return "Les épingles gardent trop : retirez-en une, ou demandez le consentement." }
    var text = "Avec ces épingles, le nombre inférieur atteint au mieux \(number(bound.bestKLow))."
    if let kind = bound.release {
      text += " Retirer l’épingle « \(kind.rawValue) » suffirait"
      text += bound.releaseCost.map { ", pour un coût de \($0)." } ?? "."
    } else {
      text += " Reste le consentement, ou un cas inventé."
    }
    return text
  }

  private func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: "bon"
    case .review: "à revoir"
    case .block: "bloqué"
    }
  }

  func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(whole(number)) \(number < 2 ? one : many)"
  }

  /// Groups are set apart by a no-break space.
  private func whole(_ number: Int) -> String { Decimal.grouped(number, separator: "\u{A0}") }
}
