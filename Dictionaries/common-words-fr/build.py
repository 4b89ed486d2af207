"""Writes terms.tsv: the ordinary French words of pyspellchecker's French list that wfrench knows too; wordfreq orders them."""

import gzip
import json
import pathlib
import unicodedata

import spellchecker
import wordfreq

HERE = pathlib.Path(__file__).parent
COUNTS = pathlib.Path(spellchecker.__file__).parent / "resources" / "fr.json.gz"
ORACLE = pathlib.Path("/usr/share/dict/french")
ROWS = 55_400


def folded(term):
    term = term.lower().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFD", term) if not unicodedata.combining(c))


def lines(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def main():
    counts = json.loads(gzip.decompress(COUNTS.read_bytes()))
    known = {unicodedata.normalize("NFC", word) for word in ORACLE.read_text(encoding="utf-8").split("\n")}
    excluded = set(lines("exclude.tsv"))
    kept = {}
    for word in lines("hand.tsv"):
        kept.setdefault(folded(word), word)
    for word in sorted(counts, key=lambda word: (-wordfreq.zipf_frequency(word, "fr"), word)):
        if len(kept) == ROWS:
            break
        key = folded(word)
        if len(word) > 1 and word.isalpha() and word in known and key not in excluded:
            kept.setdefault(key, word)
    rows = sorted(kept.values(), key=lambda row: row.encode())
    head = [
        "# list: common-words-fr",
        "# source: pyspellchecker 0.9.1 (French list), checked against wfrench 1.2.7, most frequent first by wordfreq 3.1.1; hand.tsv",
        "# licence: MIT (pyspellchecker)",
        "# retrieved: 2026-11-25",
        f"# rows: {len(rows)}",
        "term:terms",
    ]
    (HERE / "terms.tsv").write_text("\n".join(head + rows) + "\n", encoding="utf-8")


main()
