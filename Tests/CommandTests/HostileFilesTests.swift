import Foundation
import Testing

/// Files and systems that do what nobody expects. Each test: the failure has its line with file and place, status 2, the
/// other files are written, nothing is written half, and nothing is told.
@Suite("hostile files")
struct HostileFilesTests {
  private func expectOnly(_ names: [String], written folder: Folder, _ result: Command.Result) throws {
    #expect(result.status == 2, "\(result.errors)")
    #expect(folder.files(under: "out").filter { !$0.hasPrefix(".caviard/") } == names.sorted())
    var said = result.output + result.errors
    for name in folder.files(under: "out") { said += try folder.read("out/\(name)") }
    #expect(!said.contains(Stories.marker))
  }

  @Test("what is no text, whatever it is called, is refused with the byte it shows at")
  func disguised() throws {
    let folder = try Folder(["cases/plain.txt": Stories.plain])
    let starts: [(String, [UInt8])] = [
      ("pdf.txt", Array("%PDF-1.4\n".utf8)), ("rtf.md", Array("{\\rtf1\\ansi ".utf8)), ("ps.html", Array("%!PS ".utf8)),
      ("png.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), ("jpeg.xhtml", [0xFF, 0xD8, 0xFF, 0xE0]),
      ("gif.txt", Array("GIF89a".utf8)), ("zip.md", [0x50, 0x4B, 0x03, 0x04]), ("gz.txt", [0x1F, 0x8B, 0x08]),
      ("word.txt", [0xD0, 0xCF, 0x11, 0xE0]), ("sheet.css", Array(" \n%PDF-1.4\n".utf8)),
    ]
    for (name, start) in starts { try folder.write(Data(start + Array(Stories.named.utf8)), to: "cases/\(name)") }
    for encoding in [[], ["--encoding", "windows-1252"]] {
      let result = try Command.run(["scrub", "cases", "--output", "out"] + encoding, in: folder)
      try expectOnly(["plain.txt"], written: folder, result)
      for (name, _) in starts { #expect(result.errors.contains("\(name): byte 0: this kind of file"), "\(name)") }
    }
  }

  @Test("loops, pipes, devices, broken links and what cannot be read are named; linked folders are not entered")
  func links() throws {
    let folder = try Folder([
      "cases/plain.txt": Stories.plain, "cases/sub/deep.txt": Stories.plain, "away/b.txt": Stories.named,
    ])
    let links = [
      "loop.txt": "loop.txt", "self": ".", "sub/up": "..", "broken.txt": "gone.txt", "zero.txt": "/dev/zero",
      "memory.txt": "/proc/self/mem", "away": "../away", "long.txt": String(repeating: "x/", count: 1000),
    ]
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appendingPathComponent("cases/\(name)").path, withDestinationPath: target)
    }
    #expect(mkfifo(folder.url.appendingPathComponent("cases/pipe.txt").path, 0o600) == 0)
    let result = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
    try expectOnly(["plain.txt", "sub/deep.txt"], written: folder, result)
    for name in Array(links.keys) + ["pipe.txt"] {
      #expect(result.errors.contains("\(name): the file cannot"), "\(name)")
    }
    #expect(result.errors.contains("memory.txt: the file cannot be read (Input/output error)"))
    for reason in ["loop.txt: the file cannot be read (a link that", "self: the file cannot be read (a linked folder"] {
      #expect(result.errors.contains(reason))
    }
    for command in ["check", "gate"] {
      let result = try Command.run([command, "cases"], in: folder)
      #expect(result.status == 2)
      #expect(result.errors.contains("loop.txt: the file cannot be read"), "\(command): \(result.errors)")
    }
  }

  @Test("files and folders without permission are named", .enabled(if: geteuid() != 0, "root may read everything"))
  func forbidden() throws {
    let folder = try Folder([
      "cases/plain.txt": Stories.plain, "cases/a.txt": Stories.named, "cases/sub/b.txt": Stories.named,
    ])
    for name in ["cases/a.txt", "cases/sub"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: folder.url.appendingPathComponent(name).path)
    }
    let result = try Command.run(["scrub", "cases", "--output", "out"], in: folder)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: folder.url.appendingPathComponent("cases/sub").path)
    try expectOnly(["plain.txt"], written: folder, result)
    #expect(result.errors.contains("a.txt: the file cannot be read (Permission denied)"))
    #expect(result.errors.contains("sub: the file cannot be read"))
  }

  @Test("a file that vanishes while others are read has its row")
  func vanishing() throws {
    let folder = try Folder()
    let names = (100..<260).map { "c\($0).txt" }
    for name in names { try folder.write(Data(String(repeating: Stories.named, count: 20).utf8), to: "cases/\(name)") }
    let gone = names.suffix(20)
    let result = try Command.run(["scrub", "cases", "--output", "out", "--jobs", "1"], in: folder) { process in
      while process.isRunning, !folder.exists("out/\(names[0])") { usleep(500) }
      for name in gone { try FileManager.default.removeItem(at: folder.url.appendingPathComponent("cases/\(name)")) }
    }
    try expectOnly(Array(names.dropLast(20)), written: folder, result)
    let rows = try Command.Result(status: 0, output: folder.read("out/.caviard/manifest.jsonl"), errors: "").objects
    #expect(rows.map { $0["path"] as? String } == names)
    for name in gone { #expect(result.errors.contains("\(name): the file cannot be read (No such file")) }
  }

  @Test(
    "an attribute and a line of a gigabyte are refused in little time and memory",
    .enabled(if: Command.sanitizer == nil, "a sanitizer needs more addresses"))
  func gigabyte() throws {
    let folder = try Folder(["cases/plain.txt": Stories.plain])
    let start = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p title=\"\(Stories.marker)"
    let names = ["attribute.xhtml", "attribute.html", "line.txt"]
    for name in names {
      try folder.write(Data((name == "line.txt" ? Stories.marker : start).utf8), to: "cases/\(name)")
      try enlarge(folder, name, to: 1 << 30)
    }
    // Address space, KiB: less than one file.
    let limit = "ulimit -v 800000"
    let result = try Command.run(["scrub", "cases", "--output", "out", "--jobs", "2"], under: limit, in: folder)
    try expectOnly(["plain.txt"], written: folder, result)
    for name in names { #expect(result.errors.contains("\(name): the case is too large (2097152 bytes)")) }
    let input = folder.url.appendingPathComponent("cases/line.txt")
    #expect(try Command.run(["check", "-"], under: limit, in: folder, inputFile: input).status == 2)
  }

  @Test(
    "a record longer than memory is one error record, and the next is read",
    .enabled(if: Command.sanitizer == nil, "a sanitizer needs more addresses"))
  func longRecord() throws {
    let folder = try Folder(["records": Stories.marker])
    // Reading costs what it costs; the limit is what matters, KiB.
    let handle = try enlarge(folder, "records", in: "", to: 120 << 20)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("\n{\"id\": \"b\", \"text\": \"A man.\"}\n".utf8))
    let result = try Command.run(
      ["stream"], under: "ulimit -v 290000", in: folder, inputFile: folder.url.appendingPathComponent("records"))
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.lines.count == 2)
    #expect(result.lines.first?.contains("\"code\": \"too-large\"") == true)
    #expect(result.lines.last?.contains("\"text\": \"A man.\"") == true)
    #expect(!result.output.contains(Stories.marker))
  }

  /// Makes a file end in NULs that take no room.
  @discardableResult
  private func enlarge(_ folder: Folder, _ name: String, in parent: String = "cases/", to length: UInt64) throws
    -> FileHandle
  {
    let handle = try FileHandle(forWritingTo: folder.url.appendingPathComponent(parent + name))
    try handle.truncate(atOffset: length)
    return handle
  }
}
