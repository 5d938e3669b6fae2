// What needs the window in front. Written, never run.

#if canImport(UIKit)
import UIKit

/// The controller that something is shown over.
@MainActor enum Front {
    static var controller: UIViewController? {
        let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
        let scene = scenes.first { $0.activationState == .foregroundActive } ?? scenes.first
        var top = scene?.keyWindow?.rootViewController
        while let over = top?.presentedViewController, !over.isBeingDismissed { top = over }
        return top
    }

    /// A sheet of the phone's must come out of somewhere on an iPad.
    static func anchor(_ sheet: UIViewController, in front: UIViewController) {
        guard let popover = sheet.popoverPresentationController else { return }
        popover.sourceView = front.view
        popover.sourceRect = CGRect(x: front.view.bounds.midX, y: front.view.bounds.maxY - 1, width: 1, height: 1)
        popover.permittedArrowDirections = []
    }
}

/// The dialler, the browser, the letter.
@MainActor public final class PhoneOpener: Opener {
    public init() {}

    public func open(_ address: URL) async -> Bool {
        guard Openable.may(address) else { return false }
        return await UIApplication.shared.open(address)
    }
}

/// The phone's share sheet. A file lies apart until it was given, and is gone after it.
@MainActor public final class PhoneSharer: Sharer {
    private let files: HearthFiles

    public init(files: HearthFiles) { self.files = files }

    public func text(_ text: String, title: String) async { await give([text]) }

    public func file(_ bytes: Data, name: String, type: String) async {
        guard let file = try? files.passed(bytes, name: name) else { return }
        await give([file])
        try? FileManager.default.removeItem(at: file.deletingLastPathComponent())
    }

    private func give(_ what: [Any]) async {
        guard let front = Front.controller else { return }
        let sheet = UIActivityViewController(activityItems: what, applicationActivities: nil)
        Front.anchor(sheet, in: front)
        await withCheckedContinuation { (going: CheckedContinuation<Void, Never>) in
            sheet.completionWithItemsHandler = { _, _, _, _ in going.resume() }
            front.present(sheet, animated: true)
        }
    }
}

/// The phone's printing.
@MainActor public final class PhonePrinter: Printer {
    public init() {}

    public func text(_ text: String, title: String) async -> Bool {
        let formatter = UISimpleTextPrintFormatter(text: text)
        formatter.font = .preferredFont(forTextStyle: .body)
        // An inch on each side.
        formatter.perPageContentInsets = UIEdgeInsets(top: 72, left: 72, bottom: 72, right: 72)
        return await print(title) { $0.printFormatter = formatter }
    }

    public func pdf(_ bytes: Data, title: String) async -> Bool {
        guard UIPrintInteractionController.canPrint(bytes) else { return false }
        return await print(title) { $0.printingItem = bytes }
    }

    private func print(_ title: String, _ set: (UIPrintInteractionController) -> Void) async -> Bool {
        guard UIPrintInteractionController.isPrintingAvailable else { return false }
        let printing = UIPrintInteractionController.shared
        let info = UIPrintInfo.printInfo()
        info.jobName = title
        info.outputType = .general
        printing.printInfo = info
        set(printing)
        return await withCheckedContinuation { going in
            let isShown = printing.present(animated: true) { _, _, _ in going.resume(returning: true) }
            if !isShown { going.resume(returning: false) }
        }
    }
}

/// Files by the phone's own chooser: this app sees none but the one that was chosen.
@MainActor public final class PhonePapers: NSObject, Papers, UIDocumentPickerDelegate {
    /// No file that Hearth reads is larger: a backup with every photo and voice note.
    private static let most = 1 << 30
    private let files: HearthFiles
    private var going: CheckedContinuation<URL?, Never>?

    public init(files: HearthFiles) { self.files = files }

    public func choose() async -> Chosen? {
        guard let from = await picked(UIDocumentPickerViewController(forOpeningContentTypes: [.item], asCopy: true)) else { return nil }
        defer { try? FileManager.default.removeItem(at: from) }
        let size = try? from.resourceValues(forKeys: [.fileSizeKey]).fileSize
        guard let size, size <= Self.most else { return nil }
        let to = files.passing.appendingPathComponent("chosen")
        do {
            if FileManager.default.fileExists(atPath: to.path) { try FileManager.default.removeItem(at: to) }
            try FileManager.default.moveItem(at: from, to: to)
            return Chosen(name: from.lastPathComponent, path: to.path)
        } catch {
            return nil
        }
    }

    public func keep(path: String, name: String, type: String) async -> Bool {
        let folder = files.passing.appendingPathComponent(UUID().uuidString, isDirectory: true)
        let copy = folder.appendingPathComponent(HearthFiles.safeName(name))
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: URL(fileURLWithPath: path), to: copy)
        } catch {
            return false
        }
        return await picked(UIDocumentPickerViewController(forExporting: [copy], asCopy: true)) != nil
    }

    private func picked(_ picker: UIDocumentPickerViewController) async -> URL? {
        guard going == nil, let front = Front.controller else { return nil }
        picker.delegate = self
        return await withCheckedContinuation { going in
            self.going = going
            front.present(picker, animated: true)
        }
    }

    public func documentPicker(_ picker: UIDocumentPickerViewController, didPickDocumentsAt urls: [URL]) { end(urls.first) }
    public func documentPickerWasCancelled(_ picker: UIDocumentPickerViewController) { end(nil) }

    private func end(_ found: URL?) {
        going?.resume(returning: found)
        going = nil
    }
}
#endif
