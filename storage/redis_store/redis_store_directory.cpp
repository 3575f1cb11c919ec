// The directory, tokens and the ledger in Redis.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "keywords/text/whole_number.hpp"
#include "storage/codec/directory_json.hpp"
#include "storage/codec/record_codec.hpp"
#include "storage/days.hpp"
#include "storage/redis_store/redis_keys.hpp"
#include "storage/redis_store/redis_scripts.hpp"
#include "storage/redis_store/redis_store.hpp"

namespace duanwen {
namespace {

using nlohmann::json;

/// Entities as load_directory.lua gives them (place, newline, JSON), in the order of their places.
template <class Entity>
result<std::vector<Entity>> read_entities(const resp_value& said) {
  std::map<std::uint64_t, Entity> by_place;
  for (const auto& one : said.items) {
    const auto newline = one.text.find('\n');
    if (newline == one.text.npos) return storage_errc::corrupt;
    const auto place = whole_number<std::uint64_t>(std::string_view(one.text).substr(0, newline)).value_or(0);
    std::vector<problem> problems;
    const auto value =
        json::parse(one.text.begin() + static_cast<std::ptrdiff_t>(newline), one.text.end(), nullptr, false);
    auto entity = from_json<Entity>(value, problems);
    if (!problems.empty()) return storage_errc::corrupt;
    by_place.emplace(place, std::move(entity));
  }
  std::vector<Entity> entities;
  for (auto& [place, entity] : by_place) entities.push_back(std::move(entity));
  return entities;
}

template <class Entity>
bool read_into(std::vector<Entity>& into, const resp_value& said) {
  auto entities = read_entities<Entity>(said);
  if (entities.has_error()) return false;
  into = std::move(*entities);
  return true;
}

result<versioned_directory> read_directory(const resp_value& said) {
  versioned_directory read;
  const bool whole = said.items.size() == 4 && read_into(read.document.areas, said.items[1]) &&
                     read_into(read.document.departments, said.items[2]) &&
                     read_into(read.document.themes, said.items[3]);
  if (!whole) return storage_errc::corrupt;
  read.version = static_cast<std::uint64_t>(said.items[0].number);
  return read;
}

template <class Entity>
void append_change(std::vector<std::string>& arguments, const std::vector<std::string>& drop,
                   const std::vector<Entity>& put) {
  arguments.push_back(std::to_string(drop.size()));
  arguments.insert(arguments.end(), drop.begin(), drop.end());
  arguments.push_back(std::to_string(2 * put.size()));
  for (const auto& entity : put) {
    arguments.push_back(entity.id);
    arguments.push_back(to_json(entity).dump(-1, ' ', false, json::error_handler_t::replace));
  }
}

/// Adds one bucket's share: what is counted, whose, and the sum, by turns.
void add_share(std::map<std::string, ledger_row>& rows, const resp_value& share) {
  for (std::size_t i = 0; i + 1 < share.items.size(); i += 2) {
    const std::string_view field = share.items[i].text;
    const auto sum = whole_number<std::uint64_t>(share.items[i + 1].text).value_or(0);
    const auto what = field.substr(0, 2);
    auto& row = rows[std::string(field.substr(what.size()))];
    if (what == redis_keys::inquiries_of) row.inquiries += sum;
    if (what == redis_keys::replies_of) row.replies += sum;
    if (what == redis_keys::segments_of) row.segments += sum;
    if (what == redis_keys::cost_of) row.cost_li += sum;
    if (what == redis_keys::saved_of) row.saved_li += sum;
    if (what == redis_keys::fused_of) row.fused += sum;
  }
}

}  // namespace

answer<std::uint64_t> redis_store::directory_version() {
  redis_command get{"GET", redis_keys::directory_version};
  const auto said = co_await link_.call(std::move(get));
  if (said.has_error()) co_return said.error();
  co_return whole_number<std::uint64_t>(said->text).value_or(0);
}

answer<versioned_directory> redis_store::load_directory() {
  std::vector<std::string> keys{redis_keys::directory_version, redis_keys::areas, redis_keys::departments,
                                redis_keys::themes};
  script_call load(scripts::load_directory, std::move(keys), {});
  const auto said = co_await link_.call(std::move(load));
  if (said.has_error()) co_return said.error();
  co_return read_directory(*said);
}

answer<bool> redis_store::write_directory(std::uint64_t expected_version, directory_change change) {
  std::vector<std::string> keys{redis_keys::directory_version, redis_keys::directory_places,
                                redis_keys::areas, redis_keys::departments, redis_keys::themes};
  std::vector<std::string> arguments(1, std::to_string(expected_version));
  append_change(arguments, change.drop_areas, change.put_areas);
  append_change(arguments, change.drop_departments, change.put_departments);
  append_change(arguments, change.drop_themes, change.put_themes);
  script_call write(scripts::write_directory, std::move(keys), std::move(arguments));
  write.replicas = limits_.replicas_acked;
  const auto said = co_await link_.call(std::move(write));
  if (said.has_error()) co_return failed<bool>(said.error());
  co_return said->number == 1;
}

answer<std::vector<token_record>> redis_store::load_tokens() {
  redis_command get{"HVALS", redis_keys::tokens};
  const auto said = co_await link_.call(std::move(get));
  if (said.has_error()) co_return said.error();
  std::vector<token_record> tokens;
  for (const auto& one : said->items) {
    auto token = decode_token(one.text);
    if (!token) co_return storage_errc::corrupt;
    tokens.push_back(std::move(*token));
  }
  std::ranges::sort(tokens, {}, &token_record::name);
  co_return tokens;
}

answer<bool> redis_store::put_token(token_record token) {
  const auto octets = encode_token(token);
  std::vector<redis_command> put_and_look;
  put_and_look.push_back(redis_command{"HSETNX", redis_keys::tokens, token.name, octets});
  put_and_look.push_back(redis_command{"HGET", redis_keys::tokens, token.name});
  const auto said = co_await link_.call_all(std::move(put_and_look));
  if (said.has_error()) co_return failed<bool>(said.error());
  // The very same record is the repetition of a call whose outcome was unknown.
  co_return (*said)[1].text == octets;
}

answer<bool> redis_store::remove_token(std::string name) {
  redis_command drop{"HDEL", redis_keys::tokens, name};
  const auto said = co_await link_.call(std::move(drop));
  if (said.has_error()) co_return failed<bool>(said.error());
  co_return said->number == 1;
}

answer<std::vector<ledger_row>> redis_store::ledger(std::string from_day, std::string to_day) {
  const auto days = days_between(from_day, to_day);
  if (!days) co_return storage_errc::refused;
  std::vector<ledger_row> rows;
  for (const auto& date : *days) {
    std::vector<redis_command> shares;
    for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
      shares.push_back(redis_command{"HGETALL", redis_keys::ledger(date, bucket)});
    const auto said = co_await link_.call_all(std::move(shares));
    if (said.has_error()) co_return said.error();
    std::map<std::string, ledger_row> by_department;
    for (const auto& share : *said) add_share(by_department, share);
    for (auto& [department, row] : by_department) {
      row.day = date;
      row.department = department;
      rows.push_back(std::move(row));
    }
  }
  co_return rows;
}

}  // namespace duanwen
