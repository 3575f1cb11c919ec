#pragma once
// What an imported document makes of the directory.

#include "keywords/directory/directory.hpp"

namespace duanwen {

/// Replaces by id what `imported` has and keeps the rest, in its order.
void merge_document(directory& document, const directory& imported);

}  // namespace duanwen
