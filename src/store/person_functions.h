#pragma once
// What SQL says of names beside `=`: names are compared as domain::normalizedName() has them, so that whoever is typed with
// another dot, or with a character's old private code, is found (field.md 6). For lists that keep no texts of their own to
// look through, as people in store/staff_search do.
//
//   same_name(name, ?)                               one name or the other way to write it
//   has_name(name, ?)                                a part of it
//   is_looked_for(?, name, document_number)          a quick search (store/person_words.h)

#include "base/sqlite.h"

namespace store {

/// Once for each connection.
void addPersonFunctions(base::sqlite::Connection &connection);

}  // namespace store
