extension EnglishMessages {
  package func headed(_ title: String, _ words: String) -> String { "\(title): \(words)" }

  package func page() -> PageText {
    PageText(
      title: "Caviard: report",
      introduction:
        "What could tell who a patient is, and what to write instead. No words of the cases are shown. Caviard helps to find "
        + "identifiers; it does not certify anonymity. A person must read what is shared, and the patient's consent is still "
        + "needed.",
      summary: "Summary", cases: "Cases", caseName: "Case", verdict: "Verdict", people: "K: people who fit",
      least: "at least (lower bound)", findings: "To change", kind: "What", places: "Where", instead: "What to do",
      why: "Why", linked: "Perhaps one patient told twice", skip: "Go to the cases", back: "Back to the summary",
      pass: "Pass", review: "Review", block: "Block", unreadable: "Unreadable",
      nothing: "No file was scanned.", placeForm: "Places are line:column in the file, columns in characters.")
  }

  package func overflow(_ errors: Int, _ warnings: Int) -> String {
    "\(count(errors, "more error", "more errors")) and \(count(warnings, "more warning", "more warnings")) not shown here; "
      + "the summary of this step, or another format, has all cases."
  }

  package func leftOut(_ issues: Int, limit: Int) -> String {
    "\(count(issues, "issue", "issues")) left out of the report, the least severe of all: a report holds \(number(Double(limit)))."
  }

  package func tableColumns() -> [String] { ["Case", "Verdict", "K", "K_low", "To change", "Why"] }

  package func moreCases(_ count: Int) -> String {
    "\(self.count(count, "more case does", "more cases do")) not pass and \(count == 1 ? "is" : "are") not listed."
  }
}
