/// When something happened in a case's story, counted from the first day of its course: nothing of the calendar.
package enum StoryTime: Hashable, Sendable {
  /// How two days of one mention are joined.
  package enum Joint: Hashable, Sendable {
    case and
    case or
    case to
  }

  case day(Int)
  /// "3 to 17 March", « les 3 et 17 mars ».
  case days(Int, Joint, Int)
  /// Whole years, rounded; at least two.
  case yearsBefore(Int)
  case yearsAfter(Int)
}
