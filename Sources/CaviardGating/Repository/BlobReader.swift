package import CaviardCase

/// Reads contents that git keeps, one after another, through one process.
package final class BlobReader {
  private let child: ChildProcess

  package init() throws(GitFault) {
    guard let child = ChildProcess(["git"] + GitRepository.Question.options + ["cat-file", "--batch"]) else {
      throw .notInstalled
    }
    self.child = child
  }

  /// - Parameter limit: bytes; a longer content is passed over unread.
  package func read(_ blob: String, limit: Int) throws(CaseFailure) -> [UInt8] {
    guard child.write(Array((blob + "\n").utf8)), let line = child.readLine() else { throw Self.fault }
    let words = line.split(separator: 0x20)
    guard words.count == 3, words[1].elementsEqual("blob".utf8),
      let count = Int(String(decoding: words[2], as: UTF8.self))
    else { throw Self.fault }
    guard count <= limit else {
      guard child.skip(count + 1) else { throw Self.fault }
      throw CaseFailure(.tooLarge, detail: "\(limit) bytes")
    }
    guard let bytes = child.read(count), child.skip(1) else { throw Self.fault }
    if bytes.starts(with: "version https://git-lfs.github.com/spec/".utf8) {
      throw CaseFailure(.unreadableFile, detail: "git keeps only a pointer of Git LFS here")
    }
    return bytes
  }

  private static var fault: CaseFailure { CaseFailure(.unreadableFile, detail: "git does not give it") }
}
