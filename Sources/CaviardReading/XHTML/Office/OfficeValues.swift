/// What attributes of word processors' documents and of data hold, and which values say nothing of anybody.
///
/// Measures, colours, references and words of the standards are passed over by their form; everything else is text.
enum OfficeValues {
  /// Attributes whose value is a person.
  private static let people: Set<String> = ["author", "initials", "userId", "user", "ed", "editGrp", "file-as"]
  /// Attributes that name or link something.
  private static let identifiers: Set<String> = [
    "name", "anchor", "Target", "PartName", "href", "src", "id", "idref", "full-path", "refines", "docLocation",
    "tgtFrame",
    "playOrder", "toc", "Id", "embed", "link", "pict", "xpath", "prefixMappings", "storeItemID", "element", "uri",
    "fallback", "styleId", "clip",
  ]
  /// Attributes of changes and comments that say when they were made.
  private static let moments: Set<String> = ["date", "dateUtc"]
  private static let fonts: Set<String> = ["ascii", "hAnsi", "cs", "eastAsia", "typeface", "font", "font-family"]
  private static let revisions: Set<String> = [
    "rsidR", "rsidRPr", "rsidP", "rsidRDefault", "rsidDel", "rsidTr", "rsidSect", "paraId", "textId", "anchorId",
    "editId", "durableId", "paraIdParent",
  ]
  private static let paths: Set<String> = [
    "path", "eqn", "adj", "coordsize", "coordorigin", "points", "connectlocs", "textboxrect", "d", "v",
  ]

  /// - Parameter name: the local name, as written.
  static func attribute(_ name: some Collection<UInt8>) -> AttributeTraits {
    let name = String(decoding: name, as: UTF8.self)
    let family =
      fonts.contains(name) ? "font" : revisions.contains(name) ? "revision" : paths.contains(name) ? "path" : nil
    return AttributeTraits(
      name: name == "lang"
        ? "lang"
        : family ?? (people.contains(name) || identifiers.contains(name) || moments.contains(name) ? name : "other"),
      isIdentifier: identifiers.contains(name), isMadeUp: !attributeNames.contains(name), hasHarmlessValues: true,
      isOffice: true, isPerson: people.contains(name))
  }

  /// True for a namespace, or a kind of part, that a standard or a maker of word processors defines.
  static func isConstant(_ value: [UInt8]) -> Bool { constants.contains(String(decoding: value, as: UTF8.self)) }

  /// True for a moment of editing, `2019-03-12T10:00:00Z`.
  static func isTimestamp(_ value: some Collection<UInt8>) -> Bool {
    value.count == 20
      && zip(value, "0000-00-00T00:00:00Z".utf8).allSatisfy { $1 == UInt8(ascii: "0") ? $0.isDigit : $0 == $1 }
  }

  static func isHarmless(_ value: [UInt8], of name: String) -> Bool {
    guard !value.isEmpty, value.count <= 256 else { return value.isEmpty }
    if isNumber(value[...]) { return true }
    if name == "revision" { return value.count <= 8 && value.allSatisfy { $0.hexadecimalValue != nil } }
    if isMachineForm(value) { return true }
    if moments.contains(name) { return isTimestamp(value) }
    let text = String(decoding: value, as: UTF8.self)
    if words.contains(text) || constants.contains(text) { return true }
    switch name {
    case "lang": return isLanguage(value)
    case "font": return text.split(separator: ";").allSatisfy { isFont($0) }
    case "path": return isDrawing(value)
    default: return isLanguage(value) || isFormula(text) || PartName.isStandard(text) || isStyleName(text)
    }
  }

  /// A number of at most nine digits, with a sign, a fraction and a unit.
  static func isNumber(_ value: ArraySlice<UInt8>) -> Bool {
    var rest = value
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
    guard digits.contains(where: \.isDigit), digits.count <= 12, digits.count(where: \.isDigit) <= 9,
      digits.count(where: { $0 == UInt8(ascii: ".") }) <= 1
    else { return false }
    return units.contains(String(decoding: rest.dropFirst(digits.count), as: UTF8.self))
  }

  private static let units: Set<String> = [
    "", "%", "px", "em", "pt", "in", "cm", "mm", "pc", "pi", "f", "emu", "fd", "ex",
  ]

  /// A colour, a GUID of the standards' form, `rId7`, a bookmark a word processor makes.
  private static func isMachineForm(_ value: [UInt8]) -> Bool {
    let isHexadecimal = value.allSatisfy { $0.hexadecimalValue != nil }
    if value.count == 6, isHexadecimal || value.count == 7 { return true }
    if value.first == UInt8(ascii: "#"), value.count == 7, value[1...].allSatisfy({ $0.hexadecimalValue != nil }) {
      return true
    }
    // F0B7: a place of a symbol font, or the flags of a table's look.
    if value.count == 4 || value.count == 8, isHexadecimal, value.count < 8 || value.starts(with: "000".utf8) {
      return true
    }
    if value.count == 20 || value.count == 12, value.allSatisfy({ $0 == 0x30 || $0 == 0x31 }) { return true }
    if value.count == 38, value.first == UInt8(ascii: "{"), value.last == UInt8(ascii: "}") {
      return value[1..<37].allSatisfy { $0.hexadecimalValue != nil || $0 == UInt8(ascii: "-") }
    }
    let text = String(decoding: value, as: UTF8.self)
    for start in ["rId", "_Toc", "_Ref", "_Hlk", "_x0000_t", "_x0000_s", "_x0000_i", "Author "]
    where text.hasPrefix(start) {
      let rest = text.utf8.dropFirst(start.utf8.count)
      if !rest.isEmpty, rest.count <= 9, rest.allSatisfy(\.isDigit) { return true }
    }
    return text == "_GoBack"
  }

  /// `%1.%2`: no letter but one.
  private static func isFormula(_ value: String) -> Bool {
    value.utf8.count { $0.isASCIILetter } <= 1 && value.utf8.count { $0.isDigit } <= 9
      && value.unicodeScalars.allSatisfy {
        $0.isASCII || (0xE000...0xF8FF).contains($0.value) || (0x2000...0x2BFF).contains($0.value) || $0.value == 0xB7
          || $0.value == 0xA7
      }
  }

  /// `m,l,21600r21600,l21600,xe`: commands of one or two letters, numbers of at most nine digits.
  private static func isDrawing(_ value: [UInt8]) -> Bool {
    var letters = 0
    var digits = 0
    for byte in value {
      letters = byte.isASCIILetter ? letters + 1 : 0
      digits = byte.isDigit ? digits + 1 : 0
      if letters > 4 || digits > 9 || byte >= 0x80 { return false }
    }
    return true
  }

  private static func isLanguage(_ value: [UInt8]) -> Bool {
    let parts = value.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let language = parts.first, (1...3).contains(parts.count) else { return false }
    return (2...3).contains(language.count) && language.allSatisfy { (0x61...0x7A).contains($0) }
      && parts.dropFirst().allSatisfy { (2...4).contains($0.count) && $0.allSatisfy { $0.isASCIILetter || $0.isDigit } }
  }

  private static func isFont(_ name: Substring) -> Bool {
    name.lowercased().split(separator: " ").allSatisfy { fontWords.contains($0) }
  }

  /// `heading 1`, `Header and Footer`, `Picture 2`: words that programs name styles and drawings with, and short numbers.
  private static func isStyleName(_ name: String) -> Bool {
    name.utf8.count <= 64
      && name.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" || $0 == "(" || $0 == ")" || $0 == "," }
        .allSatisfy {
          styleWords.contains($0) || $0.utf8.count <= 3 && $0.utf8.allSatisfy(\.isDigit)
        }
  }

  private static let fontWords: Set<Substring> = Set(fontNames.flatMap { $0.split(separator: " ") })

  private static let styleWords: Set<Substring> = Set(
    """
    normal heading headings title subtitle body text list paragraph char character default font table contents content toc index \
    caption header footer and quote intense emphasis strong subtle reference book bullet number numbering no spacing web plain \
    first indent block footnote endnote comment comments annotation subject balloon placeholder hyperlink followedhyperlink internet \
    link visited page line date signature salutation closing message note continue hanging envelope address return macro \
    authorities table light grid shading medium dark colorful accent simple classic columns professional elegant contemporary 3d effects \
    theme html acronym cite code definition keyboard preformatted sample typewriter variable unresolved mention smart hashtag \
    picture image graphic object frame shape rectangle oval group text box textbox drawing connector chart diagram figure illustration \
    titre titres sous corps de texte du tableau liste puces numéros image zone forme en tête pied lien sans interligne légende \
    citation accentuation normale normal policy label user sender row column cell end start marginalia style document office \
    wordpad windows autocaption drop caps horizontal ruler line objet 
    """.split { $0 == " " || $0 == "\n" })
}

extension OfficeValues {
  /// Attributes of the standards; another is somebody's own.
  private static let attributeNames: Set<String> = Set(
    """
    val w h x y z id name type space color sz fill themeColor themeFill themeShade themeTint author date initials \
    rsidR rsidRPr rsidP rsidRDefault rsidDel rsidTr rsidSect paraId textId anchorId editId ascii hAnsi cs eastAsia \
    asciiTheme hAnsiTheme eastAsiaTheme cstheme hint bidi before after line lineRule beforeAutospacing afterAutospacing \
    beforeLines afterLines left right start end firstLine hanging leftChars rightChars firstLineChars hangingChars top bottom \
    header footer gutter orient code num fmt cols equalWidth sep linePitch charSpace pos leader instr dirty fldLock \
    fldCharType anchor history tooltip docLocation tgtFrame embed link pict href dm lo qs anchorCtr Requires Ignorable \
    MustUnderstand ProcessContent descr title cx cy distT distB distL distR simplePos relativeHeight behindDoc locked \
    layoutInCell allowOverlap hidden relativeFrom wrapText uri noChangeAspect noChangeArrowheads bwMode rot flipH flipV \
    prst fmla idx lastClr cap cmpd algn wrap vert rtlCol lIns tIns rIns bIns anchorx numCol fromWordArt forceAA compatLnSpc \
    vertOverflow horzOverflow rtl spcFirstLastPara upright txBox cstate t l r b sx sy ky kx dir dist blurRad typeface panose pitchFamily charset \
    script ang scaled stA stPos endA endPos lim w3d thresh preferRelativeResize noGrp \
    style stroked filled fillcolor strokecolor strokeweight coordsize coordorigin path spt adj gradientshapeok connecttype \
    ext aspectratio eqn string on allowincell spid data weight joinstyle opacity inset mso-fit-shape-to-text \
    textboxrect connectlocs connectangles limo xrange yrange position fitshape trim extrusionok strokeok arrowok cropleft \
    Type ProgID ShapeID DrawAspect ObjectID UpdateMode dxaOrig dyaOrig oleid print shapeid spidmax v hralign hrstd hrnoshade hr alt \
    cropright croptop cropbottom styleId default customStyle abstractNumId numId ilvl tplc tentative restartNumberingAfterBreak \
    defLockedState defUIPriority defSemiHidden defUnhideWhenUsed defQFormat count semiHidden uiPriority unhideWhenUsed \
    qFormat percent bg1 t1 bg2 t2 accent1 accent2 accent3 accent4 accent5 accent6 hyperlink followedHyperlink \
    firstRow lastRow firstColumn lastColumn noHBand noVBand oddVBand evenVBand oddHBand evenHBand firstRowFirstColumn \
    firstRowLastColumn lastRowFirstColumn lastRowLastColumn edit enforcement formatting cryptProviderType \
    cryptAlgorithmClass cryptAlgorithmType cryptAlgorithmSid cryptSpinCount hash salt hashValue saltValue spinCount \
    algorithmName element displacedByCustomXml percentSize vAnchor hAnchor hSpace vSpace hRule xAlign yAlign tblpX tblpY \
    horzAnchor vertAnchor leftFromText rightFromText topFromText bottomFromText tblpXSpec tblpYSpec wrapDistance font char \
    displayText value storeItemID prefixMappings xpath lastValue fullDate appName vendorID dllVersion nlCheck checkStyle \
    spelling grammar clear shadow frame lines countBy restart distance clrScheme offsetFrom zOrder display chapSep chapStyle \
    crossAx PartName ContentType Extension Target TargetMode Id Relationship pid fmtid linkTarget size baseType itemID \
    full-path media-type version unique-identifier prefix toc idref linear properties href refines property scheme \
    rel content role opf:role opf:file-as opf:scheme opf:event file-as event scheme playOrder src class fallback \
    page-progression-direction lang xmlns dpi dateUtc providerId userId user ed edGrp colFirst colLast \
    clrIdx frame2 blip bld ref name2 isLgl lock rotatedBoundingBox dgm fontKey subsetted usb0 usb1 usb2 usb3 csb0 csb1
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Values that the standards define.
  static let words: Set<String> = Set(
    """
    true false on off 0 1 auto none nil single double dotted dashed thick wave clear solid both left right center start end \
    top bottom inside outside character column margin page paragraph line text baseline atLeast exact nextPage continuous \
    evenPage oddPage portrait landscape default first even odd decimal bullet lowerLetter upperLetter lowerRoman upperRoman \
    ordinal hybridMultilevel singleLevel multilevel nothing space tab begin separate preserve dxa pct restart continue table \
    numbering minorHAnsi majorHAnsi minorBidi majorBidi minorEastAsia majorEastAsia minorAscii majorAscii dark1 dark2 light1 \
    light2 accent1 accent2 accent3 accent4 accent5 accent6 hyperlink followedHyperlink background1 background2 text1 text2 \
    superscript subscript black white red blue green yellow cyan magenta darkBlue darkCyan darkGreen darkMagenta darkRed \
    darkYellow darkGray lightGray eastAsia cs hint num eq square tight bothSides largest around topAndBottom through sq flat \
    rnd ctr in out tx1 tx2 bg1 bg2 phClr dk1 lt1 dk2 lt2 hlink folHlink windowText window rect roundRect ellipse line \
    External Internal Normal Heading1 Heading2 Heading3 Heading4 Title Subtitle Header Footer TableGrid TableNormal NoList \
    ListParagraph BodyText Caption Hyperlink Strong Emphasis Quote PlaceholderText FootnoteText FootnoteReference \
    EndnoteText EndnoteReference CommentText CommentReference DefaultParagraphFont NormalWeb TOC1 TOC2 TOC3 Titre1 Titre2 \
    Titre3 Titre4 Titre Lienhypertexte En-tte Pieddepage Sansinterligne Corpsdetexte TableauNormal Grilledutableau \
    Policepardfaut Aucuneliste Notedebasdepage Paragraphedeliste w14 w15 wps wpg wpc wp14 v o a14 w16se w16cid w16 w16cex w16sdtdh \
    rtl ltr wrap horz vert overflow t b l r f continuationSeparator separator Content Icon Embed Link OnCall Always pic \
    compatibilityMode overrideTableStyleFontSizeAndJustification enableOpenTypeFeatures doNotFlipMirrorIndents \
    differentiateMultirowTableHeaders useWord2013TrackBottomHyphenation allowHyphenationAtTrackBottom doNotCompress \
    fullPage textAlignment newspaper distribute thaiDistribute minor major xml rels png jpeg jpg image/png image/jpeg \
    application/xml text/xml application/xhtml+xml application/x-dtbncx+xml application/oebps-package+xml text/css \
    image/svg+xml nav cover-image scripted svg mathml remote-resources no yes ncx toc cover text aut edt BookId bookid \
    pub-id uid uuid_id epub-id-1 dcterms:modified dcterms:W3CDTF 2.0 3.0 3.2 rendition:layout reflowable pre-paginated \
    stylesheet dtb:uid dtb:depth dtb:totalPageCount dtb:maxPageNumber en fr 2005-1 chapter title-page copyright-page custom \
    Latn Arab Hebr Jpan Hang Hans Hant Thai Ethi Beng Gujr Khmr Knda Guru Cans Cher Yiii Tibt Thaa Deva Telu Taml Syrc Orya \
    Mlym Laoo Sinh Mong Viet Uigh Geor Armn Bugi Bopo Java Lisu Mymr Nkoo Olck Osma Phag Syrn Syrj Syre Sora Tale Talu Tfng
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Fonts that come with systems and word processors, in small letters.
  private static let fontNames: Set<String> = [
    "arial", "arial black", "arial narrow", "arial unicode ms", "aptos", "aptos display", "book antiqua",
    "bookman old style",
    "calibri", "calibri light", "cambria", "cambria math", "candara", "century", "century gothic", "comic sans ms",
    "consolas",
    "constantia", "corbel", "courier", "courier new", "dejavu sans", "dejavu serif", "franklin gothic book",
    "franklin gothic medium", "garamond", "georgia", "gill sans mt", "helvetica", "helvetica neue", "impact",
    "liberation mono", "liberation sans", "liberation serif", "lucida console", "lucida sans unicode", "mangal",
    "microsoft sans serif", "ms gothic", "ms mincho", "noto sans", "noto sans cjk sc", "noto sans devanagari",
    "noto serif",
    "noto serif cjk sc", "opensymbol", "palatino linotype", "segoe ui", "segoe ui symbol", "segoe ui emoji", "simsun",
    "source han sans cn", "symbol", "tahoma", "times", "times new roman", "trebuchet ms", "verdana", "webdings",
    "wingdings",
    "wingdings 2", "wingdings 3", "lohit devanagari", "nsimsun", "yu mincho", "yu gothic", "yu gothic light", "carlito",
    "caladea", "freesans", "droid sans fallback", "lucida sans", "tw cen mt", "rockwell", "baskerville", "optima",
    "serif",
    "sans-serif", "monospace", "mv boli", "nyala", "vrinda", "shruti", "daunpenh", "moolboran", "tunga", "raavi",
    "euphemia", "plantagenet cherokee", "microsoft yi baiti", "microsoft himalaya", "latha", "gautami",
    "estrangelo edessa", "kalinga", "kartika", "dokchampa", "iskoola pota", "mongolian baiti", "microsoft uighur",
    "angsana new", "cordia new", "browallia new", "sylfaen", "ｍｓ ゴシック", "ｍｓ 明朝", "游ゴシック", "游明朝", "맑은 고딕", "宋体",
    "新細明體", "等线", "microsoft new tai lue", "microsoft tai le", "microsoft phagspa", "ebrima", "myanmar text",
    "nirmala ui", "leelawadee ui", "javanese text", "segoe ui historic", "liberation sans unicode ms", "+mn-lt",
    "+mj-lt", "+mn-ea", "+mj-ea", "+mn-cs", "+mj-cs",
  ]

  /// Namespaces, kinds of relationship and of content, in full.
  private static let constants: Set<String> = {
    var all: Set<String> = []
    func add(_ base: String, _ ends: String) {
      for end in ends.split(whereSeparator: { $0 == " " || $0 == "\n" }) { all.insert(base + end) }
    }
    let kinds = """
      officeDocument styles numbering settings webSettings fontTable theme footnotes endnotes comments header footer \
      hyperlink image customXml customXmlProps extended-properties custom-properties glossaryDocument oleObject package chart \
      attachedTemplate
      """
    for base in [
      "http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/",
    ] {
      add(base + "relationships/", kinds)
      add(
        base,
        "relationships extended-properties custom-properties docPropsVTypes customXml math sharedTypes bibliography")
    }
    add(
      "http://schemas.openxmlformats.org/",
      """
      wordprocessingml/2006/main drawingml/2006/main drawingml/2006/wordprocessingDrawing drawingml/2006/picture \
      drawingml/2006/chart drawingml/2006/diagram markup-compatibility/2006 package/2006/relationships \
      package/2006/content-types package/2006/metadata/core-properties package/2006/relationships/metadata/core-properties \
      package/2006/relationships/metadata/thumbnail \
      officedocument/2006/relationships/metadata/core-properties schemaLibrary/2006/main drawingml/2006/lockedCanvas
      """)
    add(
      "http://schemas.microsoft.com/",
      """
      office/word/2003/wordml office/word/2006/wordml office/word/2008/relationships office/word/2010/wordml \
      office/word/2010/wordprocessingDrawing office/word/2010/wordprocessingShape office/word/2010/wordprocessingGroup \
      office/word/2010/wordprocessingCanvas office/word/2010/wordprocessingInk office/word/2012/wordml \
      office/word/2012/wordprocessingDrawing office/word/2015/wordml/symex office/word/2016/wordml/cid \
      office/word/2018/wordml office/word/2018/wordml/cex office/word/2020/wordml/sdtdatahash office/word/2023/wordml/word16du \
      office/word/2024/wordml/sdtformatlock office/word office/drawing/2010/main office/drawing/2014/main \
      office/drawing/2014/chartex office/drawing/2015/9/8/chartex office/drawing/2015/10/21/chartex \
      office/drawing/2016/5/9/chartex office/drawing/2016/5/10/chartex office/drawing/2016/5/11/chartex \
      office/drawing/2016/5/12/chartex office/drawing/2016/5/13/chartex office/drawing/2016/5/14/chartex \
      office/drawing/2016/SVG/main office/drawing/2010/picture office/drawing/2012/main office/drawing/2008/diagram \
      office/mac/drawingml/2008/main office/mac/office/2008/main office/drawing/2016/ink office/drawing/2017/model3d \
      office/2006/metadata/properties office/thememl/2012/main office/2007/relationships/stylesWithEffects \
      office/drawing/2017/decorative office/2019/extlst
      """)
    add(
      "http://purl.oclc.org/ooxml/",
      """
      wordprocessingml/main drawingml/main drawingml/wordprocessingDrawing drawingml/picture drawingml/chart \
      drawingml/lockedCanvas officeDocument/math officeDocument/relationships officeDocument/extendedProperties \
      officeDocument/customProperties officeDocument/docPropsVTypes schemaLibrary/main
      """)
    add(
      "urn:schemas-microsoft-com:",
      "vml office:office office:word office:powerpoint office:smarttags mac:vml office:excel")
    add("http://purl.org/dc/", "elements/1.1/ terms/ dcmitype/")
    add(
      "http://www.w3.org/",
      "2001/XMLSchema-instance 1999/xhtml 2000/svg 1999/xlink 1998/Math/MathML XML/1998/namespace 2001/XMLSchema")
    add("http://www.idpf.org/", "2007/opf 2007/ops")
    add("http://www.daisy.org/z3986/2005/ncx/", " ")
    all.insert("http://www.daisy.org/z3986/2005/ncx/")
    add("urn:oasis:names:tc:opendocument:xmlns:", "container")
    add("urn:uuid:", "00000000-0000-4000-8000-000000000000")
    add(
      "application/vnd.openxmlformats-officedocument.",
      """
      wordprocessingml.document.main+xml wordprocessingml.styles+xml wordprocessingml.numbering+xml \
      wordprocessingml.settings+xml wordprocessingml.webSettings+xml wordprocessingml.fontTable+xml \
      wordprocessingml.footnotes+xml wordprocessingml.endnotes+xml wordprocessingml.comments+xml \
      wordprocessingml.header+xml wordprocessingml.footer+xml theme+xml extended-properties+xml custom-properties+xml \
      customXmlProperties+xml wordprocessingml.document
      """)
    add("application/vnd.openxmlformats-package.", "relationships+xml core-properties+xml")
    all.formUnion([
      "application/epub+zip", "2000-01-01T00:00:00Z", "Cambria Math", "Microsoft Office Word",
      "Microsoft Macintosh Word",
      "Microsoft Word for the web",
    ])
    return all
  }()
}
