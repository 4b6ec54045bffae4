import Domain

/// What the minutes of a meeting say beside their text.
struct MinutesFacts: Sendable {
    /// Whether something was declared: what is not printed is not "none".
    enum Declared: String, Sendable {
        case none, declared
        case notStated = "not_stated"
    }

    struct Attender: Sendable {
        /// Nil for officers whose post is printed, and for speakers.
        var name: String?
        var role: AttendanceRole
        var post: String?
        var status: AttendanceStatus
        var substituteFor: String?
        var line: Int
    }

    struct Declaration: Sendable {
        var name: String?
        var kind: DeclarationKind
        var group: String?
        var type: InterestType
        var item: String?
        var nature: String?
        var withdrew: Bool
        var line: Int
    }

    struct Resolution: Sendable {
        var item: String
        var minuteNumber: String?
        var kind: DecisionKind
        var text: String
        var mover: String?
        var seconder: String?
        var votes: (yes: Int, no: Int, abstain: Int?)?
        var line: Int
    }

    var attenders: [Attender] = []
    var interests = Declared.notStated
    var whip = Declared.notStated
    var declarations: [Declaration] = []
    var decisions: [Resolution] = []
    /// Meetings whose minutes were confirmed, with the words.
    var confirmed: [(day: CalendarDate?, line: Int, text: String)] = []
    /// Printed numbers in the order in which the items were taken, where it is said.
    var order: [String] = []
    var items: [ItemFacts] = []
}
