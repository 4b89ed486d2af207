/// Rate, count and time left on a terminal's standard error; nothing anywhere else.
struct ProgressBar {
  private static let width = 30
  /// Seconds between two drawings.
  private static let interval = 0.1

  private let total: Int
  private let isShown: Bool
  private let start = Terminal.seconds()
  private var last = 0.0
  private var done = 0

  init(total: Int, isQuiet: Bool) {
    self.total = total
    isShown = !isQuiet && Terminal.errorIsTerminal && total > 0
  }

  var seconds: Double { Terminal.seconds() - start }

  mutating func step() {
    done += 1
    guard isShown else { return }
    let now = Terminal.seconds()
    guard now - last >= Self.interval || done == total else { return }
    last = now
    let rate = Double(done) / max(now - start, 0.001)
    let filled = Self.width * done / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    let left = Int((Double(total - done) / max(rate, 0.001)).rounded(.up))
    Terminal.hint("\r\u{1B}[K\(bar) \(done)/\(total)  \(Int(rate))/s  \(left) s")
  }

  func clear() {
    if isShown { Terminal.hint("\r\u{1B}[K") }
  }
}
