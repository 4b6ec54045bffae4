#ifndef SCRUTINY_HTML_H
#define SCRUTINY_HTML_H

// libxml2: its HTML parser, which reads pages as browsers do, mistakes and all.
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

// xmlFree is a variable that holds a function.
static inline void scrutiny_html_free(xmlChar *text) { xmlFree(text); }

#endif
