// What the store is measured against: SQLite and the disk without a program around them.
//
//     plain insert FULL TARGET   inserts the figures of FULL into TARGET in one transaction, with one statement
//     plain append FILE SECONDS  appends 4 KiB to FILE and calls fdatasync, again and again
//     plain rewrite FILE SECONDS the same over the same 4 MiB, as SQLite writes a log that was emptied
//
// gcc -O2 plain.c -lsqlite3

#define _GNU_SOURCE
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BLOCK = 4096, BLOCKS = 1024, COLUMNS = 64, TEXT = 4096 };

static double now(void) {
    struct timespec moment;
    clock_gettime(CLOCK_MONOTONIC, &moment);
    return (double)moment.tv_sec + (double)moment.tv_nsec / 1e9;
}

static void give_up(const char *what, const char *why) {
    fprintf(stderr, "plain: %s: %s\n", what, why);
    exit(1);
}

static void run(sqlite3 *database, const char *sql) {
    char *why = NULL;
    if (sqlite3_exec(database, sql, NULL, NULL, &why) != SQLITE_OK) give_up(sql, why);
}

static sqlite3 *opened(const char *path, int flags) {
    sqlite3 *database = NULL;
    if (sqlite3_open_v2(path, &database, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        give_up(path, sqlite3_errmsg(database));
    return database;
}

static sqlite3_stmt *prepared(sqlite3 *database, const char *sql) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK)
        give_up(sql, sqlite3_errmsg(database));
    return statement;
}

static void end(sqlite3_stmt *statement, sqlite3 *database, int code) {
    if (code != SQLITE_DONE) give_up("a statement", sqlite3_errmsg(database));
    sqlite3_finalize(statement);
}

/// The rows of a table, all in memory, without their id.
struct rows {
    int columns, count;
    sqlite3_value **values;
    char insert[TEXT];
};

static struct rows figures(const char *path) {
    struct rows rows = {0};
    sqlite3 *database = opened(path, SQLITE_OPEN_READONLY);
    sqlite3_stmt *statement = prepared(database, "SELECT * FROM figures ORDER BY id");
    rows.columns = sqlite3_column_count(statement) - 1;
    if (rows.columns < 1 || rows.columns > COLUMNS) give_up(path, "figures has an unexpected number of columns");
    char names[TEXT] = "", places[TEXT] = "";
    for (int column = 1; column <= rows.columns; column++) {
        const char *between = column == 1 ? "" : ", ";
        snprintf(names + strlen(names), TEXT - strlen(names), "%s%s", between, sqlite3_column_name(statement, column));
        snprintf(places + strlen(places), TEXT - strlen(places), "%s?", between);
    }
    int length = snprintf(rows.insert, TEXT, "INSERT INTO figures (%s) VALUES (%s)", names, places);
    if (length < 0 || length >= TEXT) give_up(path, "the names of the columns are too long");
    int code, room = 0;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        if (rows.count == room) {
            room = room ? 2 * room : 1024;
            rows.values = realloc(rows.values, sizeof(sqlite3_value *) * (size_t)room * (size_t)rows.columns);
            if (!rows.values) give_up(path, "out of memory");
        }
        for (int column = 0; column < rows.columns; column++)
            rows.values[rows.count * rows.columns + column] =
                sqlite3_value_dup(sqlite3_column_value(statement, column + 1));
        rows.count++;
    }
    end(statement, database, code);
    sqlite3_close(database);
    return rows;
}

/// Prints the number of rows, the seconds of the transaction, those with opening before it and folding the log into
/// the file behind it, and the version of SQLite.
static void insert(const char *full, const char *target) {
    struct rows rows = figures(full);
    double start = now();
    sqlite3 *database = opened(target, SQLITE_OPEN_READWRITE);
    // The same as in Sources/Store/Connection.swift.
    run(database, "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA journal_mode = WAL;"
                  "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 16777216;"
                  "PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 268435456");
    double before = now();
    run(database, "BEGIN IMMEDIATE");
    // The rows name the second import, and the change log names who writes.
    run(database, "INSERT INTO imports (received_at, caller, body_sha256, state, source_system, source_ref,"
                  " created_count, updated_count, unchanged_count, skipped_count, result_rows, warnings)"
                  " VALUES ('2026-01-01T00:00:00Z', 'plain', printf('%064d', 0), 'validated', 'bench', 'plain', 0, 0, 0, 0, '[]', '[]');"
                  "INSERT INTO writes (id, at, actor, import_id) VALUES (1, '2026-01-01T00:00:00Z', 'plain', 2)");
    sqlite3_stmt *statement = prepared(database, rows.insert);
    for (int row = 0; row < rows.count; row++) {
        for (int column = 0; column < rows.columns; column++)
            sqlite3_bind_value(statement, column + 1, rows.values[row * rows.columns + column]);
        if (sqlite3_step(statement) != SQLITE_DONE) give_up(rows.insert, sqlite3_errmsg(database));
        sqlite3_reset(statement);
    }
    run(database, "DELETE FROM writes");
    run(database, "COMMIT");
    double after = now();
    sqlite3_finalize(statement);
    run(database, "PRAGMA wal_checkpoint(TRUNCATE)");
    sqlite3_close(database);
    printf("%d %.6f %.6f %s\n", rows.count, after - before, now() - start, sqlite3_libversion());
}

/// Prints how often a second 4 KiB reached the disk.
static void sync_often(const char *path, double seconds, int is_append) {
    static char block[BLOCK];
    int file = open(path, O_CREAT | O_TRUNC | O_RDWR, 0600);
    if (file < 0) give_up(path, "cannot be made");
    if (!is_append) {
        for (int number = 0; number < BLOCKS; number++)
            if (write(file, block, BLOCK) != BLOCK) give_up(path, "cannot be written");
        fsync(file);
    }
    long count = 0;
    double start = now(), passed = 0;
    while ((passed = now() - start) < seconds) {
        memset(block, (int)count, BLOCK);
        if (pwrite(file, block, BLOCK, (is_append ? count : count % BLOCKS) * BLOCK) != BLOCK || fdatasync(file) != 0)
            give_up(path, "cannot be written");
        count++;
    }
    printf("%.1f\n", (double)count / passed);
    close(file);
    unlink(path);
}

int main(int count, char **words) {
    if (count != 4) give_up("usage", "plain insert FULL TARGET | plain append|rewrite FILE SECONDS");
    if (!strcmp(words[1], "insert")) insert(words[2], words[3]);
    else sync_often(words[2], atof(words[3]), !strcmp(words[1], "append"));
    return 0;
}
