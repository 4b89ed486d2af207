/// Names of characters that HTML 5 has and HTML 4, whose names libxml2 knows, has not.
///
/// Letters, digits, punctuation, spaces and what is not seen, of the list in the HTML standard (section 13.5, "Named character
/// references"): words can be written with them. Signs of mathematics, arrows and boxes are left out, and so are names of two
/// characters.
enum HTML5Entities {
  static func scalar(named name: some Collection<UInt8>) -> Unicode.Scalar? {
    table[String(decoding: name, as: UTF8.self)]
  }

  private static let table: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    for row in rows.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = row.split(separator: "=")
      if parts.count == 2, let value = UInt32(parts[1], radix: 16) { table[String(parts[0])] = Unicode.Scalar(value) }
    }
    return table
  }()

  /// The name, and the character in hexadecimal.
  private static let rows = """
    AMP=26 Abreve=102 Acy=410 Afr=1D504 Amacr=100 Aogon=104 Aopf=1D538 ApplyFunction=2061 Ascr=1D49C Bcy=411
    Bernoullis=212C Bfr=1D505 Bopf=1D539 Bscr=212C CHcy=427 Cacute=106 CapitalDifferentialD=2145 Cayleys=212D
    Ccaron=10C Ccirc=108 Cdot=10A CenterDot=B7 Cfr=212D CloseCurlyDoubleQuote=201D CloseCurlyQuote=2019 Copf=2102
    Cscr=1D49E DD=2145 DJcy=402 DScy=405 DZcy=40F Dcaron=10E Dcy=414 Dfr=1D507 DiacriticalGrave=60
    DifferentialD=2146 Dopf=1D53B Dscr=1D49F Dstrok=110 ENG=14A Ecaron=11A Ecy=42D Edot=116 Efr=1D508 Emacr=112
    Eogon=118 Eopf=1D53C Escr=2130 ExponentialE=2147 Fcy=424 Ffr=1D509 Fopf=1D53D Fouriertrf=2131 Fscr=2131 GJcy=403
    GT=3E Gammad=3DC Gbreve=11E Gcedil=122 Gcirc=11C Gcy=413 Gdot=120 Gfr=1D50A Gopf=1D53E Gscr=1D4A2 HARDcy=42A
    Hacek=2C7 Hat=5E Hcirc=124 Hfr=210C HilbertSpace=210B Hopf=210D Hscr=210B Hstrok=126 IEcy=415 IJlig=132 IOcy=401
    Icy=418 Idot=130 Ifr=2111 Im=2111 Imacr=12A ImaginaryI=2148 InvisibleComma=2063 InvisibleTimes=2062 Iogon=12E
    Iopf=1D540 Iscr=2110 Itilde=128 Iukcy=406 Jcirc=134 Jcy=419 Jfr=1D50D Jopf=1D541 Jscr=1D4A5 Jsercy=408 Jukcy=404
    KHcy=425 KJcy=40C Kcedil=136 Kcy=41A Kfr=1D50E Kopf=1D542 Kscr=1D4A6 LJcy=409 LT=3C Lacute=139 Lang=27EA
    Laplacetrf=2112 Lcaron=13D Lcedil=13B Lcy=41B LeftAngleBracket=27E8 LeftCeiling=2308 LeftDoubleBracket=27E6
    LeftFloor=230A Lfr=1D50F Lmidot=13F Lopf=1D543 Lscr=2112 Lstrok=141 Mcy=41C MediumSpace=205F Mellintrf=2133
    Mfr=1D510 Mopf=1D544 Mscr=2133 NJcy=40A Nacute=143 Ncaron=147 Ncedil=145 Ncy=41D NegativeMediumSpace=200B
    NegativeThickSpace=200B NegativeThinSpace=200B NegativeVeryThinSpace=200B NewLine=A Nfr=1D511 NoBreak=2060
    NonBreakingSpace=A0 Nopf=2115 Nscr=1D4A9 Ocy=41E Odblac=150 Ofr=1D512 Omacr=14C Oopf=1D546
    OpenCurlyDoubleQuote=201C OpenCurlyQuote=2018 Oscr=1D4AA OverBar=203E Pcy=41F Pfr=1D513 Poincareplane=210C
    Popf=2119 Pscr=1D4AB QUOT=22 Qfr=1D514 Qopf=211A Qscr=1D4AC Racute=154 Rang=27EB Rcaron=158 Rcedil=156 Rcy=420
    Re=211C Rfr=211C RightAngleBracket=27E9 RightCeiling=2309 RightDoubleBracket=27E7 RightFloor=230B Ropf=211D
    Rscr=211B SHCHcy=429 SHcy=428 SOFTcy=42C Sacute=15A Scedil=15E Scirc=15C Scy=421 Sfr=1D516 Sopf=1D54A Sscr=1D4AE
    TSHcy=40B TScy=426 Tab=9 Tcaron=164 Tcedil=162 Tcy=422 Tfr=1D517 ThinSpace=2009 Topf=1D54B Tscr=1D4AF Tstrok=166
    Ubrcy=40E Ubreve=16C Ucy=423 Udblac=170 Ufr=1D518 Umacr=16A UnderBar=5F Uogon=172 Uopf=1D54C Upsi=3D2 Uring=16E
    Uscr=1D4B0 Utilde=168 Vcy=412 Verbar=2016 Vert=2016 VerticalLine=7C VeryThinSpace=200A Vfr=1D519 Vopf=1D54D
    Vscr=1D4B1 Wcirc=174 Wfr=1D51A Wopf=1D54E Wscr=1D4B2 Xfr=1D51B Xopf=1D54F Xscr=1D4B3 YAcy=42F YIcy=407 YUcy=42E
    Ycirc=176 Ycy=42B Yfr=1D51C Yopf=1D550 Yscr=1D4B4 ZHcy=416 Zacute=179 Zcaron=17D Zcy=417 Zdot=17B
    ZeroWidthSpace=200B Zfr=2128 Zopf=2124 Zscr=1D4B5 abreve=103 acy=430 af=2061 afr=1D51E aleph=2135 amacr=101
    angst=C5 aogon=105 aopf=1D552 apos=27 ascr=1D4B6 ast=2A backprime=2035 bcy=431 bernou=212C beth=2136 bfr=1D51F
    bopf=1D553 bprime=2035 bscr=1D4B7 bsemi=204F bsol=5C bullet=2022 cacute=107 caret=2041 caron=2C7 ccaron=10D
    ccirc=109 cdot=10B centerdot=B7 cfr=1D520 chcy=447 colon=3A comma=2C commat=40 complexes=2102 copf=1D554
    cscr=1D4B8 daleth=2138 dash=2010 dcaron=10F dcy=434 dd=2146 ddagger=2021 dfr=1D521 digamma=3DD djcy=452
    dollar=24 dopf=1D555 dscr=1D4B9 dscy=455 dstrok=111 dzcy=45F ecaron=11B ecy=44D edot=117 ee=2147 efr=1D522
    ell=2113 emacr=113 emsp13=2004 emsp14=2005 eng=14B eogon=119 eopf=1D556 epsi=3B5 epsiv=3F5 equals=3D escr=212F
    excl=21 expectation=2130 exponentiale=2147 fcy=444 ffilig=FB03 fflig=FB00 ffllig=FB04 ffr=1D523 filig=FB01
    fllig=FB02 fopf=1D557 frac13=2153 frac15=2155 frac16=2159 frac18=215B frac23=2154 frac25=2156 frac35=2157
    frac38=215C frac45=2158 frac56=215A frac58=215D frac78=215E fscr=1D4BB gacute=1F5 gammad=3DD gbreve=11F
    gcirc=11D gcy=433 gdot=121 gfr=1D524 gimel=2137 gjcy=453 gopf=1D558 grave=60 gscr=210A gtlPar=2995 hairsp=200A
    half=BD hamilt=210B hardcy=44A hbar=210F hcirc=125 hfr=1D525 hopf=1D559 horbar=2015 hscr=1D4BD hslash=210F
    hstrok=127 hybull=2043 hyphen=2010 ic=2063 icy=438 iecy=435 ifr=1D526 ii=2148 ijlig=133 imacr=12B imagline=2110
    imagpart=2111 imath=131 imped=1B5 inodot=131 integers=2124 iocy=451 iogon=12F iopf=1D55A iscr=1D4BE it=2062
    itilde=129 iukcy=456 jcirc=135 jcy=439 jfr=1D527 jmath=237 jopf=1D55B jscr=1D4BF jsercy=458 jukcy=454 kappav=3F0
    kcedil=137 kcy=43A kfr=1D528 kgreen=138 khcy=445 kjcy=45C kopf=1D55C kscr=1D4C0 lacute=13A lagran=2112
    langd=2991 langle=27E8 lbbrk=2772 lbrace=7B lbrack=5B lbrke=298B lbrksld=298F lbrkslu=298D lcaron=13E lcedil=13C
    lcub=7B lcy=43B ldquor=201E lfr=1D529 ljcy=459 lmidot=140 loang=27EC lobrk=27E6 lopar=2985 lopf=1D55D lowbar=5F
    lpar=28 lparlt=2993 lscr=1D4C1 lsqb=5B lsquor=201A lstrok=142 ltrPar=2996 mcy=43C mfr=1D52A midast=2A mldr=2026
    mopf=1D55E mscr=1D4C2 nacute=144 napos=149 naturals=2115 ncaron=148 ncedil=146 ncy=43D nfr=1D52B njcy=45A
    nldr=2025 nopf=1D55F nscr=1D4C3 num=23 numsp=2007 ocy=43E odblac=151 ofr=1D52C ohm=3A9 omacr=14D oopf=1D560
    order=2134 orderof=2134 oscr=2134 pcy=43F percnt=25 period=2E pertenk=2031 pfr=1D52D phiv=3D5 phmmat=2133
    planck=210F planckh=210E plankv=210F plus=2B popf=1D561 primes=2119 pscr=1D4C5 puncsp=2008 qfr=1D52E qopf=1D562
    qprime=2057 qscr=1D4C6 quaternions=210D quest=3F racute=155 rangd=2992 rangle=27E9 rationals=211A rbbrk=2773
    rbrace=7D rbrack=5D rbrke=298C rbrksld=298E rbrkslu=2990 rcaron=159 rcedil=157 rcub=7D rcy=440 rdquor=201D
    realine=211B realpart=211C reals=211D rfr=1D52F rhov=3F1 roang=27ED robrk=27E7 ropar=2986 ropf=1D563 rpar=29
    rpargt=2994 rscr=1D4C7 rsqb=5D rsquor=2019 sacute=15B scedil=15F scirc=15D scy=441 semi=3B sfr=1D530 shchcy=449
    shcy=448 sigmav=3C2 softcy=44C sol=2F sopf=1D564 sscr=1D4C8 straightepsilon=3F5 straightphi=3D5 tcaron=165
    tcedil=163 tcy=442 tfr=1D531 thetav=3D1 topf=1D565 tprime=2034 tscr=1D4C9 tscy=446 tshcy=45B tstrok=167
    ubrcy=45E ubreve=16D ucy=443 udblac=171 ufr=1D532 umacr=16B uogon=173 uopf=1D566 upsi=3C5 uring=16F uscr=1D4CA
    utilde=169 varepsilon=3F5 varkappa=3F0 varphi=3D5 varpi=3D6 varrho=3F1 varsigma=3C2 vartheta=3D1 vcy=432
    verbar=7C vert=7C vfr=1D533 vopf=1D567 vscr=1D4CB wcirc=175 wfr=1D534 wopf=1D568 wscr=1D4CC xfr=1D535 xopf=1D569
    xscr=1D4CD yacy=44F ycirc=177 ycy=44B yfr=1D536 yicy=457 yopf=1D56A yscr=1D4CE yucy=44E zacute=17A zcaron=17E
    zcy=437 zdot=17C zeetrf=2128 zfr=1D537 zhcy=436 zopf=1D56B zscr=1D4CF
    """
}
