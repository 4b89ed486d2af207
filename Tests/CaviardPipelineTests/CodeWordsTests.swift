import CaviardCase
import CaviardPipeline
import CaviardTestSupport
import Testing

@Suite("words of code after @")
struct CodeWordsTests {
  private func scrubbed(_ head: String) throws -> String {
    let page =
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Knee</title>\(head)</head>"
      + "<body><p>A 60-year-old man with knee pain.</p></body></html>"
    let outcome = try TestPipeline.canada.get().scrub(
      CaseSource(name: "-", format: .xhtml, bytes: Array(page.utf8)))
    return String(decoding: try #require(outcome.output), as: UTF8.self)
  }

  @Test(
    "rules of style sheets and keys of linked data are no handles",
    arguments: [
      "<style>@import 'a.css'; @media print { p { color: red } } @font-face { src: local(serif) } @page { margin: 1em }</style>",
      "<script type=\"application/ld+json\">{\"@type\": \"Article\", \"@graph\": [{\"@id\": \"#a\"}]}</script>",
    ])
  func code(_ head: String) throws { #expect(try scrubbed(head).contains(head)) }

  @Test(
    "a handle in code goes",
    arguments: ["<style>p::after { content: \"@zyxquorvel\" }</style>", "<script>say(\"@zyxquorvel\")</script>"])
  func handle(_ head: String) throws { #expect(try !scrubbed(head).contains("zyxquorvel")) }
}
