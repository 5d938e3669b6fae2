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

/// A voice note: AAC, at most ten minutes. Its file in clear lives only while it is made.
@MainActor public final class PhoneRecorder: Recorder {
    private static let tenMinutes: TimeInterval = 600
    private let file: URL
    private var recording: AVAudioRecorder?
    private var playing: AVAudioPlayer?
    private var over: (@MainActor () -> Void)?
    private var ended: (@MainActor () -> Void)?
    private let ends = SoundEnds()
    private var interruptions: Task<Void, Never>?

    public init(files: HearthFiles) {
        file = files.passing.appendingPathComponent("voice-note.m4a")
        ends.told = { [weak self] in self?.endedByItself($0) }
        interruptions = Task { [weak self] in
            // A call, Siri, an alarm: what was said until then is kept.
            let began = NotificationCenter.default.notifications(named: AVAudioSession.interruptionNotification)
                .map { $0.userInfo?[AVAudioSessionInterruptionTypeKey] as? UInt == AVAudioSession.InterruptionType.began.rawValue }
            for await isBeginning in began where isBeginning { self?.interrupted() }
        }
    }

    deinit { interruptions?.cancel() }

    public func begin(over: @escaping @MainActor () -> Void) async -> Bool {
        stop()
        guard await AVAudioApplication.requestRecordPermission() else { return false }
        let settings: [String: Any] = [
            AVFormatIDKey: kAudioFormatMPEG4AAC, AVSampleRateKey: 44_100, AVNumberOfChannelsKey: 1, AVEncoderBitRateKey: 32_000,
        ]
        do {
            try AVAudioSession.sharedInstance().setCategory(.playAndRecord, mode: .spokenAudio, options: [.defaultToSpeaker])
            try AVAudioSession.sharedInstance().setActive(true)
            let recorder = try AVAudioRecorder(url: file, settings: settings)
            recorder.delegate = ends
            guard recorder.record(forDuration: Self.tenMinutes) else {
                recorder.deleteRecording()
                return false
            }
            recording = recorder
            self.over = over
            return true
        } catch {
            // Another app has the microphone.
            return false
        }
    }

    public func end() -> Data? {
        guard let recorder = recording else { return nil }
        recording = nil
        over = nil
        recorder.stop()
        defer {
            recorder.deleteRecording()
            try? AVAudioSession.sharedInstance().setActive(false, options: .notifyOthersOnDeactivation)
        }
        return try? Data(contentsOf: file)
    }

    public func play(_ sound: Data, ended: @escaping @MainActor () -> Void) -> Bool {
        stop()
        try? AVAudioSession.sharedInstance().setCategory(.playback, mode: .spokenAudio)
        // From memory: no file in clear is needed for it.
        guard let player = try? AVAudioPlayer(data: sound) else { return false }
        player.delegate = ends
        guard player.play() else { return false }
        playing = player
        self.ended = ended
        return true
    }

    public func stop() {
        playing?.stop()
        playing = nil
        let told = ended
        ended = nil
        told?()
    }

    private func interrupted() {
        if recording != nil { over?() } else { stop() }
    }

    private func endedByItself(_ one: ObjectIdentifier) {
        if let recording, ObjectIdentifier(recording) == one {
            over?()
        } else if let playing, ObjectIdentifier(playing) == one {
            stop()
        }
    }
}

/// Hears from the system which sound has ended.
@MainActor private final class SoundEnds: NSObject, AVAudioRecorderDelegate, AVAudioPlayerDelegate {
    var told: (@MainActor (ObjectIdentifier) -> Void)?

    nonisolated func audioRecorderDidFinishRecording(_ recorder: AVAudioRecorder, successfully flag: Bool) { tell(ObjectIdentifier(recorder)) }
    nonisolated func audioRecorderEncodeErrorDidOccur(_ recorder: AVAudioRecorder, error: (any Error)?) { tell(ObjectIdentifier(recorder)) }
    nonisolated func audioPlayerDidFinishPlaying(_ player: AVAudioPlayer, successfully flag: Bool) { tell(ObjectIdentifier(player)) }
    nonisolated func audioPlayerDecodeErrorDidOccur(_ player: AVAudioPlayer, error: (any Error)?) { tell(ObjectIdentifier(player)) }

    private nonisolated func tell(_ one: ObjectIdentifier) {
        Task { @MainActor in self.told?(one) }
    }
}
#endif
