extension FrenchMessages {
  package func headed(_ title: String, _ words: String) -> String { "\(title) : \(words)" }

  package func page() -> PageText {
    PageText(
      title: "Caviard : rapport",
      introduction:
        "Ce qui pourrait révéler qui est la personne soignée, et quoi écrire à la place. Aucun mot des cas n’est montré. "
        + "Caviard aide à trouver ce qui identifie; il ne certifie pas l’anonymat. Une personne doit lire ce qui est partagé, "
        + "et le consentement reste nécessaire.",
      summary: "Sommaire", cases: "Cas", caseName: "Cas", verdict: "Verdict", people: "K : gens qui y répondent",
      least: "au moins (borne inférieure)", findings: "À changer", kind: "Quoi", places: "Où", instead: "Que faire",
      why: "Pourquoi", linked: "Peut-être une personne racontée deux fois", skip: "Aller aux cas",
      back: "Retour au sommaire", pass: "Bon", review: "À revoir", block: "Bloqué", unreadable: "Illisible",
      nothing: "Aucun fichier lu.", placeForm: "Les places sont ligne:colonne dans le fichier, colonnes en caractères.")
  }

  package func overflow(_ errors: Int, _ warnings: Int) -> String {
    "\(count(errors, "autre erreur", "autres erreurs")) et \(count(warnings, "autre avertissement", "autres avertissements")) "
      + "non montrés ici; le sommaire de cette étape ou un autre format a tous les cas."
  }

  package func leftOut(_ issues: Int, limit: Int) -> String {
    "\(count(issues, "élément", "éléments")) de moindre gravité hors du rapport, qui en contient \(number(Double(limit)))."
  }

  package func tableColumns() -> [String] { ["Cas", "Verdict", "K", "K_low", "À changer", "Pourquoi"] }

  package func moreCases(_ count: Int) -> String {
    "\(self.count(count, "autre cas ne passe pas et n’est pas listé", "autres cas ne passent pas et ne sont pas listés"))."
  }
}
