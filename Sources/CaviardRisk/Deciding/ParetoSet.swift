/// Drops the choices that cannot be part of the best answer (risk.md D3).
enum ParetoSet {
  /// A choice is dropped when another costs no more, changes no more, and leaves no smaller K with no more doubt.
  ///
  /// Of equals the smaller key stays; where only the doubt differs, a smaller key stays too, since rounding may make
  /// both the same in the end. O(n log n) and the moves of a sorted array.
  static func reduce(_ choices: inout [Choice]) {
    choices.sort { a, b in
      if a.cost != b.cost { return a.cost < b.cost }
      if a.changed != b.changed { return a.changed < b.changed }
      if a.share != b.share { return a.share > b.share }
      if a.variance != b.variance { return a.variance < b.variance }
      return a.key < b.key
    }
    var kept: [Choice] = []
    // Indices of kept choices, shares rising, doubts rising: none is beaten by another.
    var stair: [Int] = []
    for choice in choices {
      var low = 0
      var high = stair.count
      while low < high {
        let middle = (low + high) / 2
        if kept[stair[middle]].share < choice.share { low = middle + 1 } else { high = middle }
      }
      if low < stair.count {
        let rival = kept[stair[low]]
        if rival.variance <= choice.variance {
          let differsOnlyInDoubt =
            rival.share == choice.share && rival.cost == choice.cost && rival.changed == choice.changed
          if differsOnlyInDoubt && choice.key < rival.key { kept.append(choice) }
          continue
        }
      }
      var first = low
      while first > 0, kept[stair[first - 1]].variance >= choice.variance { first -= 1 }
      var end = low
      if end < stair.count, kept[stair[end]].share == choice.share { end += 1 }
      stair.replaceSubrange(first..<end, with: [kept.count])
      kept.append(choice)
    }
    choices = kept
  }
}
