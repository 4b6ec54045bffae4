// SQLite's own header, and the few things of it that Swift cannot import by itself.
#ifndef SCRUTINY_SQLITE_H
#define SCRUTINY_SQLITE_H

#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast of -1 to a function pointer: SQLite copies the bytes before returning.
static inline int scrutiny_bind_text(sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_text64(statement, index, bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int scrutiny_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// sqlite3_db_config takes variable arguments. Defensive mode refuses writes that could corrupt the file.
static inline int scrutiny_be_defensive(sqlite3 *database) {
    return sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

// sqlite3_config too. Without it SQLite locks and counts at every allocation, which nobody here asks about. Only
// before anything else is asked of SQLite in this process; later it says SQLITE_MISUSE and changes nothing.
static inline int scrutiny_count_no_memory(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

#endif
