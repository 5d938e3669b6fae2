// The stand-in is honest about what tests lean on: state, bindings, what can't be used, what is spoken.

import SwiftUI
import XCTest

private struct Counter: View {
    @State private var count = 0
    var body: some View { Button("up") { count += 1 }; Text("\(count)") }
}

private struct Switch: View {
    @State var isOpen = true
    var body: some View {
        Button("switch") { isOpen.toggle() }
        if isOpen { Counter() }
    }
}

private struct Rows: View {
    @State var names = ["a", "b"]
    var body: some View {
        Button("turn round") { names.reverse() }
        ForEach(names, id: \.self) { Row(name: $0) }
    }
}

private struct Row: View {
    let name: String
    @State private var isRead = false
    var body: some View { Toggle(name, isOn: $isRead) }
}

private struct Controls: View {
    @State var text = ""
    @State var long = ""
    @State var secret = ""
    @State var on = false
    @State var number = 5.0
    @State var choice = 1
    @State var day = Date(timeIntervalSince1970: 0)
    @State var count = 2
    var off = false
    var body: some View {
        Group {
            TextField("name", text: $text)
            TextEditor(text: $long).accessibilityLabel("long")
            SecureField("secret", text: $secret)
            Toggle("on", isOn: $on)
            Slider(value: $number, in: 0...10) { Text("slide") }
            Picker("pick", selection: $choice) { Text("one").tag(1); Text("two").tag(2) }
            DatePicker("day", selection: $day)
            Stepper("count", value: $count, in: 0...3)
            Button("do") { text = "done" }
        }
        .disabled(off)
        Text("text=\(text) long=\(long) secret=\(secret.count) on=\(on) number=\(number) choice=\(choice) day=\(day.timeIntervalSince1970) count=\(count)")
    }
}

@MainActor final class StandInTests: XCTestCase {
    func testStateLivesAsLongAsItsViewStandsThere() async throws {
        let shown = Shown(Switch())
        try shown.tap("up")
        try shown.tap("up")
        XCTAssertTrue(shown.has("2"))
        try shown.tap("switch")
        XCTAssertFalse(shown.has("2"))
        try shown.tap("switch")
        XCTAssertTrue(shown.has("0"), "a view that comes anew begins anew")
    }

    func testStateGoesWithItsRowAndNotWithItsPlace() async throws {
        let shown = Shown(Rows())
        try shown.turn("a", true)
        try shown.tap("turn round")
        XCTAssertEqual(try shown.find("a") { $0.kind == .toggle }.isOn, true)
        XCTAssertEqual(try shown.find("b") { $0.kind == .toggle }.isOn, false)
    }

    func testEveryControlKeepsItsBinding() async throws {
        let shown = Shown(Controls())
        try shown.type("Jo", into: "name")
        try shown.type("more", into: "long")
        try shown.type("hush", into: "secret")
        try shown.turn("on", true)
        try shown.slide("slide", to: 70)
        try shown.choose(2, in: "pick")
        try shown.set("day", Date(timeIntervalSince1970: 60))
        try shown.adjust("count", .increment)
        try shown.adjust("count", .increment)
        XCTAssertTrue(shown.has("text=Jo long=more secret=4 on=true number=10.0 choice=2 day=60.0 count=3"), "\(shown.texts)")
        XCTAssertThrowsError(try shown.choose(7, in: "pick"), "what is not offered is not chosen")
        XCTAssertThrowsError(try shown.choose("2", in: "pick"), "a tag of another type is none")
        XCTAssertFalse(shown.texts.contains("hush"), "a secret is not drawn")
    }

    func testWhatIsDisabledCantBeUsed() async throws {
        let shown = Shown(Controls(off: true))
        XCTAssertThrowsError(try shown.tap("do"))
        XCTAssertThrowsError(try shown.type("Jo", into: "name"))
        XCTAssertThrowsError(try shown.turn("on", true))
        XCTAssertThrowsError(try shown.slide("slide", to: 1))
        XCTAssertThrowsError(try shown.choose(2, in: "pick"))
        XCTAssertThrowsError(try shown.adjust("count", .increment))
    }

    func testDisabledAroundAViewIsNotUndoneInsideIt() async throws {
        let shown = Shown(VStack { Button("do") {}.disabled(false) }.disabled(true))
        XCTAssertThrowsError(try shown.tap("do"))
    }

    func testAnAlertCoversWhatIsBelowAndAnyOfItsButtonsClosesIt() async throws {
        let shown = Shown(Asked())
        try shown.tap("ask")
        XCTAssertThrowsError(try shown.tap("ask"), "what lies below can't be touched")
        try shown.tap("no")
        XCTAssertFalse(shown.has("really?"))
        try shown.tap("ask")
    }

    func testACoverLiesOverTheTabsAndTheWayBackToo() async throws {
        let shown = Shown(Covered())
        try shown.tap("cover")
        for below in ["one", "two", "cover"] { XCTAssertThrowsError(try shown.tap(below), below) }
        XCTAssertEqual(shown.look().spoken.map(\.name), ["leave"])
        try shown.tap("leave")
        try shown.tap("two")
    }

    func testALabelOverAnEmptyOverlayIsTheButtonsOwn() async throws {
        let shown = Shown(Button("do") {}.overlay { if Bool("false") == true { Text("over") } }.accessibilityLabel("do it now"))
        try shown.tap("do it now")
    }

    func testAStackShowsItsLastScreenAndGoesBackWithStateKept() async throws {
        let shown = Shown(Stack())
        try shown.tap("up")
        try shown.tap("go")
        XCTAssertTrue(shown.has("screen 7"))
        XCTAssertFalse(shown.has("1"), "what is covered is not shown")
        try shown.goBack()
        XCTAssertTrue(shown.has("1"), "and kept what it had")
    }

    func testATaskRunsWhileItsViewIsThereAndAnewForAnotherId() async throws {
        let shown = Shown(Tasked())
        try await shown.wait("it ran") { shown.has("ran 1") }
        shown.look()
        try await Task.sleep(for: .milliseconds(20))
        XCTAssertTrue(shown.has("ran 1"), "drawing again does not run it again")
        try shown.tap("anew")
        try await shown.wait("it ran again") { shown.has("ran 2") }
    }

    func testAChangeIsToldOnceWithWhatItWas() async throws {
        let shown = Shown(Changing())
        shown.look()
        XCTAssertTrue(shown.has("0 to 0"), "initial")
        try shown.tap("up")
        XCTAssertTrue(shown.has("0 to 1"))
    }

    func testTwoOfOneNameInAListAreAFault() async {
        let shown = Shown(ForEach(["a", "a"], id: \.self) { Text($0) })
        shown.look()
        XCTAssertFalse(shown.faults.isEmpty)
    }

    func testWhatIsHiddenOrIgnoredIsNotSpokenAndALabelSpeaksForIt() async {
        let shown = Shown(VStack {
            Text("heard")
            Text("hidden").accessibilityHidden(true)
            HStack { Text("1"); Text("2") }.accessibilityElement(children: .ignore).accessibilityLabel("one and two")
            HStack { Text("3"); Text("4") }.accessibilityElement(children: .combine)
        })
        XCTAssertEqual(shown.look().spoken.map(\.name), ["heard", "one and two", "3 4"])
    }

    func testThePictureIsSafeFromWhatIsWritten() async {
        let shown = Shown(Text("<b>bold & wild</b>"))
        let html = Schematic.page(shown.look(), title: "<t>", paper: "#fff", ink: "#000")
        XCTAssertTrue(html.contains("&lt;b>bold &amp; wild&lt;/b>"))
        XCTAssertTrue(html.contains("not Apple’s rendering"))
    }
}

private struct Asked: View {
    @State private var isAsked = false
    var body: some View {
        Button("ask") { isAsked = true }
            .alert("really?", isPresented: $isAsked) { Button("no") {} } message: { Text("it is for good") }
    }
}

private struct Covered: View {
    @State private var at = 1
    @State private var isCovered = false
    var body: some View {
        TabView(selection: $at) {
            NavigationStack {
                Button("cover") { isCovered = true }
                    .fullScreenCover(isPresented: $isCovered) { Button("leave") { isCovered = false } }
            }
            .tabItem { Text("one") }
            .tag(1)
            Text("second").tabItem { Text("two") }.tag(2)
        }
    }
}

private struct Stack: View {
    @State private var path: [Int] = []
    var body: some View {
        NavigationStack(path: $path) {
            VStack { Counter(); Button("go") { path.append(7) } }
                .navigationDestination(for: Int.self) { Text("screen \($0)") }
        }
    }
}

private struct Tasked: View {
    @State private var id = 0
    @State private var ran = 0
    var body: some View {
        Button("anew") { id += 1 }
        Text("ran \(ran)").task(id: id) { ran += 1 }
    }
}

private struct Changing: View {
    @State private var count = 0
    @State private var told = ""
    var body: some View {
        Button("up") { count += 1 }
        Text(told).onChange(of: count, initial: true) { told = "\($0) to \($1)" }
    }
}
