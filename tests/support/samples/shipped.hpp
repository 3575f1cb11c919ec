#pragma once
// What comes with us, read from the source tree: directories and wordings. Whatever is wrong with them is
// thrown.

#include <string>

#include "keywords/directory/directory.hpp"
#include "keywords/vocabulary/wording.hpp"

namespace duanwen::test {

/// The file at `path` below the root of the source tree.
std::string content_of(const std::string& path);

/// A directory document, e.g. config/directory/longquan.json.
directory read_directory(const std::string& path);

/// config/wording/<language>.toml
wording read_wording(const std::string& language);

}  // namespace duanwen::test
