#if Containers
  /// Pictures that can be kept: what their first bytes say, whatever their name.
  enum PictureKind {
    /// The ending of a file of its kind; `nil` for what is neither JPEG nor PNG.
    static func ending(of entry: ContainerEntry) -> String? {
      let bytes = head(of: entry)
      if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpeg" }
      if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "png" }
      return nil
    }

    /// Enough to be known by.
    static func head(of entry: ContainerEntry) -> [UInt8] { entry.unpacker.head(of: entry, count: 8) }
  }
#endif
