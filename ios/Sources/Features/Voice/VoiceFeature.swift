// Voice notes beside what is written: said instead of typed, or as well. They never stand in place of words.

enum VoiceFeature: Feature {
    static let screens: [Screen] = []
    static let texts: [any AppText.Type] = [VoiceText.self]
}

enum VoiceText: String, AppText {
    static let table = "Voice"
    case goal, note, begin, hear, hush, remove, recording, keep, leave
    case notAllowed, nothing, over, notHeard
}
