internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardPipeline

/// A style sheet is read whole; it is refused, or its copy passes the gate and has no link left to where a file was.
struct StylesCheck: Sendable {
  private let keeping: Pipeline
  private let dropping: Pipeline
  private let links = CaseLinks([
    (from: "img/a b.png", to: "img/k1.png"), (from: "img/a,b.png", to: "img/k2.png"), (from: "x/a.css", to: "y/s1.css"),
    (from: "style/a.css", to: "style/s2.css"),
  ]).from("style/main.css")

  init(_ dictionary: CompiledDictionary) throws {
    var policy = Policy.canada
    policy.media = .placeholder
    dropping = try Pipeline(dictionary: dictionary, policy: policy)
    policy.media = .keep
    keeping = try Pipeline(dictionary: dictionary, policy: policy)
  }

  func check(_ bytes: [UInt8]) throws(FuzzFault) {
    try ReadingCheck.styleSheet.check(bytes)
    if let copy = Self.copy(bytes, keeping) {
      try FuzzFault.require(copy == bytes, "a style sheet is copied otherwise")
    }
    for pipeline in [keeping.following(links), dropping.following(links)] {
      guard let copy = Self.copy(bytes, pipeline) else { continue }
      try FuzzFault.require(Self.copy(copy, pipeline) == copy, "copying twice changes something, or leaves a link")
      try FuzzFault.require(Self.isPassed(copy, dropping), "a copy does not pass")
    }
  }

  private static func copy(_ bytes: [UInt8], _ pipeline: Pipeline) -> [UInt8]? {
    do throws(CaseFailure) { return try pipeline.copy(bytes, of: .styleSheet) } catch { return nil }
  }

  private static func isPassed(_ bytes: [UInt8], _ pipeline: Pipeline) -> Bool {
    do throws(CaseFailure) {
      try pipeline.judge(bytes, as: .styleSheet)
      return true
    } catch {
      return false
    }
  }
}
