import Foundation
import Testing

@Suite("gate --cache")
struct CacheTests {
  private static let other = "A 58-year-old woman with a cough.\n"

  @Test("what passed is known again, by its content; what did not is read every time")
  func again() throws {
    let folder = try Folder(["a.txt": Stories.plain, "b.txt": Stories.rare, "c/d.txt": Self.other])
    let first = try Command.run(["gate", "--cache", ".cache"], in: folder)
    #expect(first.status == 1)
    let kept = try Data(contentsOf: folder.url.appendingPathComponent(".cache/passed"))
    let second = try Command.run(["gate", "--cache", ".cache"], in: folder)
    #expect(second.output == first.output && second.status == 1)
    #expect(try Data(contentsOf: folder.url.appendingPathComponent(".cache/passed")) == kept)
    // Another name, the same content; then another content under the old name.
    try folder.write(Data(Self.other.utf8), to: "e.txt")
    try folder.write(Data(Stories.named.utf8), to: "a.txt")
    let third = try Command.run(["gate", "--cache", ".cache"], in: folder)
    #expect(third.output.contains("4 files scanned: 2 pass, 0 to review, 2 blocked"))
  }

  @Test("another policy, another dictionary and a name that tells are other questions")
  func context() throws {
    let folder = try Folder(["a.txt": "A 60-year-old man in Canada with chest pain.\n"])
    #expect(try Command.run(["gate", "--cache", ".cache"], in: folder).status == 0)
    let strict = try Command.run(["gate", "--cache", ".cache", "--policy", "strict"], in: folder)
    #expect(strict.status == (try Command.run(["gate", "--policy", "strict"], in: folder).status))
    #expect(strict.status != 0)
    try folder.write(Data(Stories.plain.utf8), to: "delphine-tremblay.txt")
    #expect(try Command.run(["gate", "--cache", ".cache"], in: folder).status == 1)
  }

  @Test("it holds no text, no digest that could be tried, and is its owner's alone")
  func silence() throws {
    let folder = try Folder(["a.txt": Stories.plain, "b.txt": Self.other, "c.txt": Stories.named])
    _ = try Command.run(["gate", "--cache", ".cache"], in: folder)
    #expect(folder.files(under: ".cache") == [".gitignore", "key", "passed"])
    let stored = String(
      decoding: try Data(contentsOf: folder.url.appendingPathComponent(".cache/passed")), as: UTF8.self)
    for word in ["year", "chest", "cough", "age", "sex", "60", Stories.marker] {
      #expect(!stored.contains("\"\(word)"))
    }
    for name in ["key", "passed"] {
      let path = folder.url.appendingPathComponent(".cache/\(name)").path
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }
    // Another key, other digests: nothing can be compared.
    _ = try Command.run(["gate", "--cache", ".other"], in: folder)
    let key = { (name: String) in try Data(contentsOf: folder.url.appendingPathComponent("\(name)/passed"))[17..<37] }
    #expect(try key(".cache") != key(".other"))
  }

  @Test("a cache that was changed or cut opens nothing: everything is read")
  func damaged() throws {
    let folder = try Folder(["a.txt": Stories.plain, "b.txt": Self.other])
    _ = try Command.run(["gate", "--cache", ".cache"], in: folder)
    let whole = try Data(contentsOf: folder.url.appendingPathComponent(".cache/passed"))
    for change in 0..<3 {
      var bytes = whole
      switch change {
      case 0: bytes = bytes.prefix(bytes.count / 2)
      case 1: bytes[bytes.count - 1] ^= 1
      default: bytes = Data("other".utf8)
      }
      try folder.write(bytes, to: ".cache/passed")
      let result = try Command.run(["gate", "--cache", ".cache"], in: folder)
      #expect(result.status == 0)
      #expect(result.output.contains("2 files scanned: 2 pass"))
    }
    // The digest of one content put before what is known of another.
    var swapped = Array(whole)
    let length = Int(swapped[37]) | Int(swapped[38]) << 8
    let next = 41 + length
    for index in 0..<20 { swapped.swapAt(17 + index, next + index) }
    try folder.write(Data(swapped), to: ".cache/passed")
    #expect(try Command.run(["gate", "--cache", ".cache"], in: folder).output.contains("2 pass"))
  }

  @Test("cases known from before are compared with new ones")
  func library() throws {
    let folder = try Folder(["a.txt": Stories.plain])
    let link = try Command.run(["gate"], in: folder)
    #expect(link.status == 0)
    _ = try Command.run(["gate", "--cache", ".cache"], in: folder)
    for name in ["b.txt", "c.txt"] { try folder.write(Data(Self.other.utf8), to: name) }
    let plain = try Command.run(["gate"], in: folder)
    for _ in 0..<2 {
      #expect(try Command.run(["gate", "--cache", ".cache"], in: folder).output == plain.output)
    }
  }
}
