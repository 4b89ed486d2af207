internal import CaviardCase
internal import CaviardTokenizing

/// Tells the child that a patient gives birth to from the patient: "delivered a healthy baby", « a donné naissance à un
/// nouveau-né ». The birth itself says how old the child is; as the patient's age the word would be false.
struct Births {
  let context: CaseContext

  /// Words between the birth and the child.
  private static let reach = 9
  /// Days from which an age in numbers is that of somebody who can give birth.
  private static let motherhood = 12 * 365

  private static let verbs = PersonVerbs.keySet(
    "delivered delivers delivering delivery deliveries birth births expecting expectant pregnant pregnancy accouché accouche "
      + "accoucha accouchement accoucher naissance grossesse enceinte extraction césarienne cesarean caesarean")
  private static let passives = PersonVerbs.keySet("was were est")
  private static let delivered = PersonVerbs.keySet("delivered born né née")
  private static let mothers = PersonVerbs.keySet("mother mothers mère women parturiente")
  private static let conjunctions = PersonVerbs.keySet("and et")
  private static let ordinals = PersonVerbs.keySet(
    "first second third fourth fifth last previous premier deuxième second troisième dernier")
  private static let owners = PersonVerbs.keySet("her their son ses leur leurs")

  /// The findings without the age words that name such a child; after one of them, in a case with a mother's age, every word for a
  /// newborn is that child's.
  func withoutChildren(_ findings: [Finding]) -> [Finding] {
    let findings = findings.filter { !($0.detector == "age.word" && isFixedTerm($0.span)) }
    let words = findings.filter { $0.detector == "age.word" && isYoung($0) }
    guard !words.isEmpty else { return findings }
    let hasMother = findings.contains { finding in
      guard finding.kind == .age, finding.subject.role == .patient, finding.detector != "age.word",
        case .age(let age) = finding.value
      else { return false }
      return (age.unit == .years ? age.lower * 365 : age.lower) >= Self.motherhood
    }
    let born = Set(
      words.filter { isBorn(at: $0.span) || hasMother && isDelivered(after: $0.span) }.map(\.span))
    guard !born.isEmpty else { return findings }
    return findings.filter { finding in
      guard finding.detector == "age.word", isYoung(finding) else { return true }
      return !(born.contains(finding.span) || hasMother)
    }
  }

  /// "baby aspirin", "newborn screen", "the senior resident", "retired to bed": no age is told.
  private func isFixedTerm(_ span: TextSpan) -> Bool {
    let tokens = context.tokens(in: span)
    guard let first = tokens.first, let last = tokens.last else { return false }
    let block = context.block(of: first).tokens
    if last + 1 < block.upperBound, [.space, .hyphen].contains(context.tokens[last + 1].gap),
      Self.heads.contains(context.tokens[last + 1].key)
        || Self.retired.contains(context.tokens[last].key) && Self.ways.contains(context.tokens[last + 1].key)
    {
      return true
    }
    guard first > block.lowerBound else { return false }
    let before = context.tokens[first - 1].key
    if Self.staff.contains(before) { return true }
    // « AAS pour bébé »
    return first - 1 > block.lowerBound && Self.fors.contains(before)
      && Self.aspirin.contains(context.tokens[first - 2].key)
  }

  private static let heads = PersonVerbs.keySet(
    "aspirin asa screen screening formula nursery seat life resident residents registrar physician physicians doctor nurse "
      + "author partner consultant fellow lecturer teeth tooth")
  private static let retired = PersonVerbs.keySet("retired")
  private static let ways = PersonVerbs.keySet("to by")
  private static let staff = PersonVerbs.keySet(
    "résident résidente médecin auteur auteure infirmière infirmier moniteur")
  private static let fors = PersonVerbs.keySet("pour")
  private static let aspirin = PersonVerbs.keySet("aas aspirine asa")

  /// A word for somebody under two, or for a child of any age.
  private func isYoung(_ finding: Finding) -> Bool {
    guard case .age(let age) = finding.value else { return false }
    return age.unit == .days ? age.lower == 0 : age.lower == 0 && age.upper <= 17
  }

  /// "A live baby was delivered."
  private func isDelivered(after span: TextSpan) -> Bool {
    guard let last = context.tokens(in: span).last else { return false }
    let end = context.block(of: last).tokens.upperBound
    guard last + 2 < end else { return false }
    return Self.passives.contains(context.tokens[last + 1].key)
      && Self.delivered.contains(context.tokens[last + 2].key)
  }

  private func isBorn(at span: TextSpan) -> Bool {
    guard let first = context.tokens(in: span).first else { return false }
    let block = context.block(of: first).tokens
    let previous = first - 1
    guard previous >= block.lowerBound else { return false }
    if previous > block.lowerBound {
      let (own, before) = (context.tokens[previous].key, context.tokens[previous - 1].key)
      // "her second child", "mother and baby"
      if Self.ordinals.contains(own), Self.owners.contains(before) { return true }
      if Self.conjunctions.contains(own), Self.mothers.contains(before) { return true }
      if Self.owners.contains(own), Self.conjunctions.contains(before) { return true }
    }
    var index = previous
    while index >= block.lowerBound, first - index <= Self.reach, !context.isSentenceStart[index + 1] {
      if Self.verbs.contains(context.tokens[index].key) { return true }
      index -= 1
    }
    return false
  }
}
