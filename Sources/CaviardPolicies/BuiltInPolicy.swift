/// The policies that come with the program, as the files they are.
package enum BuiltInPolicy: String, Hashable, Sendable, CaseIterable {
  case canada
  case quebecLaw25 = "quebec-law-25"
  case hipaaSafeHarbor = "hipaa-safe-harbor"
  case strict
  case flagOnly = "flag-only"

  /// The file.
  package var source: [UInt8] {
    switch self {
    case .canada: PackageResources.canada_yml
    case .quebecLaw25: PackageResources.quebec_law_25_yml
    case .hipaaSafeHarbor: PackageResources.hipaa_safe_harbor_yml
    case .strict: PackageResources.strict_yml
    case .flagOnly: PackageResources.flag_only_yml
    }
  }

  package static let names = allCases.map(\.rawValue)
}
