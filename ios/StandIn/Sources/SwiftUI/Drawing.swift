// What is drawn by hand.

public struct Path: Sendable {
    var parts: [String] = []
    var ellipse: CGRect?
    public init() {}
    public init(ellipseIn box: CGRect) { ellipse = box }
    public init(_ draw: (inout Path) -> Void) { draw(&self) }
    public mutating func move(to point: CGPoint) { parts.append("M\(point.x) \(point.y)") }
    public mutating func addLine(to point: CGPoint) { parts.append("L\(point.x) \(point.y)") }
    public mutating func addRect(_ box: CGRect) { parts.append("M\(box.minX) \(box.minY)h\(box.width)v\(box.height)h\(-box.width)z") }

    func svg(_ paint: String) -> String {
        if let box = ellipse {
            return "<ellipse cx='\(box.midX)' cy='\(box.midY)' rx='\(box.width / 2)' ry='\(box.height / 2)' \(paint)/>"
        }
        return "<path d='\(parts.joined())' \(paint)/>"
    }
}

/// Notes what is drawn, for the picture and for tests.
public struct GraphicsContext {
    public struct Shading: Sendable {
        let css: String
        public static func color(_ color: Color) -> Shading { Shading(css: color.css) }
    }
    var drawn: [String] = []
    public mutating func fill(_ path: Path, with shading: Shading) { drawn.append(path.svg("fill='\(shading.css)'")) }
    public mutating func stroke(_ path: Path, with shading: Shading, lineWidth: CGFloat = 1) {
        stroke(path, with: shading, style: StrokeStyle(lineWidth: lineWidth))
    }
    public mutating func stroke(_ path: Path, with shading: Shading, style: StrokeStyle) {
        let dash = style.isDashed ? " stroke-dasharray='3 4'" : ""
        drawn.append(path.svg("fill='none' stroke='\(shading.css)' stroke-width='\(style.width)'\(dash)"))
    }
}

/// Always 310 × 150: no layout is known here.
public struct Canvas: Primitive {
    let draw: (inout GraphicsContext, CGSize) -> Void
    public init(renderer: @escaping (inout GraphicsContext, CGSize) -> Void) { draw = renderer }
    public func elements(_ walk: Walk) -> [Element] {
        var context = GraphicsContext()
        draw(&context, CGSize(width: 310, height: 150))
        var one = Element(.image)
        one.drawing = "<svg viewBox='0 0 310 150' width='100%'>\(context.drawn.joined())</svg>"
        return [one]
    }
}
