import CaviardCase
import Foundation

/// The world in the form of the product's lists.
extension Scorer {
  typealias Rows = (list: CaviardCase.DictionaryList, header: String, rows: [String])

  static func lists(_ world: World) throws -> [Rows] {
    [
      census(world), places(world), diagnoses(world), jobs(world), fields(world), groups(world), try halfWidths,
      (.diagnosisPairs, "given:text\tthen:text\tshare:number\thalfwidth:number\tsource:text", []),
      (.kinship, "id:text\tterms:terms\tsex:text\tmultiplicity:number\trecurrence:number\tsource:text", []),
      (
        .facts,
        "id:text\tterms:terms\tkind:text\tshare:number\thalfwidth:number\treview:text\tlevel1.share:number\t"
          + "level1.en:text\tlevel1.fr:text\tsource:text", []
      ),
      (
        .procedures,
        "id:text\tterms:terms\tshare:number\thalfwidth:number\tclass.en:text\tclass.fr:text\tclass.share:number\t"
          + "implied.sex:text\tsource:text", []
      ),
      (.institutions, "id:text\tterms:terms\tclass:text\tcatchment:number\tplace:text\tsource:text", []),
      (.institutionHeads, "id:text\tterms:terms\tclass:text\tcatchment:number\tsource:text", []),
      (.placeWords, "id:text\tterms:terms\tshare:number\tpopulation:number\thalfwidth:number\tsource:text", []),
    ]
  }

  private static func census(_ world: World) -> Rows {
    var counts = Array(repeating: (male: 0, female: 0), count: 101)
    for person in 0..<world.count {
      if world.isFemale[person] {
        counts[Int(world.age[person])].female += 1
      } else {
        counts[Int(world.age[person])].male += 1
      }
    }
    return (
      .ageSex, "age:number\tmale:number\tfemale:number\tsource:text",
      counts.enumerated().map { "\($0)\t\($1.male)\t\($1.female)\tsynthetic" }
    )
  }

  private static func places(_ world: World) -> Rows {
    var sizes = Array(repeating: 0, count: World.placeCount)
    for place in world.place { sizes[Int(place)] += 1 }
    var rows = sizes.enumerated().map {
      "p\($0)\tplace \($0)\ttown\t\(max(1, $1))\tr\(world.region[$0])\tp\tp\tsynthetic"
    }
    for region in 0..<World.regionCount {
      let people = sizes.indices.filter { world.region[$0] == region }.reduce(0) { $0 + sizes[$1] }
      rows.append("r\(region)\tregion \(region)\tregion\t\(people)\tcanada\tr\tr\tsynthetic")
    }
    rows.append("canada\tcanada\tcountry\t\(world.count)\t\tc\tc\tsynthetic")
    return (
      .places,
      "id:text\tterms:terms\tkind:text\tpopulation:number\tparent:text\tname.en:text\tname.fr:text\tsource:text", rows
    )
  }

  /// Of a disease only the class of its prevalence, as Orphanet has it.
  private static func className(_ prevalence: Double) -> String {
    switch prevalence {
    case ..<1e-6: "<1/1000000"
    case ..<1e-5: "1-9/1000000"
    case ..<1e-4: "1-9/100000"
    case ..<6e-4: "1-5/10000"
    case ..<1e-3: "6-9/10000"
    case ..<5e-3: ">1/1000"
    default: "common"
    }
  }

  private static func diagnoses(_ world: World) -> Rows {
    var rows = world.diseases.enumerated().map { number, disease in
      [
        "d\(number)", "disease \(number)", className(disease.prevalence), "", "", "chronic",
        String(disease.onset.lowerBound), String(disease.onset.upperBound), "", String(disease.female),
        "group-\(disease.group)", "system-\(disease.group % World.systems)", "",
        disease.founder.map { "r\($0)" } ?? "", "", "d", "d", "general-knowledge",
      ].joined(separator: "\t")
    }
    func group(_ id: String, _ system: String) -> String {
      [id, "", "unknown", "", "", "", "", "", "", "", "", system, "", "", "", id, id, "general-knowledge"].joined(
        separator: "\t")
    }
    rows += (0..<World.diseaseGroups).map { group("group-\($0)", "system-\($0 % World.systems)") }
    rows += (0..<World.systems).map { group("system-\($0)", "") }
    return (
      .diagnoses,
      "id:text\tterms:terms\tclass:text\tpoint:number\thalfwidth:number\tcourse:text\tonset.low:number\t"
        + "onset.high:number\tlimit.age:number\tfemale:number\tparent:text\tsystem:text\tsensitive:text\tfounder:text\t"
        + "founder.cases:number\tname.en:text\tname.fr:text\tsource:text", rows
    )
  }

  private static func jobs(_ world: World) -> Rows {
    var workers = Array(repeating: 0, count: World.jobCount)
    for job in world.job where job >= 0 { workers[Int(job)] += 1 }
    let rows = workers.enumerated().map { job, people in
      "j\(job)\tjob \(job)\tknown\t\(share(people, world))\t\t18\t70\tf\(job % World.fields)\tgeneral-knowledge"
    }
    return (
      .occupations,
      "id:text\tterms:terms\tclass:text\tshare:number\thalfwidth:number\tage.low:number\tage.high:number\tgroup:text\t"
        + "source:text", rows
    )
  }

  private static func fields(_ world: World) -> Rows {
    var workers = Array(repeating: 0, count: World.fields)
    for job in world.job where job >= 0 { workers[Int(job) % World.fields] += 1 }
    let rows = workers.enumerated().map { field, people in
      // Not below any of its jobs after rounding.
      "f\(field)\tf\tf\t\(share(people + 1, world))\t0.4\tgeneral-knowledge"
    }
    return (.occupationGroups, "id:text\tname.en:text\tname.fr:text\tshare:number\thalfwidth:number\tsource:text", rows)
  }

  private static func groups(_ world: World) -> Rows {
    var people = Array(repeating: 0, count: World.groupCount)
    for group in world.ethnicity { people[Int(group)] += 1 }
    let rows = people.enumerated().map {
      "e\($0)\tgroup \($0)\tethnicity\t\(share($1, world))\t\t\te\te\tgeneral-knowledge"
    }
    return (
      .groups,
      "id:text\tterms:terms\tkind:text\tshare:number\thalfwidth:number\tbroad:text\tname.en:text\tname.fr:text\tsource:text",
      rows
    )
  }

  private static func share(_ people: Int, _ world: World) -> String {
    String(format: "%.9f", Double(people) / Double(world.count))
  }

  /// The product's own doubts, as shipped.
  private static var halfWidths: Rows {
    get throws {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Dictionaries/half-widths/terms.tsv").standardizedFileURL
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
      let rows = lines.filter { !$0.hasPrefix("#") }
      return (.halfWidths, rows[0], Array(rows.dropFirst()))
    }
  }
}
