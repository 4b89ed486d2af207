import CaviardCase
import CaviardPipeline
import CaviardPolicies
import Testing

@Suite("which files are cases")
struct CaseSelectionTests {
  @Test("by their endings, save what accompanies them")
  func endings() {
    let selection = CaseSelection()
    #expect(selection.choice(for: "a/b.TXT") == .read(.text))
    #expect(selection.choice(for: "b.markdown") == .read(.markdown))
    #expect(selection.choice(for: "b.htm") == .read(.html))
    for name in ["README.md", "a/LICENSE", ".hidden.txt", "caviard.yml", "index.csv"] {
      #expect(selection.choice(for: name) == .passedOver, "\(name)")
    }
    for name in ["a.pdf", "b", "c.csv", "d.txt.gz"] { #expect(selection.choice(for: name) == .unsupported, "\(name)") }
    #expect(selection.choice(for: "a.docx") == (CaseSelection.hasContainers ? .read(.docx) : .unsupported))
    #expect(selection.choice(for: "a.EPUB") == (CaseSelection.hasContainers ? .read(.epub) : .unsupported))
  }

  @Test("by the configuration's patterns")
  func patterns() {
    let selection = CaseSelection(
      cases: [PathPattern("cases/**/*.note"), PathPattern("README.md")], ignore: [PathPattern("drafts/")])
    #expect(selection.choice(for: "cases/a/b.note") == .read(.text))
    #expect(selection.choice(for: "cases/b.note") == .read(.text))
    #expect(selection.choice(for: "README.md") == .read(.markdown))
    #expect(selection.choice(for: "other.txt") == .unsupported)
    #expect(selection.choice(for: "a/drafts/README.md") == .passedOver)
  }
}
