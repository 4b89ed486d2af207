package import CaviardCase
package import CaviardPipeline

/// Pipelines over the project's own dictionaries, made once for the whole run.
package enum TestPipeline {
  package static let canada: Result<Pipeline, any Error> = make(.canada)

  package static func make(_ policy: Policy) -> Result<Pipeline, any Error> {
    Result { try Pipeline(dictionary: TestDictionary.compiled.get(), policy: policy) }
  }
}
