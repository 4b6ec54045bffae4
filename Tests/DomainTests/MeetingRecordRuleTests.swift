import Testing

@testable import Domain

/// The rules of attendance, declarations, decisions, recommendations and responses, all problems at once.
@Suite("Rules of the record of a meeting")
struct MeetingRecordRuleTests {
    private func codes(_ check: (inout Problems) -> Void) -> [String] {
        var problems = Problems()
        check(&problems)
        return problems.all.map { "\($0.pointer) \($0.code)" }
    }

    @Test("an attender is named unless the post is enough, and a speaker never is")
    func attendanceNames() {
        for role in AttendanceRole.allCases {
            var draft = AttendanceDraft(meeting: .key("m"), person: nil, role: role, status: .absent)
            if role == .substitute { draft.substituteFor = .key("B") }
            let missing = role.isKnownByPost ? ["/post attender_unnamed"] : ["/person attender_unnamed"]
            #expect(codes { draft.check(&$0) } == (role == .publicSpeaker ? [] : missing))
            draft.post = "Director"
            let isEnough = role.isKnownByPost || role == .publicSpeaker
            #expect(codes { draft.check(&$0) } == (isEnough ? [] : missing))
            draft.person = .key("A")
            #expect(
                codes { draft.check(&$0) } == (role == .publicSpeaker ? ["/person speaker_is_unnamed"] : []))
        }
    }

    @Test("an attendance gives all its problems")
    func attendance() throws {
        let moment = try #require(OffsetDateTime("2018-09-14T14:00:00+01:00"))
        let earlier = try #require(OffsetDateTime("2018-09-14T12:59:59Z"))
        let draft = AttendanceDraft(
            meeting: .key("m"), person: .key("A"), seat: .key("1"), role: .witness, status: .apologies,
            mode: .remote, substituteFor: .key("A"), arrivedAt: moment, leftAt: earlier, itemFrom: .key("5"),
            itemTo: .key("6"))
        #expect(
            codes { draft.check(&$0) } == [
                "/role substitute_needs_member", "/substituteFor substitute_for_self",
                "/seat only_members_have_seats", "/mode only_present_attend",
                "/arrivedAt only_present_attend", "/leftAt only_present_attend",
                "/itemFrom only_present_attend", "/itemTo only_present_attend", "/leftAt attendance_range",
            ])
        var substitute = AttendanceDraft(
            meeting: .key("m"), person: .key("A"), role: .substitute, status: .present, arrivedAt: moment,
            leftAt: moment)
        #expect(codes { substitute.check(&$0) } == ["/substituteFor substitute_needs_member"])
        substitute.substituteFor = .key("B")
        #expect(codes { substitute.check(&$0) } == [])
    }
}
