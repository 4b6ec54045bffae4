extension Migrator {
    /// The files of `migrations/` as they were when the program was built; a test holds this list against the folder.
    package static let shipped: [Migration] = [
        Migration(1, "imports", PackageResources._001_imports_sql),
        Migration(2, "panels", PackageResources._002_panels_sql),
        Migration(3, "meetings", PackageResources._003_meetings_sql),
        Migration(4, "reports", PackageResources._004_reports_sql),
        Migration(5, "indicators", PackageResources._005_indicators_sql),
        Migration(6, "actions", PackageResources._006_actions_sql),
        Migration(7, "search", PackageResources._007_search_sql),
        Migration(8, "changes", PackageResources._008_changes_sql),
        Migration(9, "undo", PackageResources._009_undo_sql),
        Migration(10, "search_backfill", PackageResources._010_search_backfill_sql),
        Migration(11, "meeting_record", PackageResources._011_meeting_record_sql),
        Migration(12, "votes_and_minutes", PackageResources._012_votes_and_minutes_sql),
        Migration(13, "indicator_definitions", PackageResources._013_indicator_definitions_sql),
        Migration(14, "retention", PackageResources._014_retention_sql),
        Migration(15, "rules", PackageResources._015_rules_sql),
        Migration(16, "lean_writing", PackageResources._016_lean_writing_sql),
        Migration(17, "frozen", PackageResources._017_frozen_sql),
        Migration(18, "leaner_writing", PackageResources._018_leaner_writing_sql),
    ]
}

extension Migrator.Migration {
    fileprivate init(_ number: Int, _ name: String, _ bytes: [UInt8]) {
        self.init(number: number, name: name, sql: String(decoding: bytes, as: UTF8.self))
    }

    package init(number: Int, name: String, text: String) {
        self.init(number: number, name: name, sql: text)
    }
}
