#include "keywords/simplify.hpp"

#include <opencc.h>

#include <bitset>
#include <exception>
#include <memory>

#include "keywords/utf8.hpp"

namespace duanwen {
namespace {

constexpr char32_t han_first = 0x3400, han_last = 0x9FFF;

// Which Han characters OpenCC would change, found once; most texts have none of them and never meet OpenCC.
class simplifier {
 public:
  simplifier() : converter_("t2s.json") {
    for (char32_t c = han_first; c <= han_last; ++c) {
      std::string one;
      append_utf8(one, c);
      if (converter_.Convert(one) != one) traditional_.set(c - han_first);
    }
  }
  bool needed(std::string_view utf8) const {
    for (std::size_t at = 0; at < utf8.size();) {
      const char32_t c = next_code_point(utf8, at);
      if (c >= han_first && c <= han_last && traditional_.test(c - han_first)) return true;
    }
    return false;
  }
  std::string convert(const std::string& utf8) const { return converter_.Convert(utf8); }

 private:
  opencc::SimpleConverter converter_;
  std::bitset<han_last - han_first + 1> traditional_;
};

}  // namespace

std::string simplify(std::string utf8) {
  static const auto the_simplifier = std::make_unique<const simplifier>();
  if (!the_simplifier->needed(utf8)) return utf8;
  try {
    return the_simplifier->convert(utf8);
  } catch (const std::exception&) {
    return utf8;  // what OpenCC cannot take stays as it is, and is compared as it is
  }
}

}  // namespace duanwen
