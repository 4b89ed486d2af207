internal import CaviardCase
internal import CaviardTokenizing

/// Word endings of medicine: an unknown capitalised word that has one is not worth reporting as a possible name.
enum MedicalForms {
  private static let endings: [String] = [
    "mab", "nib", "ine", "cillin", "mycin", "azole", "prazole", "sartan", "statin", "olol", "pril", "vir", "mide",
    "zepam",
    "itis", "osis", "oses", "oma", "omas", "emia", "aemia", "uria", "pathy", "ectomy", "otomy", "ostomy", "plasty",
    "scopy",
    "graphy", "gram", "logy", "algia", "philia", "penia", "trophy", "plasia", "ite", "ites", "ose", "ome", "omes",
    "emie",
    "urie", "pathie", "ectomie", "otomie", "ostomie", "plastie", "scopie", "graphie", "logie", "algie", "philie",
    "penie",
    "trophie", "plasie", "ique", "iques", "aire", "aires", "ation", "ations", "ement", "ella", "coccus", "bacter",
    "bacillus",
    "virus", "phylum", "spora", "myces", "idae", "aceae",
  ]

  static func looksMedical(_ index: Int, _ context: CaseContext) -> Bool {
    let form = context.form(index)
    return form.utf8.count >= 6 && endings.contains { form.hasSuffix($0) }
  }
}
