// zlib's own header, and the few things of it that Swift cannot import by itself.
#ifndef SCRUTINY_CZLIB_H
#define SCRUTINY_CZLIB_H

#include <zlib.h>

// deflateInit2 is a macro. 15 bits of window; 16 more ask for the frame of gzip instead of zlib's own.
static inline int scrutiny_gzip_begin(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif
