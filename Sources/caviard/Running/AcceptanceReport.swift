internal import CaviardGating
internal import CaviardReporting

extension Acceptance {
  /// Says on standard error what is not heeded, and in a run over everything what nobody needed.
  ///
  /// - Returns: the number of entries that were not needed.
  func complain(_ messages: any Messages, isWhole: Bool) -> Int {
    if unheeded > 0 { Terminal.complain(messages.acceptance(.unheeded(unheeded))) }
    for expired in expired {
      Terminal.complain(messages.acceptance(.expired(name: expired.name, day: expired.day)))
    }
    guard isWhole else { return 0 }
    for entry in unused {
      Terminal.complain(messages.acceptance(.unused(path: entry.path, reason: entry.reason)))
    }
    return unused.count
  }
}
