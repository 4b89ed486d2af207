internal import Synchronization

/// Profiles that take long to make and are asked for again: one a group, made when a case first names it.
final class ProfileCache: Sendable {
  private let profiles = Mutex<[Int: AgeProfile]>([:])

  func profile(_ row: Int, make: () -> AgeProfile) -> AgeProfile {
    if let known = profiles.withLock({ $0[row] }) { return known }
    let made = make()
    profiles.withLock { $0[row] = made }
    return made
  }
}
