import Foundation
import Testing

/// Disks that fill up and processes that end: what is there is whole, and the same command again gives what an undisturbed
/// run would have given.
@Suite("full disks and killed processes")
struct InterruptionTests {
  private static let count = 120

  private func library(length: Int = 1) throws -> Folder {
    let folder = try Folder()
    for index in 0..<Self.count {
      let story = index % 3 == 0 ? Stories.named : index % 3 == 1 ? Stories.rare : Stories.plain
      try folder.write(
        Data(String(repeating: story, count: length + index % 7).utf8), to: "cases/\(index % 5)/\(1000 + index).txt")
    }
    return folder
  }

  /// Every file below a folder with its bytes.
  private func contents(_ folder: Folder, _ name: String) throws -> [String: String] {
    var contents: [String: String] = [:]
    for file in folder.files(under: name) { contents[file] = try folder.read("\(name)/\(file)") }
    return contents
  }

  @Test("killed at any moment, only whole files are there, and the next run gives what an undisturbed one gives")
  func killed() throws {
    let folder = try library()
    #expect(try Command.run(["scrub", "cases", "--output", "whole"], in: folder).status == 0)
    let whole = try contents(folder, "whole")
    #expect(whole.count == Self.count + 3)
    var random = SystemRandomNumberGenerator()
    var killed = 0
    for round in 0..<8 {
      let first = "out/0/1000.txt"
      if round % 2 == 0 { try? FileManager.default.removeItem(at: folder.url.appendingPathComponent("out")) }
      let result = try Command.run(["scrub", "cases", "--output", "out"], in: folder) { process in
        // Half of the rounds from the start, half from the first file on.
        while round % 4 < 2, process.isRunning, !folder.exists(first) { usleep(200) }
        usleep(.random(in: 0...200_000, using: &random))
        kill(process.processIdentifier, SIGKILL)
      }
      if result.status == 128 + SIGKILL { killed += 1 }
      for (name, text) in try contents(folder, "out") where !name.contains(".caviard") {
        #expect(whole[name] == text, "\(name)")
      }
      #expect(!(result.output + result.errors).contains(Stories.marker))
    }
    #expect(killed > 0)
    #expect(try Command.run(["scrub", "cases", "--output", "out"], in: folder).status == 0)
    #expect(try contents(folder, "out") == whole)
  }

  @Test("interrupted, it ends with status 130, with whole files and a manifest of what it did")
  func interrupted() throws {
    let folder = try library(length: 40)
    #expect(try Command.run(["scrub", "cases", "--output", "whole"], in: folder).status == 0)
    let result = try Command.run(["scrub", "cases", "--output", "out", "--jobs", "1"], in: folder) { process in
      while process.isRunning, !folder.exists("out/0/1000.txt") { usleep(200) }
      kill(process.processIdentifier, SIGINT)
    }
    #expect(result.status == 130)
    let whole = try contents(folder, "whole")
    let part = try contents(folder, "out")
    let cases = part.filter { !$0.key.hasPrefix(".caviard/") }
    #expect(!cases.isEmpty && cases.count < Self.count)
    #expect(cases.allSatisfy { whole[$0.key] == $0.value })
    #expect(part[".caviard/manifest.jsonl"]?.split(separator: "\n").count == cases.count)
    #expect(try Command.run(["scrub", "cases", "--output", "out"], in: folder).status == 0)
    #expect(try contents(folder, "out") == whole)
  }

  @Test(
    "a case for which there is no room is named, the others are written, and nothing is there half",
    .enabled(if: Command.sanitizer != "thread", "the thread sanitizer needs files of its own"))
  func noRoomForCase() throws {
    let folder = try Folder([
      "cases/a.txt": Stories.plain, "cases/b.txt": String(repeating: Stories.plain, count: 4000),
      "cases/c.txt": Stories.plain,
    ])
    // 64 KiB.
    let result = try Command.run(["scrub", "cases", "--output", "out"], under: "ulimit -f 128", in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("b.txt: the output cannot be written (File too large)"))
    #expect(
      folder.files(under: "out") == [
        ".caviard/library.json", ".caviard/manifest.jsonl", ".caviard/report.jsonl", "a.txt", "c.txt",
      ])
    #expect(try Command.run(["scrub", "cases", "--output", "out"], in: folder).status == 0)
    #expect(folder.exists("out/b.txt"))
  }

  @Test(
    "without room for the report the command says so; nothing of it is there",
    .enabled(if: Command.sanitizer != "thread", "the thread sanitizer needs files of its own"))
  func noRoomForReport() throws {
    let folder = try Folder([
      "cases/a.txt": Stories.plain, "cases/b.txt": Stories.named, "cases/c.txt": Stories.broken + "\0",
    ])
    // 512 bytes: less than a line of the report.
    let result = try Command.run(["scrub", "cases", "--output", "out"], under: "ulimit -f 1", in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains(".caviard: the output cannot be written (File too large)"))
    #expect(result.errors.contains("c.txt: byte"), "what fails after it is said too")
    #expect(folder.files(under: "out") == ["a.txt", "b.txt"])
  }

  @Test(
    "output that cannot be written is status 2",
    arguments: [["check"], ["gate"], ["stream"], ["check", "--format", "json"]])
  func fullDevice(arguments: [String]) throws {
    let folder = try Folder(["a.txt": Stories.named])
    let input = folder.scratch.appendingPathComponent("records")
    try Data("{\"text\": \"A man.\"}\n".utf8).write(to: input)
    let files = arguments[0] == "stream" ? "" : " a.txt"
    let result = try Command.run(
      ["-c", "exec \"$0\" \(arguments.joined(separator: " "))\(files) > /dev/full", Command.path], in: folder,
      inputFile: input, command: "/bin/sh")
    #expect(result.status == 2)
    #expect(!result.errors.contains(Stories.marker))
  }

  @Test("what a killed run left unfinished is taken away, and nothing else")
  func swept() throws {
    let folder = try Folder([
      "cases/a.txt": Stories.plain, "out/.caviard-Ab3xYz": "half", "out/sub/.caviard-000000": "half",
      "out/.caviard/.caviard-abcdef": "half", "out/.caviard-notes": "mine", "out/.other": "mine",
    ])
    #expect(try Command.run(["scrub", "cases", "--output", "out"], in: folder).status == 0)
    #expect(
      folder.files(under: "out").filter { !$0.hasSuffix("l") && !$0.hasSuffix("n") } == [
        ".caviard-notes", ".other", "a.txt",
      ])
  }
}
