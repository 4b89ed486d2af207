internal import CaviardDetecting
internal import CaviardDictionaries

/// A rule file is refused, or it can be compiled, read back and run on its own sentences.
struct RulesCheck {
  private let dictionary: CompiledDictionary

  init(_ dictionary: CompiledDictionary) { self.dictionary = dictionary }

  func check(_ bytes: [UInt8]) throws(FuzzFault) {
    // The loader takes UTF-8 files only.
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    let file: PatternRuleFile
    do throws(PatternRuleError) {
      file = try PatternRuleLoader().parse(text, path: "rule.json")
    } catch {
      _ = error.description
      return
    }
    let again: [PatternRule]
    do throws(PatternRuleError) {
      again = try PatternRuleCodec.decode(PatternRuleCodec.encode([file.rule]))
    } catch {
      throw FuzzFault("a rule compiled cannot be read")
    }
    try FuzzFault.require(again == [file.rule], "a rule compiled is another rule")
    do throws(PatternRuleError) { try RuleProof.check([file], dictionary: dictionary) } catch { _ = error.description }
  }
}
