internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardPipeline
internal import CaviardPolicies
internal import CaviardReporting

/// A policy file is refused with its mistakes, or it only tightens, and can be used.
struct PoliciesCheck {
  private static let path = "policy.yml"
  private static let story = Array("A 47-year-old nurse from Gimli saw Dr. Anne Example on 3 March 2021.\n".utf8)

  private let dictionary: CompiledDictionary

  init(_ dictionary: CompiledDictionary) { self.dictionary = dictionary }

  func check(_ bytes: [UInt8]) throws(FuzzFault) {
    try checkConfiguration(bytes)
    let catalogue = PolicyCatalogue { $0 == Self.path ? bytes : nil }
    let reading: PolicyReading
    do throws(PolicyError) {
      reading = try catalogue.read(Self.path)
    } catch {
      try tell(error)
      return try FuzzFault.require(Self.policy(in: catalogue) == nil, "a policy that cannot be read is used")
    }
    for mistake in reading.mistakes { try tell(mistake) }
    for language in Language.allCases {
      for warning in reading.warnings { _ = messagesIn(language).policyWarning(warning) }
    }
    let policy = Self.policy(in: catalogue)
    try FuzzFault.require((policy == nil) == !reading.mistakes.isEmpty, "a policy with mistakes is used")
    guard let policy else { return }
    try FuzzFault.require(
      policy.threshold <= Policy.canada.threshold && policy.sensitiveThreshold <= Policy.canada.sensitiveThreshold,
      "a policy loosens a threshold")
    let relaxes = policy.candidates > Policy.canada.candidates || policy.authorHidden || !policy.allow.isEmpty
    try FuzzFault.require(!relaxes || policy.reason?.isEmpty == false, "a policy relaxes without a reason")
    guard !policy.allow.isEmpty || !policy.deny.isEmpty || !policy.add.isEmpty else { return }
    guard let pipeline = try? Pipeline(dictionary: dictionary, policy: policy) else {
      throw FuzzFault("a policy without mistakes cannot be used")
    }
    _ = pipeline.scrub(CaseSource(name: "case", format: .text, bytes: Self.story, encoding: .utf8))
  }

  private func checkConfiguration(_ bytes: [UInt8]) throws(FuzzFault) {
    let mistakes = ConfigurationFile.mistakes(path: ConfigurationFile.fileName, bytes: bytes) { _ in }
    let file: ConfigurationFile?
    do throws(PolicyError) {
      file = try ConfigurationFile(path: ConfigurationFile.fileName, bytes: bytes)
    } catch {
      file = nil
      try tell(error)
    }
    for mistake in mistakes { try tell(mistake) }
    try FuzzFault.require((file == nil) == !mistakes.isEmpty, "a configuration with mistakes is used")
    for pattern in (file?.cases ?? []) + (file?.ignore ?? []) {
      _ = pattern.matches("cases/en/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab.txt")
    }
  }

  /// Errors have words in both languages, and places that count from 1.
  private func tell(_ error: PolicyError) throws(FuzzFault) {
    for language in Language.allCases { _ = messagesIn(language).policyError(error) }
    try FuzzFault.require((error.line ?? 1) > 0 && (error.column ?? 1) > 0, "a mistake's place is no place")
  }

  private static func policy(in catalogue: PolicyCatalogue) -> Policy? {
    do throws(PolicyError) { return try catalogue.policy(path) } catch { return nil }
  }
}
