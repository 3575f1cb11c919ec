#include "gateway/commands/status_report.hpp"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <vector>

namespace duanwen {
namespace {

using nlohmann::json;
using table = std::vector<std::vector<std::string>>;

/// Columns of a terminal, where most characters from U+1100 on take two.
std::size_t columns_of(const std::string& text) {
  std::size_t columns = 0;
  for (const char c : text) {
    const auto octet = static_cast<unsigned char>(c);
    if ((octet & 0xC0) != 0x80) columns += octet >= 0xE1 ? 2 : 1;
  }
  return columns;
}

std::string in_columns(const table& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns_of(row[i]));
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i)
      line += row[i] + std::string(widths[i] - columns_of(row[i]) + 2, ' ');
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
  }
  return text;
}

std::string counted(std::uint64_t count, const char* one, const char* several) {
  return std::to_string(count) + ' ' + (count == 1 ? one : several);
}

std::string lasted(std::uint64_t seconds) {
  constexpr std::uint64_t minute = 60, hour = 60 * minute, day = 24 * hour;
  if (seconds < minute) return std::to_string(seconds) + " s";
  if (seconds < hour) return std::to_string(seconds / minute) + " min";
  if (seconds < day)
    return std::to_string(seconds / hour) + " h " + std::to_string(seconds % hour / minute) + " min";
  return std::to_string(seconds / day) + " d " + std::to_string(seconds % day / hour) + " h";
}

/// What a count grew by a second; "-" where it is not known, as after a restart.
std::string rate(const json& now, const json& before, const char* what, std::chrono::milliseconds between) {
  if (before.is_null() || between.count() <= 0) return "-";
  const auto later = now.at(what).get<std::uint64_t>(), sooner = before.at(what).get<std::uint64_t>();
  if (later < sooner) return "-";
  char text[32];
  std::snprintf(text, sizeof text, "%.1f",
                static_cast<double>(later - sooner) * 1000.0 / static_cast<double>(between.count()));
  return text;
}

/// The same carrier in the look before.
json same_in(const json& before, const json& carrier) {
  if (before.is_null()) return nullptr;
  for (const auto& other : before.at("carriers"))
    if (other.at("name") == carrier.at("name")) return other;
  return nullptr;
}

std::string name_with_marks(const json& carrier) {
  std::string name = carrier.at("name");
  if (carrier.at("paused")) name += " (paused)";
  if (carrier.at("resting")) name += " (resting)";
  if (const auto& fuse = carrier.at("fuse"); fuse.is_object() && fuse.at("tripped")) name += " (fuse)";
  return name;
}

void add_carrier(table& rows, const json& carrier, const json& before, std::chrono::milliseconds between) {
  const auto limit = carrier.at("segments_per_second").get<std::uint64_t>();
  std::vector<std::string> of_all{
      rate(carrier, before, "inquiries", between), rate(carrier, before, "replies", between),
      limit == 0 ? "-" : std::to_string(limit), std::to_string(carrier.at("waiting").get<std::uint64_t>())};
  std::string name = name_with_marks(carrier);
  for (const auto& link : carrier.at("links")) {
    std::vector<std::string> row{name, link.at("name"), link.at("state"),
                                 std::to_string(link.at("window_used").get<std::uint64_t>()) + '/' +
                                     std::to_string(link.at("window").get<std::uint64_t>())};
    row.insert(row.end(), of_all.begin(), of_all.end());
    row.push_back(link.at("last_error"));
    rows.push_back(std::move(row));
    name.clear();
    std::fill(of_all.begin(), of_all.end(), "");
  }
}

std::string store_told(const json& store) {
  const std::string trouble = store.at("trouble");
  std::string text = trouble.empty() ? "store: it answers\n" : "store: away: " + trouble + '\n';
  for (const auto& risk : store.at("risks"))
    text += "store: keeps less than is promised: " + risk.get<std::string>() + '\n';
  return text;
}

std::string waiting_told(const json& now) {
  std::string text = "waiting: ";
  text += now.at("outbox_entries").is_null()
              ? "replies are not counted yet"
              : counted(now.at("outbox_entries"), "reply", "replies") + " in the store, " +
                    counted(now.at("dead_letters"), "dead letter", "dead letters");
  text += "; in this process " + counted(now.at("inquiries_in_flight"), "inquiry", "inquiries") + ", " +
          counted(now.at("replies_waiting"), "reply", "replies");
  const auto unrecorded = now.at("replies_unrecorded").get<std::uint64_t>();
  text += ", " + std::to_string(unrecorded) + " of them sent and not recorded";
  if (now.at("replies_held")) text += ": others are held until the store has recorded them";
  return text + '\n';
}

}  // namespace

std::string status_report(const json& now, const json& before, std::chrono::milliseconds between) {
  const std::string not_ready = now.at("not_ready");
  std::string text = "duanwen " + std::to_string(now.at("pid").get<std::uint64_t>()) + ": " +
                     (not_ready.empty() ? "ready" : "not ready: " + not_ready) + ", up " +
                     lasted(now.at("up_s")) + '\n';
  text += store_told(now.at("store"));
  text += waiting_told(now);
  table rows{{"carrier", "link", "state", "window", "in/s", "out/s", "limit/s", "waiting", "last error"}};
  for (const auto& carrier : now.at("carriers"))
    add_carrier(rows, carrier, same_in(before, carrier), between);
  return text + '\n' + in_columns(rows);
}

}  // namespace duanwen
