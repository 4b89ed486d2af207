internal import CaviardCase
internal import CaviardDictionaries

/// What weighs on a case without being a span to redact: quotations of the patient, sensitive topics, contradictions.
struct ObservationDetector {
  private static let firstPerson = PersonVerbs.keySet("i me my myself mine je j me moi mon ma mes m nous on we our us")

  /// Rules that state the patient's present age in full.
  private static let ageRules: Set<String> = [
    "age.now-english", "age.now-french", "age.person-english", "age.person-french",
  ]

  /// Fewest words of a quotation that could be found again by searching for it.
  private static let quotationWords = 4

  func detect(in context: CaseContext, clauses: Clauses, findings: [Finding]) -> [Observation] {
    quotations(in: context) + sensitiveTopics(in: context, clauses) + contradictions(findings)
  }

  private func quotations(in context: CaseContext) -> [Observation] {
    var found: [Observation] = []
    for block in context.blocks {
      var open: (mark: TextSpan, closes: [UInt8], token: Int)?
      for index in block.tokens {
        let gap = context.gapBytes(before: index)
        let lead = index == block.tokens.lowerBound ? leading(index, context) : gap
        for mark in marks(in: lead, context.bytes) {
          if let opened = open, mark.text == opened.closes {
            if isPatientSpeech(opened.token..<index, context) {
              found.append(.patientQuotation(open: opened.mark, close: mark.span))
            }
            open = nil
          } else if let closes = Self.closing[mark.text] {
            open = (mark.span, closes, index)
          }
        }
      }
      if let opened = open, let last = block.tokens.last {
        let end = block.text.upper
        let tail = Int(context.tokens[last].upper)..<max(Int(context.tokens[last].upper), end)
        if let mark = marks(in: tail, context.bytes).first(where: { $0.text == opened.closes }),
          isPatientSpeech(opened.token..<(last + 1), context)
        {
          found.append(.patientQuotation(open: opened.mark, close: mark.span))
        }
      }
    }
    return found
  }

  private func leading(_ index: Int, _ context: CaseContext) -> Range<Int> {
    let lower = context.textSpan(of: index).lower
    return min(lower, Int(context.tokens[index].lower))..<Int(context.tokens[index].lower)
  }

  private static let closing: [[UInt8]: [UInt8]] = [
    Array("\"".utf8): Array("\"".utf8), Array("“".utf8): Array("”".utf8), Array("«".utf8): Array("»".utf8),
  ]

  private func marks(in range: Range<Int>, _ bytes: FlatArray<UInt8>) -> [(text: [UInt8], span: TextSpan)] {
    var marks: [(text: [UInt8], span: TextSpan)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let length: Int
      switch bytes[index] {
      case 0x22: length = 1
      case 0xC2 where index + 1 < range.upperBound && [0xAB, 0xBB].contains(bytes[index + 1]): length = 2
      case 0xE2
      where index + 2 < range.upperBound && bytes[index + 1] == 0x80 && [0x9C, 0x9D].contains(bytes[index + 2]):
        length = 3
      default:
        index += 1
        continue
      }
      marks.append((Array(bytes[index..<index + length]), TextSpan(index, index + length)))
      index += length
    }
    return marks
  }

  private func isPatientSpeech(_ tokens: Range<Int>, _ context: CaseContext) -> Bool {
    tokens.count >= Self.quotationWords && tokens.contains { Self.firstPerson.contains(context.tokens[$0].key) }
  }

  private func sensitiveTopics(in context: CaseContext, _ clauses: Clauses) -> [Observation] {
    let table = context.tables.table(.sensitiveTopics)
    guard let column = table.column("topic") else { return [] }
    var topics: Set<String> = []
    for match in context.lexed.matches where match.sense.list == .sensitiveTopics {
      let topic = table.text(column, match.sense.row)
      if !topics.contains(topic), !clauses.isNegated(match.tokens.lowerBound) { topics.insert(topic) }
    }
    return topics.sorted().map(Observation.sensitiveTopic)
  }

  /// Two exact present ages of the patient that exclude each other.
  private func contradictions(_ findings: [Finding]) -> [Observation] {
    let ages = findings.compactMap { finding -> ClosedRange<Int>? in
      guard finding.kind == .age, finding.role == .now, finding.subject.role == .patient,
        Self.ageRules.contains(finding.detector),
        case .age(let age) = finding.value
      else { return nil }
      return age.inYears
    }
    guard let first = ages.first, ages.contains(where: { !$0.overlaps(first) }) else { return [] }
    return [.contradiction(.age)]
  }
}
