/// The style sheet of the page report. The page's policy names its digest and allows nothing else.
enum PageStyle {
  /// Of ``css``, SHA-256 in base 64; a test reckons it again.
  static let digest = "KycPNxBnYG20EwWoQ4ZvschehCm8l/b1CfQlrW/hW/w="

  /// Colours have a contrast of 4.5 to 1 or more on their ground, in both schemes.
  static let css = """
    :root { color-scheme: light dark; --ground: #ffffff; --text: #1c1e21; --soft: #565b63; --line: #c9ced6;
      --panel: #f4f6f8; --link: #0b57b7; --pass: #0b6b2f; --review: #7a4b00; --block: #a11414; }
    @media (prefers-color-scheme: dark) {
      :root { --ground: #16181c; --text: #e9eaec; --soft: #b3b8c0; --line: #484d56; --panel: #20242a; --link: #8ab8ff;
        --pass: #7ddc9b; --review: #f0c060; --block: #ff9d94; }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1rem 1.25rem 4rem; max-width: 68rem; background: var(--ground); color: var(--text);
      font: 1rem/1.55 system-ui, "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.7rem; margin: 0.5rem 0; }
    h2 { font-size: 1.3rem; margin: 2rem 0 0.75rem; }
    h3 { font-size: 1.05rem; margin: 0 0 0.5rem; }
    a { color: var(--link); }
    a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { position: static; }
    .soft { color: var(--soft); }
    .counts { display: flex; flex-wrap: wrap; gap: 0.75rem; list-style: none; margin: 0.75rem 0; padding: 0; }
    .counts li { border: 1px solid var(--line); border-left: 0.4rem solid var(--mark, var(--line)); border-radius: 0.3rem;
      padding: 0.35rem 0.9rem; background: var(--panel); }
    .counts strong { font-size: 1.3rem; margin-right: 0.35rem; }
    .pass { --mark: var(--pass); } .review { --mark: var(--review); } .block { --mark: var(--block); }
    .verdict { display: inline-block; border: 1px solid currentColor; border-radius: 0.3rem; padding: 0 0.45rem;
      color: var(--mark); font-weight: 600; font-size: 0.9rem; white-space: nowrap; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; overflow-wrap: normal; }
    caption { text-align: left; color: var(--soft); padding-bottom: 0.3rem; }
    th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.7rem; border-bottom: 1px solid var(--line); }
    thead th { color: var(--soft); font-weight: 600; }
    tbody th { font-weight: 600; min-width: 10rem; overflow-wrap: anywhere; }
    td.number { white-space: nowrap; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    .places { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
    article { border: 1px solid var(--line); border-left: 0.4rem solid var(--mark); border-radius: 0.3rem;
      padding: 0.9rem 1rem; margin: 1rem 0; }
    article p, article ul { margin: 0.4rem 0; }
    @media print { body { max-width: none; } .skip, .back { display: none; } article { break-inside: avoid; } }
    """
}
