// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// The targets a case's every word goes through, optimised in debug builds too: thousands of generated cases are tests.
let hot = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Our targets from the nouns up; each imports only targets above it (plus the packages named here).
let package = Package(
  name: "caviard",
  products: [.executable(name: "caviard", targets: ["caviard"])],
  traits: [.trait(name: "Containers", description: "DOCX and EPUB, read and written with libzip.")],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "CaviardCase", resources: [.embedInCode("Surrogates/names.tsv")], swiftSettings: hot),
    .target(
      name: "CaviardReading",
      dependencies: [
        "CaviardCase", "CLibXML2", .target(name: "CLibZip", condition: .when(traits: ["Containers"])),
      ], swiftSettings: hot),
    .target(name: "CaviardTokenizing", dependencies: ["CaviardCase"], swiftSettings: hot),
    .target(
      name: "CaviardDictionaries",
      dependencies: ["CaviardCase", "CaviardReading", "CaviardTokenizing"], swiftSettings: hot),
    .target(
      name: "CaviardPolicies",
      dependencies: ["CaviardCase", .product(name: "Yams", package: "Yams")],
      resources: [.embedInCode("BuiltIn")], swiftSettings: settings),
    .target(
      name: "CaviardDetecting",
      dependencies: [
        "CaviardCase", "CaviardTokenizing", "CaviardDictionaries", .product(name: "Yams", package: "Yams"),
      ], swiftSettings: hot),
    .target(name: "CaviardRisk", dependencies: ["CaviardCase", "CaviardDictionaries"], swiftSettings: hot),
    .target(
      name: "CaviardRedacting", dependencies: ["CaviardCase", "CaviardDictionaries"], swiftSettings: hot),
    .target(
      name: "CaviardPipeline",
      dependencies: [
        "CaviardCase", "CaviardReading", "CaviardTokenizing", "CaviardDictionaries", "CaviardPolicies",
        "CaviardDetecting", "CaviardRisk", "CaviardRedacting", .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: settings),
    .target(
      name: "CaviardReporting", dependencies: ["CaviardCase", "CaviardPolicies", "CaviardRisk"],
      swiftSettings: settings),
    .target(
      name: "CaviardGating",
      dependencies: [
        "CaviardCase", "CaviardReading", "CaviardPolicies", "CaviardPipeline",
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: settings),
    .target(
      name: "CaviardEvaluating", dependencies: ["CaviardCase", "CaviardReading"], swiftSettings: settings),
    .executableTarget(
      name: "caviard",
      dependencies: [
        "CaviardCase", "CaviardReading", "CaviardDictionaries", "CaviardPolicies", "CaviardDetecting",
        "CaviardRisk", "CaviardRedacting", "CaviardPipeline", "CaviardReporting", "CaviardGating", "CaviardEvaluating",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    .target(
      name: "CaviardTestSupport",
      dependencies: ["CaviardCase", "CaviardDictionaries", "CaviardDetecting", "CaviardPipeline"],
      path: "Tests/CaviardTestSupport", swiftSettings: settings),
    .target(
      name: "CaviardFuzzing",
      dependencies: [
        "CaviardCase", "CaviardReading", "CaviardTokenizing", "CaviardDictionaries", "CaviardPolicies",
        "CaviardDetecting", "CaviardPipeline", "CaviardReporting", "CaviardTestSupport",
      ], path: "Tests/CaviardFuzzing", swiftSettings: settings),
    .testTarget(
      name: "CaviardFuzzingTests", dependencies: ["CaviardFuzzing", "CaviardTestSupport"], swiftSettings: settings),
    .testTarget(
      name: "CaviardTokenizingTests", dependencies: ["CaviardCase", "CaviardTokenizing"], swiftSettings: settings),
    .testTarget(
      name: "CaviardRiskTests",
      dependencies: ["CaviardCase", "CaviardDictionaries", "CaviardRisk", "CaviardTestSupport"], exclude: ["Tables"],
      swiftSettings: settings),
    .testTarget(
      name: "CaviardRedactingTests",
      dependencies: ["CaviardCase", "CaviardDictionaries", "CaviardReading", "CaviardRedacting"],
      exclude: ["Tables"], swiftSettings: settings),
    .testTarget(
      name: "CaviardReadingTests", dependencies: ["CaviardReading", "CaviardCase", "CaviardTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CaviardDetectingTests",
      dependencies: ["CaviardCase", "CaviardDictionaries", "CaviardDetecting", "CaviardTestSupport"],
      exclude: ["Sentences"], swiftSettings: settings),
    .testTarget(
      name: "CaviardDictionariesTests", dependencies: ["CaviardCase", "CaviardTokenizing", "CaviardDictionaries"],
      swiftSettings: settings),
    .testTarget(
      name: "CaviardPoliciesTests", dependencies: ["CaviardCase", "CaviardPolicies"], swiftSettings: settings),
    .testTarget(
      name: "CaviardPipelineTests",
      dependencies: [
        "CaviardCase", "CaviardReading", "CaviardDictionaries", "CaviardDetecting", "CaviardRisk", "CaviardRedacting",
        "CaviardPipeline", "CaviardPolicies", "CaviardReporting", "CaviardTokenizing", "CaviardTestSupport",
      ], swiftSettings: settings),
    .testTarget(
      name: "ContainerTests",
      dependencies: [
        "CaviardCase", "CaviardReading", "CaviardPipeline", "CaviardTestSupport",
      ], swiftSettings: settings),
    .testTarget(
      name: "GoldenTests",
      dependencies: [
        "CaviardCase", "CaviardPipeline", "CaviardReporting", "CaviardEvaluating", "CaviardTestSupport",
      ], swiftSettings: settings),
    .testTarget(
      name: "CaviardGatingTests",
      dependencies: ["CaviardCase", "CaviardGating", "CaviardPolicies", "CaviardPipeline", "CaviardTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CaviardReportingTests", dependencies: ["CaviardCase", "CaviardReporting"], swiftSettings: settings),
    .testTarget(
      name: "CaviardEvaluatingTests", dependencies: ["CaviardCase", "CaviardEvaluating"], swiftSettings: settings),
    .testTarget(
      name: "RiskSimulationTests", dependencies: ["CaviardCase", "CaviardDictionaries", "CaviardRisk"],
      swiftSettings: hot),
    .executableTarget(
      name: "CrashProbe", dependencies: ["CaviardPipeline"], path: "Tests/CrashProbe", swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: ["caviard", "CrashProbe", "CaviardTestSupport", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
  ]
)

// The fuzzer brings its own `main`, which only `--sanitize fuzzer` links: `make fuzz` builds this one product so.
if Context.environment["CAVIARD_FUZZ"] == "1" {
  package.products.append(.executable(name: "caviard-fuzz", targets: ["caviard-fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "caviard-fuzz", dependencies: ["CaviardDictionaries", "CaviardFuzzing"], path: "Tests/FuzzProduct",
      exclude: ["fuzz.sh"], swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}
