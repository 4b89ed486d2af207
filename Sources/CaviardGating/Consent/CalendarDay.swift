internal import CaviardCase

/// A day as YYYY-MM-DD.
package struct CalendarDay: Hashable, Sendable, Comparable {
  package let text: String

  /// The last day of the calendar.
  package static let last = CalendarDay(known: "9998-12-31")

  private init(known text: String) { self.text = text }

  /// `nil` for what is written otherwise, and for a day that no calendar has.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      CivilDay.number(checking: year, month, day) != nil
    else { return nil }
    self.text = text
  }

  package static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.text < b.text }
}
