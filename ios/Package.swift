// swift-tools-version: 6.0
// Hearth on iOS, as packages: all but the app target itself (ios/App). On Linux the same sources
// are compiled and tested over a stand-in for SwiftUI (ios/StandIn); on a Mac that folder is not read.
import PackageDescription

/// What is generated from the Rust library; `cargo xtask ios bindings` writes it.
let core: Target.Dependency = .product(name: "HearthCore", package: "HearthCore")

var targets: [Target] = [
    .target(name: "Bridge", dependencies: [core]),
    .target(name: "BridgeTesting", dependencies: ["Bridge"]),
    .testTarget(name: "BridgeTests", dependencies: ["Bridge", "BridgeTesting"]),
]

#if os(Linux)
let views: [Target.Dependency] = ["SwiftUI"]
// The catalogs are read as they lie: only Xcode compiles them.
let catalogs: ([String], [Resource]?) = (["Catalogs"], nil)
targets += [
    .target(name: "SwiftUI", path: "StandIn/Sources/SwiftUI", swiftSettings: [.swiftLanguageMode(.v5)]),
    .testTarget(name: "SwiftUITests", dependencies: ["SwiftUI"], path: "StandIn/Tests"),
    .testTarget(name: "FeaturesTests", dependencies: ["Features", "BridgeTesting", "SwiftUI"]),
    .testTarget(name: "PlatformTests", dependencies: ["Platform", "CardPath", "BridgeTesting", "SwiftUI"]),
]
#else
let views: [Target.Dependency] = []
let catalogs: ([String], [Resource]?) = ([], [.process("Catalogs")])
#endif

targets += [
    // The card without the core: all that the widget is made of.
    .target(name: "CardPath", dependencies: views),
    .target(name: "Platform", dependencies: ["Bridge", "CardPath"]),
    .target(
        name: "Features", dependencies: ["Bridge", "CardPath", "Platform"] + views, exclude: catalogs.0, resources: catalogs.1
    ),
]

let package = Package(
    name: "Hearth",
    defaultLocalization: "en",
    platforms: [.iOS("17.4"), .macOS(.v14)],
    products: [
        .library(name: "Hearth", targets: ["Features", "Platform", "Bridge"]),
        .library(name: "CardPath", targets: ["CardPath"]),
    ],
    dependencies: [.package(path: "../target/ios/HearthCore")],
    targets: targets,
    swiftLanguageModes: [.v6]
)
