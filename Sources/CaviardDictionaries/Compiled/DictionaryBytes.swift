internal import Glibc

/// The bytes of a compiled dictionary: a file mapped read-only, or memory (tests). Never changed after opening.
///
/// The only owner of the pointers in ``DictionaryImage``; together the two files hold all unsafe code of this target.
final class DictionaryBytes: @unchecked Sendable {
  let raw: UnsafeRawBufferPointer
  private let isMapped: Bool

  init(mapping path: String) throws(DictionaryError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileReading.failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileReading.failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .damaged(path: path, .notADictionary) }
    let count = Int(status.st_size)
    guard count >= DictionaryFormat.headerBytes else { throw .damaged(path: path, .truncated) }
    let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address, address != MAP_FAILED else { throw FileReading.failure(path) }
    raw = UnsafeRawBufferPointer(start: address, count: count)
    isMapped = true
  }

  init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    raw = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: raw.baseAddress), raw.count)
    } else {
      raw.deallocate()
    }
  }
}
