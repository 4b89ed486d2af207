#if Containers
  /// An entry of an archive that is open.
  struct ContainerEntry {
    let path: String
    /// Its place in the archive, from 0.
    let index: Int
    /// Unpacked, as the archive says.
    let size: Int
    let unpacker: ArchiveUnpacker

    var shown: String { PartName.shown(path, index: index) }

    func bytes() throws(ReadingError) -> [UInt8] { try unpacker.bytes(of: self) }
  }
#endif
