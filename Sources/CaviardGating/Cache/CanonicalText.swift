/// A value as text that is the same in every run: members of sets and dictionaries in order, everything else as it is declared.
///
/// A member added to a type changes the text by itself: nothing that decides a verdict can be forgotten here.
package enum CanonicalText {
  package static func of(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty { return String(reflecting: value) }
    let parts = mirror.children.map { child in (child.label.map { $0 + "=" } ?? "") + of(child.value) }
    let isUnordered = mirror.displayStyle == .set || mirror.displayStyle == .dictionary
    return "\(mirror.subjectType)(" + (isUnordered ? parts.sorted() : parts).joined(separator: ",") + ")"
  }
}
