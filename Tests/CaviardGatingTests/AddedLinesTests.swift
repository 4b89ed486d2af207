import Testing

@testable import CaviardGating

@Suite("lines that are new")
struct AddedLinesTests {
  @Test(
    "a line is new unless the earlier text has it as often",
    arguments: [
      ("a\nb\n", "a\nx\nb\n", [2]), ("a\nb", "a\nb", []), ("a\n", "a\na\n", [2]), ("a\nb\n", "b\na\n", []),
      ("", "a\nb", [1, 2]), ("a\r\nb\rc", "a\r\nx\rc", [2]), ("a", "a\n", [1]),
    ])
  func lines(_ old: String, _ new: String, _ expected: [Int]) {
    let added = AddedLines(Array(new.utf8), since: Array(old.utf8))
    #expect((1...5).filter { added.touches($0...$0) } == expected)
  }

  @Test("a text without an earlier one is new")
  func whole() {
    #expect(AddedLines(Array("a".utf8), since: nil).touches(1...1))
  }

  @Test("a range is touched where one of its lines is")
  func range() {
    let added = AddedLines(Array("a\nb\nx\n".utf8), since: Array("a\nb\n".utf8))
    #expect(added.touches(2...3))
    #expect(!added.touches(1...2))
  }
}
