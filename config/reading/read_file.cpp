#include "config/reading/read_file.hpp"

#include <filesystem>
#include <fstream>

namespace duanwen {

std::optional<std::string> read_file(const std::string& path, std::size_t octets_max) {
  std::error_code ec;
  if (std::filesystem::is_directory(path, ec)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  std::string content;
  char piece[4096];
  while (in && content.size() <= octets_max) {
    in.read(piece, sizeof piece);
    content.append(piece, static_cast<std::size_t>(in.gcount()));
  }
  const bool whole = in.eof() && content.size() <= octets_max;
  return whole ? std::optional(std::move(content)) : std::nullopt;
}

}  // namespace duanwen
