#include "storage/opening/data_dir.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>

namespace duanwen {
namespace {

std::string random_id() {
  std::random_device random;
  std::string id;
  for (int i = 0; i < 4; ++i) {
    char part[9];
    std::snprintf(part, sizeof part, "%08x", random());
    id += part;
  }
  return id;
}

}  // namespace

std::string data_dir::make() {
  std::error_code ec;
  std::filesystem::create_directories(path_, ec);
  if (ec) return "gateway.data_dir " + path_ + " cannot be made: " + ec.message();
  return "";
}

std::string data_dir::lock() {
  lock_ = file_lock::try_lock(lock_path());
  if (!lock_)
    return "gateway.data_dir " + path_ +
           " is locked: another daemon runs on it, or its file lock cannot be written";
  return "";
}

bool data_dir::locked_by_another() const { return !lock_ && !file_lock::try_lock(lock_path()); }

std::string data_dir::process_id() const {
  const auto file = path_ + "/process_id";
  std::string id;
  if (std::ifstream in(file); in && std::getline(in, id) && !id.empty()) return id;
  id = random_id();
  std::ofstream(file) << id << '\n';
  return id;
}

}  // namespace duanwen
