// The camera, looking for one code. Written, never run.

#if canImport(VisionKit) && canImport(UIKit) && os(iOS)
import UIKit
import VisionKit

/// Keeps no picture. Where there is no camera, or the person has not allowed it, there is none, and codes are pasted.
@MainActor public final class PhoneScanner: NSObject, Scanner, DataScannerViewControllerDelegate {
    private var going: CheckedContinuation<String?, Never>?

    public static var isThere: Bool { DataScannerViewController.isSupported }

    public func scan() async -> String? {
        guard going == nil, DataScannerViewController.isAvailable, let front = Front.controller else { return nil }
        let camera = DataScannerViewController(recognizedDataTypes: [.barcode(symbologies: [.qr])], isHighlightingEnabled: true)
        camera.delegate = self
        let around = UINavigationController(rootViewController: camera)
        around.isModalInPresentation = true
        camera.navigationItem.leftBarButtonItem = UIBarButtonItem(
            systemItem: .cancel, primaryAction: UIAction { [weak self] _ in self?.end(nil) })
        let found = await withCheckedContinuation { going in
            self.going = going
            front.present(around, animated: true) { if (try? camera.startScanning()) == nil { self.end(nil) } }
        }
        camera.stopScanning()
        around.dismiss(animated: true)
        return Scanned.of(found)
    }

    public func dataScanner(_ camera: DataScannerViewController, didAdd added: [RecognizedItem], allItems: [RecognizedItem]) {
        for case .barcode(let code) in added where code.payloadStringValue != nil { return end(code.payloadStringValue) }
    }

    private func end(_ text: String?) {
        going?.resume(returning: text)
        going = nil
    }
}
#endif
