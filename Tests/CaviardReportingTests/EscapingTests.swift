import CaviardReporting
import Testing

@Suite("hostile names in reports")
struct EscapingTests {
  @Test(
    "XML and HTML hold any name",
    arguments: [
      ("a<b>&\"c\"'d'", "a&lt;b&gt;&amp;&quot;c&quot;&#39;d&#39;"), ("]]>", "]]&gt;"),
      ("a\nb\r\n\tc", "a&#10;b&#13;&#10;&#9;c"),
      ("\u{0}\u{1B}[31m\u{7F}", "\u{FFFD}\u{FFFD}[31m\u{FFFD}"), ("\u{FFFE}\u{1FFFF}", "\u{FFFD}\u{FFFD}"),
      ("\u{202E}txt.exe", "\u{FFFD}txt.exe"), ("東京 😀 e\u{301}", "東京 😀 e\u{301}"), ("<\u{338}", "&lt;\u{338}"),
    ])
  func markup(text: String, escaped: String) {
    #expect(Array(Markup.escape(text).unicodeScalars) == Array(escaped.unicodeScalars))
  }

  @Test(
    "a spreadsheet takes no name for a formula, and parts no name",
    arguments: [
      ("a.txt", "a.txt"), ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"),
      ("=\u{301}x", "'=\u{301}x"), ("＝x", "'＝x"), ("\tx", "\"'\tx\""), ("a,b", "\"a,b\""), ("a;=b", "\"a;=b\""),
      ("a\"b", "\"a\"\"b\""), ("\"=x", "\"\"\"=x\""), ("a\r\n=b", "\"a\r\n=b\""), ("a,\u{301}b", "\"a,\u{301}b\""),
    ])
  func cells(text: String, field: String) {
    #expect(Array(CSVReport.field(text).unicodeScalars) == Array(field.unicodeScalars))
  }

  @Test(
    "paths start at the repository's root and are percent-encoded",
    arguments: [
      ("a.txt", "sub/dir/a.txt"), ("./a.txt", "sub/dir/a.txt"), ("../a b.txt", "sub/a%20b.txt"), ("../../x", "x"),
      ("../../../x", "../../../x"), ("/repo/cases/é#1?.md", "cases/%C3%A9%231%3F.md"),
      ("/else/a.txt", "file:///else/a.txt"),
      ("-", "stdin"), ("c:d/%41", "sub/dir/c%3Ad/%2541"), ("/repository/a", "file:///repository/a"),
      ("\n\u{7}", "sub/dir/%0A%07"),
    ])
  func uris(name: String, uri: String) {
    #expect(RepositoryPaths(root: "/repo", prefix: "sub/dir").uri(name) == uri)
  }
}
