import Domain
import Store
import Testing

/// The rules of dated definitions, targets and neighbour groups, attacked through raw SQL.
@Suite("Definitions, targets and areas in the database")
struct IndicatorVersionTests {
    private static let version =
        "INSERT INTO indicator_versions (indicator_id, definition, valid_from, valid_to, created_at, updated_at, origin) "
        + "VALUES "
    private static let target =
        "INSERT INTO targets (indicator_version_id, period_kind, period_start, period_end, value, tolerance_value, "
        + "tolerance_kind, set_by, local_or_national, created_at, updated_at, origin) VALUES "
    private static let year = "'financial_year', '2019-04-01', '2020-03-31'"
    private static let tail = ", 't', 't', 'officer')"

    /// What must fail, and the rule it must fail by; nothing for a reference that leads nowhere.
    static let attacks: [(rule: String, sql: String)] = [
        // 2.2.18 definitions do not overlap
        ("versions_overlap", version + "(1, 'F', '2018-04-01', '2018-04-01'" + tail),
        ("versions_overlap", version + "(1, 'F', '2019-04-01', NULL" + tail),
        ("versions_overlap", version + "(1, 'F', '2010-04-01', '2015-04-01'" + tail),
        ("versions_overlap", version + "(1, 'F', '2010-04-01', NULL" + tail),
        ("versions_overlap", version + "(1, 'F', '2016-04-01', '2017-03-31'" + tail),
        ("versions_overlap", "UPDATE indicator_versions SET valid_to = NULL WHERE id = 1"),
        ("versions_overlap", "UPDATE indicator_versions SET valid_to = '2018-04-01' WHERE id = 1"),
        ("versions_overlap", "UPDATE indicator_versions SET valid_from = '2018-03-31' WHERE id = 2"),
        (
            "versions_overlap",
            "DELETE FROM targets; UPDATE indicator_versions SET valid_from = '2016-01-01', valid_to = '2016-12-31' WHERE id = 2"
        ),
        (
            "versions_overlap",
            "INSERT OR REPLACE INTO indicator_versions (id, indicator_id, definition, valid_from, created_at, "
                + "updated_at, origin) VALUES (1, 1, 'F', '2015-04-01'" + tail
        ),
        ("version_stays", "UPDATE indicator_versions SET indicator_id = 2 WHERE id = 1"),
        ("version_range", version + "(2, 'F', '2018-04-01', '2018-03-31'" + tail),
        ("version_dates", version + "(2, 'F', '2018-02-30', NULL" + tail),
        ("version_dates", version + "(2, 'F', '2018-02-01', '2018-02-30'" + tail),
        ("indicator_versions.valid_from", version + "(2, 'F', NULL, NULL" + tail),
        ("", version + "(99, 'F', '2018-04-01', NULL" + tail),
        ("", "DELETE FROM indicators WHERE id = 1"),
        // 2.2.18 a target belongs to one definition
        ("", "DELETE FROM indicator_versions WHERE id = 2"),
        (
            "target_outside_version",
            target + "(NULL, \(year), '1', NULL, NULL, 'C', 'local'" + tail
        ),
        ("target_outside_version", target + "(99, \(year), '1', NULL, NULL, 'C', 'local'" + tail),
        ("target_outside_version", target + "(1, \(year), '1', NULL, NULL, 'C', 'local'" + tail),
        ("target_outside_version", "UPDATE targets SET indicator_version_id = 1"),
        (
            "target_outside_version",
            "UPDATE targets SET period_start = '2017-04-01', period_end = '2018-03-31'"
        ),
        ("version_has_targets", "UPDATE indicator_versions SET valid_to = '2019-03-30' WHERE id = 2"),
        ("version_has_targets", "UPDATE indicator_versions SET valid_from = '2019-04-01' WHERE id = 2"),
        (
            "targets.indicator_version_id, targets.local_or_national, targets.period_kind, targets.period_start, targets.period_end",
            target + "(2, 'financial_year', '2018-04-01', '2019-03-31', '50', NULL, NULL, 'D', 'local'" + tail
        ),
        // 2.2.9 and 2.2.10 units and periods
        ("value_outside_unit", target + "(2, \(year), '100.1', NULL, NULL, 'C', 'local'" + tail),
        ("value_outside_unit", "UPDATE targets SET value = '-1'"),
        (
            "unit_in_use",
            "DELETE FROM observations WHERE id = 2; "
                + version + "(2, 'F', '2018-04-01', NULL" + tail + "; "
                + target + "(3, \(year), '7', NULL, NULL, 'C', 'local'" + tail + "; "
                + "UPDATE indicators SET unit = 'percent' WHERE id = 2"
        ),
        ("target_value", target + "(2, \(year), '4x', NULL, NULL, 'C', 'local'" + tail),
        ("target_tolerance", target + "(2, \(year), '4', '-1', 'points', 'C', 'local'" + tail),
        ("tolerance_whole", "UPDATE targets SET tolerance_kind = NULL"),
        ("tolerance_whole", "UPDATE targets SET tolerance_value = NULL"),
        (
            "target_period_shape",
            target + "(2, 'month', '2019-04-01', '2019-04-29', '4', NULL, NULL, 'C', 'local'" + tail
        ),
        (
            "target_period_dates",
            target + "(2, 'custom', '2019-04-31', '2019-05-29', '4', NULL, NULL, 'C', 'local'" + tail
        ),
        // Only a group of neighbours has an owner and a model year.
        ("area_owner", "UPDATE areas SET owner = 'CIPFA' WHERE id = 1"),
        ("area_model_year", "UPDATE areas SET model_year = 2018 WHERE id = 1"),
    ]

    @Test("raw SQL cannot break it", arguments: attacks)
    func attack(rule: String, sql: String) throws {
        try TestDatabase.attack(rule, sql)
    }

    @Test(
        "what the rules allow goes through",
        arguments: [
            version + "(1, 'F', '2010-04-01', '2015-03-31'" + tail,
            version + "(2, 'F', '2015-04-01', NULL" + tail,
            "UPDATE indicator_versions SET valid_to = '2019-03-31' WHERE id = 2; "
                + version + "(1, 'F', '2019-04-01', NULL" + tail,
            "UPDATE indicator_versions SET valid_to = '2018-01-31' WHERE id = 1; "
                + "UPDATE indicator_versions SET valid_from = '2018-02-01' WHERE id = 2",
            target
                + "(2, 'financial_year', '2018-04-01', '2019-03-31', '50', '0.5', 'percent', 'D', 'national'"
                + tail,
            target + "(1, 'as_at', '2018-03-31', '2018-03-31', '100', NULL, NULL, 'D', 'local'" + tail,
            "DELETE FROM targets; DELETE FROM indicator_versions",
            "UPDATE areas SET kind = 'neighbour_group', owner = 'CIPFA', model_year = 2018 WHERE id = 1",
        ])
    func allowed(sql: String) throws {
        try TestDatabase().connection.execute(sql)
    }
}
