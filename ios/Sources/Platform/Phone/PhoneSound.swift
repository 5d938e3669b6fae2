// Sound: reading aloud, and voice notes. Dictation is the keyboard's own: it writes into whatever box is being typed in, asks
// Hearth for no permission and gives it no sound. Written, never run.

#if canImport(AVFoundation) && os(iOS)
import AVFoundation

/// The phone's own voices: none of them asks the network.
@MainActor public final class PhoneVoice: Voice {
    private let speech = AVSpeechSynthesizer()

    public init() {}

    public func say(_ lines: [String], language: String) -> Bool {
        hush()
        let voices = AVSpeechSynthesisVoice.speechVoices().map { PhoneVoiceName(id: $0.identifier, language: $0.language) }
        guard let best = PhoneVoiceName.best(of: voices, for: language), let voice = AVSpeechSynthesisVoice(identifier: best.id)
        else { return false }
        // Line by line, so that there is a pause after each step.
        for line in lines {
            let utterance = AVSpeechUtterance(string: line)
            utterance.voice = voice
            utterance.postUtteranceDelay = 0.4
            speech.speak(utterance)
        }
        return true
    }

    public func hush() { speech.stopSpeaking(at: .immediate) }
}

/// A voice note: AAC, at most ten minutes. Its file in clear lives only while it is made or played.
@MainActor public final class PhoneRecorder: Recorder {
    private static let tenMinutes: TimeInterval = 600
    private let file: URL
    private var recording: AVAudioRecorder?
    private var playing: AVAudioPlayer?

    public init(files: HearthFiles) { file = files.passing.appendingPathComponent("voice-note.m4a") }

    public func begin() async -> Bool {
        stop()
        guard await AVAudioApplication.requestRecordPermission() else { return false }
        let settings: [String: Any] = [
            AVFormatIDKey: kAudioFormatMPEG4AAC, AVSampleRateKey: 44_100, AVNumberOfChannelsKey: 1, AVEncoderBitRateKey: 32_000,
        ]
        do {
            try AVAudioSession.sharedInstance().setCategory(.playAndRecord, mode: .spokenAudio, options: [.defaultToSpeaker])
            try AVAudioSession.sharedInstance().setActive(true)
            let recorder = try AVAudioRecorder(url: file, settings: settings)
            guard recorder.record(forDuration: Self.tenMinutes) else { return false }
            recording = recorder
            return true
        } catch {
            // Another app has the microphone.
            return false
        }
    }

    public func end() -> Data? {
        guard let recorder = recording else { return nil }
        recording = nil
        recorder.stop()
        defer {
            recorder.deleteRecording()
            try? AVAudioSession.sharedInstance().setActive(false, options: .notifyOthersOnDeactivation)
        }
        return try? Data(contentsOf: file)
    }

    public func play(_ sound: Data) {
        stop()
        try? AVAudioSession.sharedInstance().setCategory(.playback, mode: .spokenAudio)
        // From memory: no file in clear is needed for it.
        playing = try? AVAudioPlayer(data: sound)
        playing?.play()
    }

    public func stop() {
        playing?.stop()
        playing = nil
    }
}
#endif
