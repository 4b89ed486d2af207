import CaviardCase
import CaviardPipeline
import CaviardTestSupport
import Testing

@testable import CaviardPipeline

@Suite("comments that allow")
struct AllowCommentTests {
  private func check(_ text: String, _ format: CaseFormat = .html) throws -> CaseReport {
    let outcome = try TestPipeline.canada.get().check(
      CaseSource(name: "a", format: format, bytes: Array(text.utf8)))
    return try #require(outcome.report, "\(String(describing: outcome.failure))")
  }

  private func kinds(_ text: String, _ format: CaseFormat = .html) throws -> [Kind] {
    try check(text, format).findings.map(\.decision.finding.kind)
  }

  @Test(
    "a comment is about the block it stands in, at its start, in it or at its end",
    arguments: [
      "<p><!-- caviard:allow place agreed --> Seen in Moosonee.</p>",
      "<p>Seen <!-- caviard:allow place agreed --> in Moosonee.</p>",
      "<p>Seen in Moosonee. <!-- caviard:allow place agreed --></p>",
      "<p>Seen <em>in Moosonee</em> <!-- x --> <!-- caviard:allow place agreed --></p>",
      "<table><tr><td>Seen in Moosonee<!-- caviard:allow place agreed --></td></tr></table>",
      "<!-- caviard:allow place agreed --><p>Seen in Moosonee.</p>",
      "<!-- caviard:allow age agreed --><!-- caviard:allow place agreed --><p title=\"x\">Seen in Moosonee.</p>",
    ])
  func own(text: String) throws {
    #expect(try !kinds(text).contains(.place))
    #expect(try check(text).allowances.map(\.count).reduce(0, +) == 1)
  }

  @Test(
    "and about no other",
    arguments: [
      "<p>Well. <!-- caviard:allow place agreed --></p><p>Seen in Moosonee.</p>",
      "<p>Seen in Moosonee.</p><!-- caviard:allow place agreed --><p>Well.</p>",
      "<!-- caviard:allow place agreed --><p>Well.</p><p>Seen in Moosonee.</p>",
      "<p>Seen in Moosonee.</p><!-- caviard:allow place agreed -->",
      "<!-- caviard:allow place agreed --><p title=\"Seen in Moosonee.\">Well.</p>",
    ])
  func others(text: String) throws {
    #expect(try kinds(text).contains(.place))
    #expect(try check(text).allowances.map(\.count) == [0])
  }

  @Test("in Markdown a comment at the end of a line is its paragraph's, one on a line of its own the next one's")
  func markdown() throws {
    let comment = "<!-- caviard:allow place agreed -->"
    #expect(try !kinds("Seen in Moosonee. \(comment)\n\nWell.\n", .markdown).contains(.place))
    #expect(try !kinds("Well.\n\(comment)\nSeen in Moosonee.\n", .markdown).contains(.place))
    #expect(try !kinds("- Seen in Moosonee. \(comment)\n- Well.\n", .markdown).contains(.place))
    #expect(try kinds("Seen in Moosonee.\n\n\(comment)\n\nWell.\n", .markdown).contains(.place))
    #expect(try kinds("Seen in Moosonee.\n\(comment)\nWell.\n", .markdown).contains(.place))
  }

  @Test("plain text has no comments")
  func plain() throws {
    #expect(try kinds("Seen in Moosonee. <!-- caviard:allow place agreed -->\n", .text).contains(.place))
  }

  @Test("another kind in the block still counts, and a date of birth is no date")
  func otherKinds() throws {
    #expect(try kinds("<p>Seen in Moosonee in March 2021. <!-- caviard:allow date agreed --></p>").contains(.place))
    let birth = "<p>Born on 3 March 1961. <!-- caviard:allow date agreed --></p>"
    #expect(try check(birth).reasons.contains(.directIdentifier))
  }

  @Test("a harmless word is allowed by itself; another one there fires, and the comment's own words do not")
  func words() throws {
    let page = { (name: String) in
      "<p>A Mr. \(name) was seen.</p><!-- caviard:allow person \"Zyxquorvel\" a brand of pump --><p>Mr. \(name) was seen.</p>"
    }
    let both = try check(page("Zyxquorvel"))
    #expect(both.allowances.map(\.count) == [1])
    #expect(both.findings.count { $0.decision.finding.identifierClass == .direct } == 1)
    let other = try check(page("Wqxthuvrel"))
    #expect(other.allowances.map(\.count) == [0])
    #expect(other.findings.count { $0.decision.finding.identifierClass == .direct } >= 2)
  }

  @Test("a comment that allows nothing hides nothing: its words stand for themselves")
  func hiding() throws {
    let text = "<p>Well.</p><!-- caviard:allow person \"Mr. Zyxquorvel\" agreed --><p>Fine.</p>"
    #expect(try check(text).verdict != .pass)
    let half =
      "<p>A Mr. Zyxquorvel was seen.</p><p>Zyxquorvel. <!-- caviard:allow person \"Zyxquorvel\" \"Mr. Wqxthuvrel\" agreed --></p>"
    let whole = half.replacing(" \"Mr. Wqxthuvrel\"", with: "")
    #expect(try check(half).findings.count > check(whole).findings.count)
  }

  @Test("a reason that names somebody counts, and is not shown")
  func reason() throws {
    let report = try check("<p>Seen in Moosonee. <!-- caviard:allow place Dr. Zyxquorvel agreed --></p>")
    #expect(report.reasons.contains(.directIdentifier))
    #expect(report.allowances.map(\.reason) == [nil])
    #expect(
      try check("<p>Seen in Moosonee. <!-- caviard:allow place  the clinic\n agreed --></p>").allowances.map(\.reason)
        == ["the clinic agreed"])
  }

  @Test(
    "what scrub writes holds no such comment, also where taking one out makes another",
    arguments: [
      "<p>Seen in Moosonee. <!-- caviard:allow place agreed --></p>",
      "<p>Seen <!-- caviard:alow --> in Moosonee.</p>",
      "<p>x <!<!-- caviard:allow place a -->-- caviard:allow place b --></p>",
      "<p>Seen in <!-- Caviard:Allow --><b>Moosonee</b></p>",
    ], [CaseFormat.html, .markdown])
  func scrubbed(text: String, format: CaseFormat) throws {
    let outcome = try TestPipeline.canada.get().scrub(
      CaseSource(name: "a", format: format, bytes: Array(text.utf8)))
    let written = String(decoding: try #require(outcome.output), as: UTF8.self)
    #expect(!written.lowercased().contains("<!-- caviard:al"))
  }

  @Test("thousands of comments and findings take no time beyond their number, in one block and in many")
  func many() throws {
    let line = "Seen in Moosonee. <!-- caviard:allow place \"Moosonee\" agreed -->"
    let count = 1500
    let clock = ContinuousClock()
    let start = clock.now
    let one = try check("<p>" + String(repeating: line + " ", count: count) + "</p>")
    let many = try check(String(repeating: "<p>\(line)</p>", count: count))
    #expect(clock.now - start < .seconds(30))
    #expect(one.allowances.count == count && many.allowances.map(\.count) == Array(repeating: 1, count: count))
    // The first of several that say the same in one block is the one that is needed.
    #expect(one.allowances.first?.count == count && many.findings.isEmpty)
  }

  @Test("random comments never trap, and only those addressed to us are refused")
  func generated() throws {
    var dice = SeededGenerator(seed: 3)
    let pieces = [
      "caviard:allow", "caviard:", " ", "place", "person", "\"", "“", "”", "« ", "»", "é", "x", "\n", "-", "Foley",
    ]
    for _ in 0..<500 {
      let comment = (0..<6).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
      do throws(AllowComment.Fault) {
        if let parsed = try AllowComment.parse(comment) {
          #expect(parsed.headLength <= comment.utf8.count && !parsed.reason.isEmpty)
          #expect(parsed.kind.identifierClass == .quasi || !parsed.words.isEmpty)
        }
      } catch {
        #expect(AllowComment.isOurs(comment))
      }
    }
  }
}
