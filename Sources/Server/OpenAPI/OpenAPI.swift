import JSON

/// The OpenAPI 3.1 document, made once from the declarations that drive the service.
///
/// Paths come from the router, parameters and schemas of answers from `Resource`, schemas of bodies from the readers
/// of `Input/`, refusals from the catalogue of problems. Nothing about a field is said here.
enum OpenAPI {
    static let document: JSONValue = [
        "openapi": "3.1.0",
        "info": [
            "title": "Scrutiny",
            "version": .string(Version.number),
            "summary": "Panels, meetings, reports, indicators and actions of a council's scrutiny.",
            "description": .string(introduction),
            "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
        ],
        "servers": [["url": "/"]],
        "tags": .array(tags),
        "paths": .object(paths),
        "components": [
            "schemas": .object(schemas), "parameters": .object(parameters), "headers": .object(headers),
            "responses": .object(responses),
            "securitySchemes": [
                "bearer": [
                    "type": "http", "scheme": "bearer",
                    "description": "A token that \"scrutiny token create\" made.",
                ]
            ],
        ],
    ]

    static let body = FixedBody(document.encoded())

    private static let introduction = """
        A list takes the filters of its fields: name=value, or name__operator=value. A name, operator or value that \
        is not known is refused with the nearest one that is. Lists come in pages: follow links.next until it is null. \
        A list also comes as NDJSON and CSV, meetings as a calendar, reports and actions as a feed: by a suffix of the \
        path, or else by Accept, where 406 names what there is. Each list takes the suffixes .json, .ndjson and .csv; \
        those of the lists under a record, such as /v1/panels/{id}/meetings.csv, are like those of the collections and \
        not listed here. NDJSON and CSV have no pages and no end of their own. \
        An answer to a GET has a strong ETag, which differs by format; If-None-Match gives 304. Bodies of 1 KiB and \
        more are compressed with gzip where Accept-Encoding takes it. HEAD works wherever GET does. \
        A write may say Prefer: return=minimal (RFC 7240). \
        A JSON body may also come as application/x-www-form-urlencoded, which is what curl -d says. \
        Names in this document stay within v1; new ones may be added.
        """

    private static let tags: [JSONValue] =
        Resource.all.map { ["name": .string($0.path.text), "description": .string("\($0.about)")] } + [
            [
                "name": "search",
                "description": "Full text over reports, items, actions, indicators and terms.",
            ],
            ["name": "changes", "description": "What changed, in the order of the changes."],
            ["name": "service", "description": "What the service says about itself."],
        ]

    private static let paths: JSONObject = {
        var paths = JSONObject()
        for path in Routes.all {
            guard let endpoint = Routes.endpoint(path) else {
                preconditionFailure("Each path that is listed leads somewhere.")
            }
            paths["/" + path.joined(separator: "/")] = .object(PathItem(endpoint, path).json)
        }
        return paths
    }()
}
