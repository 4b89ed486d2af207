/// A fixed run of plain values in memory that ``FlatStorage`` owns.
///
/// Reading it touches no reference count, which is what the loops over tokens would otherwise spend their time on. Every
/// access is checked. Whoever keeps one keeps its storage too; with ``FlatScratch`` this file holds all unsafe pointers
/// of this target.
package struct FlatArray<Element: BitwiseCopyable>: RandomAccessCollection, @unchecked Sendable {
  private let start: UnsafePointer<Element>
  package let count: Int

  fileprivate init(start: UnsafePointer<Element>, count: Int) {
    self.start = start
    self.count = count
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  @inline(__always)
  package subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a flat array is read inside its bounds")
    return start[index]
  }
}

extension FlatArray where Element == UInt8 {
  /// The first place from `index` on that holds one of two bytes; eight bytes at a time.
  func firstIndex(of first: UInt8, or second: UInt8, from index: Int, to end: Int) -> Int? {
    precondition(index >= 0 && end <= count, "a search stays inside the array")
    let raw = UnsafeRawPointer(start)
    let (a, b) = (UInt64(first) &* Self.ones, UInt64(second) &* Self.ones)
    var index = index
    while index + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if Self.hasZero(word ^ a) | Self.hasZero(word ^ b) != 0 { break }
      index += 8
    }
    while index < end {
      if start[index] == first || start[index] == second { return index }
      index += 1
    }
    return nil
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// Not 0 if a byte of the word is 0.
  private static func hasZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & 0x8080_8080_8080_8080 }
}

/// Working memory of a fixed size, for one call.
struct FlatScratch<Element: BitwiseCopyable> {
  private let start: UnsafeMutablePointer<Element>
  let count: Int

  fileprivate init(start: UnsafeMutablePointer<Element>, count: Int) {
    self.start = start
    self.count = count
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "scratch is read inside its bounds")
      return start[index]
    }
    nonmutating set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "scratch is written inside its bounds")
      start[index] = newValue
    }
  }

  /// The same memory, once it is filled.
  var filled: FlatArray<Element> { FlatArray(start: UnsafePointer(start), count: count) }
}

/// Owns the memory of flat arrays. Filled while a value is built, then only read.
final class FlatStorage: @unchecked Sendable {
  private var blocks: [UnsafeMutableRawPointer] = []

  func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> FlatArray<Element> {
    let block: UnsafeMutablePointer<Element> = allocate(elements.count)
    elements.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { block.initialize(from: base, count: buffer.count) }
    }
    return FlatArray(start: block, count: elements.count)
  }

  func scratch<Element: BitwiseCopyable>(_ count: Int, of value: Element) -> FlatScratch<Element> {
    let block: UnsafeMutablePointer<Element> = allocate(count)
    block.initialize(repeating: value, count: count)
    return FlatScratch(start: block, count: count)
  }

  private func allocate<Element: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<Element> {
    let bytes = Swift.max(count, 1) * MemoryLayout<Element>.stride
    let block = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: MemoryLayout<Element>.alignment)
    blocks.append(block)
    return block.bindMemory(to: Element.self, capacity: Swift.max(count, 1))
  }

  deinit { for block in blocks { block.deallocate() } }
}
