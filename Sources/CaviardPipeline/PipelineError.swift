/// Why no case can be processed with these dictionaries and this policy.
package enum PipelineError: Error, Hashable, Sendable {
  /// The detectors refuse the compiled dictionaries.
  case detectors(String)
  /// The risk tables are incomplete.
  case risk(String)
}
