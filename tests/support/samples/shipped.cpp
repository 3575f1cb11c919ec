#include "tests/support/samples/shipped.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "config/reading/load.hpp"
#include "config/reading/load_wording.hpp"
#include "storage/codec/directory_json.hpp"

namespace duanwen::test {
namespace {

std::string shipped_path(const std::string& path) { return std::string(SOURCE_DIR) + "/" + path; }

}  // namespace

std::string content_of(const std::string& path) {
  std::ifstream in(shipped_path(path));
  if (!in) throw std::runtime_error("cannot read " + path);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

directory read_directory(const std::string& path) {
  auto read = parse_directory(content_of(path));
  if (!read.problems.empty()) throw std::runtime_error(path + ": " + read.problems.front().message);
  return std::move(read.document);
}

wording read_wording(const std::string& language) {
  auto read = load_wording(shipped_path("config/wording/" + language + ".toml"));
  if (!read.mistakes.empty()) throw std::runtime_error(language + ": " + read.mistakes.front().message);
  return std::move(read.words);
}

}  // namespace duanwen::test
