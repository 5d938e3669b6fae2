// swift-tools-version: 6.0
// The generated side of the boundary as a package of its own. `cargo xtask ios` copies this file
// beside what it generates, in target/ios/HearthCore; nothing of it is committed.
import Foundation
import PackageDescription

#if os(Linux)
// The Rust library as it was built for this machine: its folder is told by the xtask.
let folder = ProcessInfo.processInfo.environment["HEARTH_LIBRARY"] ?? "../../debug"
let ffi: Target = .systemLibrary(name: "HearthCoreFFI")
let settings: [LinkerSetting] = [
    .unsafeFlags(["-L\(folder)", "-Xlinker", "-rpath", "-Xlinker", folder]),
    .linkedLibrary("hearth_bindings"),
]
#else
// On a Mac: the XCFramework that `cargo xtask ios framework` puts here.
let ffi: Target = .binaryTarget(name: "HearthCoreFFI", path: "HearthCoreFFI.xcframework")
let settings: [LinkerSetting] = []
#endif

let package = Package(
    name: "HearthCore",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [.library(name: "HearthCore", targets: ["HearthCore"])],
    targets: [
        ffi,
        .target(name: "HearthCore", dependencies: ["HearthCoreFFI"], linkerSettings: settings),
    ],
    swiftLanguageModes: [.v5]
)
