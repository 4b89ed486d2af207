internal import CaviardCase
internal import CaviardReading

/// A case's text as the bytes of its file.
enum WrittenFile {
  static func bytes(
    _ utf8: [UInt8], as source: SourceText, _ format: CaseFormat
  ) throws(CaseFailure) -> [UInt8] {
    guard format.isContainer else { return SourceEncoder().encode(utf8, as: source, format: format) }
    do {
      return try ContainerWriter().write(utf8, as: source, format: format)
    } catch {
      throw error.failure
    }
  }
}

extension CaseSource {
  /// The same case with other bytes.
  func holding(_ bytes: [UInt8]) -> CaseSource {
    CaseSource(name: name, format: format, bytes: bytes, encoding: encoding, language: language)
  }
}
