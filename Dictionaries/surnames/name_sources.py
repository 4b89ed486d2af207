"""Faker's person names of many locales, in Latin letters. Used by the builds of surnames and given-names."""

import importlib
import re
import unicodedata

ORIGINS = {
    "fr_QC": "quebec", "fr_FR": "french", "fr_BE": "french", "fr_CH": "french", "fr_DZ": "arabic",
    "vi_VN": "vietnamese", "zh_CN": "chinese", "zh_TW": "chinese", "en_IN": "south-asian", "en_PK": "south-asian",
    "en_KE": "african", "en_NG": "african", "ha_NG": "african", "ig_NG": "african", "yo_NG": "african",
    "tw_GH": "african", "sw": "african", "en_GB": "english", "en": "english", "en_US": "english", "en_NZ": "english",
    "en_IE": "irish", "es_MX": "hispanic", "es_CO": "hispanic", "es_CL": "hispanic", "es_AR": "hispanic",
    "es_ES": "hispanic", "it_IT": "italian", "pt_BR": "portuguese", "pt_PT": "portuguese", "de_DE": "german",
    "de_AT": "german", "de_CH": "german", "de_LU": "german", "nl_BE": "dutch", "nl_NL": "dutch", "pl_PL": "polish",
    "ro_RO": "romanian", "tr_TR": "turkish", "hu_HU": "hungarian", "cs_CZ": "czech", "hr_HR": "croatian",
    "sv_SE": "swedish", "no_NO": "norwegian", "da_DK": "danish", "ja_JP": "japanese",
    "uk_UA": "ukrainian", "ru_RU": "russian", "el_GR": "greek",
}
CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ё": "e", "ж": "zh", "з": "z",
    "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
    "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "'": "", "’": "",
}
RUSSIAN = CYRILLIC | {"г": "g", "и": "i", "й": "y"}
GREEK_PAIRS = {
    "ου": "ou", "αι": "ai", "ει": "ei", "οι": "oi", "αυ": "av", "ευ": "ev", "μπ": "b", "ντ": "nt", "γκ": "gk",
    "γγ": "ng", "τσ": "ts", "τζ": "tz",
}
GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψως", [
    "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "t", "y", "f", "ch",
    "ps", "o", "s",
]))


def romanised(name, locale):
    name = name.lower()
    if locale == "el_GR":
        name = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
        for pair, latin in GREEK_PAIRS.items():
            name = name.replace(pair, latin)
        return "".join(GREEK.get(c, c) for c in name).title()
    table = RUSSIAN if locale == "ru_RU" else CYRILLIC
    return "".join(table.get(c, c) for c in name).title()


def faker_names(tables, locales):
    """(name, table, locale), in the order of the locales."""
    for locale in locales:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for table in tables:
            if locale == "el_GR" and table in ("last_names", "last_names_female"):
                continue
            found = getattr(provider, table, ())
            if isinstance(found, property):
                continue
            for name in sorted(name for name in found if isinstance(name, str)):
                native = locale in ("uk_UA", "ru_RU", "el_GR")
                yield (romanised(name, locale) if native else name), table, locale


def is_name(term):
    if not re.fullmatch(r"[^\W\d_]+(['’-][^\W\d_]+)*", term) or len(term) < 2:
        return False
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in unicodedata.normalize("NFC", term) if c not in "’-")


def written(term):
    term = unicodedata.normalize("NFC", term.strip().replace("’", "'"))
    if term.isupper() or term.islower():
        term = term.title()
    return re.sub(r"^Mc([a-z])", lambda match: "Mc" + match[1].upper(), term)
