package import CaviardCase

extension EnglishMessages {
  package func ruleText(_ kind: Kind) -> RuleText {
    switch kind {
    case .personName:
      RuleText(
        "Name of a person", "A first name, surname, initials or nickname of somebody in the story.",
        "A name is looked up in seconds, and a relative's or a clinician's leads to the patient too.",
        "“The patient”, “her brother”, “a nurse”, or a placeholder such as [person 1].")
    case .username:
      RuleText(
        "User name", "The name of an account on a network or a site.",
        "It is unique there, and most people use the same one elsewhere.", "Leave it out, or write [username 1].")
    case .email:
      RuleText(
        "E-mail address", "An address that reaches one person or one ward.",
        "It belongs to one person and often holds the name.", "Leave it out, or write [email 1].")
    case .phone:
      RuleText(
        "Telephone number", "A telephone, fax or pager number.", "It rings at one person's, or in one ward.",
        "Leave it out, or write [phone 1].")
    case .url:
      RuleText(
        "Link", "The address of a page.", "A page can name the patient, and an address can hold a name or a number.",
        "Leave it out, or cite a publication in the usual form.")
    case .streetAddress:
      RuleText(
        "Street address", "A house, street, box or rural route.", "Few people live there, and neighbours know them.",
        "The province or the kind of place: “in a small town”.")
    case .postalCode:
      RuleText(
        "Postal code", "A whole postal code, or the start of one.",
        "A Canadian code is one side of a street, or one building.", "The province, or nothing.")
    case .healthCardNumber:
      RuleText(
        "Health card number", "The number of a provincial health insurance card.",
        "It is unique, lasts for life, and opens the record.", "Nothing: no story needs it.")
    case .nationalID:
      RuleText(
        "Identity number", "A social insurance, passport or other number that a state gives.",
        "It is unique, and opens doors to fraud.", "Nothing: no story needs it.")
    case .recordNumber:
      RuleText(
        "Record number", "The number of a chart, visit, specimen or request.",
        "Whoever has access to the hospital's system finds the patient with it.", "Nothing, or [record number 1].")
    case .accountNumber:
      RuleText(
        "Account number", "The number of a bank, insurance or benefit account.", "It is one person's or one family's.",
        "Nothing: no story needs it.")
    case .licenceNumber:
      RuleText(
        "Licence number", "The number of a driving or professional licence.",
        "Registers that anybody can search lead to its holder.",
        "Nothing, or the profession alone.")
    case .vehicleID:
      RuleText(
        "Vehicle", "A number plate or the identification number of a vehicle.", "It is registered to one owner.",
        "“A car”, “a snowmobile”.")
    case .deviceID:
      RuleText(
        "Device number", "The serial number of an implant or a device.",
        "Makers and hospitals keep lists of who has which.",
        "The kind of device, without its number.")
    case .networkAddress:
      RuleText(
        "Network address", "The address of a computer or of its network card.", "It leads to a household or a ward.",
        "Leave it out.")
    case .coordinates:
      RuleText(
        "Coordinates", "A place by latitude and longitude.", "They point at a house.", "The province, or nothing.")
    case .age:
      RuleText(
        "Age", "An age, now or at an event.",
        "With sex and place an exact age leaves few people; above 90 it leaves few by itself.",
        "A band: “in her forties”, “an older man”.")
    case .sex:
      RuleText(
        "Sex or gender", "The patient's sex or gender.",
        "It halves the people who fit, and with some diseases leaves very few.",
        "Keep it where the medicine needs it; else “the patient”.")
    case .date:
      RuleText(
        "Date", "A day, month, season or year of something that happened.",
        "A day ties the story to one day's admissions, births or news.",
        "Days since the start (“on day 14”), or the year.")
    case .place:
      RuleText(
        "Place", "A town, village, region, country or other place.", "The smaller the place, the fewer people fit.",
        "The province or country, or “a rural community”.")
    case .institution:
      RuleText(
        "Institution", "A hospital, school, employer, home or other body.",
        "It gives the place and a circle of people who know the patient.",
        "Its kind: “a teaching hospital”, “her school”.")
    case .occupation:
      RuleText(
        "Occupation", "A job, a post or a rank.",
        "Rare jobs are held by a handful of people, and colleagues know them.",
        "A wider group: “works outdoors”, “an office worker”.")
    case .ethnicity:
      RuleText(
        "Origin or people", "An ethnic origin, a nation or a people.", "In one place few may share it.",
        "Keep it only where the medicine needs it, as widely as it allows.")
    case .language:
      RuleText(
        "Language", "A language that somebody speaks.", "It tells the origin, and in one place few may speak it.",
        "“Through an interpreter”, without the language.")
    case .religion:
      RuleText(
        "Religion", "A faith or its practice.", "With a place it can leave a single congregation.",
        "What matters for care: “declines transfusion”.")
    case .family:
      RuleText(
        "Family", "Who is in the family: children, twins, adoption, order of birth.",
        "Unusual families are known to all around them.", "Only what the medicine needs: “a relative”.")
    case .diagnosis:
      RuleText(
        "Diagnosis", "A disease or its cause.",
        "A rare disease leaves few people in a province, each known to a clinic.",
        "Its group: “a rare metabolic disease”; or keep it and make all else coarser.")
    case .procedure:
      RuleText(
        "Procedure", "An operation, a transplant or another treatment that few have.",
        "Few centres do it, and they keep lists.", "Its kind: “an operation”.")
    case .event:
      RuleText(
        "Event", "An accident, crime, disaster, contest or other event.", "The news told of it, with names.",
        "What it did to the body: “after an injury”.")
    case .superlative:
      RuleText(
        "Claim of a first, only or rarest case", "Words such as “the first case in Canada”.",
        "It says that one person fits, and papers or news tell who.", "Leave the claim out.")
    case .trait:
      RuleText(
        "Trait", "A mark, a tattoo, a habit or another trait that sets somebody apart.",
        "Whoever met the patient knows it again.", "Leave it out unless it is the finding.")
    case .legalStatus:
      RuleText(
        "Legal status", "Refugee, prisoner, ward of the state and the like.", "In one place few people have it.",
        "Leave it out unless the care turns on it.")
    case .media:
      RuleText(
        "Picture or other media", "A reference to a picture, sound or film.",
        "A face, a tattoo, a label or the data inside the file can name the patient; Caviard does not look into it.",
        "Look at it, ask for consent where it shows the patient, or describe what it shows.")
    case .possibleName:
      RuleText(
        "Possible name", "A word that may be somebody's name, without enough to be sure.",
        "If it is one, it identifies like any name.", "Remove it if it is a name; else allow the word in the policy.")
    }
  }

  package func why(_ reason: VerdictReason) -> String {
    switch reason {
    case .directIdentifier: "Names, numbers and addresses lead to one person without anything else."
    case .identifyingName: "File names are copied, listed and searched even where nobody opens the file."
    case .kBelowThreshold:
      "Age, place, job, dates and disease together leave so few people that somebody around the patient can tell who it is, "
        + "although no fact does so alone."
    case .superlative: "A claim of a first or only case says that exactly one person fits."
    case .infeasible: "What must be kept already leaves too few people, whatever else is changed."
    case .belowFloor: "The policy in force limits how finely it may be told, however many people fit."
    case .notForSharing: "A review copy shows the patient's words, and an export keeps the spacing of real dates."
    case .metadata: "Pictures carry place, time, device, author and sometimes a preview of what was cut away."
    case .unsupportedLanguage: "The rules know English and French: in another language next to nothing would be found."
    case .unreadable: "What was not read may hold anything. An unread case never counts as clean."
    case .intervalStraddles: "The estimate is above the threshold, but its lower bound is not: it may be luck."
    case .media: "Faces, tattoos, labels and scans name people, and Caviard does not look into pictures."
    case .superlativeMeasurement: "A record value has been published or told, with its bearer."
    case .reportableEvent: "A search for the event can end at the patient's name."
    case .unmeasuredTrait: "Without a frequency nobody can say how many people share it."
    case .contradiction:
      "One of two statements is wrong, so the estimate rests on sand; a half-made change shows like this too."
    case .quotation: "People around the patient know the patient's own words again, and search engines find them."
    case .possibleName: "If the word is a name, it identifies like any name."
    case .nothingFound: "A long case without an age or a sex is unusual: perhaps it was not read as it is meant."
    case .authoringData:
      "Authors, dates of editing and deleted text stay in the file when the page no longer shows them."
    }
  }

  package func ruleHeads() -> (what: String, why: String, instead: String) {
    ("What it is", "Why it identifies", "What to do")
  }

  package func linkedText() -> RuleText {
    RuleText(
      "Two cases may tell one patient", "Two cases of this run share rare facts and could be one patient told twice.",
      "Together they tell more than each of them, and too few people fit both.",
      "Make the shared fact coarser in one of them, or share only one.")
  }
}
