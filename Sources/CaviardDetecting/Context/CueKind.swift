/// What a term of the list `cues` announces, as far as detectors ask; patterns name the kinds by their text.
enum CueKind: UInt8, BitwiseCopyable {
  case other
  case birth
  case death
  case negation
  case differential
  case familyHistory
  case placeResidence
  case placeOrigin
  case occupation
  case language
  case mediaReference

  /// - Parameter text: the list's column `kind`.
  init(_ text: String) {
    self =
      switch text {
      case "birth": .birth
      case "death": .death
      case "negation": .negation
      case "differential": .differential
      case "family-history": .familyHistory
      case "place-residence": .placeResidence
      case "place-origin": .placeOrigin
      case "occupation": .occupation
      case "language": .language
      case "media-reference": .mediaReference
      default: .other
      }
  }
}
