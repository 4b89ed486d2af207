import Foundation

/// The figures of a study for people, for programs, and as a picture.
struct StudyReport {
  let study: Study

  private func percent(_ share: Double) -> String { String(format: "%.2f %%", 100 * share) }

  var lines: [String] {
    let safe = study.safe
    var lines = [
      "\(study.variant.rawValue): \(study.points.count) cases, \(study.edited.count) edited",
      "  RMS of log10 F - log10(1 + K)        \(String(format: "%.3f", study.spread))  (at most 0.25)",
      "  F >= K_low                           \(percent(study.coverage))  (at least 99 %)",
      "  unsafe among passed, by K_low        \(percent(study.unsafePassed)) of \(study.passed.count)  (at most 0.2 %)",
      "  unsafe among passed, if K decided    \(percent(study.unsafeByPoint))",
      "  safe cases passed, reviewed, blocked \(percent(safe.passed)), \(percent(safe.review)), \(percent(safe.blocked))",
    ]
    for bin in study.guesses {
      lines.append("  mean 1/F, K in \(bin.range) \(figures(bin)) against (1 - e^-K)/K")
    }
    for bin in study.uniques { lines.append("  unique, K in \(bin.range) \(figures(bin)) against e^-K") }
    lines += [
      "  after editing: right guesses         \(percent(study.hitRate)), unsafe \(percent(study.unsafeEdited)), "
        + "fewest people \(study.fewest) (\(study.dangerousEdited) under half), mean cost \(String(format: "%.1f", study.meanCost))",
      String(
        format: "  choosing the least change, ms        p50 %.2f, p99 %.2f, max %.2f", study.milliseconds(0.5),
        study.milliseconds(0.99), study.milliseconds(1)),
    ]
    return lines
  }

  private func figures(_ bin: Study.Bin) -> String {
    String(format: "%.3f against %.3f in %d cases", bin.measured, bin.expected, bin.count)
  }

  var json: String {
    let fields: [(String, Double)] = [
      ("cases", Double(study.points.count)), ("rmsDex", study.spread), ("coverage", study.coverage),
      ("passed", Double(study.passed.count)), ("unsafePassed", study.unsafePassed),
      ("unsafeByPoint", study.unsafeByPoint), ("safePassed", study.safe.passed), ("safeReviewed", study.safe.review),
      ("safeBlocked", study.safe.blocked), ("edited", Double(study.edited.count)), ("hitRate", study.hitRate),
      ("unsafeEdited", study.unsafeEdited), ("fewest", Double(study.fewest)), ("meanCost", study.meanCost),
      ("msP50", study.milliseconds(0.5)), ("msP99", study.milliseconds(0.99)), ("msMax", study.milliseconds(1)),
    ]
    let members = fields.map { "\"\($0)\": \(String(format: "%g", $1))" }
    return "{\"variant\": \"\(study.variant.rawValue)\", " + members.joined(separator: ", ") + "}"
  }

  /// Log10 of the true count against log10 (1 + K), a dot a case, with the line of a perfect model and that of the threshold.
  var svg: String {
    let (size, margin, decades) = (420.0, 40.0, 6.0)
    func place(_ value: Double) -> Double { margin + min(decades, max(0, value)) * (size - 2 * margin) / decades }
    func x(_ value: Double) -> String { String(format: "%.1f", place(value)) }
    func y(_ value: Double) -> String { String(format: "%.1f", size - place(value)) }
    let dots = study.points.prefix(4_000).map { point in
      "<circle cx=\"\(x(log10(1 + point.k)))\" cy=\"\(y(log10(Double(point.people))))\" r=\"1.2\"/>"
    }
    let bar = log10(Study.least)
    let ticks = (0...Int(decades)).map { decade in
      "<text x=\"\(x(Double(decade)))\" y=\"\(size - 20)\">10^\(decade)</text>"
        + "<text x=\"4\" y=\"\(y(Double(decade)))\">10^\(decade)</text>"
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 420" font-family="sans-serif" font-size="10">
      <title>Calibration of K, \(study.variant.rawValue)</title>
      <rect width="420" height="420" fill="#fff"/>
      <g fill="#27567a" fill-opacity="0.35">\(dots.joined())</g>
      <path d="M\(x(0)) \(y(0))L\(x(decades)) \(y(decades))" stroke="#000"/>
      <path d="M\(x(bar)) \(y(0))V\(y(decades))M\(x(0)) \(y(bar))H\(x(decades))" stroke="#b00" stroke-dasharray="4"/>
      <text x="130" y="415">people who fit, as estimated (1 + K)</text>
      <text x="4" y="14">people who fit, counted</text>
      \(ticks.joined())
      </svg>

      """
  }
}
