// Words that every feature needs.

public enum CoreText: String, AppText {
    public static let table = "Core"
    case back, close, saved, keep, leave, write, change, look, next, tryAgain, notYet, notHere
    case notPutAway, notBroughtBack
    case lookAtBoth, on, off, onlyMe, day, month, year
    case placeToday, placePlan, placeUnwell, placeVisits, placePeople
}
