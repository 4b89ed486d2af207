internal import CaviardCase

/// One page that needs nothing else: no script, no request, well-formed as XML too.
///
/// The summary stands first, so that what is said of the cases is kept until the end. Words of a case are not in it, asked for or not.
struct PageReport: ReportForm {
  private let messages: any Messages
  private let words: PageText
  private let context: ReportContext
  private var rows: [String] = []
  private var articles: [String] = []
  private var links: [String] = []
  /// What copies came to; `nil` while nothing was written or kept back.
  private var copies: Copies?

  private struct Copies {
    var passed = 0
    var toReview = 0
    var blocked = 0
    var unread = 0
  }

  init(_ context: ReportContext) {
    self.context = context
    messages = messagesIn(context.options.messages)
    words = messages.page()
  }

  mutating func add(_ outcome: CaseOutcome) -> String {
    let number = rows.count + 1
    let article = CaseArticle(outcome, number: number, messages).html
    rows.append(row(outcome, number: number, hasArticle: article != nil))
    if let article { articles.append(article) }
    if context.judgesCopies { count(outcome) }
    return ""
  }

  mutating func add(_ library: LibraryReport) -> String? {
    links += library.links.map { messages.linked($0.first, $0.second) }
    return ""
  }

  mutating func end(_ run: ReportRun) -> String {
    let language = context.options.messages == .french ? "fr-CA" : "en-CA"
    return """
      <!DOCTYPE html>
      <html lang="\(language)" xml:lang="\(language)" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(PageStyle.digest)'; \
      base-uri 'none'; form-action 'none'" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <title>\(Markup.escape(words.title))</title>
      <style>\(PageStyle.css)</style>
      </head>
      <body>
      <a class="skip" href="#cases">\(Markup.escape(words.skip))</a>
      <header>
      <h1>\(Markup.escape(words.title))</h1>
      <p class="soft">\(Markup.escape(words.introduction))</p>
      </header>
      <main>
      <section aria-labelledby="summary">
      <h2 id="summary">\(Markup.escape(words.summary))</h2>
      \(summary(run))</section>
      \(linkSection)<section aria-labelledby="cases">
      <h2 id="cases" tabindex="-1">\(Markup.escape(words.findings))</h2>
      <p class="soft">\(Markup.escape(words.placeForm))</p>
      \(articles.joined())</section>
      </main>
      </body>
      </html>

      """
  }
}

extension PageReport {
  private mutating func count(_ outcome: CaseOutcome) {
    var counts = copies ?? Copies()
    if outcome.failure.map({ !$0.isJudgement }) == true {
      counts.unread += 1
    } else {
      switch outcome.lastVerdict {
      case .pass: counts.passed += 1
      case .review: counts.toReview += 1
      case .block: counts.blocked += 1
      }
    }
    copies = counts
  }

  private func summary(_ run: ReportRun) -> String {
    let tally = run.tally
    let shown =
      copies ?? Copies(passed: tally.passed, toReview: tally.toReview, blocked: tally.blocked, unread: tally.failed)
    let counts = [
      (shown.passed, words.pass, "pass"), (shown.toReview, words.review, "review"),
      (shown.blocked, words.block, "block"),
      (shown.unread, words.unreadable, "block"),
    ].map { "<li class=\"\($0.2)\"><strong>\($0.0)</strong> \(Markup.escape($0.1))</li>\n" }
    let complaints = run.complaints.map { "<p class=\"block\"><strong>\(Markup.escape($0))</strong></p>\n" }
    guard !rows.isEmpty else {
      return complaints.joined() + "<p><strong>\(Markup.escape(words.nothing))</strong></p>\n"
    }
    let heads = [
      (words.caseName, ""), (words.verdict, ""), (words.people, " class=\"number\""),
      (words.least, " class=\"number\""),
      (words.findings, " class=\"number\""),
    ].map { "<th scope=\"col\"\($0.1)>\(Markup.escape($0.0))</th>" }
    return """
      \(copies == nil ? "<p>\(Markup.escape(messages.scanned(tally)))</p>\n" : "")\
      <ul class="counts">
      \(counts.joined())</ul>
      \(complaints.joined())<div class="wide" role="region" aria-labelledby="case-list" tabindex="0">
      <table>
      <caption id="case-list">\(Markup.escape(words.cases))</caption>
      <thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>
      </div>

      """
  }

  private var linkSection: String {
    guard !links.isEmpty else { return "" }
    return """
      <section aria-labelledby="linked">
      <h2 id="linked">\(Markup.escape(words.linked))</h2>
      <ul>
      \(links.map { "<li>\(Markup.escape($0))</li>\n" }.joined())</ul>
      </section>

      """
  }

  private func row(_ outcome: CaseOutcome, number: Int, hasArticle: Bool) -> String {
    let name = Markup.escape(outcome.name)
    let head = hasArticle ? "<a href=\"#case-\(number)\">\(name)</a>" : name
    let risk = outcome.after?.risk ?? outcome.report?.risk
    let found = outcome.report?.findings.count { $0.decision.action != .keep }
    let cells = [risk.map { messages.number($0.k) }, risk.map { messages.number($0.kLow) }, found.map { String($0) }]
      .map { "<td class=\"number\">\($0.map(Markup.escape) ?? "–")</td>" }
    return "<tr><th scope=\"row\">\(head)</th><td>\(CaseArticle.badge(outcome, words))</td>\(cells.joined())</tr>\n"
  }
}
