#include "keywords/meaning/competent_office.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "keywords/meaning/guess_items.hpp"
#include "keywords/meaning/guess_names.hpp"
#include "keywords/meaning/guess_parts.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/vocabulary/fillers.hpp"

namespace duanwen {
namespace {

using word_list = std::array<std::string_view, 6>;

constexpr word_list offices = {"部门", "单位", "机构", "地方", "局", "窗口"};
constexpr word_list those = {"的那个", "那个", "的这个", "这个", "那些", "那家"};
constexpr std::string_view its = "的";
constexpr word_list which = {"哪个", "哪一个", "啥子", "什么", "啥", "哪些"};
constexpr word_list deals = {"专门管", "主管", "分管", "负责", "专管", "管"};
constexpr word_list belongs = {"应该归", "归", "属于", "由", "该", "是"};
constexpr word_list helping = {"来", "在", "的", "是", "要", "该"};
constexpr std::size_t offices_max = 4;  // more of them would be a guess
constexpr double worth = 0.5,
                 of_most = 0.35;  // what an item must cover, and an office have of what the first has

bool take_front(std::string_view& form, const word_list& words) {
  const auto found = std::find_if(words.begin(), words.end(), [&](auto w) { return form.starts_with(w); });
  if (found != words.end()) form.remove_prefix(found->size());
  return found != words.end();
}

bool take_back(std::string_view& form, const word_list& words) {
  const auto found = std::find_if(words.begin(), words.end(), [&](auto w) { return form.ends_with(w); });
  if (found != words.end()) form.remove_suffix(found->size());
  return found != words.end();
}

// 管学校的局, 扯结婚证那个局.
std::string_view described(std::string_view form) {
  if (!take_back(form, offices)) return {};
  const bool that_one = take_back(form, those);
  const bool managing = take_front(form, deals);
  if (!that_one && form.ends_with(its) && managing) form.remove_suffix(its.size());
  return that_one || managing ? form : std::string_view();
}

// 哪个部门管噪音.
std::string_view managed_by_which(std::string_view form) {
  if (!take_front(form, which) || !take_front(form, offices)) return {};
  take_front(form, helping);
  return take_front(form, deals) ? form : std::string_view();
}

// 噪音归哪个部门管.
std::string_view belongs_to_which(std::string_view form) {
  take_back(form, helping);
  if (!take_back(form, deals)) return {};
  take_back(form, helping);
  if (!take_back(form, offices) || !take_back(form, which)) return {};
  take_back(form, belongs);
  return form;
}

}  // namespace

std::string matter_of_office(std::string_view normal) {
  for (const auto& way : with_fewer_fillers(normal)) {
    const auto form = without_signs(way);
    for (const auto read : {managed_by_which, belongs_to_which, described})
      if (const auto matter = read(form); !matter.empty()) {
        auto plain = with_fewer_fillers(matter).back();  // 请问管学校
        std::string_view thing = plain;
        take_front(thing, deals);
        if (thing.size() > 3 && !is_chatter(thing)) return std::string(thing);
      }
  }
  return {};
}

department_list competent_departments(const snapshot& directory, const std::string& matter,
                                      const area_list& areas, const area* last) {
  if (matter.empty()) return {};
  if (const auto named = names_in(directory, matter, last); named && named->alone)
    if (!named->departments.empty()) return named->departments;
  std::map<const department*, double> shares;
  department_list found;
  for (const auto& h : guess_items(directory, matter, {}, areas, 24).hits) {
    if (!is_worth_offering(h) && h.text_covered < worth) continue;
    if (shares[h.of] == 0) found.push_back(h.of);
    shares[h.of] += h.score();
  }
  std::stable_sort(found.begin(), found.end(), [&](auto* a, auto* b) { return shares[a] > shares[b]; });
  std::erase_if(found, [&, most = found.empty() ? 0 : shares[found.front()]](auto* d) {
    return shares[d] < of_most * most;
  });
  if (found.size() > offices_max) found.resize(offices_max);
  return found;
}

}  // namespace duanwen
