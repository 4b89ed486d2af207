internal import ArgumentParser
internal import CaviardDictionaries
internal import CaviardReporting

struct DictionaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dictionary", abstract: "The lists that detecting and scoring rest on.",
    subcommands: [
      DictionaryLookupCommand.self, DictionaryInfoCommand.self, DictionaryCompileCommand.self,
      DictionaryImportCommand.self,
    ])
}

struct DictionaryInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "The compiled dictionaries in use: digest, lists, rows and terms.")

  @OptionGroup var options: SharedOptions

  func run() throws {
    let dictionary = try Settings(options).dictionary(options.dictionary)
    let text: String
    if options.format == .json {
      var json = JSONWriter(.indented)
      json.object { json in
        json.member("digest", dictionary.digest)
        json.key("lists")
        json.array(dictionary.listCounts) { json, count in
          json.object { json in
            json.member("list", count.list.rawValue)
            json.member("rows", count.rows)
            json.member("terms", count.terms)
            json.key("sources")
            json.array(dictionary.sourceCounts(count.list)) { json, source in
              json.object { json in
                json.member("source", source.source)
                json.member("rows", source.rows)
              }
            }
          }
        }
      }
      json.lineFeed()
      text = String(decoding: json.bytes, as: UTF8.self)
    } else {
      let width = dictionary.listCounts.map(\.list.rawValue.count).max() ?? 0
      text = dictionary.listCounts.reduce("digest \(dictionary.digest)\n") { text, count in
        let name = count.list.rawValue + String(repeating: " ", count: width - count.list.rawValue.count)
        let sources = dictionary.sourceCounts(count.list).map { "\n    \($0.rows)  \($0.source)" }.joined()
        return text + "\(name)  \(count.rows) rows  \(count.terms) terms\(sources)\n"
      }
    }
    if !Terminal.write(text) { throw ExitStatus.unprocessed.code }
  }
}

struct DictionaryCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Compiles lists and rules; a rule that fails its own sentences is refused.",
    discussion: """
      Later folders go on top of the first: a row with a known id adds its terms and replaces the cells it fills, any \
      other is a row more. Rules are those of the first folder.
      """)

  @OptionGroup var options: SharedOptions

  @Argument(help: "Folders of lists; the first has the rules under patterns.")
  var folders: [String]

  @Option(name: [.short, .long], help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  func run() throws {
    try Settings(options).compile(folders, to: output)
  }
}
