#if Containers
  internal import CLibZip

  /// Unpacks entries of an archive that is open, one at a time when they are asked for; what nobody asks for costs nothing.
  ///
  /// A class for the archive's address, and for what all entries have taken together.
  final class ArchiveUnpacker {
    private var archive: OpaquePointer?
    private let limits: ReadingLimits
    private var unpackedBytes = 0
    private var textBytes = 0
    private var tags = 0

    /// Takes over the archive.
    init(_ archive: OpaquePointer, _ limits: ReadingLimits) {
      self.archive = archive
      self.limits = limits
    }

    deinit { close() }

    func close() {
      if let archive { zip_discard(archive) }
      archive = nil
    }

    /// An entry's bytes, exactly as many as it says it has.
    ///
    /// - Throws: when they are not there, or more, or their check sum is wrong, or all together are too many.
    func bytes(of entry: ContainerEntry) throws(ReadingError) -> [UInt8] {
      unpackedBytes += min(entry.size, limits.unpackedBytes + 1)
      guard unpackedBytes <= limits.unpackedBytes else {
        throw .inPart(entry.shown, .container(.tooMuchData(limitBytes: limits.unpackedBytes)))
      }
      // A byte more than it says shows one that lies.
      let bytes = read(entry, upTo: entry.size + 1)
      guard let bytes, bytes.count == entry.size else { throw .inPart(entry.shown, .container(.damaged)) }
      return bytes
    }

    /// An entry's first bytes.
    func head(of entry: ContainerEntry, count: Int) -> [UInt8] { read(entry, upTo: count) ?? [] }

    /// A part that is read as text.
    ///
    /// - Throws: when all such parts are more than is read of a container.
    func text(of entry: ContainerEntry) throws(ReadingError) -> [UInt8] {
      textBytes += min(entry.size, limits.partBytes + 1)
      guard textBytes <= limits.partBytes else {
        throw .inPart(entry.shown, .tooLarge(bytes: textBytes, limit: limits.partBytes))
      }
      let bytes = try self.bytes(of: entry)
      tags += bytes.count { $0 == UInt8(ascii: "<") }
      guard tags <= limits.partTags else {
        throw .inPart(entry.shown, .container(.tooManyTags(limit: limits.partTags)))
      }
      return bytes
    }

    private func read(_ entry: ContainerEntry, upTo most: Int) -> [UInt8]? {
      guard let archive, let file = zip_fopen_index(archive, zip_uint64_t(entry.index), 0) else { return nil }
      defer { zip_fclose(file) }
      var isWhole = true
      let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
        while count < most {
          let read = zip_fread(file, buffer.baseAddress.map { $0 + count }, zip_uint64_t(most - count))
          if read < 0 { isWhole = false }
          if read <= 0 { break }
          count += Int(read)
        }
      }
      return isWhole ? bytes : nil
    }
  }
#endif
