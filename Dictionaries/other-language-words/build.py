"""Writes terms.tsv: the rows of hand.tsv that are neither English nor French words, one language a word."""

import pathlib
import unicodedata

HERE = pathlib.Path(__file__).parent


def folded(term):
    term = term.lower().replace("œ", "oe").replace("ß", "ss").replace("ł", "l").replace("đ", "d").replace("ı", "i")
    return "".join(c for c in unicodedata.normalize("NFD", term) if not unicodedata.combining(c))


def lines(path):
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]


def main():
    ordinary = {
        folded(word)
        for name in ("common-words-en", "common-words-fr")
        for word in lines(HERE.parent / name / "terms.tsv")[1:]
    }
    ordinary |= set(lines(HERE / "exclude.tsv"))
    languages = {}
    for line in lines(HERE / "hand.tsv"):
        word, language = line.split("\t")
        if folded(word) not in ordinary:
            languages.setdefault(folded(word), []).append((word, language))
    kept = []
    for found in languages.values():
        names = sorted({language for _, language in found})
        kept.append(f"{found[0][0]}\t{'|'.join(names)}")
    rows = sorted(kept, key=lambda row: row.encode())
    head = [
        "# list: other-language-words",
        "# source: general knowledge",
        "# licence: that of the project",
        "# retrieved: 2026-11-25",
        f"# rows: {len(rows)}",
        "term:terms\tlanguage:text",
    ]
    (HERE / "terms.tsv").write_text("\n".join(head + rows) + "\n", encoding="utf-8")


main()
