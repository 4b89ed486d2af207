import CaviardDictionaries
import Glibc
import Testing

@Suite("Where the compiled dictionary lies")
struct DictionaryLocatorTests {
  @Test("named first, then by environment, then installed, then beside the command, then a checkout's build product")
  func order() throws {
    let folder = ListFolder()
    let root = folder.path
    for path in ["/data", "/bin", "/share", "/share/caviard", "/.build", "/.build/debug"] { mkdir(root + path, 0o755) }
    folder.write([], toFile: "Package.swift")
    folder.write([], toFile: ".build/caviard.cvd")
    func locate(_ named: String?, _ data: String?, _ executable: String) throws -> String {
      try DictionaryLocator(named: named, dataFolder: data, executable: root + executable).locate()
    }
    #expect(try locate(nil, nil, "/.build/debug/caviard") == root + "/.build/caviard.cvd")
    folder.write([], toFile: ".build/debug/caviard.cvd")
    #expect(try locate(nil, nil, "/.build/debug/caviard") == root + "/.build/debug/caviard.cvd")
    folder.write([], toFile: "bin/caviard.cvd")
    #expect(try locate(nil, nil, "/bin/caviard") == root + "/bin/caviard.cvd")
    folder.write([], toFile: "share/caviard/caviard.cvd")
    #expect(try locate(nil, "", "/bin/caviard") == root + "/share/caviard/caviard.cvd")
    folder.write([], toFile: "data/caviard.cvd")
    #expect(try locate(nil, root + "/data", "/bin/caviard") == root + "/data/caviard.cvd")
    folder.write([], toFile: "own.cvd")
    #expect(try locate(root + "/own.cvd", root + "/data", "/bin/caviard") == root + "/own.cvd")
  }

  @Test("what was asked for is not replaced by another file")
  func missing() {
    let folder = ListFolder()
    #expect(throws: DictionaryError.notFound(tried: ["\(folder.path)/x.cvd"])) {
      try DictionaryLocator(named: "\(folder.path)/x.cvd", dataFolder: nil, executable: nil).locate()
    }
    #expect(throws: DictionaryError.notFound(tried: ["\(folder.path)/caviard.cvd"])) {
      try DictionaryLocator(named: nil, dataFolder: folder.path, executable: "/usr/bin/caviard").locate()
    }
  }

  @Test("a command in a checkout's build folder has lists to compile, into that folder; an installed one has not")
  func checkout() {
    let folder = ListFolder()
    let root = folder.path
    for path in ["/env", "/env/.build", "/env/.build/release", "/Dictionaries", "/Dictionaries/patterns", "/bin"] {
      mkdir(root + path, 0o755)
    }
    func checkout(_ executable: String, _ named: String? = nil, _ data: String? = nil) -> DictionaryLocator.Checkout? {
      DictionaryLocator(named: named, dataFolder: data, executable: root + executable).checkout
    }
    #expect(checkout("/env/.build/release/caviard") == nil)
    folder.write([], toFile: "Package.swift")
    let found = checkout("/env/.build/release/caviard")
    #expect(found?.lists == root + "/Dictionaries")
    #expect(found?.compiled == root + "/env/.build/caviard.cvd")
    #expect(checkout("/bin/caviard") == nil)
    #expect(checkout("/env/.build/release/caviard", "x.cvd") == nil)
    #expect(checkout("/env/.build/release/caviard", nil, "/data") == nil)
    folder.write([], toFile: "env/.build/caviard.cvd")
    let locator = DictionaryLocator(named: nil, dataFolder: nil, executable: root + "/env/.build/release/caviard")
    #expect((try? locator.locate()) == root + "/env/.build/caviard.cvd")
  }
}
