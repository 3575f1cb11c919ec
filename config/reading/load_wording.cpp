// The sentences of one language from a flat TOML file; and where such files are.
#include "config/reading/load_wording.hpp"

#include <toml++/toml.h>

#include <filesystem>

#include "config/reading/mistakes.hpp"
#include "config/reading/read_file.hpp"
#include "config/reading/read_value.hpp"
#include "config/reading/unknown_keys.hpp"
#include "config/settings/tables.hpp"

namespace duanwen {

namespace {

constexpr std::int64_t sentence_octets = 1000;
constexpr std::int64_t words_max = 200;
constexpr std::size_t file_octets_max = 1 << 20;

row<wording> sentence(std::string_view name, std::string wording::*member) {
  return required(key<wording>(name, member, 1, sentence_octets));
}

row<wording> words(std::string_view name, std::vector<std::string> wording::*member) {
  return required(key<wording>(name, member, 0, words_max));
}

void read_words(const toml::table& document, wording_result& read, mistake_list& mistakes) {
  const environment nothing = [](std::string_view) { return std::nullopt; };
  const surroundings around{nothing, "."};
  look_for_unknown(document, "", keys_of<wording>(), mistakes);
  for (const auto& r : rows<wording>()) {
    const std::string name(r.what.key);
    const toml::node* node = document.get(name);
    const std::string wrong =
        node == nullptr ? "is missing" : read_value(*node, r.what, r.where(read.words), around);
    if (!wrong.empty()) mistakes.add(name, wrong);
  }
}

}  // namespace

template <>
const std::vector<row<wording>>& rows() {
  using w = wording;
  static const std::vector<row<w>> table = {
      sentence("language", &w::language),
      sentence("sender_name", &w::sender_name),
      sentence("menu_hint", &w::menu_hint),
      sentence("more_hint", &w::more_hint),
      sentence("no_more", &w::no_more),
      sentence("help", &w::help),
      sentence("unknown", &w::unknown),
      sentence("number_without_menu", &w::number_without_menu),
      sentence("no_such_number", &w::no_such_number),
      sentence("item_moved", &w::item_moved),
      sentence("item_gone", &w::item_gone),
      sentence("empty_directory", &w::empty_directory),
      sentence("nothing_yet", &w::nothing_yet),
      sentence("too_often", &w::too_often),
      sentence("did_you_mean", &w::did_you_mean),
      sentence("offers_hint", &w::offers_hint),
      sentence("emergency", &w::emergency),
      sentence("private_number", &w::private_number),
      words("more_words", &w::more_words),
      words("help_words", &w::help_words),
      words("back_words", &w::back_words),
      words("top_words", &w::top_words),
      words("all_words", &w::all_words),
      words("and_words", &w::and_words),
      words("opt_out_words", &w::opt_out_words),
      words("emergency_words", &w::emergency_words),
      words("notice_words", &w::notice_words),
  };
  return table;
}

wording_result load_wording(const std::string& path) {
  wording_result read;
  const auto content = read_file(path, file_octets_max);
  if (!content) {
    read.mistakes.push_back({path, 0, "", "cannot be read"});
    return read;
  }
  mistake_list mistakes(path);
  try {
    read_words(toml::parse(*content, path), read, mistakes);
    read.mistakes = mistakes.take();
    read.words = with_normal_words(std::move(read.words));
  } catch (const toml::parse_error& e) {
    read.mistakes.push_back({path, e.source().begin.line, "", std::string(e.description())});
  }
  return read;
}

std::string find_wording(const std::string& config_path, const std::string& language) {
  namespace fs = std::filesystem;
  std::error_code ec;
  const fs::path program = fs::read_symlink("/proc/self/exe", ec).parent_path();
  const std::string file = "wording/" + language + ".toml";
  const fs::path paths[] = {
      fs::path(config_path).parent_path() / file,
      program / "../share/duanwen" / file,    // installed: PREFIX/bin and PREFIX/share
      program / "../../../config" / file,     // built: build/release/bin
      fs::path("/usr/share/duanwen") / file,  // packaged
  };
  for (const auto& path : paths)
    if (fs::is_regular_file(path, ec)) return path.lexically_normal().string();
  return {};
}

}  // namespace duanwen
