import Foundation
import Testing

@Suite("reports of a run")
struct ReportTests {
  private static let formats = ["text", "json", "jsonl", "csv", "html", "sarif", "junit", "gitlab", "github"]

  private func repository() throws -> Folder {
    try TeachingRepository([
      "lib/cases/a.txt": Stories.plain, "lib/cases/b.txt": Stories.named, "lib/cases/c.md": Stories.rare,
      "lib/cases/d.xhtml": Stories.broken, "lib/cases/Jean Tremblay.txt": Stories.plain,
    ]).folder
  }

  @Test("one run writes several reports, each whole, and standard output stays as asked for")
  func several() throws {
    let folder = try repository()
    let result = try Command.run(
      [
        "gate", "lib/cases", "--report", ".caviard/c.sarif", "--report", "junit=.caviard/j", "--report",
        ".caviard/p.html",
        "--report", "gitlab=.caviard/g.json", "--report", ".caviard/t.csv", "--report", ".caviard/o.jsonl",
      ], in: folder)
    #expect(result.status == 2)
    #expect(result.output.contains("5 files scanned"))
    #expect(folder.files(under: ".caviard") == ["c.sarif", "g.json", "j", "o.jsonl", "p.html", "t.csv"])
    for name in ["c.sarif", "g.json"] {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(folder.read(".caviard/\(name)").utf8)) }
    }
    #expect(try folder.read(".caviard/j").hasSuffix("</testsuites>\n"))
    #expect(try folder.read(".caviard/p.html").hasSuffix("</html>\n"))
    let alone = try Command.run(["gate", "lib/cases", "--format", "sarif"], in: folder)
    #expect(try alone.output == folder.read(".caviard/c.sarif"))
    // What is written there is no case of the next run.
    #expect(try Command.run(["gate"], in: folder).output.contains("5 files scanned"))
  }

  @Test("the commands of the README, run twice in the repository's root")
  func readme() throws {
    let folder = try repository()
    let page = ["GITHUB_STEP_SUMMARY": folder.scratch.appendingPathComponent("page.md").path]
    for _ in 0..<2 {
      for arguments in [
        ["gate", "--format", "github", "--report", ".caviard/caviard.sarif"],
        ["gate", "--report", "gitlab=gl-code-quality-report.json", "--report", "junit.xml"],
        ["gate", "--exit-zero", "--report", ".caviard/report.html"],
        ["scrub", "lib/cases", "--output", "shared", "--report", "shared/.caviard/report.html"],
      ] {
        #expect(try Command.run(arguments, in: folder, environment: page).status == 2, "\(arguments)")
      }
      for file in folder.files(under: "shared") where !file.hasPrefix(".") {
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent("shared/\(file)"))
      }
    }
    #expect(
      folder.exists(".caviard/caviard.sarif") && folder.exists("junit.xml") && folder.exists(".caviard/report.html"))
    // A page among the cases would be a case of the next run.
    let beside = ["gate", "lib/cases", "--report", "lib/cases/report.html"]
    #expect(try Command.run(beside, in: folder).status == 2)
    #expect(try Command.run(beside, in: folder).status == 64)
  }

  @Test("paths start at the repository's root, in a folder below it and for absolute inputs too")
  func paths() throws {
    let folder = try repository()
    let absolute = folder.url.appendingPathComponent("lib/cases").path
    let inside = ["-c", "cd lib && exec \"$0\" \"$@\"", Command.path, "gate"]
    for arguments in [["cases"], ["./cases"], ["../lib/cases"], [absolute]] {
      let result = try Command.run(inside + arguments + ["--format", "gitlab"], in: folder, command: "/bin/sh")
      #expect(result.output.contains("\"path\": \"lib/cases/c.md\""), "\(arguments)")
      #expect(result.output.contains("\"path\": \"lib/cases/caviard-person-1.txt\""))
    }
  }

  @Test("--exit-zero reports only: what could not be read and a wrong command line still fail")
  func exitZero() throws {
    let folder = try repository()
    #expect(try Command.run(["gate", "lib/cases/c.md", "--exit-zero"], in: folder).status == 0)
    #expect(try Command.run(["gate", "lib/cases", "--exit-zero"], in: folder).status == 2)
    #expect(try Command.run(["gate", "none.txt", "--exit-zero"], in: folder).status == 2)
    #expect(try Command.run(["gate", "--exit-zero", "--nonsense"], in: folder).status == 64)
  }

  @Test("a report never takes the place of a case, a folder or another report, and its form must be told")
  func refused() throws {
    let folder = try repository()
    for report in [
      "lib/cases/a.txt", "text=lib/cases/../cases/a.txt", "sarif=lib", "x.unknown", "sarif=", "sarif=lib/cases/a.txt/x",
    ] {
      let result = try Command.run(["gate", "lib/cases", "--report", report], in: folder)
      #expect(result.status == 64, "\(report)")
      #expect(result.output.isEmpty && !result.errors.isEmpty)
    }
    #expect(try Command.run(["gate", "lib", "--report", "x.csv", "--report", "text=x.csv"], in: folder).status == 64)
    #expect(try folder.read("lib/cases/a.txt") == Stories.plain)
    #expect(!folder.exists("x.csv"))
    let full = try Command.run(["gate", "lib/cases/c.md", "--report", "f.html"], under: "ulimit -f 1", in: folder)
    #expect(full.status == 2 || full.status > 128)
    #expect(!folder.exists("f.html"))
  }

  @Test("--show-text is refused where CI is set, in every form", arguments: formats + ["brat"])
  func showText(format: String) throws {
    let folder = try repository()
    let arguments = ["check", "lib/cases/b.txt", "--show-text", "--format", format]
    let refused = try Command.run(arguments, in: folder, environment: ["CI": "true"])
    #expect(refused.status == 64 && refused.output.isEmpty)
    #expect(try Command.run(arguments + ["--force"], in: folder, environment: ["CI": "true"]).status == 1)
    #expect(try Command.run(["gate", "lib/cases/b.txt", "--show-text", "--format", format], in: folder).status == 64)
    if !["text", "json", "jsonl", "brat"].contains(format) {
      #expect(try !Command.run(arguments, in: folder).output.contains(Stories.marker))
    }
  }

  @Test("brat's standoff is for one file whose words are asked for, and evaluate reads it back")
  func brat() throws {
    let text = "\u{FEFF}😀 Mr. Jean\r\nTremblay, 47 years old, of Moosonee.\r\n"
    let folder = try Folder(["gold/a.txt": text, "b.txt": Stories.plain])
    #expect(try Command.run(["check", "gold/a.txt", "--format", "brat"], in: folder).status == 64)
    #expect(
      try Command.run(["check", "gold/a.txt", "b.txt", "--show-text", "--format", "brat"], in: folder).status == 64)
    #expect(
      try Command.run(["scrub", "gold", "--output", "out", "--show-text", "--format", "brat"], in: folder).status == 64)
    let result = try Command.run(["check", "gold/a.txt", "--show-text", "--report", "gold/a.ann"], in: folder)
    #expect(result.status == 1)
    let ann = try folder.read("gold/a.ann")
    #expect(ann.contains("\tMr. Jean Tremblay\n") || ann.contains("\tJean Tremblay\n"), "\(ann)")
    let evaluated = try Command.run(["evaluate", "--gold", "gold", "--format", "json"], in: folder)
    #expect(evaluated.status == 0, "\(evaluated.errors)")
    for figure in ["characterRecall", "entityFull", "precision"] {
      #expect(try evaluated.object[figure] as? Int == 1, "\(figure)")
    }
    #expect(try evaluated.object["entities"] as? Int == 3)
  }

  @Test("scrub reports on its copies; forms that point into the files as read are refused")
  func scrub() throws {
    let folder = try repository()
    for format in ["sarif", "gitlab", "github"] {
      #expect(try Command.run(["scrub", "lib", "--output", "out", "--format", format], in: folder).status == 64)
    }
    #expect(!folder.exists("out"))
    let result = try Command.run(
      ["scrub", "lib", "--output", "out", "--report", "out/.caviard/p.html", "--report", "junit=out/.caviard/j.xml"],
      in: folder)
    #expect(result.status == 2)
    #expect(try folder.read("out/.caviard/j.xml").contains("errors=\"1\""))
    let page = try folder.read("out/.caviard/p.html")
    #expect(
      page.contains("After ") && page.contains("<strong>4</strong> Pass")
        && page.contains("<strong>1</strong> Unreadable"))
  }

  @Test("the summary of a workflow step is added to the file that GitHub names")
  func stepSummary() throws {
    let folder = try repository()
    try folder.write(Data("before\n".utf8), to: "page.md")
    let page = folder.url.appendingPathComponent("page.md").path
    let environment = ["GITHUB_STEP_SUMMARY": page]
    #expect(try Command.run(["gate", "lib/cases"], in: folder, environment: environment).status == 2)
    #expect(try folder.read("page.md") == "before\n")
    let result = try Command.run(["gate", "lib/cases", "--format", "github"], in: folder, environment: environment)
    #expect(result.output.split(separator: "\n").allSatisfy { $0.hasPrefix("::") })
    #expect(try folder.read("page.md").hasPrefix("before\n### Caviard\n\n| Case |"))
    #expect(try !folder.read("page.md").contains(Stories.marker))
  }

  @Test("a report takes the place of no file that git tracks, and of none of git's own")
  func trackedFiles() throws {
    let repository = try TeachingRepository(["a.txt": Stories.plain, "caviard.yml": "policy: canada\n"])
    for path in ["a.txt", "caviard.yml", ".git/HEAD"] {
      let before = try repository.folder.read(path)
      #expect(try repository.gate("--staged", "--report", "sarif=\(path)").status == 64, "\(path)")
      #expect(try repository.folder.read(path) == before)
    }
    #expect(try repository.gate("--staged", "--report", "sarif=own.sarif").status == 0)
    #expect(try repository.gate("--staged", "--report", "sarif=own.sarif").status == 0)
  }

  @Test("the page allows its own style and nothing else")
  func page() throws {
    let folder = try repository()
    for language in ["en", "fr"] {
      let html = try Command.run(["gate", "lib/cases", "--format", "html", "--messages", language], in: folder).output
      let style = try #require(html.firstMatch(of: /<style>((?:.|\n)*)<\/style>/)).1
      try folder.write(Data(style.utf8), to: "style")
      let sum = try Command.run(["style"], in: folder, command: "/usr/bin/sha256sum").output.prefix(64)
      let digest = try #require(html.firstMatch(of: /style-src 'sha256-([^']+)'/)).1
      let bytes = try #require(Data(base64Encoded: String(digest)))
      #expect(bytes.map { String(format: "%02x", $0) }.joined() == sum)
      #expect(html.contains("default-src 'none'") && html.contains("<html lang=\"\(language)-CA\""))
      let text = html.replacing("http://www.w3.org/1999/xhtml", with: "")
      for reference in ["<script", "http://", "https://", "url(", "@import", " src=", " style="] {
        #expect(!text.contains(reference), "\(reference)")
      }
    }
  }

  private static let schema = ProcessInfo.processInfo.environment["CAVIARD_SARIF_SCHEMA"]

  @Test(
    "SARIF is valid by the published schema",
    .enabled(if: schema != nil, "CAVIARD_SARIF_SCHEMA names no schema: not validated"), arguments: ["en", "fr"])
  func validSARIF(language: String) throws {
    let folder = try repository()
    #expect(
      try Command.run(
        ["gate", "lib/cases", "none.txt", "--report", "c.sarif", "--messages", language], in: folder
      ).status == 2)
    try folder.write(Data(Self.validation.utf8), to: "validate.py")
    let result = try Command.run(
      ["python3", "validate.py", Self.schema ?? "", "c.sarif"], in: folder,
      environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""], command: "/usr/bin/env")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "valid\n")
  }

  private static let validation = """
    import json, sys
    from jsonschema import validators
    schema, log = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
    kind = validators.validator_for(schema)
    kind.check_schema(schema)
    faults = [f"{e.json_path}: {e.message}" for e in kind(schema).iter_errors(log)]
    assert log["runs"][0]["results"] and not list(kind(schema).iter_errors({"version": "2.1.0"})) == []
    sys.exit("\\n".join(faults)) if faults else print("valid")
    """
}
