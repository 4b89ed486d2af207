#ifndef CAVIARD_CLIBXML2_SHIM_H
#define CAVIARD_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
/* Where libxml2 is built with ICU its headers include ICU's, which clash with the copy in Foundation. Only the foot of a
   structure that libxml2 itself allocates depends on it. */
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <string.h>

#endif
