import Foundation
import Testing

/// A teaching repository with a leak of every sort: in text, XHTML, HTML, Markdown, a file's name, a commit's message, an earlier
/// version and a branch that was never merged. Every leak has a word of its own that no list knows.
struct PlantedRepository {
  let repository: TeachingRepository

  /// What must be in no report, in lower case.
  static let words = [
    "zyxquorvel", "vexolandre", "quillendorf", "brimsathe", "delphine", "tremblay", "ostrawick", "pelmorande",
    "fenquist", "555-0143", "moosonee", "lighthouse",
  ]
  /// Cases that do not pass, as reports call them.
  static let present: Set = [
    "cases/text.txt", "cases/page.xhtml", "cases/page.html", "cases/note.md", "cases/rare.md",
    "cases/caviard-person-1.md",
  ]
  static let past: Set = ["cases/old.txt", "cases/draft.md"]

  static let leaks = [
    "cases/text.txt": "Mr. Zyxquorvel, a 60-year-old man, called 418-555-0143 about his chest pain.\n",
    "cases/page.xhtml": """
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Chest pain</title></head>
    <body><p>Mrs. <b>Vexol</b>andre, a 60-year-old woman, has chest pain.</p></body></html>

    """,
    "cases/page.html": "<!DOCTYPE html><p>A man with chest pain.<!-- told by Mr. Quillendorf --><br>He is well.\n",
    "cases/note.md":
      "# Chest pain\n\nA man with [chest pain](http://example.ca/patients/mr-brimsathe \"Mr. Brimsathe\").\n",
    "cases/rare.md": Stories.rare,
    "cases/delphine-tremblay.md": Stories.plain,
  ]

  /// The leaks lie in the working folder, on a branch of their own; the earlier ones are committed.
  init() throws {
    repository = try TeachingRepository([
      "cases/safe.txt": Stories.plain, "cases/old.txt": "Mr. Ostrawick, a 60-year-old man, has chest pain.\n",
    ])
    try repository.write(Stories.plain, to: "cases/old.txt")
    try repository.commit("Seen again\n\nMrs. Pelmorande called 418-555-0143.")
    try repository.git("checkout", "--quiet", "-b", "other")
    try repository.write("Mr. Fenquist, a 60-year-old man, has chest pain.\n", to: "cases/draft.md")
    try repository.commit("Draft")
    try repository.git("checkout", "--quiet", "main")
    try repository.git("checkout", "--quiet", "-b", "topic")
    for (name, text) in Self.leaks { try repository.write(text, to: name) }
  }

  /// What must not be there, of ``words``.
  static func told(_ texts: String...) -> [String] {
    let all = texts.joined().lowercased()
    return words.filter { all.contains($0) }
  }
}
