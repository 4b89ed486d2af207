internal import CaviardGating
internal import Glibc

/// The day it is here.
enum Today {
  static var day: CalendarDay {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return text(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday)
  }

  private static func text(_ year: Int32, _ month: Int32, _ day: Int32) -> CalendarDay {
    func padded(_ number: Int32, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    // A clock beyond the calendar: every consent has ended.
    return CalendarDay("\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))") ?? .last
  }
}
