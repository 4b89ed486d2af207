/// What a finding says, in a form that can be compared and counted.
package enum FactValue: Hashable, Sendable, Codable {
  /// A direct identifier: findings of one kind with one number are the same person, phone, card …
  case entity(Int)
  case age(AgeValue)
  case sex(Sex)
  case date(DateValue)
  /// A row of a dictionary list: place, diagnosis, occupation, group, fact …
  case row(TermRow)
  /// A proper place no list knows: the key of its folded words and the population its kind of word suggests (risk.md B2).
  case unknownPlace(key: UInt64, population: Int)
  /// An institution no list knows: the key of its folded words and its class word's row in `institution-heads`.
  case unknownInstitution(key: UInt64, head: TermRow?)
  /// A measured trait.
  case height(centimetres: Int)
  case weight(kilograms: Int)
  /// Found but not understood: counts with its kind's unknown share; equal keys are one fact.
  case unknown(key: UInt64)
}

package enum Sex: String, Hashable, Sendable, Codable {
  case female = "f"
  case male = "m"
  /// Transgender, non-binary, intersex: scored as a group, never as plain sex (risk.md B2).
  case other = "x"
}

/// A closed interval of ages.
package struct AgeValue: Hashable, Sendable, Codable {
  package enum Unit: String, Hashable, Sendable, Codable {
    case days
    case years
  }

  package let unit: Unit
  package let lower: Int
  /// Inclusive; ``openEnd`` when there is no upper limit ("90 or older").
  package let upper: Int

  package static let openEnd = 150

  package init(unit: Unit, lower: Int, upper: Int) {
    precondition(lower <= upper, "an age interval never runs backwards")
    self.unit = unit
    self.lower = lower
    self.upper = upper
  }

  package static func years(_ years: Int) -> AgeValue { AgeValue(unit: .years, lower: years, upper: years) }

  /// The interval in whole years that contains this one.
  package var inYears: ClosedRange<Int> {
    switch unit {
    case .years: lower...upper
    case .days: (lower / 365)...(upper / 365)
    }
  }
}

/// A calendar date, as much of it as the text gives.
package struct DateValue: Hashable, Sendable, Codable {
  package let year: Int?
  /// 1...12
  package let month: Int?
  /// 1...31
  package let day: Int?
  /// 1 (Monday) ... 7
  package let weekday: Int?
  /// Row of `seasons` or `holidays`.
  package let named: TermRow?
  /// "three weeks later", "day 14": places an event in the story, not in the calendar.
  package let isRelative: Bool

  package init(
    year: Int? = nil, month: Int? = nil, day: Int? = nil, weekday: Int? = nil, named: TermRow? = nil,
    isRelative: Bool = false
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.weekday = weekday
    self.named = named
    self.isRelative = isRelative
  }

  package var isComplete: Bool { year != nil && month != nil && day != nil }
}
