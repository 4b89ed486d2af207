package import Foundation

/// The checkout these tests were built from.
package enum ProjectFolder {
  package static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
