/// Small closed sets of words, as token keys.
enum PersonVerbs {
  /// Verbs that persons do right after their name.
  static let speech = keySet(
    """
    says said presented presents reported reports denies denied lives lived works worked called came went arrived
    felt noticed complained attended présente présentait consulte consulta rapporte vit travaille dit raconte
    souffre décrit habite arrive
    """)

  /// Verbs that only persons do, right after their name.
  static let human = keySet(
    """
    said says asked replied shouted whispered smiled laughed cried told tells explained argued agreed refused wrote
    flew drove married apologized apologised thanked denied denies complained complains lives lived fell swallowed
    vomited fainted collapsed underwent smokes drinks ran walked waited sneezed coughed attended called presented
    slipped tripped crashed moved plays swallows snores wears uses feels felt arrived came went consulte consulta
    consultait vit habite habitait fume fumait boit souffre souffrait tousse dit raconte rapporte décrit présente
    présentait vomit marche travaille travaillait étudie refuse accepte nie arrive
    """)

  /// Verbs of two subjects, right after the second.
  static let plural = keySet("were are have went met said had married moved came sont étaient ont")

  /// The same with "is", "has" and their kind, which instruments and tests do too.
  static let all = speech.union(keySet("is was has had would wants thinks knows loves hates a est était avait"))

  /// Verbs whose object, right after them, is a person when it has a capital and no article.
  static let withPerson = keySet(
    """
    saw met called told asked thanked visited examined interviewed reassured informed counselled counseled consoled
    helped vu vue revu revue rencontré rencontrée appelé examiné informé rassuré remercié avisé questionné interrogé
    aidé
    """)

  static let copulas = keySet("is was are were been est était fut été")
  static let auxiliaries = keySet("has had have a avait ont")
  static let haveOrShow = keySet("has had have developed presented presents a avait présente présentait")

  /// What only persons are or have done to them, after "was", "is", « est », « a été »: stems are not cut, every form is listed.
  static let states = keySet(
    """
    admitted discharged intubated extubated transferred seen examined brought born referred hospitalized
    hospitalised operated sedated vaccinated immunized immunised airlifted rushed resuscitated married divorced
    widowed pregnant pale diaphoretic febrile afebrile unconscious unresponsive alert asleep awake tired allergic
    told asked reassured counselled counseled informed anxious retired crying walking living working smoking adopted
    homeless dizzy obese diabetic admis admise opéré opérée vu vue revu revue intubé intubée extubé extubée
    hospitalisé hospitalisée transféré transférée examiné examinée référé référée amené amenée conduit conduite
    suivi suivie né née décédé décédée mort morte tombé tombée arrivé arrivée venu venue parti partie reparti repartie rentré rentrée sorti sortie retourné retournée marié mariée veuf veuve
    divorcé divorcée enceinte pâle fébrile allergique retraité retraitée inconscient inconsciente conscient
    consciente adopté adoptée vacciné vaccinée réanimé réanimée sédaté sédatée informé informée rassuré rassurée
    inquiet inquiète fatigué fatiguée diabétique fumeur fumeuse
    """)

  /// Past participles after « a » that only persons have done.
  static let deeds = keySet(
    """
    consulté vomi avalé dit raconté refusé accepté travaillé fumé arrêté appelé accouché chuté perdu reçu subi fait
    présenté cessé pris
    """)

  /// What may stand between "was" and what somebody was.
  static let adverbs = keySet(
    """
    not also then very still first initially later been being now again subsequently ne pas aussi alors très encore
    été toujours ensuite
    """)

  /// Words that follow a French subject before its verb.
  static let frenchSubjectFollowers = keySet("ne n se s y en lui leur nous m me")

  /// Nouns of the case's person, before ", Will,".
  static let persons = keySet(
    """
    patient patiente man woman boy girl child infant baby lady gentleman student resident homme femme garçon fille
    fillette enfant bébé dame monsieur étudiant étudiante adolescent adolescente teenager nurse infirmier infirmière
    """)

  static let conjunctions = keySet("and et & or ou")

  static func keySet(_ words: String) -> KeySet { KeySet(words: words) }
}
