internal import CaviardCase
internal import CaviardTokenizing

/// The diagnoses of a folder of lists, by name: what Orphanet's entries are joined to.
struct KnownDiagnoses: Sendable {
  struct Row: Sendable {
    let id: String
    /// Its prevalence comes from a publication, or counts new cases: Orphanet's figure does not replace it.
    let keepsPrevalence: Bool
    /// A figure, which a class alone does not replace.
    let hasPoint: Bool
    let hasOnset: Bool
  }

  private let tokenizer = Tokenizer()
  private var byName: [[UInt64]: Row] = [:]
  private var byID: [String: Row] = [:]

  /// - Throws: `.unreadable`, `.malformed`.
  init(folder: String) throws(DictionaryError) {
    let file = "\(DictionaryList.diagnoses.rawValue)/terms.tsv"
    let list = try TermListParser(list: .diagnoses, file: file).parse(try FileReading.bytes(of: "\(folder)/\(file)"))
    for row in 0..<list.rowCount {
      let id = list.text("id", row)
      // A group's name is no disorder's.
      guard !id.isEmpty, !id.hasPrefix("group-"), !id.hasPrefix("system-") else { continue }
      let source = list.text("source", row)
      let isWeak = source == "general-knowledge" || id.hasPrefix("orpha-")
      let known = Row(
        id: id, keepsPrevalence: !isWeak || list.text("course", row) == "acute",
        hasPoint: list.number("point", row) != nil, hasOnset: list.number("onset.low", row) != nil)
      byID[id] = known
      for term in list.terms[row] where !term.isExact {
        let keys = tokenizer.keys(of: term.text)
        if byName[keys] == nil { byName[keys] = known }
      }
    }
  }

  func row(id: String) -> Row? { byID[id] }

  /// The row that has this name.
  func row(named name: String) -> Row? { byName[tokenizer.keys(of: name)] }
}

extension TermList {
  fileprivate func text(_ name: String, _ row: Int) -> String {
    guard case .texts(let texts)? = columns.first(where: { $0.name == name })?.values else { return "" }
    return texts[row]
  }

  fileprivate func number(_ name: String, _ row: Int) -> Double? {
    guard case .numbers(let numbers)? = columns.first(where: { $0.name == name })?.values else { return nil }
    return numbers[row].isNaN ? nil : numbers[row]
  }
}
