/// Why a case that does not pass by itself is let through.
package enum Accepted: Hashable, Sendable {
  /// A person looked at this version and wrote down why it may be shared.
  case baseline(reason: String)
  /// The patient consented to this version. Never a name.
  case consent(scope: [ConsentScope], reference: String, expires: String)
}

/// What a patient consents to.
package enum ConsentScope: String, Hashable, Sendable, CaseIterable {
  /// Somebody who knows the patient may recognise them.
  case recognisable
  /// Pictures and other media.
  case pictures
  /// The patient's name and numbers.
  case named
}
