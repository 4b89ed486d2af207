package import CaviardCase

extension FrenchMessages {
  package func ruleText(_ kind: Kind) -> RuleText {
    switch kind {
    case .personName:
      RuleText(
        "Nom d’une personne", "Un prénom, un nom, des initiales ou un surnom de quelqu’un dans l’histoire.",
        "Un nom se cherche en quelques secondes; celui d’un proche ou d’un soignant mène aussi à la personne soignée.",
        "« La patiente », « son frère », « une infirmière », ou un repère tel que [personne 1].")
    case .username:
      RuleText(
        "Nom d’utilisateur", "Le nom d’un compte sur un réseau ou un site.",
        "Il y est unique, et la plupart des gens le reprennent ailleurs.", "Retirez-le, ou écrivez [pseudonyme 1].")
    case .email:
      RuleText(
        "Adresse de courriel", "Une adresse qui joint une personne ou un service.",
        "Elle appartient à une seule personne et contient souvent son nom.", "Retirez-la, ou écrivez [courriel 1].")
    case .phone:
      RuleText(
        "Numéro de téléphone", "Un numéro de téléphone, de télécopieur ou de téléavertisseur.",
        "Il sonne chez une personne, ou dans un service.", "Retirez-le, ou écrivez [téléphone 1].")
    case .url:
      RuleText(
        "Lien", "L’adresse d’une page.",
        "Une page peut nommer la personne; une adresse peut contenir un nom ou un numéro.",
        "Retirez-le, ou citez une publication sous sa forme habituelle.")
    case .streetAddress:
      RuleText(
        "Adresse", "Une maison, une rue, une case postale ou une route rurale.",
        "Peu de gens y habitent, et les voisins les connaissent.",
        "La province ou le genre d’endroit : « une petite ville ».")
    case .postalCode:
      RuleText(
        "Code postal", "Un code postal entier, ou son début.",
        "Un code canadien, c’est un côté de rue ou un seul immeuble.", "La province, ou rien.")
    case .healthCardNumber:
      RuleText(
        "Numéro d’assurance maladie", "Le numéro d’une carte provinciale d’assurance maladie.",
        "Il est unique, dure toute la vie et ouvre le dossier.", "Rien : aucune histoire n’en a besoin.")
    case .nationalID:
      RuleText(
        "Numéro d’identité", "Un numéro d’assurance sociale, de passeport ou un autre que donne un État.",
        "Il est unique et permet la fraude.", "Rien : aucune histoire n’en a besoin.")
    case .recordNumber:
      RuleText(
        "Numéro de dossier", "Le numéro d’un dossier, d’une visite, d’un prélèvement ou d’une demande.",
        "Quiconque a accès au système de l’hôpital y retrouve la personne.", "Rien, ou [numéro de dossier 1].")
    case .accountNumber:
      RuleText(
        "Numéro de compte", "Le numéro d’un compte de banque, d’assurance ou de prestation.",
        "C’est celui d’une personne ou d’une famille.", "Rien : aucune histoire n’en a besoin.")
    case .licenceNumber:
      RuleText(
        "Numéro de permis", "Le numéro d’un permis de conduire ou d’exercice.",
        "Des registres que tous peuvent consulter mènent à son titulaire.", "Rien, ou la profession seulement.")
    case .vehicleID:
      RuleText(
        "Véhicule", "Une plaque d’immatriculation ou le numéro d’identification d’un véhicule.",
        "Il est immatriculé au nom d’un seul propriétaire.", "« Une voiture », « une motoneige ».")
    case .deviceID:
      RuleText(
        "Numéro d’appareil", "Le numéro de série d’un implant ou d’un appareil.",
        "Fabricants et hôpitaux tiennent la liste de ceux qui les portent.", "Le genre d’appareil, sans son numéro.")
    case .networkAddress:
      RuleText(
        "Adresse réseau", "L’adresse d’un ordinateur ou de sa carte réseau.", "Elle mène à un foyer ou à un service.",
        "Retirez-la.")
    case .coordinates:
      RuleText(
        "Coordonnées", "Un lieu par sa latitude et sa longitude.", "Elles montrent une maison.", "La province, ou rien."
      )
    case .age:
      RuleText(
        "Âge", "Un âge, aujourd’hui ou lors d’un événement.",
        "Avec le sexe et le lieu, un âge exact laisse peu de gens; au-delà de 90 ans, il en laisse peu à lui seul.",
        "Une tranche : « dans la quarantaine », « un homme âgé ».")
    case .sex:
      RuleText(
        "Sexe ou genre", "Le sexe ou le genre de la personne.",
        "Il réduit de moitié le nombre de gens qui y répondent; avec certaines maladies, il en reste très peu.",
        "Gardez-le si la médecine l’exige; sinon, « la personne ».")
    case .date:
      RuleText(
        "Date", "Un jour, un mois, une saison ou une année où quelque chose s’est passé.",
        "Un jour rattache l’histoire aux admissions, aux naissances ou aux nouvelles de ce jour.",
        "Des jours depuis le début (« au jour 14 »), ou l’année.")
    case .place:
      RuleText(
        "Lieu", "Une ville, un village, une région, un pays ou un autre lieu.",
        "Plus le lieu est petit, moins de gens y répondent.", "La province ou le pays, ou « une communauté rurale ».")
    case .institution:
      RuleText(
        "Établissement", "Un hôpital, une école, un employeur, une résidence ou un autre organisme.",
        "Il donne le lieu, et un cercle de gens qui connaissent la personne.",
        "Son genre : « un hôpital universitaire », « son école ».")
    case .occupation:
      RuleText(
        "Métier", "Un métier, un poste ou un grade.",
        "Une poignée de gens exercent un métier rare, et leurs collègues les connaissent.",
        "Un groupe plus large : « travaille dehors », « employée de bureau ».")
    case .ethnicity:
      RuleText(
        "Origine ou peuple", "Une origine ethnique, une nation ou un peuple.",
        "En un même lieu, peu de gens la partagent parfois.",
        "Gardez-la seulement si la médecine l’exige, aussi largement que possible.")
    case .language:
      RuleText(
        "Langue", "Une langue que quelqu’un parle.",
        "Elle dit l’origine, et en un même lieu peu de gens la parlent parfois.",
        "« Avec un interprète », sans nommer la langue.")
    case .religion:
      RuleText(
        "Religion", "Une foi ou sa pratique.", "Avec un lieu, il peut ne rester qu’une seule communauté.",
        "Ce qui compte pour les soins : « refuse la transfusion ».")
    case .family:
      RuleText(
        "Famille", "Qui compose la famille : enfants, jumeaux, adoption, rang de naissance.",
        "L’entourage connaît les familles hors du commun.", "Seulement ce que la médecine exige : « un proche ».")
    case .diagnosis:
      RuleText(
        "Diagnostic", "Une maladie ou sa cause.",
        "Une maladie rare laisse peu de gens dans une province, tous connus d’une clinique.",
        "Son groupe : « une maladie métabolique rare »; ou gardez-la et rendez le reste moins précis.")
    case .procedure:
      RuleText(
        "Intervention", "Une opération, une greffe ou un autre traitement que peu de gens reçoivent.",
        "Peu de centres la pratiquent, et ils en tiennent la liste.", "Son genre : « une opération ».")
    case .event:
      RuleText(
        "Événement", "Un accident, un crime, une catastrophe, un concours ou un autre événement.",
        "Les médias en ont parlé, noms compris.", "Ce qu’il a fait au corps : « après une blessure ».")
    case .superlative:
      RuleText(
        "Annonce d’un premier, d’un seul ou du plus rare des cas", "Des mots tels que « le premier cas au Canada ».",
        "C’est dire qu’une seule personne y répond, et les revues ou les médias disent laquelle.",
        "Retirez cette affirmation.")
    case .trait:
      RuleText(
        "Trait", "Une marque, un tatouage, une habitude ou un autre trait qui distingue quelqu’un.",
        "Quiconque a croisé la personne le reconnaît.", "Retirez-le, sauf si c’est ce qu’il faut enseigner.")
    case .legalStatus:
      RuleText(
        "Statut juridique", "Réfugié, détenu, pupille de l’État et autres.", "En un même lieu, peu de gens l’ont.",
        "Retirez-le, sauf si les soins en dépendent.")
    case .media:
      RuleText(
        "Image ou autre média", "Un renvoi à une image, à un son ou à un film.",
        "Un visage, un tatouage, une étiquette ou les données du fichier peuvent nommer la personne; Caviard ne les regarde pas.",
        "Regardez-le, demandez le consentement s’il montre la personne, ou décrivez ce qu’il montre.")
    case .possibleName:
      RuleText(
        "Nom possible", "Un mot qui est peut-être le nom de quelqu’un, sans qu’on en soit sûr.",
        "Si c’en est un, il identifie comme tout nom.",
        "Retirez-le si c’est un nom; sinon, permettez ce mot dans la politique.")
    }
  }

  package func why(_ reason: VerdictReason) -> String {
    switch reason {
    case .directIdentifier: "Noms, numéros et adresses mènent à une personne sans rien d’autre."
    case .identifyingName:
      "Les noms de fichiers sont copiés, listés et cherchés même là où personne n’ouvre le fichier."
    case .kBelowThreshold:
      "Âge, lieu, métier, dates et maladie laissent ensemble si peu de gens que l’entourage peut deviner de qui il s’agit, "
        + "bien qu’aucun fait n’y suffise seul."
    case .superlative: "Annoncer un premier ou un seul cas, c’est dire qu’une seule personne y répond."
    case .infeasible: "Ce qui doit rester laisse déjà trop peu de gens, quoi qu’on change d’autre."
    case .belowFloor: "La politique en vigueur limite la précision permise, quel que soit le nombre de gens."
    case .notForSharing:
      "Une copie de relecture montre les mots de la personne, et un export garde l’écart entre de vraies dates."
    case .metadata: "Les images portent lieu, heure, appareil, auteur et parfois un aperçu de ce qui a été coupé."
    case .unsupportedLanguage:
      "Les règles connaissent le français et l’anglais : dans une autre langue, presque rien ne serait trouvé."
    case .unreadable: "Ce qui n’a pas été lu peut contenir n’importe quoi. Un cas non lu ne passe jamais pour sûr."
    case .intervalStraddles: "L’estimation dépasse le seuil, mais pas sa borne inférieure : ce peut être de la chance."
    case .media: "Visages, tatouages, étiquettes et clichés nomment des gens, et Caviard ne regarde pas les images."
    case .superlativeMeasurement: "Une valeur record a été publiée ou racontée, avec son porteur."
    case .reportableEvent: "Chercher l’événement peut mener au nom de la personne."
    case .unmeasuredTrait: "Sans fréquence, nul ne peut dire combien de gens le partagent."
    case .contradiction:
      "L’un de deux énoncés est faux, et l’estimation ne tient plus; un changement fait à moitié se voit ainsi."
    case .quotation: "L’entourage reconnaît les mots de la personne, et les moteurs de recherche les retrouvent."
    case .possibleName: "Si ce mot est un nom, il identifie comme tout nom."
    case .nothingFound: "Un long cas sans âge ni sexe est rare : peut-être n’a-t-il pas été lu comme il faut."
    case .authoringData:
      "Auteurs, dates de rédaction et texte supprimé restent dans le fichier quand la page ne les montre plus."
    }
  }

  package func ruleHeads() -> (what: String, why: String, instead: String) {
    ("De quoi il s’agit", "Pourquoi cela identifie", "Quoi faire")
  }

  package func linkedText() -> RuleText {
    RuleText(
      "Deux cas racontent peut-être une même personne",
      "Deux cas de cette lecture partagent des faits rares et pourraient être une seule personne, racontée deux fois.",
      "Ensemble ils en disent plus que chacun, et trop peu de gens répondent aux deux.",
      "Rendez le fait commun moins précis dans l’un d’eux, ou n’en diffusez qu’un.")
  }
}
