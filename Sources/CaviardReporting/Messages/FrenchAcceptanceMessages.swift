package import CaviardCase

/// What the program says of acceptances and consents to a French reader.
extension FrenchMessages {
  package func accepted(_ accepted: Accepted) -> String {
    switch accepted {
    case .baseline(let reason): "ACCEPTÉ par la liste des cas admis : \(reason)"
    case .consent(let scope, let reference, let expires):
      "ACCEPTÉ par un consentement (\(scope.map(word).joined(separator: ", "))), jusqu’au \(expires) : \(reference)"
    }
  }

  package func allowance(_ allowance: InlineAllowance) -> String {
    let what = "ligne \(allowance.line) : \(kind(allowance.kind)) × \(allowance.count) admis par un commentaire"
    return what
      + (allowance.reason.map { " : \($0)" } ?? "; sa raison n’est pas montrée, car quelque chose y a été trouvé")
  }

  package func acceptance(_ remark: AcceptanceRemark) -> String {
    switch remark {
    case .unheeded(let count):
      "\(self.count(count, "entrée", "entrées")) des cas admis ou des consentements sans effet : leurs empreintes demandent la "
        + "clé (--key ou CAVIARD_KEY_FILE)"
    case .unused(let path, let reason):
      "\(path) : entrée inutile des cas admis, le cas passe, n’est plus là ou a changé (\(reason))"
    case .inUse(let path, let reason): "\(path) : admis (\(reason))"
    case .expired(let name, let day): "\(name) : le consentement a pris fin le \(day) et reste sans effet"
    case .needsKey(let name):
      "\(name) : non admis : il tient peut-être un nom ou un numéro, et sans clé un autre pourrait prendre sa place; permettez "
        + "un mot anodin dans la politique (words.allow), ou donnez --key"
    case .needsRepair(let name): "\(name) : non admis : ce qui l’arrête est à réparer (caviard check le dit)"
    case .open(let name): "\(name) : non admis"
    case .created(let added, let kept, let open):
      "\(count(added, "cas admis", "cas admis")) maintenant, \(kept) auparavant, \(open) non admis."
    case .audited(let used, let unused, let open):
      "\(count(used, "entrée utile", "entrées utiles")), \(unused) inutiles; \(count(open, "cas non admis", "cas non admis"))."
    case .removed(let count): "\(self.count(count, "entrée inutile retirée", "entrées inutiles retirées"))."
    case .notRemoved: "rien n’a été retiré : un cas illisible est peut-être celui d’une entrée"
    case .recorded(let name, let expires): "\(name) : consentement inscrit pour cette version, jusqu’au \(expires)."
    case .recordedBefore(let name): "\(name) : le même consentement est déjà inscrit."
    case .consent(let row):
      "\(row.fingerprint)  \(row.scope.map(word).joined(separator: ", "))  \(row.recorded) au \(row.expires)"
        + "\(row.isExpired ? " ÉCHU" : "")  \(row.reference)  (inscrit par : \(row.recordedBy))"
    case .noConsents: "Aucun consentement n’est inscrit."
    }
  }

  func key(_ problem: KeyProblem) -> String {
    switch problem {
    case .unreadable: "la clé ne peut être lue"
    case .tooShort(let least): "trop court pour une clé : au moins \(least) octets (caviard key create en fait une)"
    case .tracked: "cette clé est dans le dépôt : qui la lit peut essayer des noms; faites-en une autre ailleurs"
    case .wouldBeTracked:
      "une clé n’a pas sa place dans un dépôt : mettez-la ailleurs, ou faites d’abord ignorer le fichier par git"
    }
  }

  private func word(_ scope: ConsentScope) -> String {
    switch scope {
    case .recognisable: "reconnaissable"
    case .pictures: "images"
    case .named: "nommé"
    }
  }
}
