/// The elements of WordprocessingML, DrawingML and VML that a document of a word processor is made of.
enum WordVocabulary {
  /// - Parameter name: the local name, as written.
  static func element(_ name: some Collection<UInt8>) -> ElementTraits {
    table[String(decoding: name, as: UTF8.self)] ?? .unknown
  }

  private static let table: [String: ElementTraits] = {
    var table: [String: ElementTraits] = [:]
    func add(_ names: String, _ traits: ElementTraits) {
      for name in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) { table[String(name)] = traits }
    }
    add(properties, ElementTraits(layout: .inline))
    add(
      """
      document body hdr ftr footnotes footnote endnotes endnote comments comment glossaryDocument docParts docPart \
      docPartBody p styles style numbering abstractNum num lvl settings textbox sectPr theme
      """, ElementTraits(layout: .block))
    add("t delText", ElementTraits(layout: .inline, marks: .text))
    add("instrText delInstrText", ElementTraits(layout: .inline, marks: [.text, .instruction]))
    add("del moveFrom", ElementTraits(layout: .inline, marks: .deleted))
    add("txbxContent Fallback", ElementTraits(layout: .block, marks: .nested))
    add("br cr", ElementTraits(layout: .lineBreak))
    add("tab ptab", ElementTraits(layout: .tab))
    add("noBreakHyphen", ElementTraits(layout: .hyphen))
    add("rt sym footnoteReference endnoteReference dayLong monthLong yearLong pgNum", ElementTraits(layout: .object))
    add("tbl", ElementTraits(layout: .block, part: .table))
    add("tr", ElementTraits(layout: .block, part: .row))
    add("tc", ElementTraits(layout: .block, role: .tableCell, part: .cell))
    add("gridSpan", ElementTraits(layout: .inline, marks: .span))
    add("pStyle", ElementTraits(layout: .inline, marks: .style))
    add("drawing pict object", ElementTraits(layout: .object, marks: .frame))
    add(
      "blip imagedata chart relIds OLEObject custGeom contentPart videoFile audioFile svgBlip control movie",
      ElementTraits(layout: .inline, marks: .picture))
    add("posOffset align pctWidth pctHeight fldData", ElementTraits(layout: .inline, marks: [.text, .instruction]))
    return table
  }()

  /// What formats, numbers and links text, and flows through it.
  private static let properties = """
    r pPr rPr tblPr trPr tcPr tblGrid gridCol hyperlink ins moveTo smartTag smartTagPr sdt sdtPr sdtContent sdtEndPr \
    fldSimple fldChar ffData bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference annotationRef \
    footnoteRef endnoteRef separator continuationSeparator proofErr lastRenderedPageBreak softHyphen permStart permEnd \
    moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXml customXmlPr customXmlInsRangeStart \
    customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd rPrChange pPrChange sectPrChange tblPrChange \
    trPrChange tcPrChange tblGridChange tblPrExChange tblPrEx numberingChange cellIns cellDel cellMerge ruby rubyPr \
    rubyBase dir bdo AlternateContent Choice background altChunk subDoc \
    b bCs i iCs u strike dstrike caps smallCaps color sz szCs highlight vertAlign rFonts rStyle lang noProof vanish \
    webHidden specVanish spacing w kern position em effect bdr shd outline shadow emboss imprint fitText rtl cs eastAsianLayout \
    oMath snapToGrid ligatures numForm numSpacing stylisticSets cntxtAlts glow reflection textOutline textFill props3d \
    scene3d keepNext keepLines pageBreakBefore framePr widowControl numPr ilvl numId suppressLineNumbers pBdr tabs \
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd ind \
    contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId \
    cnfStyle top left bottom right between bar start end insideH insideV tl2br tr2bl tblStyle tblpPr tblOverlap bidiVisual \
    tblStyleRowBandSize tblStyleColBandSize tblW tblCellSpacing tblInd tblBorders tblLayout tblCellMar tblLook tblCaption \
    tblDescription gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader hidden tcW hMerge vMerge tcBorders \
    noWrap tcMar tcFitText vAlign hideMark headers header headerReference footerReference footnotePr endnotePr type pgSz \
    pgMar paperSrc pgBorders lnNumType pgNumType cols col formProt titlePg docGrid printerSettings rtlGutter pos numFmt \
    numStart numRestart alias tag id lock placeholder temporary showingPlcHdr dataBinding text richText date dateFormat lid \
    storeMappedDataAs calendar dropDownList comboBox listItem docPartObj docPartList docPartGallery docPartCategory \
    docPartUnique picture citation group bibliography equation checkbox checked checkedState uncheckedState appearance \
    repeatingSection repeatingSectionItem webExtensionLinked webExtensionCreated name enabled calcOnExit entryMacro exitMacro \
    helpText statusText textInput checkBox ddList default maxLength format size sizeAuto result listEntry \
    latentStyles lsdException docDefaults rPrDefault pPrDefault aliases basedOn next link autoRedefine uiPriority \
    semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid tblStylePr \
    nsid multiLevelType tmpl styleLink numStyleLink lvlRestart isLgl suff lvlText lvlPicBulletId legacy lvlJc \
    lvlOverride startOverride abstractNumId numPicBullet numIdMacAtCleanup \
    writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries mirrorMargins \
    alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors \
    hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter \
    stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting \
    documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation \
    consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle \
    defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets \
    drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery \
    displayVerticalDrawingGridEvery characterSpacingControl noLineBreaksAfter noLineBreaksBefore savePreviewPicture \
    updateFields hdrShapeDefaults compat compatSetting docVars docVar rsids rsidRoot mathPr attachedSchema themeFontLang \
    clrSchemeMapping doNotIncludeSubdocsInStats captions caption autoCaptions shapeDefaults schemaLibrary smartTagType \
    decimalSymbol listSeparator docId chartTrackingRefBased doNotEmbedSmartTags \
    oMathPara oMathParaPr acc accPr bar barPr borderBox box d dPr e eqArr f fPr fName func funcPr groupChr lim limLow limUpp m mPr mr mcs mc mcPr \
    nary naryPr num den phant rad radPr deg sPre sSub sSup sSubSup sub sup chr begChr endChr ctrlPr sty scr nor lit \
    mathFont brkBin brkBinSub smallFrac dispDef lMargin rMargin defJc wrapIndent intLim naryLim \
    inline anchor extent effectExtent docPr cNvGraphicFramePr graphicFrameLocks simplePos positionH positionV wrapNone \
    wrapSquare wrapTight wrapThrough wrapTopAndBottom wrapPolygon lineTo sizeRelH sizeRelV graphic graphicData pic nvPicPr \
    cNvPr cNvPicPr picLocks blipFill stretch fillRect srcRect spPr xfrm off ext chOff chExt prstGeom avLst gd ln noFill \
    solidFill srgbClr schemeClr sysClr prstClr lumMod lumOff alpha tint shade satMod hueMod gradFill gsLst gs lin path \
    pattFill fgClr bgClr extLst effectLst outerShdw innerShdw softEdge prstDash round bevel miter headEnd tailEnd wsp cNvSpPr \
    cNvCnPr cNvGrpSpPr spLocks txbx linkedTxbx bodyPr spAutoFit noAutofit normAutofit lstStyle wgp grpSpPr wpc bg whole style lnRef fillRef effectRef fontRef hlinkClick \
    hlinkHover useLocalDpi decorative solidFillRef \
    themeElements clrScheme dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink fontScheme \
    majorFont minorFont latin ea font fmtScheme fillStyleLst lnStyleLst effectStyleLst effectStyle bgFillStyleLst \
    objectDefaults extraClrSchemeLst themeFamily spDef lnDef txDef sp3d bevelT camera lightRig rot \
    shape shapetype rect oval line polyline roundrect group stroke fill shadow formulas textpath handles h lock \
    wrap borderbottom borderleft borderright bordertop shapelayout idmap shapedefaults \
    FieldCodes LinkType LockedField fonts panose1 charset family pitch sig altName embedRegular embedBold
    """
}
