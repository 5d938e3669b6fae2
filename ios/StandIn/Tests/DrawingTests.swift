// What is drawn by hand, and what is called by a name.

@testable import SwiftUI
import XCTest

@MainActor final class DrawingTests: XCTestCase {
    private struct Drawn: View {
        var body: some View {
            Canvas { context, size in
                let path = Path {
                    $0.move(to: CGPoint(x: 0, y: size.height))
                    $0.addLine(to: CGPoint(x: size.width, y: 0))
                }
                context.stroke(path, with: .color(.black), style: StrokeStyle(lineWidth: 2, dash: [3]))
                context.fill(Path(ellipseIn: CGRect(x: 10, y: 20, width: 4, height: 6)), with: .color(.white))
            }
            .accessibilityLabel("a line and a dot")
            Text("here").id("place")
        }
    }

    func testWhatIsDrawnByHandIsNotedInOrderAndNamed() async throws {
        let shown = Shown(Drawn())
        let one = try XCTUnwrap(shown.look().all.first { !$0.drawing.isEmpty })
        XCTAssertEqual(one.label, "a line and a dot")
        let line = try XCTUnwrap(one.drawing.range(of: "<path d='M0.0 150.0L310.0 0.0' fill='none' stroke='#000' stroke-width='2.0' stroke-dasharray='3 4'/>"))
        let dot = try XCTUnwrap(one.drawing.range(of: "<ellipse cx='12.0' cy='23.0' rx='2.0' ry='3.0' fill='#fff'/>"))
        XCTAssertLessThan(line.lowerBound, dot.lowerBound)
        XCTAssertTrue(Schematic.page(shown.look(), title: "", paper: "", ink: "").contains(one.drawing))
    }

    func testSquaresAreWholeAndStandWhereTheyWereDrawn() async throws {
        let shown = Shown(Canvas { context, _ in
            let squares = Path { path in for at in 0..<2 { path.addRect(CGRect(x: Double(at) * 8, y: 4, width: 2, height: 3)) } }
            context.fill(squares, with: .color(.black))
        })
        let one = try XCTUnwrap(shown.look().all.first { !$0.drawing.isEmpty })
        XCTAssertTrue(one.drawing.contains("<path d='M0.0 4.0h2.0v3.0h-2.0zM8.0 4.0h2.0v3.0h-2.0z' fill='#000'/>"), one.drawing)
    }

    func testAPlaceIsFoundByItsName() async {
        let marked = Shown(Drawn()).look().all.filter { $0.marks.contains("place") }
        XCTAssertEqual(marked.map(\.name), ["here"])
    }
}
