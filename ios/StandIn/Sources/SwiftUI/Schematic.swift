// A rough picture of what was drawn, as HTML: for a person to look at. It is not Apple's rendering: no real
// metrics, fonts, symbols or adaptive layout.

@MainActor public enum Schematic {
    /// A whole page for one phone. `paper` and `ink`: the colours below everything.
    public static func page(_ tree: Element, title: String, paper: String, ink: String, language: String = "en", rightToLeft: Bool = false, scale: Double = 1) -> String {
        """
        <!doctype html><html lang='\(language)' dir='\(rightToLeft ? "rtl" : "ltr")'><meta charset=utf-8><title>\(safe(title))</title><style>
        *{box-sizing:border-box}html,body{margin:0}body{width:\(390 / scale)px;zoom:\(scale);font:17px/1.4 system-ui,'DejaVu Sans',sans-serif;background:\(paper);color:\(ink)}
        .phone{position:relative;min-height:800px;padding-bottom:76px}.note{font-size:10px;opacity:.6;text-align:center;padding:6px}
        .column{display:flex;flex-direction:column;align-items:stretch}.row{display:flex;align-items:center;flex-wrap:wrap}.row>*{min-width:0}
        .stack{display:grid}.stack>*{grid-area:1/1}.spacer{flex:1}.box{display:block}.box.fill{display:block}
        .button,.link,.back{display:block;text-align:center}.back{text-align:start;padding:12px 20px 0}.off{opacity:.4}
        .field,.editor,.secret{display:block}.typed{display:block;min-height:28px;white-space:pre-wrap}
        .toggle{display:flex;gap:12px;align-items:center}.toggle>.knob{margin-inline-start:auto;width:50px;height:30px;border-radius:15px;background:#bbb}.toggle.on>.knob{background:#34c759}
        .title{font-size:28px;font-weight:600;padding:8px 20px}.toolbar{display:flex;justify-content:flex-end;gap:16px;padding:8px 20px}
        .tabs{position:fixed;bottom:0;width:\(390 / scale)px;display:flex;background:\(paper);border-top:1px solid #8888}.tabs>*{flex:1;text-align:center;font-size:12px;padding:10px 2px}.tab.on{font-weight:700}
        .sheet,.alert{position:relative;margin:12px;padding:16px;border-radius:20px;background:\(paper);box-shadow:0 0 0 2000px #0006;z-index:2}
        .image{font-size:11px;opacity:.7;border:1px dashed;padding:0 4px}.bar{height:6px;border-radius:3px;background:#8884}
        </style><div class=phone>\(html(tree))<div class=note>schematic, not Apple’s rendering</div></div></html>
        """
    }

    private static func safe(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: "'", with: "&#39;")
    }

    /// It was told to be as wide as it may.
    private static func grows(_ one: Element) -> Bool {
        one.style.contains("flex:1") || ([.box, .button].contains(one.kind) && one.children.count == 1 && grows(one.children[0]))
    }

    private static func html(_ one: Element) -> String {
        let parts = one.children.map { part in
            one.kind == .row && grows(part) ? "<div style='flex:1'>\(html(part))</div>" : html(part)
        }
        let inside = parts.joined()
        func div(_ name: String, _ text: String) -> String {
            "<div class='\(name)\(one.isControl && !one.isEnabled ? " off" : "")'\(one.style.isEmpty ? "" : " style='\(safe(one.style))'")>\(text)</div>"
        }
        switch one.kind {
        case .text: return "<span dir=auto style='display:block;white-space:pre-wrap;\(safe(one.style))'>\(safe(one.text))</span>"
        case .image where !one.drawing.isEmpty: return one.drawing
        case .image: return "<span class=image>\(safe(one.text))</span>"
        case .spacer: return "<span class=spacer></span>"
        case .divider: return "<hr>"
        case .back: return div("back", "‹ \(safe(one.text))")
        case .field, .secret, .editor: return div(one.kind.rawValue, inside + "<span class=typed dir=auto>\(safe(one.text))</span>")
        case .toggle: return div(one.isOn == true ? "toggle on" : "toggle", inside + "<span class=knob></span>")
        case .tab: return div(one.isOn == true ? "tab on" : "tab", inside)
        case .picker: return div("row", inside + "<span class=spacer></span>" + safe(one.text))
        case .date, .slider, .stepper: return div("row", inside + "<span class=bar></span>")
        case .progress: return div("column", inside + "<span class=bar></span>")
        default: return div(one.kind.rawValue, inside)
        }
    }
}
