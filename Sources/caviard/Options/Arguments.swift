internal import ArgumentParser
internal import CaviardCase
internal import CaviardPolicies

extension LanguageChoice: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension MediaHandling: ExpressibleByArgument {}
extension Kind: ExpressibleByArgument {}

enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never

  var isOn: Bool {
    switch self {
    case .auto: Terminal.outputIsTerminal && Terminal.environment("NO_COLOR") == nil
    case .always: true
    case .never: false
    }
  }
}

enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case review
  case block
}
