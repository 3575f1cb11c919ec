// GBK ⇄ UTF-8 by iconv, whose descriptors keep state and so belong to one thread each.
#include <iconv.h>

#include <array>
#include <cerrno>

#include "gateway/smpp/text/alphabets.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen::smpp {
namespace {

class converter {
 public:
  converter(const char* to, const char* from) : it_(iconv_open(to, from)) {}
  ~converter() {
    if (usable()) iconv_close(it_);
  }
  converter(const converter&) = delete;
  converter& operator=(const converter&) = delete;

  bool usable() const { return it_ != reinterpret_cast<iconv_t>(-1); }
  void reset() { iconv(it_, nullptr, nullptr, nullptr, nullptr); }

  /// Converts what it can, appends it to `out` and takes it off `octets`; 0 or the error that stopped it.
  int convert(std::string_view& octets, std::string& out) {
    std::array<char, 1024> room;
    char* from = const_cast<char*>(octets.data());  // iconv reads only, whatever its signature says
    char* to = room.data();
    std::size_t from_left = octets.size(), to_left = room.size();
    const bool failed = iconv(it_, &from, &from_left, &to, &to_left) == static_cast<std::size_t>(-1);
    const int why = failed ? errno : 0;
    out.append(room.data(), room.size() - to_left);
    octets.remove_prefix(octets.size() - from_left);
    return why;
  }

 private:
  iconv_t it_;
};

}  // namespace

decoded_text from_gbk(std::string_view octets) {
  thread_local converter gb18030("UTF-8", "GB18030");
  decoded_text out;
  if (!gb18030.usable()) {
    out = from_ascii(octets);
    out.readable = false;
    return out;
  }
  gb18030.reset();
  while (!octets.empty()) {
    const int why = gb18030.convert(octets, out.text);
    if (why == 0 || why == E2BIG) continue;
    // One octet that begins nothing, or a character cut off at the end.
    append_utf8(out.text, replacement_character);
    octets.remove_prefix(why == EINVAL ? octets.size() : 1);
    out.readable = false;
  }
  return out;
}

std::optional<std::string> to_gbk(std::string_view utf8) {
  thread_local converter gbk("GBK", "UTF-8");
  std::string out;
  if (!gbk.usable()) return std::nullopt;
  gbk.reset();
  int why = E2BIG;
  while (!utf8.empty() && why == E2BIG) why = gbk.convert(utf8, out);
  if (!utf8.empty()) return std::nullopt;
  return out;
}

}  // namespace duanwen::smpp
