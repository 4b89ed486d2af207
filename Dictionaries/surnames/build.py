"""Writes terms.tsv: hand.tsv, the frequent surnames of the US census of 1990, and Faker's family names."""

import pathlib
import re

from name_classes import CENSUS, NameClasses, folded, lines
from name_sources import ORIGINS, faker_names, is_name, written

HERE = pathlib.Path(__file__).parent
CENSUS_ROWS = 24_300
TABLES = (
    "last_names", "last_names_female", "last_names_male", "last_names_unisex", "male_last_names",
    "unisex_last_names", "last_romanized_names",
)
PARTICLES = re.compile(
    r"^((de|de la|de las|de los|del|della|di|da|dos|van|van de|van den|van der|van 't|von|von der|le|la|ó|ní|nic|uí|"
    r"mac|al|el|bin|ten|ter|'t|'s|zum|zu|den|der) )+", re.IGNORECASE
)


def main():
    excluded = set(lines(HERE / "exclude.tsv"))
    classes = NameClasses(HERE / "classes.tsv")
    kept = {}

    def keep(term, origin):
        key = folded(term.split("|")[0])
        if len(key) > 1 and key not in excluded:
            if key not in kept:
                kept[key] = (term, origin)
            elif kept[key][0].isascii() and not term.isascii() and kept[key][1] in ("us-census", "english"):
                kept[key] = (term, origin)

    for line in lines(HERE / "hand.tsv"):
        keep(*line.split("\t"))
    for term, _, locale in faker_names(TABLES, ORIGINS):
        term = PARTICLES.sub("", term.strip())
        if is_name(term) and "-" not in term:
            keep(written(term), ORIGINS[locale])
    for line in (CENSUS / "dist.all.last").read_text().split("\n")[:CENSUS_ROWS]:
        keep(written(line.split()[0]), "us-census")
    rows = [f"{term}\t{classes.kind(term.split('|')[0])}\t{origin}" for term, origin in kept.values()]
    rows.sort(key=lambda row: row.encode())
    head = [
        "# list: surnames",
        "# source: names 0.3.0 (US census 1990), Faker 40.54.0, hand.tsv (general knowledge)",
        "# licence: public domain (census), MIT (Faker), that of the project (hand.tsv)",
        "# retrieved: 2026-11-25",
        f"# rows: {len(rows)}",
        "term:terms\tclass:text\torigin:text",
    ]
    (HERE / "terms.tsv").write_text("\n".join(head + rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
