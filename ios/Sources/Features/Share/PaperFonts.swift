// The letters that papers are printed with. Apple's font may not be put into a file, so the app brings its own.

import Foundation

enum PaperFonts {
    /// The preferred first; what it has no letter for is drawn with the next.
    static let names = ["NotoSans_400Regular", "NotoSans_700Bold", "NotoNaskhArabic_400Regular", "NotoSansGurmukhi_400Regular"]

    /// Whole files, read beside the thread that draws. One that is missing is passed over: the core says what it could not draw.
    static func all() async -> [Data] { names.compactMap { name in file(name).flatMap { try? Data(contentsOf: $0) } } }

    #if os(Linux)
    /// As they lie in the sources.
    static func file(_ name: String) -> URL? {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fonts/\(name).ttf")
    }
    #else
    static func file(_ name: String) -> URL? { Bundle.module.url(forResource: name, withExtension: "ttf", subdirectory: "Fonts") }
    #endif
}
