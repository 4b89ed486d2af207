internal import CaviardCase
internal import CaviardReading

/// Reads one file of Orphanet's products 1 (names), 9 (prevalence) or 9 (ages), piece by piece.
///
/// Every element but `OrphaCode` and `Name` may be missing. What stands elsewhere is passed over.
struct OrphadataReader {
  private let file: String
  private(set) var disorders: [OrphadataDisorder] = []
  private(set) var date: String?
  private(set) var version: String?
  private var isOrphadata = false
  private var language = Language.english
  /// Elements open, from the file's root.
  private var path: [String] = []
  /// Where the outermost open `Disorder` stands in it.
  private var depth: Int?
  private var text = ""
  private var textLanguage: Language?
  private var open = OpenDisorder(line: 1)

  /// - Parameter file: as errors name it.
  init(file: String) { self.file = file }

  /// - Throws: ``OrphadataError/Reason/missingCode``, ``OrphadataError/Reason/invalidNumber``.
  mutating func read(_ events: [XMLEvent]) throws(OrphadataError) {
    for event in events {
      switch event.content {
      case .start(let name, let attributes): start(name, attributes, line: event.line)
      case .text(let words): text = words
      case .end: try end(line: event.line)
      }
    }
  }

  /// - Throws: ``OrphadataError/Reason/notOrphadata``, ``OrphadataError/Reason/nothing``.
  func finish() throws(OrphadataError) {
    guard isOrphadata else { throw OrphadataError(reason: .notOrphadata, file: file, line: 1) }
    guard !disorders.isEmpty else { throw OrphadataError(reason: .nothing, file: file, line: 1) }
  }

  private mutating func start(_ name: String, _ attributes: [String: String], line: Int) {
    let lang = attributes["lang"].flatMap { Language(rawValue: String($0.prefix(2)).lowercased()) }
    if path.isEmpty, name == "JDBOR" {
      isOrphadata = true
      date = attributes["date"]
      version = attributes["version"]
      language = lang ?? .english
    }
    path.append(name)
    text = ""
    textLanguage = lang
    if name == "Disorder", depth == nil {
      depth = path.count
      open = OpenDisorder(line: line)
    }
    if inside == ["PrevalenceList", "Prevalence"] { open.prevalence = [:] }
  }

  private mutating func end(line: Int) throws(OrphadataError) {
    if let depth {
      if path.count == depth {
        try close()
        self.depth = nil
      } else {
        try take(line: line)
      }
    }
    path.removeLast()
    text = ""
  }

  /// The elements open inside the disorder.
  private var inside: ArraySlice<String> { depth.map { path[$0...] } ?? [] }

  private mutating func take(line: Int) throws(OrphadataError) {
    let words = Self.trimmed(text)
    switch inside {
    case ["OrphaCode"]: open.code = Int(words)
    case ["Name"], ["SynonymList", "Synonym"]:
      if !words.isEmpty { open.names.append((textLanguage ?? language, words)) }
    case ["DisorderGroup", "Name"]: open.group = words
    case ["AverageAgeOfOnsetList", "AverageAgeOfOnset", "Name"]: open.ages.append(words)
    case ["PrevalenceList", "Prevalence", "ValMoy"]:
      guard words.isEmpty || Double(words).map({ $0.isFinite && $0 >= 0 }) == true else {
        throw OrphadataError(reason: .invalidNumber, file: file, line: line)
      }
      open.prevalence["ValMoy"] = words
    case ["PrevalenceList", "Prevalence"]: try takePrevalence(line: line)
    default:
      let names = inside
      if names.count == 4, names.starts(with: ["PrevalenceList", "Prevalence"]), names.last == "Name" {
        open.prevalence[names[names.startIndex + 2]] = words
      }
    }
  }

  private mutating func takePrevalence(line: Int) throws(OrphadataError) {
    let cells = open.prevalence
    func cell(_ name: String) -> String { cells[name] ?? "" }
    guard
      let prevalence = OrphadataPrevalence(
        type: cell("PrevalenceType"), qualification: cell("PrevalenceQualification"),
        className: cell("PrevalenceClass"), value: Double(cell("ValMoy")), area: cell("PrevalenceGeographic"),
        validation: cell("PrevalenceValidationStatus"))
    else { return }
    if let point = prevalence.point, point > 1 {
      throw OrphadataError(reason: .invalidNumber, file: file, line: line)
    }
    open.prevalences.append(prevalence)
  }

  private mutating func close() throws(OrphadataError) {
    guard let code = open.code, code > 0 else {
      throw OrphadataError(reason: .missingCode, file: file, line: open.line)
    }
    var disorder = OrphadataDisorder(code: code)
    for (language, name) in open.names { disorder.names[language, default: []].append(name) }
    disorder.isLeftOut =
      OrphadataPrevalence.folded(open.group).hasPrefix("group")
      || open.names.contains { Self.isWithdrawn($0.1) }
    disorder.prevalences = open.prevalences
    disorder.onset = OnsetAges.range(open.ages)
    disorders.append(disorder)
  }

  /// "OBSOLETE: …", "NON RARE IN EUROPE: …": what is no rare disease (any more).
  private static func isWithdrawn(_ name: String) -> Bool {
    let folded = OrphadataPrevalence.folded(name)
    return folded.hasPrefix("obsolete ") || folded.hasPrefix("non rare ")
  }

  private static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// What has been read of the disorder that is open.
private struct OpenDisorder {
  let line: Int
  var code: Int?
  var names: [(Language, String)] = []
  var group = ""
  var ages: [String] = []
  /// The texts of the open `Prevalence`, by element.
  var prevalence: [String: String] = [:]
  var prevalences: [OrphadataPrevalence] = []

  init(line: Int) { self.line = line }
}
