// The in-memory Store's directory, tokens, and what the administrator sees.
#include <algorithm>

#include "storage/memory/memory_store.hpp"

namespace duanwen {
namespace {

template <class Entity>
void put(std::vector<Entity>& list, const std::vector<Entity>& changed) {
  for (const auto& one : changed) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const Entity& e) { return e.id == one.id; });
    if (found == list.end())
      list.push_back(one);
    else
      *found = one;
  }
}

template <class Entity>
void drop(std::vector<Entity>& list, const std::vector<std::string>& ids) {
  std::erase_if(list, [&](const Entity& e) { return std::find(ids.begin(), ids.end(), e.id) != ids.end(); });
}

}  // namespace

answer<std::uint64_t> memory_store::directory_version() {
  if (away) co_return unavailable;
  co_return directory_.version;
}

answer<versioned_directory> memory_store::load_directory() {
  if (away) co_return unavailable;
  co_return directory_;
}

answer<bool> memory_store::write_directory(std::uint64_t expected_version, directory_change change) {
  if (away) co_return failed<bool>(unavailable);
  if (expected_version != directory_.version) co_return false;
  auto& d = directory_.document;
  drop(d.areas, change.drop_areas);
  drop(d.departments, change.drop_departments);
  drop(d.themes, change.drop_themes);
  put(d.areas, change.put_areas);
  put(d.departments, change.put_departments);
  put(d.themes, change.put_themes);
  ++directory_.version;
  co_return true;
}

answer<std::vector<token_record>> memory_store::load_tokens() {
  if (away) co_return unavailable;
  std::vector<token_record> all;
  for (const auto& [name, record] : tokens_) all.push_back(record);
  co_return all;
}

answer<bool> memory_store::put_token(token_record token) {
  if (away) co_return failed<bool>(unavailable);
  // The very same record is the repetition of a call whose outcome was unknown.
  const auto put = tokens_.try_emplace(token.name, token);
  co_return put.first->second == token;
}

answer<bool> memory_store::remove_token(std::string name) {
  if (away) co_return failed<bool>(unavailable);
  co_return tokens_.erase(name) > 0;
}

answer<std::vector<ledger_row>> memory_store::ledger(std::string from_day, std::string to_day) {
  if (away) co_return unavailable;
  std::vector<ledger_row> rows;
  for (const auto& [key, sums] : ledger_) {
    if (key.first < from_day || key.first > to_day) continue;
    ledger_row row = sums;
    row.day = key.first;
    row.department = key.second;
    rows.push_back(std::move(row));
  }
  co_return rows;
}

answer<std::vector<dead_letter>> memory_store::dead_letters(std::uint32_t limit) {
  if (away) co_return unavailable;
  const auto count = std::min<std::size_t>(limit, dead_.size());
  std::vector<dead_letter> newest(dead_.rbegin(), dead_.rbegin() + static_cast<std::ptrdiff_t>(count));
  co_return newest;
}

}  // namespace duanwen
