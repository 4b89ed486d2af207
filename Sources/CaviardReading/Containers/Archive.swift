#if Containers
  internal import CLibZip
  internal import Glibc

  /// Zip archives through libzip: the only importer of it, with ``ArchiveUnpacker``.
  enum Archive {
    /// Packed size below which nothing is too dense: a page of nothing packs well.
    private static let leastDenseBytes: UInt64 = 1 << 20
    /// 1980-01-01 00:00, the first moment a zip knows.
    private static let date: UInt16 = 0x21

    /// What `body` makes of the entries, in the order of the archive, folders passed over; none can be unpacked after it.
    static func reading<Read>(
      _ bytes: [UInt8], _ limits: ReadingLimits, _ body: ([ContainerEntry]) throws(ReadingError) -> Read
    ) throws(ReadingError) -> Read {
      try refuseForm(bytes, limits)
      let result = bytes.withUnsafeBytes { buffer -> Result<Read, ReadingError> in
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error) else {
          return .failure(.container(.damaged))
        }
        guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY | ZIP_CHECKCONS), &error) else {
          zip_source_free(source)
          return .failure(.container(.damaged))
        }
        let unpacker = ArchiveUnpacker(archive, limits)
        defer { unpacker.close() }
        do throws(ReadingError) {
          return .success(try body(try list(archive, unpacker, limits)))
        } catch {
          return .failure(error)
        }
      }
      return try result.get()
    }

    private static func list(
      _ archive: OpaquePointer, _ unpacker: ArchiveUnpacker, _ limits: ReadingLimits
    ) throws(ReadingError) -> [ContainerEntry] {
      let count = zip_get_num_entries(archive, 0)
      guard count <= limits.containerEntries else {
        throw .container(.tooManyEntries(limit: limits.containerEntries))
      }
      var entries: [ContainerEntry] = []
      var names: Set<String> = []
      for index in 0..<zip_uint64_t(max(0, count)) {
        let place = Int(index)
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name else {
          throw .inPart("entry \(place + 1)", .container(.damaged))
        }
        let path = String(cString: name)
        let shown = PartName.shown(path, index: place)
        func refuse(_ fault: ContainerFault) -> ReadingError { .inPart(shown, .container(fault)) }
        guard isSafe(path) else { throw .inPart("entry \(place + 1)", .container(.unsafeName)) }
        guard names.insert(path.lowercased()).inserted else { throw refuse(.duplicateName) }
        guard status.encryption_method == ZIP_EM_NONE else { throw refuse(.encrypted) }
        guard !isLink(archive, index) else { throw refuse(.symbolicLink) }
        guard status.comp_method == ZIP_CM_STORE || status.comp_method == ZIP_CM_DEFLATE else {
          throw refuse(.unknownCompression)
        }
        let size = status.size
        guard size < leastDenseBytes || size / max(1, status.comp_size) < limits.containerRatio else {
          throw refuse(.tooDense(ratio: limits.containerRatio))
        }
        if path.hasSuffix("/") {
          guard size == 0 else { throw refuse(.unsafeName) }
          continue
        }
        // What says that it is larger than all that may be unpacked is refused when it is.
        entries.append(ContainerEntry(path: path, index: place, size: Int(clamping: size), unpacker: unpacker))
      }
      return entries
    }

    private static func isLink(_ archive: OpaquePointer, _ index: zip_uint64_t) -> Bool {
      var system: UInt8 = 0
      var attributes: UInt32 = 0
      guard zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0 else { return true }
      return system == UInt8(ZIP_OPSYS_UNIX) && attributes >> 16 & S_IFMT == S_IFLNK
    }

    /// A path that stays in its archive.
    private static func isSafe(_ path: String) -> Bool {
      guard !path.isEmpty, path.utf8.count <= 512, !path.hasPrefix("/"), !path.contains("\\"), !path.contains(":"),
        path.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
      else { return false }
      let segments = path.split(separator: "/", omittingEmptySubsequences: false)
      return segments.enumerated().allSatisfy { index, segment in
        segment != ".." && segment != "." && (!segment.isEmpty || index == segments.count - 1)
      }
    }

    /// The archive starts with its first entry and ends with its own end, and is of the plain form.
    private static func refuseForm(_ bytes: [UInt8], _ limits: ReadingLimits) throws(ReadingError) {
      // An OLE file: an old DOC, or a DOCX with a password.
      if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .container(.encrypted) }
      let end: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
      guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
        let isInside = bytes.indices.dropLast(3).contains { bytes[$0] == 0x50 && bytes[$0...].starts(with: end) }
        throw .container(isInside ? .surroundingData : .notAnArchive)
      }
      guard bytes.count >= 22 else { throw .container(.damaged) }
      let tail = bytes.count - 22
      guard bytes[tail...].starts(with: end) else {
        // An archive may end with a comment; nothing needs one, and a reader may take it for another's end.
        let isInside = bytes.indices.dropLast(3).reversed().contains {
          bytes[$0] == 0x50 && bytes[$0...].starts(with: end)
        }
        throw .container(isInside ? .surroundingData : .damaged)
      }
      if tail >= 20, bytes[(tail - 20)...].starts(with: [0x50, 0x4B, 0x06, 0x07]) { throw .container(.zip64) }
      func number(_ offset: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[tail + offset + $1]) << (8 * $1) } }
      guard number(10) & 0xFFFF <= limits.containerEntries else {
        throw .container(.tooManyEntries(limit: limits.containerEntries))
      }
      if number(12) == 0xFFFF_FFFF || number(16) == 0xFFFF_FFFF { throw .container(.zip64) }
      // The directory lies right before its end: what was put before the archive would move it.
      guard number(12) + number(16) == tail else { throw .container(.surroundingData) }
    }

    /// An archive of these entries in this order: no dates, no owners, no comments, no extra fields.
    ///
    /// - Returns: `nil` when libzip cannot make it.
    static func archive(_ entries: [(path: String, bytes: [UInt8], isStored: Bool)]) -> [UInt8]? {
      var error = zip_error_t()
      zip_error_init(&error)
      defer { zip_error_fini(&error) }
      guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { return nil }
      zip_source_keep(target)
      defer { zip_source_free(target) }
      guard let archive = zip_open_from_source(target, Int32(ZIP_CREATE | ZIP_TRUNCATE), &error) else {
        zip_source_free(target)
        return nil
      }
      for entry in entries {
        guard add(entry, to: archive) else {
          zip_discard(archive)
          return nil
        }
      }
      guard zip_close(archive) == 0 else {
        zip_discard(archive)
        return nil
      }
      return contents(of: target)
    }

    private static func add(
      _ entry: (path: String, bytes: [UInt8], isStored: Bool), to archive: OpaquePointer
    ) -> Bool {
      // libzip reads the bytes when it closes the archive, and frees this copy then.
      guard let copy = malloc(max(1, entry.bytes.count)) else { return false }
      entry.bytes.withUnsafeBytes { if let start = $0.baseAddress { memcpy(copy, start, $0.count) } }
      guard let source = zip_source_buffer(archive, copy, zip_uint64_t(entry.bytes.count), 1) else {
        free(copy)
        return false
      }
      let index = zip_file_add(archive, entry.path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      guard index >= 0 else {
        zip_source_free(source)
        return false
      }
      let place = zip_uint64_t(index)
      return zip_file_set_dostime(archive, place, 0, date, 0) == 0
        && zip_file_set_external_attributes(archive, place, 0, UInt8(ZIP_OPSYS_DOS), 0) == 0
        && zip_set_file_compression(archive, place, entry.isStored ? Int32(ZIP_CM_STORE) : Int32(ZIP_CM_DEFLATE), 6)
          == 0
    }

    private static func contents(of source: OpaquePointer) -> [UInt8]? {
      var status = zip_stat_t()
      guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else { return nil }
      defer { zip_source_close(source) }
      let size = Int(status.size)
      var filled = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while filled < size, let start = buffer.baseAddress {
          let read = zip_source_read(source, start + filled, zip_uint64_t(size - filled))
          guard read > 0 else { break }
          filled += Int(read)
        }
        count = filled
      }
      return filled == size ? bytes : nil
    }
  }
#endif
