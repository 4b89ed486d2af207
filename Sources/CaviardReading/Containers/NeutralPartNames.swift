#if Containers
  /// Names that parts are written under, where their own may tell.
  struct NeutralPartNames {
    /// By path as read.
    private(set) var renamed: [String: String] = [:]
    private let entries: Set<String>
    /// By stem and ending, the last number given.
    private var numbers: [String: Int] = [:]

    /// - Parameter entries: all paths of the archive: none is given to another part.
    init(_ entries: some Sequence<String>) { self.entries = Set(entries) }

    subscript(path: String) -> String? { renamed[path] }

    /// Gives a part a name of its own, unless its name is made of words that programs use. O(1), whatever has a name already.
    mutating func rename(_ path: String, to stem: String, _ ending: String) {
      guard !PartName.isStandard(path) else { return }
      var number = numbers["\(stem).\(ending)", default: 0]
      repeat { number += 1 } while entries.contains("\(stem)\(number).\(ending)")
      numbers["\(stem).\(ending)"] = number
      renamed[path] = "\(stem)\(number).\(ending)"
    }
  }
#endif
