import CaviardCase

/// What generated stories are made of, in one language. All people are invented.
struct StoryWords {
  /// `{slot}` is filled; every other word stays.
  let sentences: [String]
  let names: [String]
  let titles: [String]
  let places: [String]
  let diseases: [String]
  let occupations: [String]
  let months: [String]
  let groups: [String]
  let kin: [String]

  static func of(_ language: Language) -> StoryWords { language == .english ? english : french }

  private static let english = StoryWords(
    sentences: [
      "{title} {name} saw a {age}-year-old {occupation} from {place} in {month} {year}.",
      "{title} {marker} was told about it on {month} {day}, {year}.",
      "The patient, a {age}-year-old {group} woman, was admitted on {year}-03-1{digit} with {disease}.",
      "She was referred by Dr. {marker} of {place} for {disease}.",
      "Phone {phone}, e-mail {email}.", "Chart number {number}; health card {card}.",
      "His {kin}, a {occupation}, died at {age} of {disease}.",
      "She said, “I have never felt so tired, and my {kin} told me so.”",
      "Blood pressure was 12{digit}/80 mmHg and haemoglobin 9.{digit} g/dL.",
      "This was the first case of {disease} in {place}.", "There was no family history of {disease}.",
      "A {age}-year-old man with chest pain was seen.", "He lives at {digit}4 Elm Street, {place}, ON  K1A 0B1.",
      "A {age}-week-old girl was brought by her {kin} from {place}.",
      "Examination was normal; the Babinski sign was absent.", "He speaks {group} and works as a {occupation}.",
      "At grade 9 he moved to {place} with {disease}.",
      "He weighed {age} kg and took 5 mg of it, twice daily (see Fig. {digit}).",
      "Known with {disease} since {year}, she is a {occupation} and lives near {place} with her {kin}, {name}.",
      "The crash on {month} {day} killed four people near {place}.", "In her 40s, she had twins; she is now {age}.",
      "Seen by {title} {name} {marker}, the only survivor in {place}.", "[person 1] was seen again with [date 2].",
    ],
    names: [
      "Rose Tremblay", "Mark Young", "O'Neil", "Anne-Marie Roy", "Singh", "Grace Little", "Nguyen", "May Brown", "Li",
      "Parkinson", "van der Berg", "MacDonald",
    ],
    titles: ["Dr.", "Mrs.", "Mr.", "Ms.", "Nurse", "Professor"],
    places: [
      "Moosonee", "Toronto", "Red Deer", "Saint-Tite", "Nunavut", "the village of Elmbrook", "Ontario", "India", "Hope",
      "northern Ontario", "Kamloops, British Columbia", "a small town", "Churchill, Manitoba",
    ],
    diseases: [
      "Fabry disease", "Erdheim-Chester disease (ECD)", "asthma", "type 2 diabetes", "hypertension", "progeria",
      "tyrosinemia type 1", "Huntington disease", "pneumonia", "multiple sclerosis", "HIV infection", "scurvy",
    ],
    occupations: [
      "lighthouse keeper", "teacher", "mayor", "nurse", "farmer", "beekeeper", "bus driver", "police officer", "miner",
    ],
    months: ["March", "May", "September", "July"],
    groups: ["Cree", "Tamil", "Acadian", "Sikh", "Inuit", "Ukrainian", "Métis"],
    kin: ["mother", "brother", "uncle", "wife", "grandson"])

  private static let french = StoryWords(
    sentences: [
      "{title} {name} a vu un {occupation} de {age} ans de {place} en {month} {year}.",
      "{title} {marker} en a été avisée le {day} {month} {year}.",
      "La patiente, une {group} de {age} ans, a été admise le 1{digit}/03/{year} pour {disease}.",
      "Elle est adressée par le Dr {marker} de {place} pour {disease}.",
      "Téléphone : {phone}, courriel : {email}.", "Numéro de dossier {number}; NAM {card}.",
      "Son {kin}, {occupation}, est décédé à {age} ans; on évoquait {disease}.",
      "Elle dit : « Je n'ai jamais été aussi fatiguée, mon {kin} me l'a dit. »",
      "La tension était de 12{digit}/80 mmHg et l'hémoglobine à 9,{digit} g/dL.",
      "C'était le premier cas de {disease} à {place}.", "Aucun antécédent familial de {disease}.",
      "Un homme de {age} ans se présente avec une douleur thoracique.",
      "Il habite au {digit}4, rue des Ormes, {place} (Québec)  H2X 1Y4.",
      "Fillette de {age} semaines amenée par son {kin}, de {place}.",
      "L'examen est normal; le signe de Babinski est absent.",
      "Âgée de {age} ans, elle est née à {place} le {day} {month} {year}.",
      "En secondaire 3, il a déménagé à {place}; il a {disease}.",
      "Il pèse {age} kg et prend 5 mg, deux fois par jour (fig. {digit}).",
      "Connue pour {disease} depuis {year}, elle est {occupation} et vit près de {place} avec son {kin}, {name}.",
      "L'accident du {day} {month} a fait quatre morts près de {place}.",
      "Quadragénaire, elle a eu des jumeaux; elle a maintenant {age} ans.",
      "Vue par {title} {name} {marker}, la seule survivante de {place}.", "[personne 1] a été revue le [date 2].",
    ],
    names: [
      "Rose Tremblay", "Jean-Marc Lajeunesse", "Marie-Ève Côté", "Pierre Marin", "L'Heureux", "Singh", "Aimé Lavoie",
      "St-Onge", "Nguyen", "Désilets", "D'Amours",
    ],
    titles: ["Mme", "M.", "la Dre", "le Dr", "Me", "l'infirmière"],
    places: [
      "Chibougamau", "Montréal", "Saint-Tite", "Kuujjuaq", "la Mauricie", "l'Abitibi", "Ontario", "Haïti", "Rimouski",
      "Baie-Comeau, sur la Côte-Nord", "un petit village", "l'Île-du-Prince-Édouard",
    ],
    diseases: [
      "une maladie de Fabry", "une maladie d'Erdheim-Chester", "l'asthme", "un diabète de type 2",
      "une hypertension", "une tyrosinémie de type 1", "la maladie de Huntington", "une pneumonie",
      "une sclérose en plaques", "une infection à VIH", "un scorbut",
    ],
    occupations: [
      "gardien de phare", "enseignante", "maire", "infirmière", "agriculteur", "apicultrice", "policier", "mineur",
    ],
    months: ["mars", "mai", "août", "décembre"],
    groups: ["Crie", "Tamoule", "Acadienne", "Innue", "Ukrainienne", "Métisse"],
    kin: ["père", "frère", "oncle", "mari", "petit-fils"])
}
