"""Writes terms.tsv: the ordinary English words of SCOWL, classes 10 to 50, lower case, letters only."""

import pathlib
import unicodedata

HERE = pathlib.Path(__file__).parent
SCOWL = pathlib.Path("/usr/share/dict/scowl")
SIZES = (10, 20, 35, 40, 50)
SPELLINGS = ("english", "american", "british", "canadian")


def folded(term):
    plain = unicodedata.normalize("NFD", term.lower())
    return "".join(c for c in plain if not unicodedata.combining(c))


def lines(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def words():
    for size in SIZES:
        for spelling in SPELLINGS:
            path = SCOWL / f"{spelling}-words.{size}"
            if path.exists():
                yield from path.read_text(encoding="latin-1").split("\n")


def main():
    excluded = set(lines("exclude.tsv"))
    kept = {}
    for word in [*words(), *lines("hand.tsv")]:
        key = folded(word)
        if len(word) > 1 and word.isalpha() and word == word.lower() and key not in excluded:
            kept.setdefault(key, word)
    rows = sorted(kept.values(), key=lambda row: row.encode())
    head = [
        "# list: common-words-en",
        "# source: SCOWL 2020.12.07 (Debian package scowl), size classes 10 to 50; hand.tsv",
        "# licence: SCOWL licence (permissive, keep the notice)",
        "# retrieved: 2026-11-25",
        f"# rows: {len(rows)}",
        "term:terms",
    ]
    (HERE / "terms.tsv").write_text("\n".join(head + rows) + "\n", encoding="utf-8")


main()
