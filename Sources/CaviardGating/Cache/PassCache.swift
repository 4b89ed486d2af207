package import CaviardCase
internal import CaviardPipeline
internal import Crypto
internal import Foundation
internal import Synchronization

/// Remembers which contents passed, so that a repository of thousands of cases is read again only where it changed.
///
/// An entry stands for one content under one policy, dictionary, program and set of options: a digest keyed with a key that never
/// leaves this folder, and what the cases of a run are compared by, encrypted with the same key. No text, and nothing of a case
/// that did not pass. A folder somebody tampered with is a folder whose entries do not open: everything is read.
package final class PassCache: Sendable {
  /// What is known of a content that passed.
  package struct Entry: Sendable, Codable {
    /// Bytes as stored.
    package let byteCount: Int
    package let trace: CaseTrace?
  }

  package struct Key: Hashable, Sendable {
    fileprivate let bytes: [UInt8]
  }

  private static let header = Array("caviard-passed-1\n".utf8)
  private static let keyBytes = 32
  /// Bytes of a digest kept: enough that two contents never share one.
  private static let digestBytes = 20
  /// Bytes of a file that is still read; a larger one is begun anew.
  private static let limitBytes = 256 << 20

  private let path: String
  private let secret: SymmetricKey
  private let context: [UInt8]
  private let known: [[UInt8]: ArraySlice<UInt8>]
  private let fresh = Mutex<[[UInt8]: [UInt8]]>([:])
  private let used = Mutex<Set<[UInt8]>>([])

  /// - Parameters:
  ///   - folder: made if it is not there, for its owner alone, with a `.gitignore` for all in it.
  ///   - context: all that a verdict depends on beside the case: the program, the dictionary, the policy, the options.
  package init(folder: String, context: [String]) throws(CaseFailure) {
    path = folder + "/passed"
    let keyPath = folder + "/key"
    var key = Self.contents(keyPath)
    if key?.count != Self.keyBytes {
      let ignore = try AtomicFile(folder + "/.gitignore")
      try ignore.write(Array("*\n".utf8))
      try ignore.finish()
      let made = SymmetricKey(size: .bits256).withUnsafeBytes(Array.init)
      let file = try AtomicFile(keyPath, isPrivate: true)
      try file.write(made)
      try file.finish()
      key = made
    }
    secret = SymmetricKey(data: key ?? [])
    self.context = Self.joined(context.map { Array($0.utf8) })
    known = Self.entries(Self.contents(path) ?? [])
  }

  /// The key of a content under this cache's context.
  package func key(of source: CaseSource) -> Key {
    var code = HMAC<SHA256>(key: secret)
    code.update(data: context)
    code.update(
      data: Self.joined([
        Array(source.format.rawValue.utf8), Array((source.encoding?.rawValue ?? "").utf8),
        Array((source.language?.rawValue ?? "").utf8), source.bytes,
      ]))
    return Key(bytes: Array(code.finalize().prefix(Self.digestBytes)))
  }

  /// What is known of a content; `nil` for one that was not seen to pass.
  package func entry(_ key: Key) -> Entry? {
    guard let sealed = known[key.bytes], let box = try? AES.GCM.SealedBox(combined: sealed),
      let plain = try? AES.GCM.open(box, using: secret, authenticating: key.bytes),
      let entry = try? JSONDecoder().decode(Entry.self, from: plain)
    else { return nil }
    _ = used.withLock { $0.insert(key.bytes) }
    return entry
  }

  /// Remembers a case that passes; any other is left out.
  package func note(_ outcome: CaseOutcome, as key: Key) {
    guard outcome.report?.verdict == .pass, case .checked = outcome.result,
      let plain = try? JSONEncoder().encode(Entry(byteCount: outcome.byteCount, trace: outcome.trace)),
      let sealed = try? AES.GCM.seal(plain, using: secret, authenticating: key.bytes).combined
    else { return }
    fresh.withLock { $0[key.bytes] = Array(sealed) }
  }

  /// Writes what was learnt. Entries that this run did not meet stay, until the file is large.
  package func finish() throws(CaseFailure) {
    let fresh = fresh.withLock(\.self)
    guard !fresh.isEmpty else { return }
    let used = used.withLock(\.self)
    let size = known.values.reduce(0) { $0 + $1.count }
    var bytes = Self.header
    for (key, sealed) in known.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where size < Self.limitBytes / 2 || used.contains(key) {
      Self.add(key, sealed, to: &bytes)
    }
    for (key, sealed) in fresh.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) where known[key] == nil {
      Self.add(key, sealed[...], to: &bytes)
    }
    let file = try AtomicFile(path, isPrivate: true)
    try file.write(bytes)
    try file.finish()
  }
}

extension PassCache {
  /// `nil` for what is not there, or cannot be read: then everything is.
  private static func contents(_ path: String) -> [UInt8]? { try? FileContents.read(path, limit: limitBytes) }

  private static func add(_ key: [UInt8], _ sealed: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes += key
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: sealed.count >> shift)) }
    bytes += sealed
  }

  /// As many entries as are whole.
  private static func entries(_ bytes: [UInt8]) -> [[UInt8]: ArraySlice<UInt8>] {
    guard bytes.starts(with: header) else { return [:] }
    var entries: [[UInt8]: ArraySlice<UInt8>] = [:]
    var at = header.count
    while at + digestBytes + 4 <= bytes.count {
      let key = Array(bytes[at..<at + digestBytes])
      at += digestBytes
      let count = (0..<4).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
      at += 4
      guard count <= bytes.count - at else { break }
      entries[key] = bytes[at..<at + count]
      at += count
    }
    return entries
  }

  /// Each with its length before it: where one ends and the next begins is part of the digest.
  private static func joined(_ parts: [[UInt8]]) -> [UInt8] {
    parts.flatMap { part in (0..<8).map { UInt8(truncatingIfNeeded: part.count >> (8 * $0)) } + part }
  }
}
