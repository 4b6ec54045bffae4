// SQLite's own header, and the few things of it that Swift cannot import by itself.
#ifndef SCRUTINY_SQLITE_H
#define SCRUTINY_SQLITE_H

#include <sqlite3.h>
#include <string.h>

// SQLITE_TRANSIENT is a cast of -1 to a function pointer: SQLite copies the bytes before returning.
static inline int scrutiny_bind_text(sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_text64(statement, index, bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int scrutiny_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// sqlite3_db_config takes variable arguments. Defensive mode refuses writes that could corrupt the file.
static inline int scrutiny_be_defensive(sqlite3 *database, int is_defensive) {
    return sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, is_defensive, (int *)0);
}

// sqlite3_config too. Without it SQLite locks and counts at every allocation, which nobody here asks about. Only
// before anything else is asked of SQLite in this process; later it says SQLITE_MISUSE and changes nothing.
static inline int scrutiny_count_no_memory(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

// The header of the write-ahead log's index: it differs after every commit, of whichever process
// (https://www.sqlite.org/walformat.html, section 2.1).
typedef struct {
    sqlite3_uint64 words[6];
} scrutiny_commit_mark;

// Where SQLite itself has that header in memory, for as long as the connection is open; nothing before its first query.
static inline const volatile void *scrutiny_log_index(sqlite3 *database) {
    sqlite3_file *file = 0;
    volatile void *region = 0;
    if (sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || file == 0 ||
        file->pMethods == 0 || file->pMethods->iVersion < 2 || file->pMethods->xShmMap == 0 ||
        file->pMethods->xShmMap(file, 0, 32768, 0, &region) != SQLITE_OK) {
        return 0;
    }
    return region;
}

// Reads the header as SQLite does at the begin of a read transaction: it stands there twice, and a commit writes the
// second one first. 0 while a commit is writing it.
static inline int scrutiny_read_mark(const volatile void *index, scrutiny_commit_mark *mark) {
    scrutiny_commit_mark again;
    memcpy(mark, (const void *)index, sizeof *mark);
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    memcpy(&again, (const char *)index + sizeof *mark, sizeof again);
    return memcmp(mark, &again, sizeof again) == 0;
}

#endif
