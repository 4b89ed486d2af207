import CaviardPipeline
import Testing

@Suite("a stream of cases")
struct CaseStreamTests {
  @Test("every input once, in order, at any number of jobs", arguments: [1, 2, 3, 8])
  func order(jobs: Int) {
    var next = 0
    var delivered: [Int] = []
    CaseStream(jobs: jobs).run(
      next: {
        next += 1
        return next <= 1000 ? next : nil
      },
      makeWorker: { 0 },
      work: { worker, input in
        worker += 1
        // Uneven work, so that later inputs are often ready first.
        return (0..<(input % 7 * 200)).reduce(input) { sum, _ in sum &+ 0 }
      },
      deliver: { delivered.append($0) })
    #expect(delivered == Array(1...1000))
  }

  @Test("only so many inputs are in flight")
  func bounded() {
    var taken = 0
    var delivered = 0
    var widest = 0
    CaseStream(jobs: 3).run(
      next: {
        taken += 1
        return taken <= 500 ? taken : nil
      },
      makeWorker: {}, work: { _, input in input },
      deliver: { _ in
        delivered += 1
        widest = max(widest, taken - delivered)
      })
    #expect(delivered == 500)
    #expect(widest <= 13)
  }
}
