import Testing

@testable import CaviardGating

@Suite("a program started")
struct ChildProcessTests {
  @Test("what goes in comes out, in lines and in bytes")
  func echo() throws {
    let child = try #require(ChildProcess(["cat"]))
    #expect(child.write(Array("one\ntwo\nthree four".utf8)))
    child.endInput()
    #expect(child.readLine() == Array("one".utf8))
    #expect(child.readLine() == Array("two".utf8))
    #expect(child.read(5) == Array("three".utf8))
    #expect(child.skip(1))
    #expect(child.readToEnd() == Array("four".utf8))
    #expect(child.readLine() == nil)
    #expect(child.finish() == 0)
  }

  @Test("a status is told, and a program that is not there")
  func status() throws {
    #expect(try #require(ChildProcess(["false"])).finish() == 1)
    let missing = ChildProcess(["no-program-of-this-name"])
    #expect(missing == nil || missing?.finish() == 127)
  }

  @Test("more than a pipe holds comes whole")
  func long() throws {
    let child = try #require(ChildProcess(["seq", "1", "200000"]))
    var count = 0
    while child.readLine() != nil { count += 1 }
    #expect(count == 200_000)
  }
}
