#pragma once
// Keywords of different owners that sound the same, so that residents would take one for the other. Pure.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "keywords/directory/check_keywords.hpp"

namespace duanwen {

/// Whether two forms (keyword_form()) are of as many characters which, in turn, may be read alike: without
/// tones, every reading counting, and with n for l, s for sh, in for ing as in Sichuan.
bool sound_alike(std::string_view a, std::string_view b);

struct confusion {
  registration one, other;  ///< one sounds like the other, which somebody else has
};

/// Each keyword for which `about` holds and that sounds like one of another owner, in the document's order.
/// Time grows with the number of keywords.
std::vector<confusion> confusable_keywords(const directory& document,
                                           const std::function<bool(const registration&)>& about);

/// As they are told to whoever edits the directory: the path of `one`, and whose keyword sounds like it.
std::vector<problem> warnings_of(const std::vector<confusion>& confusions);

}  // namespace duanwen
