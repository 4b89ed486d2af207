internal import ArgumentParser
internal import CaviardDetecting
internal import CaviardDictionaries
internal import CaviardReporting

struct DictionaryLookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup", abstract: "The rows that a term stands for, with what is known of them.")

  @OptionGroup var options: SharedOptions

  @Argument(help: "Words as a case would write them.")
  var terms: [String]

  func run() throws {
    let settings = try Settings(options)
    let dictionary = try settings.dictionary(options.dictionary)
    let lexer = SentenceLexer(dictionary: dictionary)
    var json = JSONWriter(.indented)
    var lines: [String] = []
    json.array(terms) { json, term in
      let context = lexer.context(of: term, language: settings.language)
      let entries = context.lexed.matches.map { match in
        LookedUp(
          words: context.text.string(context.span(match.tokens)), list: match.sense.list.rawValue,
          cells: Self.cells(dictionary.table(match.sense.list), match.sense.row))
      }
      json.object { json in
        json.member("term", term)
        json.key("matches")
        json.array(entries) { json, entry in entry.write(to: &json) }
      }
      lines.append(term)
      lines += entries.isEmpty ? ["  -"] : entries.map { "  " + $0.line }
    }
    json.lineFeed()
    let isJSON = options.format == .json || options.format == .jsonl
    let isWritten = isJSON ? Terminal.write(json.bytes) : Terminal.write(lines.joined(separator: "\n") + "\n")
    if !isWritten { throw ExitStatus.unprocessed.code }
  }

  /// The cells of a row that hold something.
  private static func cells(_ table: DictionaryTable, _ row: Int) -> [(name: String, text: String)] {
    table.columns.compactMap { column in
      let text =
        column.isNumber ? table.number(column, row).map { Decimal.short($0, digits: 6) } : table.text(column, row)
      return text.flatMap { $0.isEmpty ? nil : (column.name, $0) }
    }
  }
}

/// One reading of some of the words.
private struct LookedUp {
  let words: String
  let list: String
  let cells: [(name: String, text: String)]

  var line: String { "\(words)  \(list)  " + cells.map { "\($0.name)=\($0.text)" }.joined(separator: "  ") }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("words", words)
      json.member("list", list)
      json.key("row")
      json.object { json in
        for cell in cells { json.member(cell.name, cell.text) }
      }
    }
  }
}
