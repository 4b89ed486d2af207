/// A word of a term and how it joins the one before.
struct PhraseStep: Hashable {
  let word: Int
  let joint: PhraseGaps.Joint
}

/// The terms of several words, as a tree; then as a table of edges.
struct PhraseCollector {
  private struct Node {
    let parent: Int
    let step: PhraseStep
    var senses: [CollectedSense] = []
  }

  /// Node 0 stands before the first word.
  private var nodes = [Node(parent: -1, step: PhraseStep(word: -1, joint: .plain))]
  private var children: [Edge: Int] = [:]

  private struct Edge: Hashable {
    let node: Int
    let step: PhraseStep
  }

  mutating func add(_ steps: [PhraseStep], _ sense: CollectedSense) {
    var node = 0
    for step in steps {
      let edge = Edge(node: node, step: step)
      if let next = children[edge] {
        node = next
      } else {
        children[edge] = nodes.count
        nodes.append(Node(parent: node, step: step))
        node = nodes.count - 1
      }
    }
    nodes[node].senses.insertMerging(sense)
  }

  /// The words that begin a phrase.
  var firstWords: Set<Int> { Set(nodes.filter { $0.parent == 0 }.map(\.step.word)) }

  /// The edge slots and the bitmap of beginnings. `numbers` turns word indices into word numbers.
  func write(
    numbers: [Int], senses: inout SenseWriter, strings: inout StringPool
  ) throws(DictionaryError) -> (edges: [UInt8], starts: [UInt8]) {
    let edgeCount = nodes.count { $0.parent > 0 }
    let capacity = edgeCount + edgeCount / 2 + 8
    var slots = [PhraseEdge](
      repeating: PhraseEdge(parent: PhraseEdge.none, word: 0, senses: WordEntry.none), count: capacity)
    var bitmapWords = 16
    while bitmapWords * 64 < edgeCount * 8 { bitmapWords *= 2 }
    var bitmap = [UInt64](repeating: 0, count: bitmapWords)
    /// The name of each node as a parent.
    var names = [UInt32](repeating: 0, count: nodes.count)
    // A parent comes before its children.
    for (index, node) in nodes.enumerated().dropFirst() {
      let word = PhraseGaps.edgeWord(UInt32(numbers[node.step.word]), after: node.step.joint)
      guard node.parent > 0 else {
        names[index] = PhraseEdge.root | word
        continue
      }
      let parent = names[node.parent]
      let hash = PhraseEdge.hash(parent, word)
      var slot = VocabularySlot.home(hash, capacity: capacity)
      while slots[slot].parent != PhraseEdge.none { slot = slot + 1 == capacity ? 0 : slot + 1 }
      slots[slot] = PhraseEdge(
        parent: parent, word: word, senses: try senses.write(node.senses, strings: &strings))
      names[index] = UInt32(slot)
      if parent & PhraseEdge.root != 0 {
        let bit = Int(truncatingIfNeeded: hash) & (bitmapWords * 64 - 1)
        bitmap[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
    var edges: [UInt8] = []
    for slot in slots {
      edges.appendLittleEndian(slot.parent)
      edges.appendLittleEndian(slot.word)
      edges.appendLittleEndian(slot.senses)
    }
    var starts: [UInt8] = []
    for word in bitmap { starts.appendLittleEndian(word) }
    return (edges, starts)
  }
}
