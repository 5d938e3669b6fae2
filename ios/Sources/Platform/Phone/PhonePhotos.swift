// The photo on the emergency card, by the phone's own picker. Written, never run.

#if canImport(UIKit)
import PhotosUI
import UIKit
import UniformTypeIdentifiers

/// This app sees the one photo that was chosen, and asks for no permission.
@MainActor public final class PhonePhotos: NSObject, Photos, PHPickerViewControllerDelegate {
    /// As many dots as the longer side may have: a face on a card.
    private nonisolated static let longer: CGFloat = 480
    /// What the core takes.
    private nonisolated static let most = 64 * 1024
    private var going: CheckedContinuation<NSItemProvider?, Never>?

    public func choose() async -> Data? {
        guard going == nil, let front = Front.controller else { return nil }
        var asked = PHPickerConfiguration()
        asked.filter = .images
        let picker = PHPickerViewController(configuration: asked)
        picker.delegate = self
        let chosen = await withCheckedContinuation { (going: CheckedContinuation<NSItemProvider?, Never>) in
            self.going = going
            front.present(picker, animated: true)
        }
        guard let chosen else { return nil }
        let photo = await withCheckedContinuation { (going: CheckedContinuation<Data?, Never>) in
            chosen.loadDataRepresentation(forTypeIdentifier: UTType.image.identifier) { data, _ in going.resume(returning: data) }
        }
        return await Task.detached { photo.flatMap(Self.small) ?? Data() }.value
    }

    public func picker(_ picker: PHPickerViewController, didFinishPicking results: [PHPickerResult]) {
        picker.dismiss(animated: true)
        going?.resume(returning: results.first?.itemProvider)
        going = nil
    }

    /// Drawn upright: what the camera noted of how it was held, and where, stays behind.
    private nonisolated static func small(_ photo: Data) -> Data? {
        guard let image = UIImage(data: photo), image.size.width > 0, image.size.height > 0 else { return nil }
        let scale = min(1, longer / max(image.size.width, image.size.height))
        let size = CGSize(width: image.size.width * scale, height: image.size.height * scale)
        let format = UIGraphicsImageRendererFormat()
        format.scale = 1
        format.opaque = true
        let drawn = UIGraphicsImageRenderer(size: size, format: format).image { _ in image.draw(in: CGRect(origin: .zero, size: size)) }
        return [0.85, 0.7, 0.55, 0.4, 0.25].lazy.compactMap { drawn.jpegData(compressionQuality: $0) }.first { $0.count <= most }
    }
}
#endif
