#if Containers
  /// An entry of an archive, unpacked.
  struct ContainerEntry {
    let path: String
    let bytes: [UInt8]
    /// Its place in the archive, from 0.
    let index: Int

    var shown: String { PartName.shown(path, index: index) }
  }
#endif
