internal import CaviardCase
internal import CaviardReading
internal import Glibc

/// Orphanet's own XML → rows for the list `diagnoses`.
///
/// Names in English and French, the best prevalence, and ages at onset, put together by OrphaCode.
package struct OrphadataImporter {
  private static let chunkBytes = 1 << 16

  private var byCode: [Int: OrphadataDisorder] = [:]
  package private(set) var files: [OrphadataFile] = []

  package init() {}

  /// - Throws: ``OrphadataError``; ``DictionaryError/unreadable(path:reason:)`` when the file cannot be read.
  package mutating func add(file path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileReading.failure(path) }
    defer { close(descriptor) }
    try add(path) {
      var chunk = [UInt8](repeating: 0, count: Self.chunkBytes)
      while true {
        let count = Glibc.read(descriptor, &chunk, chunk.count)
        if count >= 0 { return Array(chunk[..<count]) }
        if errno != EINTR { throw FileReading.failure(path) }
      }
    }
  }

  /// - Parameter next: the next piece; nothing at the end.
  private mutating func add(_ path: String, next: () throws -> [UInt8]) throws {
    var parser = XMLEventParser()
    var reader = OrphadataReader(file: path)
    do {
      while true {
        let chunk = try next()
        if chunk.isEmpty { break }
        try reader.read(try parser.parse(chunk))
      }
      try reader.read(try parser.finish())
    } catch let fault as XMLDataFault {
      throw OrphadataError(reason: .init(fault.reason), file: path, line: fault.line)
    }
    try reader.finish()
    for disorder in reader.disorders {
      byCode[disorder.code, default: OrphadataDisorder(code: disorder.code)].add(disorder)
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    files.append(OrphadataFile(name: name, date: reader.date, version: reader.version))
  }

  /// The rows for what was read.
  ///
  /// - Parameter base: a folder of lists these rows are meant to go on top of: a disorder it has under another id keeps
  ///   that id.
  /// - Throws: what reading the base throws.
  package func rows(base: String? = nil) throws(DictionaryError) -> OrphadataRows {
    let known = try base.map { folder throws(DictionaryError) in try KnownDiagnoses(folder: folder) }
    return OrphadataRows(byCode.values.sorted { $0.code < $1.code }, files: files, known: known)
  }
}

extension OrphadataError.Reason {
  fileprivate init(_ reason: XMLDataFault.Reason) {
    switch reason {
    case .malformed: self = .markup
    case .documentType: self = .documentType
    case .tooDeep, .tooLong: self = .limit
    }
  }
}
