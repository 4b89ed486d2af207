package import CaviardCase

/// What the program says of acceptances and consents to an English reader.
extension EnglishMessages {
  package func accepted(_ accepted: Accepted) -> String {
    switch accepted {
    case .baseline(let reason): "ACCEPTED by the baseline: \(reason)"
    case .consent(let scope, let reference, let expires):
      "ACCEPTED by a recorded consent (\(scope.map(\.rawValue).joined(separator: ", "))), until \(expires): \(reference)"
    }
  }

  package func allowance(_ allowance: InlineAllowance) -> String {
    let what = "line \(allowance.line): \(kind(allowance.kind)) × \(allowance.count) allowed by a comment"
    return what + (allowance.reason.map { ": \($0)" } ?? "; its reason is not shown, for something was found in it")
  }

  package func acceptance(_ remark: AcceptanceRemark) -> String {
    switch remark {
    case .unheeded(let count):
      "\(self.count(count, "entry", "entries")) of the baseline or the consents not heeded: their fingerprints need the key "
        + "(--key or CAVIARD_KEY_FILE)"
    case .unused(let path, let reason):
      "\(path): unused in the baseline, the case passes, is gone or has changed (\(reason))"
    case .inUse(let path, let reason): "\(path): accepted (\(reason))"
    case .expired(let name, let day): "\(name): the consent ended on \(day) and is not heeded"
    case .needsKey(let name):
      "\(name): not accepted: it may hold a name or number, and without a key another could take its place; allow a harmless "
        + "word in the policy (words.allow), or give --key"
    case .needsRepair(let name): "\(name): not accepted: what stops it must be repaired (caviard check says what)"
    case .open(let name): "\(name): not accepted"
    case .created(let added, let kept, let open):
      "\(count(added, "case", "cases")) accepted now, \(kept) before, \(open) not."
    case .audited(let used, let unused, let open):
      "\(count(used, "entry", "entries")) in use, \(unused) unused; \(count(open, "case", "cases")) not accepted."
    case .removed(let count): "\(self.count(count, "unused entry", "unused entries")) removed."
    case .notRemoved: "nothing was removed: a case that could not be read may be the one an entry is for"
    case .recorded(let name, let expires): "\(name): consent recorded for this version, until \(expires)."
    case .recordedBefore(let name): "\(name): the same consent is recorded already."
    case .consent(let row):
      "\(row.fingerprint)  \(row.scope.map(\.rawValue).joined(separator: ", "))  \(row.recorded) to \(row.expires)"
        + "\(row.isExpired ? " EXPIRED" : "")  \(row.reference)  (recorded by: \(row.recordedBy))"
    case .noConsents: "No consent is recorded."
    }
  }

  func key(_ problem: KeyProblem) -> String {
    switch problem {
    case .unreadable: "the key cannot be read"
    case .tooShort(let least): "too short for a key: at least \(least) bytes (caviard key create makes one)"
    case .tracked: "this key is in the repository: whoever can read it can try names; make another one elsewhere"
    case .wouldBeTracked: "a key does not belong in a repository: put it elsewhere, or have git ignore the file first"
    }
  }
}
