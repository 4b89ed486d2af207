#if Containers
  package import CaviardCase

  /// A container of an invented case, with a place for everything.
  package protocol ContainerFixture {
    /// What is in sight: what finds nothing there is no test.
    var sight: String { get set }
    var source: CaseSource { get }
  }
#endif
