"""Writes terms.tsv: the 3,000 most frequent words of common-words-en, in the order wordfreq gives."""

import pathlib
import unicodedata

import wordfreq

HERE = pathlib.Path(__file__).parent
LANGUAGE = "en"
ROWS = 3_000


def folded(term):
    term = term.lower().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFD", term) if not unicodedata.combining(c))


def lines(path):
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]


def main():
    common = set(lines(HERE.parent / f"common-words-{LANGUAGE}" / "terms.tsv")[1:])
    excluded = set(lines(HERE / "exclude.tsv"))
    kept = {}
    for word in wordfreq.top_n_list(LANGUAGE, 20_000):
        key = folded(word)
        if len(kept) < ROWS and word in common and key not in excluded:
            kept.setdefault(key, word)
    rows = sorted(kept.values(), key=lambda row: row.encode())
    head = [
        f"# list: frequent-words-{LANGUAGE}",
        f"# source: words of common-words-{LANGUAGE}, chosen with wordfreq 3.1.1",
        "# licence: SCOWL licence (permissive, keep the notice)",
        "# retrieved: 2026-11-25",
        f"# rows: {len(rows)}",
        "term:terms",
    ]
    (HERE / "terms.tsv").write_text("\n".join(head + rows) + "\n", encoding="utf-8")


main()
