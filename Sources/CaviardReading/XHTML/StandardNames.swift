/// Names that W3C and WHATWG publish, which say nothing of anybody. Only whole names count: what follows one may be a person's.
enum StandardNames {
  /// Public and system identifiers of DOCTYPEs.
  static let documentTypes: [String] =
    publicIdentifiers.map { "-//W3C//DTD \($0)//EN" }
    + systemIdentifiers.flatMap { ["http://www.w3.org/\($0)", "https://www.w3.org/\($0)"] } + ["about:legacy-compat"]

  static let namespaces: Set<String> = Set(
    [
      "1999/xhtml", "1999/xlink", "1998/Math/MathML", "2000/svg", "XML/1998/namespace", "2000/xmlns/",
      "1999/XSL/Transform", "1999/XSL/Format", "2001/XMLSchema", "2001/XMLSchema-instance", "2001/XInclude",
      "2001/xml-events", "2002/xforms", "2001/10/synthesis", "1999/02/22-rdf-syntax-ns#", "2000/01/rdf-schema#",
      "2002/07/owl#", "2004/02/skos/core#", "TR/REC-html40", "ns/rdfa#", "ns/prov#",
    ].map { "http://www.w3.org/\($0)" })

  private static let publicIdentifiers = [
    "XHTML 1.0 Strict", "XHTML 1.0 Transitional", "XHTML 1.0 Frameset", "XHTML 1.1", "XHTML Basic 1.0",
    "XHTML Basic 1.1", "XHTML+RDFa 1.0", "XHTML+RDFa 1.1", "XHTML 1.1 plus MathML 2.0",
    "XHTML 1.1 plus MathML 2.0 plus SVG 1.1", "HTML 4.0", "HTML 4.0 Transitional", "HTML 4.01",
    "HTML 4.01 Transitional", "HTML 4.01 Frameset", "MathML 2.0", "SVG 1.0", "SVG 1.1",
  ]

  private static let systemIdentifiers = [
    "TR/xhtml1/DTD/xhtml1-strict.dtd", "TR/xhtml1/DTD/xhtml1-transitional.dtd", "TR/xhtml1/DTD/xhtml1-frameset.dtd",
    "TR/xhtml11/DTD/xhtml11.dtd", "TR/xhtml-basic/xhtml-basic10.dtd", "TR/xhtml-basic/xhtml-basic11.dtd",
    "MarkUp/DTD/xhtml-rdfa-1.dtd", "MarkUp/DTD/xhtml-rdfa-2.dtd", "Math/DTD/mathml2/xhtml-math11-f.dtd",
    "Math/DTD/mathml2/mathml2.dtd", "2002/04/xhtml-math-svg/xhtml-math-svg.dtd", "TR/html4/strict.dtd",
    "TR/html4/loose.dtd", "TR/html4/frameset.dtd", "Graphics/SVG/1.1/DTD/svg11.dtd",
  ]
}
