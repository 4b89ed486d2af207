"""The most frequent words of a list of common words, as wordfreq orders them: what frequent-words-en and -fr are built by."""

import pathlib
import unicodedata

import wordfreq

ROWS = 3_000


def folded(term):
    term = term.lower().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFD", term) if not unicodedata.combining(c))


def lines(path):
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]


def build(folder, language, licence):
    """Writes terms.tsv in `folder`."""
    common = set(lines(folder.parent / f"common-words-{language}" / "terms.tsv")[1:])
    excluded = set(lines(folder / "exclude.tsv"))
    kept = {}
    for word in wordfreq.top_n_list(language, 20_000):
        key = folded(word)
        if len(kept) < ROWS and word in common and key not in excluded:
            kept.setdefault(key, word)
    rows = sorted(kept.values(), key=lambda row: row.encode())
    head = [
        f"# list: frequent-words-{language}",
        f"# source: words of common-words-{language}, chosen with wordfreq 3.1.1",
        f"# licence: {licence}",
        "# retrieved: 2026-11-25",
        f"# rows: {len(rows)}",
        "term:terms",
    ]
    (folder / "terms.tsv").write_text("\n".join(head + rows) + "\n", encoding="utf-8")

