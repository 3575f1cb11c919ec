#include "keywords/directory/name_endings.hpp"

#include <algorithm>
#include <array>

#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

// The longest first.
constexpr std::array<std::string_view, 33> department_endings = {"综合行政执法局",
                                                                 "政务服务中心",
                                                                 "行政管理局",
                                                                 "事业管理局",
                                                                 "服务管理局",
                                                                 "监督管理局",
                                                                 "服务中心",
                                                                 "管理中心",
                                                                 "服务窗口",
                                                                 "综合执法",
                                                                 "监督局",
                                                                 "管理局",
                                                                 "服务局",
                                                                 "委员会",
                                                                 "办公室",
                                                                 "办事处",
                                                                 "管理所",
                                                                 "管理站",
                                                                 "服务站",
                                                                 "分局",
                                                                 "大队",
                                                                 "支队",
                                                                 "中心",
                                                                 "窗口",
                                                                 "部门",
                                                                 "单位",
                                                                 "大厅",
                                                                 "局",
                                                                 "所",
                                                                 "办",
                                                                 "站",
                                                                 "委",
                                                                 "科"};
constexpr std::array<std::string_view, 17> area_endings = {
    "便民服务中心", "党群服务中心", "党群服务站", "人民政府", "村民委员会", "居民委员会",
    "服务中心",     "代办点",       "村委会",     "居委会",   "镇政府",     "乡政府",
    "区政府",       "政府",         "街道办",     "古镇",     "村上"};
constexpr std::array<std::string_view, 3> of_district = {"区", "县", "市"};
constexpr std::array<std::string_view, 6> of_township = {"街道办事处", "街道办", "街道", "街办", "镇", "乡"};
constexpr std::array<std::string_view, 2> of_village = {"社区", "村"};

template <class Endings>
std::size_t longest_of(const Endings& endings, std::string_view form) {
  const auto found = std::find_if(endings.begin(), endings.end(),
                                  [form](std::string_view ending) { return form.starts_with(ending); });
  return found == endings.end() ? 0 : found->size();
}

template <class Endings>
std::string_view without(const Endings& endings, std::string_view form) {
  const auto found = std::find_if(endings.begin(), endings.end(), [form](std::string_view ending) {
    return form.ends_with(ending) && form.size() >= ending.size() + two_characters;
  });
  return found == endings.end() ? form : form.substr(0, form.size() - found->size());
}

}  // namespace

std::size_t ending_at(std::string_view form) { return longest_of(department_endings, form); }

std::size_t area_ending_at(std::string_view form) { return longest_of(area_endings, form); }

std::string_view without_endings(std::string_view form) { return without(department_endings, form); }

std::string_view without_level(std::string_view form) {
  for (const auto level : {area_level::township, area_level::village, area_level::district}) {
    const auto endings = endings_of(level);
    if (const auto bare = without(endings, form); bare.size() < form.size()) return bare;
  }
  return form;
}

std::span<const std::string_view> endings_of(area_level level) {
  switch (level) {
    case area_level::district:
      return of_district;
    case area_level::township:
      return of_township;
    case area_level::village:
      break;
  }
  return of_village;
}

}  // namespace duanwen
