import CaviardPolicies
import Testing

@Suite("patterns of paths")
struct PathPatternTests {
  @Test(
    "stars stay within a folder, double stars cross, names match anywhere",
    arguments: [
      ("*.txt", "a.txt", true), ("*.txt", "a/b.txt", true), ("*.txt", "a.txt.gz", false), ("/*.txt", "a/b.txt", false),
      ("a/*.txt", "a/b.txt", true), ("a/*.txt", "a/b/c.txt", false), ("a/**/*.txt", "a/b/c.txt", true),
      ("a/**/*.txt", "a/c.txt", true), ("**/x", "x", true), ("a/b", "a/b/c/d", true), ("drafts/", "x/drafts/y", true),
      ("?.md", "é.md", true), ("?.md", "ab.md", false), ("", "a", false),
    ])
  func matches(pattern: String, path: String, isMatch: Bool) {
    #expect(PathPattern(pattern).matches(path) == isMatch)
  }

  @Test("no pattern takes long", .timeLimit(.minutes(1)))
  func hostile() {
    let pattern = PathPattern(String(repeating: "*a", count: 50) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 2000)))
  }
}
