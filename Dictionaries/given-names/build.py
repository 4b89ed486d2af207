"""Writes terms.tsv: hand.tsv, the given names of the US census of 1990, and Faker's given names."""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "surnames"))

import wordfreq  # noqa: E402
from name_classes import CENSUS, NameClasses, folded, lines  # noqa: E402
from name_sources import ORIGINS, faker_names, is_name, written  # noqa: E402  # noqa: E402

TABLES = (
    "first_names_female", "first_names_male", "first_names_unisex", "first_romanized_names_female",
    "first_romanized_names_male", "first_romanized_names", "first_names",
)
WHOLE = ("fr_QC", "fr_FR", "fr_BE", "fr_CH")
SEEN_ONLY = (
    "en", "en_US", "en_NZ", "en_IE", "tr_TR", "de_DE", "de_AT", "de_CH", "de_LU", "id_ID", "hr_HR", "sv_SE", "cs_CZ",
    "el_GR", "ro_RO", "nl_NL", "nl_BE", "da_DK", "no_NO", "hu_HU", "ru_RU", "uk_UA", "es_CL", "es_CO", "es_ES",
)
SEEN = 1.9
SEXES = {"first_names_female": "f", "first_names_male": "m", "first_romanized_names_female": "f",
         "first_romanized_names_male": "m"}


def census_sexes():
    shares = {}
    for file, sex in (("dist.female.first", "f"), ("dist.male.first", "m")):
        for line in (CENSUS / file).read_text().split("\n"):
            cells = line.split()
            if len(cells) == 4:
                shares.setdefault(cells[0], {})[sex] = float(cells[1])
    for name, share in shares.items():
        female, male = share.get("f", 0), share.get("m", 0)
        yield name, "f" if female > 10 * male else "m" if male > 10 * female else "u"


def main():
    excluded = set(lines(HERE / "exclude.tsv"))
    classes = NameClasses(HERE / "classes.tsv")
    kept = {}
    by_hand = set()

    def keep(term, sex, origin):
        key = folded(term)
        if len(key) < 2 or key in excluded:
            return
        if key not in kept:
            kept[key] = [term, sex, origin]
        elif key not in by_hand:
            known = kept[key]
            if sex and known[1] and sex != known[1] and known[2] != "us-census":
                known[1] = "u"
            known[1] = known[1] or sex
            if known[0].isascii() and not term.isascii() and origin in ("quebec", "french"):
                known[0] = term

    for line in lines(HERE / "hand.tsv"):
        keep(*line.split("\t"))
    by_hand = set(kept)
    for name, sex in census_sexes():
        keep(written(name), sex, "us-census")
    for term, table, locale in faker_names(TABLES, [*ORIGINS, "id_ID", "cs_CZ"]):
        sex = SEXES.get(table, "")
        parts = [term] if locale in WHOLE else re.split(r"[\s-]+", term)
        for part in parts:
            rare = locale in SEEN_ONLY and wordfreq.zipf_frequency(part, "en") < SEEN
            if is_name(part) and not rare:
                keep(written(part), sex, ORIGINS.get(locale, "other"))
    rows = [f"{term}\t{classes.kind(term)}\t{sex}\t{origin}" for term, sex, origin in kept.values()]
    rows.sort(key=lambda row: row.encode())
    head = [
        "# list: given-names",
        "# source: names 0.3.0 (US census 1990), Faker 40.54.0, hand.tsv (general knowledge)",
        "# licence: public domain (census), MIT (Faker), that of the project (hand.tsv)",
        "# retrieved: 2026-11-25",
        f"# rows: {len(rows)}",
        "term:terms\tclass:text\tsex:text\torigin:text",
    ]
    (HERE / "terms.tsv").write_text("\n".join(head + rows) + "\n", encoding="utf-8")


main()
