/// One action, commitment or ask of the sample.
struct SampleAction: Decodable {
    var ref: String
    var item: String
    var report: String
    var page: Int?
    var pageFrom: Int
    var pageTo: Int
    var line: Int
    var kind: String
    var text: String
    var ownerRole: String?
    var dueKind: String
    var dueOn: String?
    var dueText: String?
    var quote: String?
}
