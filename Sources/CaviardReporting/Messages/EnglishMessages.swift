package import CaviardCase

/// What the program says to an English reader.
package struct EnglishMessages: Messages {
  package init() {}

  package func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: "PASS: nothing more to change was found"
    case .review: "REVIEW: a person must look at this before it is shared"
    case .block: "BLOCK: do not share this as it is"
    }
  }

  package func unreadable() -> String { "BLOCK: this could not be read to its end, so nothing is known about it" }

  package func risk(_ risk: CaseRisk) -> String {
    let fitting =
      risk.k < 0.5
      ? "Hardly anybody but the patient fits this description"
      : "About \(number(risk.k)) people fit this description"
    return "\(fitting): K = \(number(risk.k)), between \(number(risk.kLow)) and \(number(risk.kHigh)). "
      + "The lower number must be at least \(number(1 / risk.threshold))."
  }

  package func working(_ risk: CaseRisk) -> String {
    "= \(number(risk.k)); half-widths, each × (1 − share), together \(number(risk.halfWidth)) dex, so K_low = K × 10^(−1.3 × "
      + "\(number(risk.halfWidth))) = \(number(risk.kLow)). \(count(risk.generalKnowledgeCount, "share", "shares")) of "
      + "\(risk.factorCount) are general knowledge, not figures from a publication or package."
  }

  package func reason(_ reason: VerdictReason) -> String {
    switch reason {
    case .directIdentifier: "it names or numbers a person directly"
    case .identifyingName: "the name of the file or of a folder tells of somebody"
    case .kBelowThreshold: "too few people fit the description"
    case .superlative: "it claims a first, only or rarest case, which a reader can look up"
    case .infeasible: "no change that the pins allow makes it shareable"
    case .belowFloor: "it tells something more finely than the policy's floor allows"
    case .notForSharing: "it carries Caviard's own mark that it is not for sharing: a review copy or a research export"
    case .metadata: "a picture carries metadata"
    case .unsupportedLanguage: "most of it is in a language that is neither English nor French"
    case .unreadable: "it could not be read to its end"
    case .intervalStraddles: "whether enough people fit is not certain"
    case .media: "it refers to pictures or other media, which cannot be read here"
    case .superlativeMeasurement: "it calls a measurement a record, which can be looked up"
    case .reportableEvent: "it tells of an event that the news may have covered"
    case .unmeasuredTrait: "it holds a trait whose frequency is not known"
    case .contradiction: "two statements about one thing contradict each other"
    case .quotation: "it quotes the patient word for word"
    case .possibleName: "a word may be a name"
    case .nothingFound: "nothing was found in a long text, which is unusual for a case"
    case .authoringData: "the file holds authors, dates of editing, deleted text or parts that cannot be read"
    }
  }

  package func advice(_ advice: Advice) -> String {
    switch advice {
    case .sensitiveTopic(let topic): "Sensitive topic (\(topic)): the stricter threshold applies."
    case .infeasible(let bound): infeasible(bound)
    case .manyIndirect(let facts):
      "\(facts) facts about the person's life stay, each harmless alone: have somebody who knows the place read it."
    case .notXML(let line, let column):
      "Not well-formed XML (line \(line), column \(column)): it was read, and is written, by HTML's rules."
    case .unusedAllowance(let line, let column):
      "The caviard:allow at line \(line), column \(column) changes nothing: take it out."
    case .reason(let reason):
      switch reason {
      case .media: "Look at each picture, and ask for consent to publish any that shows the patient."
      case .superlativeMeasurement: "Give the value without calling it a record."
      case .reportableEvent: "Search for the event: if the news covered it, leave it out."
      case .quotation: "Put the patient's words into your own."
      case .possibleName: "If it is a name, remove it; if not, allow the word in the policy."
      case .contradiction: "Check which of the two statements is right."
      case .unmeasuredTrait: "Leave the trait out, or ask for consent."
      case .superlative: "Leave the claim out."
      case .belowFloor: "Run scrub with this policy, or make it as coarse as the floor says."
      case .notForSharing: "Start again from the original case."
      case .metadata: "Take the metadata out, or run scrub with --media keep."
      case .unsupportedLanguage: "Translate the case, or read it with --language if this is an error."
      case .nothingFound: "Check by hand that the text is complete."
      case .authoringData: "Run scrub: it takes out what does not belong to the text."
      case .intervalStraddles: "Make one more fact coarser, or have a person decide."
      case .directIdentifier: "Remove every name, number and address, or run scrub."
      case .identifyingName: "Give file and folders other names, or run scrub; check --show-text shows them."
      case .kBelowThreshold: "Make the rarest facts coarser, or run scrub."
      case .infeasible: infeasible(nil)
      case .unreadable: "Repair the file and run again."
      }
    }
  }

  package func failure(_ failure: CaseFailure) -> String {
    let what =
      switch failure.code {
      case .unreadableFile: "the file cannot be read"
      case .undecodable: "the bytes are not text of this encoding"
      case .malformedMarkup: "the markup is not well-formed"
      case .tooLarge: "the case is too large"
      case .tooDeep: "the elements are nested too deeply"
      case .unsupportedFormat: "this kind of file is not supported"
      case .unsupportedEncoding: "this encoding is not supported"
      case .malformedContainer: "the archive is damaged, or not what its name says"
      case .offsetMismatch: "the places of the text in the file are not certain"
      case .invalidRecord: "the record is not valid"
      case .scoring: "the risk could not be computed"
      case .unwritable: "the output cannot be written"
      case .damagedMedia: "the picture is damaged or another kind of file than its name says"
      case .pictureMetadata: "the picture carries metadata, which scrub would take out"
      case .identifyingCompanion: "the file names somebody and is not copied"
      case .identifyingName: "the name of the file or of a folder tells of somebody"
      case .unverified: "the scrubbed text did not pass the check of its own output"
      }
    let place =
      if let line = failure.line, let column = failure.column {
        "line \(line), column \(column): "
      } else if let byte = failure.byte {
        "byte \(byte): "
      } else {
        ""
      }
    return (failure.part.map { "\($0), " } ?? "") + place + what + (failure.detail.map { " (\($0))" } ?? "")
  }

  package func dropped(_ parts: [String]) -> String {
    "Never written: \(parts.joined(separator: ", "))."
  }

  package func nothingFound() -> String { "Nothing was found that identifies a person." }

  package func kind(_ kind: Kind) -> String {
    kind == .possibleName ? "possible name" : PlaceholderWords.word(kind, .english)
  }

  package func action(_ action: Action, replacement: String?) -> String {
    switch action {
    case .redact, .generalise:
      switch replacement {
      case nil, ""?: "take out"
      case let words?: "write “\(words)”"
      }
    case .keep: "can stay"
    case .flag: "look at this"
    }
  }

  package func details(_ decision: Decision) -> String {
    var parts = ["confidence \(number(decision.finding.confidence))", "found by \(decision.finding.detector)"]
    if let share = decision.share { parts.append("share \(number(share)) ±\(number(decision.halfWidth)) dex") }
    if !decision.shareSource.isEmpty { parts.append("from \(decision.shareSource)") }
    return parts.joined(separator: ", ")
  }

  package func written(_ after: CaseAfter) -> String {
    "After \(count(after.edits, "change", "changes")): \(after.verdict.rawValue), K = \(number(after.risk.k)), at least "
      + "\(number(after.risk.kLow))."
  }

  package func held() -> String { "No copy was written: no change makes it shareable." }

  package func flagged() -> String {
    "No shareable copy was written: this policy changes nothing. A marked copy is under .caviard/review."
  }

  package func number(_ value: Double) -> String {
    abs(value) < 1000 ? Decimal.short(value) : whole(Int(clamping: Int64(min(value, 1e15))))
  }

  package func scanned(_ tally: CaseTally) -> String {
    var text = "\(count(tally.cases, "file", "files")) scanned"
    if tally.cases > 0 {
      text +=
        ": \(tally.passed) pass, \(tally.toReview) to review, \(tally.blocked) blocked, \(tally.failed) unreadable"
    }
    if tally.accepted > 0 { text += ", \(tally.accepted) accepted" }
    if tally.asBefore > 0 {
      text += "; \(count(tally.asBefore, "changed case", "changed cases")) as risky as before, not reported"
    }
    if tally.unsupported > 0 { text += "; \(count(tally.unsupported, "other file", "other files")) not supported" }
    if tally.untracked > 0 { text += "; \(count(tally.untracked, "file", "files")) that git does not track not read" }
    if tally.isHistoryCut { text += "; older commits are not in this clone and were not read" }
    return text + "."
  }

  package func earlier(_ row: HistoryReport.Row) -> String {
    "\(row.name): an earlier version (commit \(row.commit)) told more: its K was at least \(number(row.earlier.kLow)), now it is "
      + "at least \(number(row.present.kLow)). What was pushed is permanent."
  }

  package func gitFault(_ fault: GitProblem) -> String {
    switch fault {
    case .noRepository: "not inside a git repository"
    case .notInstalled: "git cannot be started"
    case .unknownRevision(let name):
      "git knows no commits \(name); in continuous integration the whole history must be fetched"
    case .failed(let command, let status):
      "git \(command) failed\(status.map { " with status \($0)" } ?? ""); where another user owns the folder, git wants "
        + "git config --global --add safe.directory FOLDER"
    }
  }

  package func scrubbed(_ tally: CaseTally, seconds: Double) -> String {
    "\(tally.written) of \(count(tally.cases, "case", "cases")) written, \(tally.held) kept back, \(tally.failed) failed"
      + (tally.unsupported > 0 ? ", \(count(tally.unsupported, "file", "files")) not supported" : "")
      + (tally.copied > 0 ? ", \(count(tally.copied, "file", "files")) copied beside them" : "")
      + (tally.leftOut > 0 ? ", \(count(tally.leftOut, "picture", "pictures")) left out" : "")
      + (tally.notCopied > 0 ? ", \(count(tally.notCopied, "file", "files")) not copied" : "")
      + (tally.passedOver > 0 ? ", \(count(tally.passedOver, "file", "files")) passed over" : "")
      + (tally.flagged > 0 ? ", \(count(tally.flagged, "case", "cases")) marked for a person" : "")
      + "; \(Decimal.short(seconds)) s, \(Decimal.short(Double(tally.bytes) / 1e6)) MB."
  }

  package func linked(_ first: String, _ second: String) -> String {
    "\(first), \(second): could be one patient told twice; together too few people fit (linked)"
  }

  package func alone(_ library: LibraryReport) -> String {
    "\(library.unique) of \(count(library.cases, "case", "cases")) say what no other case here says: whoever knows that "
      + "somebody is in this library could find them."
  }

  package func listed(_ name: String, _ fate: FileFate) -> String {
    switch fate {
    case .held: "\(name): not written, it cannot be made shareable"
    case .flagged: "\(name): not written, a marked copy is under .caviard/review"
    case .export: "\(name): written for research, its dates moved; not for sharing"
    case .needsReview: "\(name): written, a person must look at it"
    case .unsupported: "\(name): not copied, this kind of file is not supported"
    case .unreadable(let why): "\(name): \(why)"
    }
  }

  package func commandError(_ problem: CommandProblem) -> String {
    switch problem {
    case .dictionaryMissing:
      "the dictionaries are missing: name them with --dictionary or CAVIARD_DATA, or run “make dictionaries”"
    case .dictionaryUnusable(let path, let why): "\(path): the dictionaries cannot be used (\(why))"
    case .rulesUnusable(let why): "a rule is refused: \(why)"
    case .noSuchInput(let path): "\(path): no such file or folder"
    case .outputInsideInput(let path): "\(path): the output folder lies inside an input or is one"
    case .outputOverInput(let path): "\(path): the output would overwrite an input"
    case .sameOutput(let path): "\(path): two inputs would be written to this file"
    case .outputUnwritable(let path): "\(path): cannot be written"
    case .fileExists(let path): "\(path): exists already and is not overwritten"
    case .dateKeyUnusable(let path, let least):
      "\(path): not a key for --shift-dates: a readable file of at least \(least) bytes, and a policy that writes copies"
    case .keyUnusable(let path, let problem): "\(path): \(key(problem))"
    case .consentNeedsKey: "a consent is bound to the very words of a case: give --key or CAVIARD_KEY_FILE"
    case .namesSomebody(let option):
      "\(option) may name or number somebody, and the file is for everybody: write an office, a function or a file reference"
    case .emptyOption(let option): "\(option) says nothing"
    case .notAComingDay(let option): "\(option) must be a day to come, as YYYY-MM-DD"
    case .removeNeedsWhole: "--remove-unused reads the whole working folder: name no path"
    case .showTextInCI: "--show-text is refused by gate, and where CI is set unless --force insists"
    case .bratNeedsText: "brat's standoff repeats the words of the case: it is for check with --show-text"
    case .bratNeedsOneCase: "brat's standoff is of one file: check one at a time"
    case .notOfCopies(let format):
      "--format and --report \(format) are for check and gate: their places are those of the files as read"
    case .reportOverInput(let path):
      "\(path): the report would overwrite a file that is read; put it elsewhere, such as below .caviard"
    case .unknownEncoding(let name, let known):
      "unknown encoding “\(name)”; known: \(known.joined(separator: ", "))"
    case .cannotWrite: "the output could not be written"
    case .foreignHook(let path, let line):
      "\(path): there is another hook, which is not overwritten. Add this line to it, or replace it with --force:\n\(line)"
    case .goldUnusable(let path, let line, let problem): "\(path):\(line): \(gold(problem))"
    case .noGold(let path): "\(path): no case with gold in it"
    case .notAnExpression(let option): "\(option) is not a regular expression"
    case .orphadataUnusable(let path, let line, let problem): "\(path):\(line): \(orphadata(problem))"
    case .listsUnusable(let why): why
    }
  }
}

extension EnglishMessages {
  package func compilingDictionaries() -> String {
    "the dictionaries of this build are not compiled yet: compiling them, once"
  }

  package func hook(_ fate: HookFate, _ path: String) -> String {
    switch fate {
    case .installed: "\(path): written; it judges what is staged before every commit"
    case .unchanged: "\(path): is there already"
    case .replaced: "\(path): replaced; it judges what is staged before every commit"
    }
  }

  package func hookWithoutCommand() -> String {
    "caviard: the command is neither where this hook was installed from nor in PATH, so nothing was judged and nothing is committed"
  }

  package func withoutPrediction(_ missing: Int, of all: Int) -> String {
    "\(missing) of \(count(all, "case", "cases")) without a prediction, counted as nothing found"
  }

  package func imported(_ tally: ImportTally) -> String {
    "\(count(tally.disorders, "disorder", "disorders")) with \(count(tally.names, "name", "names")): "
      + "\(tally.withPrevalence) with a prevalence, \(tally.withOnset) with an age of onset, \(tally.joined) joined to rows of "
      + "the base; \(tally.leftOut) left out (groups, obsolete, not rare)."
  }

  private func gold(_ problem: GoldProblem) -> String {
    switch problem {
    case .notARecord: "not a record of gold or predictions"
    case .notUTF8: "not UTF-8"
    case .outside: "a span does not lie in its text"
    case .otherWords: "the words are not those at this place: the offsets must count Unicode characters"
    case .mark: "a mark of an unknown kind, or one that is not closed"
    case .missingText: "there is no .txt beside these annotations"
    case .markup: "not well-formed, or not the XML of i2b2 2014"
    }
  }

  private func orphadata(_ problem: OrphadataProblem) -> String {
    switch problem {
    case .markup: "the markup is not well-formed"
    case .documentType: "a document type is not allowed"
    case .limit: "nested too deeply, or a text that is too long"
    case .notOrphadata: "not a file of Orphadata (no JDBOR element)"
    case .missingCode: "a disorder without an OrphaCode that is a number"
    case .invalidNumber: "not a number"
    case .nothing: "no disorder"
    }
  }

  private func infeasible(_ bound: Infeasibility?) -> String {
    guard let bound else { return "The pins keep too much: release one, or ask for consent." }
    var text = "With these pins the lower number can reach \(number(bound.bestKLow)) at best."
    if let kind = bound.release {
      text += " Releasing “\(kind.rawValue)” would be enough"
      text += bound.releaseCost.map { ", at a cost of \($0)." } ?? "."
    } else {
      text += " Consent, or an invented case, is what remains."
    }
    return text
  }

  func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(whole(number)) \(number == 1 ? one : many)"
  }

  private func whole(_ number: Int) -> String { Decimal.grouped(number, separator: ",") }
}
