internal import CaviardCase
internal import CaviardDictionaries
internal import CaviardGating
internal import CaviardPipeline
internal import CaviardReporting
internal import Glibc

/// Writes git's hook, where git looks for it; a hook of somebody else's stays.
struct HookInstallation {
  private let settings: Settings
  private let failOn: FailOn
  /// Most of a hook that is read to see whose it is.
  private static let limitBytes = 1 << 20

  init(_ settings: Settings, failOn: FailOn) {
    self.settings = settings
    self.failOn = failOn
  }

  /// - Parameter force: replaces any hook.
  /// - Throws: ``ExitStatus/usage`` after saying why.
  func run(force: Bool) throws {
    let hook = CommitHook(
      command: DictionaryLocator.ownPath() ?? "", options: failOn == .block ? ["--fail-on", "block"] : [],
      complaint: settings.messages.hookWithoutCommand())
    let path = try folder() + "/" + CommitHook.fileName
    let text = Array(hook.text.utf8)
    var fate = HookFate.installed
    if let present = try present(path) {
      if !CommitHook.isOurs(present), !force { try settings.refuse(.foreignHook(path, line: hook.line)) }
      fate = present == text ? .unchanged : .replaced
    }
    do {
      if fate != .unchanged { try AtomicFile.write(text, to: path) }
    } catch {
      try settings.refuse(.outputUnwritable(path))
    }
    // Git passes over a hook that may not be run.
    guard chmod(path, 0o755) == 0 else { try settings.refuse(.outputUnwritable(path)) }
    _ = Terminal.write(settings.messages.hook(fate, path) + "\n")
  }

  private func folder() throws -> String {
    do throws(GitFault) {
      return try GitRepository().hooksFolder()
    } catch {
      Terminal.complain(settings.messages.gitFault(error.problem))
      throw ExitStatus.usage.code
    }
  }

  /// The hook that is there, a link's target too; `nil` for none. What cannot be read is somebody else's.
  private func present(_ path: String) throws -> [UInt8]? {
    if case .missing = FileKind(path, follows: false) { return nil }
    do throws(CaseFailure) {
      return try FileContents.read(path, limit: Self.limitBytes)
    } catch {
      return []
    }
  }
}
