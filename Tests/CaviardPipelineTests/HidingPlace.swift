import CaviardCase
import Testing

/// A document with an identifier in one place where markup can hide it, and a plain name in sight.
struct HidingPlace: Sendable, CustomTestStringConvertible {
  let name: String
  let format: CaseFormat
  /// With the name in sight, and without.
  let document: String
  let alone: String
  /// What must be gone, in small letters.
  let words: [String]

  var testDescription: String { name }

  /// The name in sight: what finds nothing here is no test.
  static let control = "Quigley"
  private static let sentence = "Mrs. Norah Quigley was seen."

  private init(
    _ name: String, _ format: CaseFormat, _ body: String, head: String = "<title>x</title>", _ words: [String]
  ) {
    self.name = name
    self.format = format
    self.words = words
    let isMarkdown = format == .markdown
    func whole(_ sight: String) -> String {
      isMarkdown
        ? body + "\n\n" + sight + "\n"
        : "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head>\(head)</head><body>\(body)<p>\(sight)</p></body></html>"
    }
    document = whole(Self.sentence)
    alone = whole("")
  }

  static let all: [HidingPlace] =
    elements.flatMap { place in
      plants.map { HidingPlace("\(place.name): \($0.name)", .xhtml, place.body.planting($0), $0.words) }
    }
    + heads.flatMap { place in
      plants.map { HidingPlace("\(place.name): \($0.name)", .xhtml, "", head: place.body.planting($0), $0.words) }
    }
    + markdown.flatMap { place in
      plants.map { HidingPlace("\(place.name): \($0.name)", .markdown, place.body.planting($0), $0.words) }
    }
    + disguises.map { HidingPlace($0.name, .xhtml, $0.body, $0.words) }
    + markdownDisguises.map { HidingPlace($0.name, .markdown, $0.body, $0.words) }
    // The same where a tag that nobody closes makes HTML of it that is not XML.
    + elements.filter { !$0.name.contains("cdata") }.flatMap { place in
      plants.map { HidingPlace("html \(place.name): \($0.name)", .html, "<hr>" + place.body.planting($0), $0.words) }
    }
    + heads.flatMap { place in
      plants.map {
        HidingPlace("html \(place.name): \($0.name)", .html, "<hr>", head: place.body.planting($0), $0.words)
      }
    }
    + (disguises.filter { !$0.name.contains("cdata") } + htmlDisguises).map {
      HidingPlace("html \($0.name)", .html, "<hr>" + $0.body, $0.words)
    }

  fileprivate struct Plant {
    let name: String
    let text: String
    let words: [String]
  }

  private static let plants = [
    Plant(name: "name", text: "Delphine Tremblay", words: ["delphine", "tremblay"]),
    Plant(name: "phone", text: "514-555-0142", words: ["0142"]),
  ]
}

extension String {
  fileprivate func planting(_ plant: HidingPlace.Plant) -> String { replacing("§", with: plant.text) }
}

// Each line is one place: longer than the others where its document is.
// swift-format-ignore
extension HidingPlace {
  /// Where XHTML holds text as it is; `§` stands for what is planted.
  private static let elements: [(name: String, body: String)] = [
    (#"body"#, #"<p>We saw § today.</p>"#),
    (#"title-attr"#, #"<p title="§">x</p>"#),
    (#"alt"#, #"<p>a <img src="x.png" alt="§"/> b</p>"#),
    (#"aria-label"#, #"<p aria-label="§">x</p>"#),
    (#"aria-description"#, #"<p aria-description="§">x</p>"#),
    (#"aria-roledescription"#, #"<p aria-roledescription="§">x</p>"#),
    (#"aria-valuetext"#, #"<p aria-valuetext="§">x</p>"#),
    (#"placeholder"#, #"<p><input placeholder="§"/></p>"#),
    (#"value"#, #"<p><input type="hidden" name="q" value="§"/></p>"#),
    (#"data-x"#, #"<p data-patient="§">x</p>"#),
    (#"onclick"#, #"<p onclick="alert('§')">x</p>"#),
    (#"style-attr"#, #"<p style="content: '§'">x</p>"#),
    (#"comment"#, #"<p>x</p><!-- § --><p>y</p>"#),
    (#"comment-inline"#, #"<p>x <!-- § --> y</p>"#),
    (#"cond-comment"#, #"<!--[if IE]><p>§</p><![endif]-->"#),
    (#"pi"#, #"<?note §?>"#),
    (#"pi-style"#, #"<?xml-stylesheet href="§.css"?>"#),
    (#"cdata"#, #"<p><![CDATA[§]]></p>"#),
    (#"script-string"#, #"<script>var p = "§";</script>"#),
    (#"script-json"#, #"<script type="application/ld+json">{"@type": "Person", "name": "§"}</script>"#),
    (#"script-cdata"#, #"<script>//<![CDATA[\#nvar p = "§";\#n//]]></script>"#),
    (#"style-css"#, #"<style>p:after { content: "§"; }</style>"#),
    (#"css-comment"#, #"<style>/* § */ p { color: red; }</style>"#),
    (#"svg-text"#, #"<svg xmlns="http://www.w3.org/2000/svg"><text>§</text></svg>"#),
    (#"svg-title"#, #"<svg xmlns="http://www.w3.org/2000/svg"><title>§</title><desc>x</desc></svg>"#),
    (#"svg-desc"#, #"<svg xmlns="http://www.w3.org/2000/svg"><desc>§</desc></svg>"#),
    (#"svg-metadata"#, #"<svg xmlns="http://www.w3.org/2000/svg"><metadata>§</metadata></svg>"#),
    (#"mathml-annotation"#, #"<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mi>x</mi><annotation encoding="text/plain">§</annotation></semantics></math>"#),
    (#"mathml-mtext"#, #"<math xmlns="http://www.w3.org/1998/Math/MathML"><mtext>§</mtext></math>"#),
    (#"mathml-alttext"#, #"<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="§"><mi>x</mi></math>"#),
    (#"ruby"#, #"<p><ruby>x<rp>(</rp><rt>§</rt><rp>)</rp></ruby></p>"#),
    (#"del"#, #"<p>It was <del>§</del> x.</p>"#),
    (#"ins"#, #"<p>It was <ins cite="a" datetime="2020-01-01">§</ins> x.</p>"#),
    (#"hidden"#, #"<p hidden="hidden">§</p>"#),
    (#"display-none"#, #"<div style="display:none">§</div>"#),
    (#"textarea"#, #"<textarea>§</textarea>"#),
    (#"template"#, #"<template><p>§</p></template>"#),
    (#"noscript"#, #"<noscript><p>§</p></noscript>"#),
    (#"option"#, #"<select><option label="§">x</option></select>"#),
    (#"optgroup"#, #"<select><optgroup label="§"><option>x</option></optgroup></select>"#),
    (#"datalist"#, #"<datalist><option value="§"/></datalist>"#),
    (#"summary"#, #"<details><summary>§</summary><p>x</p></details>"#),
    (#"caption"#, #"<table><caption>§</caption><tr><td>x</td></tr></table>"#),
    (#"th-abbr"#, #"<table><tr><th abbr="§">x</th></tr></table>"#),
    (#"table-summary"#, #"<table summary="§"><tr><td>x</td></tr></table>"#),
    (#"xlink-title"#, #"<p xmlns:xlink="http://www.w3.org/1999/xlink" xlink:title="§">x</p>"#),
    (#"epub-type"#, #"<p xmlns:epub="http://www.idpf.org/2007/ops" epub:type="§">x</p>"#),
    (#"foreign-attr"#, #"<p xmlns:z="urn:z" z:owner="§">x</p>"#),
    (#"foreign-el"#, #"<z:owner xmlns:z="urn:z">§</z:owner>"#),
    (#"iframe-srcdoc"#, #"<iframe srcdoc="&lt;p&gt;§&lt;/p&gt;"></iframe>"#),
    (#"object-param"#, #"<object data="x.swf"><param name="n" value="§"/>§</object>"#),
    (#"video-track"#, #"<video src="v.mp4"><track label="§" src="v.vtt"/></video>"#),
    (#"figcaption"#, #"<figure><img src="a.png" alt=""/><figcaption>§</figcaption></figure>"#),
    (#"label"#, #"<label for="a">§</label>"#),
    (#"legend"#, #"<fieldset><legend>§</legend></fieldset>"#),
    (#"q-cite"#, #"<q cite="http://x.ca/§">x</q>"#),
    (#"time-el"#, #"<time datetime="§">x</time>"#),
    (#"output"#, #"<output>§</output>"#),
    (#"microdata"#, #"<span itemprop="name" content="§">x</span>"#),
    (#"lang-private"#, #"<p lang="x-§">x</p>"#),
    (#"nested-cdata-p"#, #"<p>a<![CDATA[ § ]]>b</p>"#),
  ]

  /// The same in the head.
  private static let heads: [(name: String, body: String)] = [
    (#"title"#, #"<title>§</title>"#),
    (#"meta-content"#, #"<title>x</title><meta name="author" content="§"/>"#),
    (#"meta-dc"#, #"<title>x</title><meta name="DC.creator" content="§"/>"#),
    (#"meta-og"#, #"<title>x</title><meta property="og:title" content="§"/>"#),
    (#"link-title"#, #"<title>x</title><link rel="stylesheet" href="a.css" title="§"/>"#),
    (#"base"#, #"<title>x</title><base href="http://x.ca/§/"/>"#),
  ]

  /// Where Markdown does.
  private static let markdown: [(name: String, body: String)] = [
    (#"md-body"#, #"We saw § today."#),
    (#"md-link-target"#, #"See [x](http://x.ca/§) there."#),
    (#"md-link-title"#, #"See [x](a.html "§") there."#),
    (#"md-link-text"#, #"See [§](a.html) there."#),
    (#"md-autolink"#, #"See <http://x.ca/§> there."#),
    (#"md-image-alt"#, #"See ![§](a.png) there."#),
    (#"md-image-title"#, #"See ![a](a.png "§") there."#),
    (#"md-html-block"#, #"<div title="§">\#nx\#n</div>"#),
    (#"md-html-inline"#, #"x <span data-who="§">y</span> z"#),
    (#"md-html-body"#, #"<div>\#n§\#n</div>"#),
    (#"md-comment"#, #"<!-- § -->"#),
    (#"md-comment-inline"#, #"x <!-- § --> y"#),
    (#"md-front"#, #"---\#ntitle: x\#nauthor: §\#n---\#n"#),
    (#"md-front-quoted"#, #"---\#ntitle: "§"\#n---\#n"#),
    (#"md-front-list"#, #"---\#nauthors:\#n  - §\#n---\#n"#),
    (#"md-front-comment"#, #"---\#ntitle: x # §\#n---\#n"#),
    (#"md-footnote"#, #"x[^1]\#n\#n[^1]: §"#),
    (#"md-footnote-label"#, #"x[^§]\#n\#n[^§]: y"#),
    (#"md-refdef"#, #"x [y][z]\#n\#n[z]: http://x.ca/a "§""#),
    (#"md-refdef-url"#, #"x [y][z]\#n\#n[z]: <a/§>"#),
    (#"md-ref-label"#, #"x [y][§]\#n\#n[§]: a.html"#),
    (#"md-comment-ref"#, #"[//]: # (§)"#),
    (#"md-code-fence"#, #"```\#n§\#n```"#),
    (#"md-code-info"#, #"```§\#nx\#n```"#),
    (#"md-code-indent"#, #"x\#n\#n    §\#n"#),
    (#"md-code-span"#, #"x `§` y"#),
    (#"md-heading"#, #"# §"#),
    (#"md-setext"#, #"§\#n===="#),
    (#"md-quote"#, #"> §"#),
    (#"md-table"#, #"| a | b |\#n|---|---|\#n| § | c |"#),
    (#"md-tilde"#, #"~~§~~"#),
    (#"md-script"#, #"<script>\#nvar p = "§";\#n</script>"#),
    (#"md-style"#, #"<style>\#n/* § */\#n</style>"#),
    (#"md-svg"#, #"<svg xmlns="http://www.w3.org/2000/svg"><title>§</title></svg>"#),
    (#"md-details"#, #"<details><summary>§</summary>\#n\#nx\#n\#n</details>"#),
    (#"md-pi"#, #"<?php echo "§" ?>"#),
    (#"md-cdata"#, #"<![CDATA[ § ]]>"#),
    (#"md-decl"#, #"<!X §>"#),
    (#"md-abbr"#, #"*[HT]: §"#),
    (#"md-deflist"#, #"x\#n: §"#),
    (#"md-toml"#, #"+++\#ntitle = "§"\#n+++\#n"#),
    (#"md-math"#, #"$$\text{ § }$$"#),
  ]

  /// Places and ways of writing of their own, with the words that must go.
  private static let disguises: [(name: String, body: String, words: [String])] = [
    (#"inline-cut"#, #"<p>Met Delph<b>ine</b> <b>Trem</b>blay today.</p>"#, [#"delph"#, #"trem"#]),
    (#"inline-comment-cut"#, #"<p>Met Mrs. Tremb<!-- x -->lay today.</p>"#, [#"tremb"#]),
    (#"inline-name-apart"#, #"<p>Jean <b>Trem</b>blay came.</p>"#, [#"jean"#, #"trem"#]),
    (#"span-each-letter"#, #"<p>Mrs. <span>T</span><span>r</span><span>e</span><span>m</span><span>b</span><span>l</span><span>a</span><span>y</span> came.</p>"#, [#"t</span><span>r"#]),
    (#"wbr"#, #"<p>Mrs. Trem<wbr/>blay came.</p>"#, [#"trem"#]),
    (#"br-between"#, #"<p>Delphine<br/>Tremblay</p>"#, [#"delphine"#, #"tremblay"#]),
    (#"br-phone"#, #"<p>Phone:<br/>514-555-0142</p>"#, [#"555"#]),
    (#"th-td"#, #"<table><tr><th>Name</th><th>Age</th></tr><tr><td>Wills</td><td>x</td></tr></table>"#, [#"wills"#]),
    (#"th-td-row"#, #"<table><tr><th>Name</th><td>Wills</td></tr></table>"#, [#"wills"#]),
    (#"th-td-fr"#, #"<table><thead><tr><th>Nom</th><th>Note</th></tr></thead><tbody><tr><td>Quigley</td><td>x</td></tr><tr><td>Wills</td><td>y</td></tr></tbody></table>"#, [#"quigley"#, #"wills"#]),
    (#"th-mrn"#, #"<table><tr><th>Age</th><th>MRN</th></tr><tr><td>x</td><td>4471192</td></tr></table>"#, [#"4471192"#]),
    (#"th-phone"#, #"<table><tr><th>Phone</th></tr><tr><td>5550142</td></tr></table>"#, [#"5550142"#]),
    (#"dl"#, #"<dl><dt>Name</dt><dd>Wills</dd><dt>Chart</dt><dd>4471192</dd></dl>"#, [#"wills"#, #"4471192"#]),
    (#"entity"#, #"<p>Met Mrs. &Eacute;milie Tr&eacute;panier today.</p>"#, [#"milie"#, #"panier"#]),
    (#"charref"#, #"<p>Met Mrs. &#x54;remblay today.</p>"#, [#"remblay"#]),
    (#"charref-phone"#, #"<p>Call 514&#45;555&#x2D;0142 today.</p>"#, [#"0142"#]),
    (#"charref-attr"#, #"<p title="Mrs. &#x54;remblay">x</p>"#, [#"remblay"#]),
    (#"soft-hyphen"#, #"<p>Met Mrs. Trem\#u{AD}blay today.</p>"#, [#"trem"#]),
    (#"soft-hyphen-ref"#, #"<p>Met Mrs. Trem&shy;blay today.</p>"#, [#"trem"#]),
    (#"zwsp"#, #"<p>Met Mrs. Trem\#u{200B}blay today.</p>"#, [#"trem"#]),
    (#"zwsp-phone"#, #"<p>Call 514-\#u{200B}555-\#u{200B}0142 today.</p>"#, [#"0142"#]),
    (#"zwj"#, #"<p>Met Mrs. Trem\#u{200D}blay today.</p>"#, [#"trem"#]),
    (#"wj"#, #"<p>Met Mrs. Trem\#u{2060}blay today.</p>"#, [#"trem"#]),
    (#"bidi"#, #"<p>Met Mrs. \#u{202A}Tremblay\#u{202C} today.</p>"#, [#"tremblay"#]),
    (#"homoglyph"#, #"<p>Met Delphine Trembl\#u{430}y today.</p>"#, [#"trembl"#]),
    (#"homoglyph2"#, #"<p>Met Mrs. \#u{422}remblay today.</p>"#, [#"remblay"#]),
    (#"fullwidth"#, #"<p>Met Mrs. \#u{FF34}\#u{FF52}\#u{FF45}\#u{FF4D}\#u{FF42}\#u{FF4C}\#u{FF41}\#u{FF59}, phone \#u{FF15}\#u{FF11}\#u{FF14}-\#u{FF15}\#u{FF15}\#u{FF15}-\#u{FF10}\#u{FF11}\#u{FF14}\#u{FF12}.</p>"#, [#"\#u{FF52}\#u{FF45}\#u{FF4D}"#, #"\#u{FF10}\#u{FF11}\#u{FF14}\#u{FF12}"#]),
    (#"decomposed"#, #"<p>Met Mrs. E\#u{301}milie Tre\#u{301}panier today.</p>"#, [#"milie"#, #"panier"#]),
    (#"nbsp-phone"#, #"<p>Call 514&nbsp;555&nbsp;0142.</p>"#, [#"0142"#]),
    (#"nb-hyphen"#, #"<p>Call 514\#u{2011}555\#u{2011}0142.</p>"#, [#"0142"#]),
    (#"href-path"#, #"<p><a href="http://x.ca/patients/Delphine%20Tremblay/1">x</a></p>"#, [#"tremblay"#]),
    (#"href-rel"#, #"<p><a href="delphine-tremblay.html">x</a></p>"#, [#"tremblay"#]),
    (#"pct-word"#, #"<p>in files/Delphine%20Tremblay.html and <b>Gagn%C3%A9%2DTremblay</b></p>"#, [#"tremblay"#, #"delphine"#]),
    (#"href-rel-pct"#, #"<p><a href="../cases/Delphine%20Tremblay.html">x</a></p>"#, [#"tremblay"#]),
    (#"href-rel-pct2"#, #"<p><a href="../cases/%C3%89milie%20Tr%C3%A9panier.html">x</a></p>"#, [#"milie"#, #"panier"#]),
    (#"href-query"#, #"<p><a href="search.php?name=Delphine+Tremblay&amp;tel=514-555-0142">x</a></p>"#, [#"tremblay"#, #"0142"#]),
    (#"href-frag"#, ##"<p><a href="#delphine-tremblay">x</a></p>"##, [#"tremblay"#]),
    (#"href-double-pct"#, #"<p><a href="a/Delphine%2520Tremblay">x</a></p>"#, [#"tremblay"#]),
    (#"href-html-ref"#, #"<p><a href="a/Delphine&#32;&#84;remblay">x</a></p>"#, [#"remblay"#]),
    (#"mailto"#, #"<p><a href="mailto:d.tremblay@hopital.ca?subject=Delphine%20Tremblay">x</a></p>"#, [#"tremblay"#]),
    (#"mailto-pct"#, #"<p><a href="mailto:dtremb%40hopital.ca">x</a></p>"#, [#"dtremb"#]),
    (#"tel"#, #"<p><a href="tel:+15145550142">x</a></p>"#, [#"5550142"#]),
    (#"tel2"#, #"<p><a href="tel:5145550142">x</a></p>"#, [#"5550142"#]),
    (#"sms"#, #"<p><a href="sms:+1-514-555-0142">x</a></p>"#, [#"0142"#]),
    (#"src-file"#, #"<p><img src="scans/delphine_tremblay_mri.jpg" alt=""/></p>"#, [#"tremblay"#]),
    (#"src-file2"#, #"<p><a href="Tremblay_Delphine.pdf">x</a></p>"#, [#"tremblay"#]),
    (#"srcset"#, #"<p><img src="a.png" srcset="tremblay-delphine-2x.png 2x" alt=""/></p>"#, [#"tremblay"#]),
    (#"id"#, #"<p id="delphine-tremblay">x</p>"#, [#"tremblay"#]),
    (#"id-camel"#, #"<p id="DelphineTremblay">x</p>"#, [#"tremblay"#]),
    (#"id-us"#, #"<p id="delphine_tremblay">x</p>"#, [#"tremblay"#]),
    (#"id-mrs"#, #"<p id="mrs-tremblay">x</p>"#, [#"tremblay"#]),
    (#"class"#, #"<p class="note delphine-tremblay">x</p>"#, [#"tremblay"#]),
    (#"class-sp"#, #"<p class="patient tremblay delphine">x</p>"#, [#"tremblay"#]),
    (#"name"#, #"<p><a name="tremblay-delphine">x</a></p>"#, [#"tremblay"#]),
    (#"id-phone"#, #"<p id="p514-555-0142">x</p>"#, [#"0142"#]),
    (#"data-uri-text"#, #"<p><a href="data:text/plain,Delphine%20Tremblay">x</a></p>"#, [#"tremblay"#]),
    (#"data-uri-b64"#, #"<p><a href="data:text/plain;base64,RGVscGhpbmUgVHJlbWJsYXkgNTE0LTU1NS0wMTQy">x</a></p>"#, [#"rgvscgh"#]),
    (#"data-uri-img"#, #"<p><img src="data:image/png;base64,iVBORw0KGgoAAAA" alt=""/></p>"#, [#"ivborw"#]),
    (#"data-uri-css"#, #"<p style="background:url(data:image/png;base64,iVBORw0KGgoAAAA)">x</p>"#, [#"ivborw"#]),
    (#"data-uri-style"#, #"<style>p {background:url(data:image/png;base64,iVBORw0KGgoAAAA)}</style>"#, [#"ivborw"#]),
    (#"script-escape"#, #"<script>var p = "Delphine \u0054remblay";</script>"#, [#"remblay"#]),
    (#"script-concat"#, #"<script>var p = {"firstName":"Delphine","lastName":"Tremblay","phone":"514-555-0142"};</script>"#, [#"tremblay"#, #"0142"#]),
    (#"css-url"#, #"<style>p {background:url(tremblay-delphine.png)}</style>"#, [#"tremblay"#]),
    (#"css-class"#, #"<style>.delphine-tremblay {color:red}</style><p class="delphine-tremblay">x</p>"#, [#"tremblay"#]),
    (#"css-escape"#, #"<style>p:after {content:"Delphine \54remblay"}</style>"#, [#"remblay"#]),
    (#"el-name"#, #"<delphine-tremblay>x</delphine-tremblay>"#, [#"tremblay"#]),
    (#"attr-name"#, #"<p delphine-tremblay="x">x</p>"#, [#"tremblay"#]),
    (#"ns-uri"#, #"<p xmlns:z="urn:delphine-tremblay" z:a="b">x</p>"#, [#"tremblay"#]),
    (#"pi-target"#, #"<?tremblay-delphine x?>"#, [#"tremblay"#]),
    (#"split-p-table"#, #"<table><tr><td>Delphine</td><td>Tremblay</td></tr></table>"#, [#"delphine"#, #"tremblay"#]),
    (#"ordinary-list"#, #"<ul><li>Name: Wills</li><li>DOB: 12/04/1961</li></ul>"#, [#"wills"#, #"12/04"#]),
    (#"cdata-cut"#, #"<p>Mrs. Trem<![CDATA[blay]]> came.</p>"#, [#"trem"#, #"blay"#]),
    (#"pi-cut"#, #"<p>Mrs. Trem<?x y?>blay came.</p>"#, [#"trem"#, #"blay"#]),
    (#"svg-tspan"#, #"<svg xmlns="http://www.w3.org/2000/svg"><text><tspan>Delphine</tspan> <tspan>Tremblay</tspan></text></svg>"#, [#"tremblay"#]),
    (#"svg-aria"#, #"<svg xmlns="http://www.w3.org/2000/svg" aria-label="Delphine Tremblay"><path d="M0 0"/></svg>"#, [#"tremblay"#]),
    (#"img-title-id"#, #"<p><img src="a.png" alt="" title="Delphine Tremblay" id="tremblay"/></p>"#, [#"tremblay"#]),
    (#"form-action"#, #"<form action="/p/delphine-tremblay"><p>x</p></form>"#, [#"tremblay"#]),
    (#"meta-refresh"#, #"<p><a ping="http://x.ca/delphine-tremblay" href="b">x</a></p>"#, [#"tremblay"#]),
    (#"style-font"#, #"<p style="font-family: 'Tremblay, Delphine'">x</p>"#, [#"tremblay"#]),
    (#"content-nested-esc"#, #"<p title="&amp;#84;remblay, Delphine, Mrs. &amp;amp; co">x</p>"#, [#"remblay"#]),
  ]

  /// What only HTML allows.
  private static let htmlDisguises: [(name: String, body: String, words: [String])] = [
    (#"bare-title"#, #"<p title=Tremblay>x"#, [#"tremblay"#]),
    (#"bare-two"#, #"<p title=Mrs.Tremblay data-x=514-555-0142>x"#, [#"tremblay"#, #"0142"#]),
    (#"bare-quote"#, #"<p title=Mrs.Tremblay"x>x"#, [#"tremblay"#]),
    (#"bare-id"#, #"<p id=delphine-tremblay><a href=#delphine-tremblay>x</a>"#, [#"tremblay"#]),
    (#"bare-mail"#, #"<a href=mailto:delphine.tremblay@hopital.ca>x</a>"#, [#"tremblay"#]),
    (#"bare-image"#, #"<img src=delphine-tremblay.png alt=Tremblay>"#, [#"tremblay"#]),
    (#"no-value"#, #"<p delphine-tremblay>x"#, [#"tremblay"#]),
    (#"twice"#, #"<p title=x title="Delphine Tremblay">x"#, [#"tremblay"#]),
    (#"bad-name"#, #"<p @title="Tremblay" [who]=Tremblay>x"#, [#"tremblay"#]),
    (#"end-of-nothing"#, #"<p>x</delphine-tremblay>"#, [#"tremblay"#]),
    (#"end-cut"#, #"<p>Mrs. Trem</i>blay came."#, [#"trem"#]),
    (#"overlap-cut"#, #"<p>Mrs. <b>Tr<i>em</b>bl</i>ay came."#, [#"trem"#, #"blay"#]),
    (#"declaration"#, #"<p><!Delphine Tremblay>x"#, [#"tremblay"#]),
    (#"declaration-cut"#, #"<p>Mrs. Trem<![if !vml]>blay came."#, [#"trem"#, #"blay"#]),
    (#"instruction"#, #"<p><?php $who = "Delphine Tremblay"; ?>x"#, [#"tremblay"#]),
    (#"open-reference"#, #"<p>Mrs. Tr&eacutepanier came."#, [#"panier"#]),
    (#"open-number"#, #"<p>Mrs. &#84remblay came."#, [#"remblay"#]),
    (#"windows-number"#, #"<p>Mrs. B&#156;uf came."#, [#"b&#156;uf"#, #"bœuf"#]),
    (#"open-in-value"#, #"<p title="Mrs. Tr&eacute; panier, Mrs. &#84remblay">x"#, [#"remblay"#]),
    (#"comment-bang"#, #"<p>Mrs. Trem<!-- x --!>blay came."#, [#"trem"#, #"blay"#]),
    (#"textarea"#, #"<textarea>Delphine <b>Tremblay</textarea>"#, [#"tremblay"#]),
    (#"title-markup"#, #"<title>Mrs. Trem<b>blay"#, [#"trem"#]),
    (#"xmp"#, #"<xmp>Delphine <Tremblay></xmp>"#, [#"tremblay"#]),
    (#"plain-tag"#, #"<p>x <Tremblay> y"#, [#"tremblay"#]),
    (#"cells"#, #"<table><tr><th>Name<th>Age<tr><td>Wills<td>x</table>"#, [#"wills"#]),
    (#"upper"#, #"<P TITLE="Delphine Tremblay" CLASS=TREMBLAY>X"#, [#"tremblay"#]),
  ]

  /// The same in Markdown.
  private static let markdownDisguises: [(name: String, body: String, words: [String])] = [
    (#"md-th"#, #"| Name | Age |\#n|---|---|\#n| Wills | x |"#, [#"wills"#]),
    (#"md-th-mrn"#, #"| Age | MRN |\#n|---|---|\#n| x | 4471192 |"#, [#"4471192"#]),
    (#"md-heading-id"#, #"# x {#delphine-tremblay}"#, [#"tremblay"#]),
    (#"md-em-cut"#, #"Mrs. Trem**bl**ay came."#, [#"trem"#]),
    (#"md-comment-cut"#, #"Mrs. Trem<!-- x -->blay came."#, [#"trem"#]),
    (#"md-tag-cut"#, #"Mrs. Trem<b>blay</b> came."#, [#"trem"#]),
    (#"md-entity"#, #"Mrs. &Eacute;milie Tr&eacute;panier came."#, [#"milie"#, #"panier"#]),
    (#"md-charref"#, #"Mrs. &#x54;remblay came."#, [#"remblay"#]),
    (#"md-escape"#, #"Mrs. Trem\-blay or Delphine\_Tremblay came."#, [#"tremblay"#]),
    (#"md-pct-word"#, #"See files/Delphine%20Tremblay.html and <Delphine%20Tremblay/b.md>."#, [#"tremblay"#, #"delphine"#]),
    (#"md-pct-refdef"#, #"x [y][z]\#n\#n[z]: a/Delphine%20Tremblay/b.md "t""#, [#"tremblay"#, #"delphine"#]),
    (#"md-pct"#, #"[x](a/Delphine%20Tremblay.html)"#, [#"tremblay"#]),
    (#"md-img-file"#, #"![x](scans/delphine_tremblay.jpg)"#, [#"tremblay"#]),
    (#"md-data-uri"#, #"![x](data:image/png;base64,iVBORw0KGgoAAAA)"#, [#"ivborw"#]),
    (#"md-data-uri-link"#, #"[x](data:text/plain;base64,RGVscGhpbmUgVHJlbWJsYXkgNTE0LTU1NS0wMTQy)"#, [#"rgvscgh"#]),
    (#"md-refdef-data"#, #"![x][y]\#n\#n[y]: data:image/png;base64,iVBORw0KGgoAAAA"#, [#"ivborw"#]),
    (#"md-html-img"#, #"<img src="delphine-tremblay.png">"#, [#"tremblay"#]),
    (#"md-html-id"#, #"<a id="delphine-tremblay"></a>"#, [#"tremblay"#]),
    (#"md-mailto"#, #"<d.tremblay@hopital.ca>"#, [#"tremblay"#]),
    (#"md-tel"#, #"[x](tel:+15145550142)"#, [#"5550142"#]),
    (#"md-soft"#, #"Mrs. Trem\#u{AD}blay"#, [#"trem"#]),
    (#"md-hardbreak"#, #"Delphine  \#nTremblay"#, [#"delphine"#, #"tremblay"#]),
    (#"md-backslash-break"#, #"Delphine\\#nTremblay"#, [#"delphine"#, #"tremblay"#]),
    (#"md-quoted-cut"#, #"> Mrs. Delphine\#n> Tremblay came."#, [#"tremblay"#]),
    (#"md-list-kv"#, #"- Name: Wills\#n- MRN: 4471192"#, [#"wills"#, #"4471192"#]),
    (#"md-bold-kv"#, #"**Name:** Wills  \#n**MRN:** 4471192"#, [#"wills"#, #"4471192"#]),
    (#"md-unclosed-comment"#, #"x\#n\#n<!-- Delphine Tremblay"#, [#"tremblay"#]),
    (#"md-html-attr-multi"#, #"<div\#n  title="Delphine Tremblay"\#n>x</div>"#, [#"tremblay"#]),
    (#"md-html-unknown"#, #"<zork who="Delphine Tremblay">x</zork>"#, [#"tremblay"#]),
    (#"md-html-unquoted"#, #"<a name=delphine-tremblay>x</a>"#, [#"tremblay"#]),
  ]
}
