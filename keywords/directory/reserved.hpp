#pragma once
// Words that the conversation itself uses.

#include <string_view>

namespace duanwen {

/// Whether `keyword` may not be registered because the conversation itself uses it (digits alone, M, 更多,
/// 帮助 …).
bool is_reserved_keyword(std::string_view keyword);

}  // namespace duanwen
