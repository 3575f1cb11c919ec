#include "keywords/meaning/guess.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "keywords/meaning/competent_office.hpp"
#include "keywords/meaning/guess_items.hpp"
#include "keywords/meaning/guess_names.hpp"
#include "keywords/meaning/guess_parts.hpp"
#include "keywords/sound/likeness.hpp"
#include "keywords/sound/spelled_words.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"
#include "keywords/vocabulary/fillers.hpp"
#include "keywords/vocabulary/inquiry_signs.hpp"

namespace duanwen {
namespace {

constexpr std::size_t offered_max = 8;         // what one segment holds
constexpr std::size_t offered_least = 4;       // to whoever asks, if so many may be meant
constexpr double near_margin = 0.25;           // by which the nearest name must be nearer than the next
constexpr double understood_share = 0.4;       // of a text that no sign tells to be an inquiry
constexpr std::size_t short_octets = 30;       // ten characters, which may be but the name of a thing
constexpr std::size_t sentence_octets = 22;    // more than seven characters
constexpr std::size_t remark_octets_max = 18;  // 龙泉公安出入境: a remark behind a name, not a story

class guesser {
 public:
  guesser(const snapshot& directory, std::string_view normal, const area* last_area, const wording& words)
      : directory_(directory),
        normal_(normal),
        last_(last_area),
        interpretations_(interpretations_of(normal, words)) {}

  guess run() {
    if (is_number(fullest())) return found_;
    if (is_keyword() || is_name(false) || is_office()) return found_;
    look_near();
    anywhere_ = look_for_items(words_.empty() ? fullest() : words_, {});
    if (near_is_sure() && !is_said_outright())
      return sure(near_.front().to, near_selected_, match_kind::near_name);
    // 空气质量 is called so, and no 质量监督局 of an area 空气.
    if (named_.empty() && anywhere_.called) return sure_item(anywhere_.hits.front());
    if (is_name(true)) return found_;
    signs_ = inquiry_signs(normal_);
    if (signs_ <= surely_tale) return guess();
    if (named_.empty() && anywhere_.is_sure(anywhere)) return sure_item(anywhere_.hits.front());
    if (near_.empty())
      near_items_ = guess_near_items(directory_, words_.empty() ? words_of(interpretations_) : words_);
    if (is_sure(near_items_)) return sure_item(near_items_.front());
    if (is_spelled_out()) return found_;
    if (is_near_name_and_words()) return found_;
    offer();
    return found_;
  }

 private:
  const std::string& fullest() const { return interpretations_.front().form; }
  area_list areas_meant() const {
    if (!areas_.empty()) return areas_;
    return last_ ? area_list{last_} : area_list{};
  }

  guess sure(const target& to, const std::optional<selection>& selected, match_kind how) {
    found_.sure = to;
    found_.selected = selected;
    found_.how = how;
    found_.choices.clear();
    return found_;
  }

  template <class Hit>
  guess sure_item(const Hit& hit) {
    return sure(target_of(*hit.of), selection{false, {{hit.what->number, hit.what->number}}},
                match_kind::words);
  }

  // 我要开火锅店, 3号 龙泉国土.
  bool is_keyword() {
    for (const auto& r : interpretations_)
      if (const auto* to = directory_.find_keyword(r.form)) {
        sure(*to, r.selected, match_kind::name);
        return true;
      }
    return false;
  }

  // 龙泉区国土局, 成都市龙泉驿区国土局第3项, 龙泉国土宅基地. An interpretation that says who is meant goes
  // before one that several may mean.
  bool is_name(bool unknown_before) {
    std::optional<guess> of_several;
    for (const auto& r : interpretations_) {
      const auto named = names_in(directory_, r.form, last_);
      if (!named) continue;
      areas_ = named->areas;
      found_.named_area = areas_.size() == 1 ? areas_.front() : nullptr;
      if (!is_name_in(r, *named, unknown_before)) continue;
      if (found_.sure) return true;
      if (!of_several) of_several = found_;
      found_.choices.clear();
    }
    if (of_several) found_ = *of_several;
    return of_several.has_value();
  }

  bool is_name_in(const interpretation& r, const text_names& n, bool unknown_before) {
    const bool alone = n.alone || (unknown_before && n.behind_unknown);
    // 龙泉就也 is misheard, though 就 and 也 alone say nothing.
    const bool whole = n.beside.empty() && r.form == fullest();
    if (n.departments.empty() && alone && !whole && !unknown_before) return false;
    if (n.departments.empty() && is_arriving(fullest())) return false;
    if (alone && n.departments.empty()) return is_one_of(n.areas, std::nullopt);
    if (n.departments.empty() && is_theme(n.beside)) return true;
    if (alone && n.without_area && is_titled(n.departments, without_signs(without_fillers(r.form))))
      return true;
    if (alone) return is_one_of(n.departments, r.selected);
    if (n.behind_unknown) return false;
    // 社保卡 is one word, though 社保 is a department: what all of the text says counts more.
    if (n.bare) {
      bare_ = n.departments;
      return false;
    }
    words_ = n.beside;
    named_in_front_ = n.in_front && words_.size() <= remark_octets_max;
    return !n.departments.empty() && is_item_of(n.departments, words_);
  }

  // 在龙泉开火锅店.
  bool is_theme(std::string_view words) {
    for (const auto& form : {std::string(words), without_signs(without_fillers(words))})
      if (const auto* to = directory_.find_keyword(form); to && to->theme) {
        sure(*to, std::nullopt, match_kind::name);
        return true;
      }
    return false;
  }

  // 管学校的局.
  bool is_office() {
    const auto competent = competent_departments(directory_, matter_of_office(normal_), areas_meant(), last_);
    return !competent.empty() && is_one_of(competent, std::nullopt);
  }

  // 结婚登记 is an item, though there is a 结婚登记处.
  bool is_titled(const department_list& meant, const std::string& form) {
    const auto g = look_for_items(form, meant);
    if (g.titled) sure_item(g.hits.front());
    return g.titled;
  }

  template <class Entity>
  bool is_one_of(const std::vector<const Entity*>& meant, const std::optional<selection>& selected) {
    found_.how = match_kind::name;
    if (meant.size() == 1) sure(target_of(*meant.front()), selected, match_kind::name);
    for (const auto* one : meant)
      if (meant.size() > 1) add({target_of(*one), nullptr});
    return true;
  }

  bool is_item_of(const department_list& meant, const std::string& words) {
    inside_ = look_for_items(words, meant);
    named_ = meant;
    if (!inside_.is_sure(within)) return false;
    sure_item(inside_.hits.front());
    return true;
  }

  item_guess look_for_items(const std::string& form, const department_list& only) const {
    return guess_items(directory_, form, only, areas_meant(), 3 * offered_max);
  }

  void look_near() {
    for (const auto& r : interpretations_) {
      if (r.form.size() > near_octets_max) continue;
      auto found = directory_.find_near(r.form, near_limits_of(r.form).offered);
      std::erase_if(found, [](const near_target& n) { return n.cost > near_limits_of(n.units).offered; });
      if (found.empty() || (!near_.empty() && found.front().cost >= near_.front().cost)) continue;
      near_ = std::move(found);
      near_selected_ = r.selected;
      // A barer interpretation would only say less, where it has no numbers apart.
      if (near_.front().cost <= heard_right && interpretations_.back().selected == std::nullopt) break;
    }
    keep_meant(near_, near_margin, directory_, last_);
  }

  // 龙泉工伤 sounds as 龙泉工商 does, but 工伤 is a word of items; and 结婚登记 is one, not a 结婚登记处.
  bool is_said_outright() const {
    const auto& hits = anywhere_.hits;
    if (anywhere_.called && !near_.empty() && near_.front().cost >= slip::same_sound) return true;
    return !near_.empty() && near_.front().cost >= slip::same_sound && !hits.empty() && !words_.empty() &&
           hits.front().text_covered >= 0.95 && hits.front().name_covered >= 0.8;
  }

  bool near_is_sure() const {
    if (near_.empty()) return false;
    const auto& best = near_.front();
    const bool clear = near_.size() == 1 || near_[1].cost - best.cost >= near_margin;
    // 龙泉城管 is not 龙泉房管, one character away.
    const bool strange = best.cost >= slip::other && has_strange_word(fullest());
    return clear && !strange && best.cost <= near_limits_of(best.units).sure;
  }

  // jiazhao zenme ban.
  bool is_spelled_out() {
    if (!near_.empty() || !near_items_.empty()) return false;
    const auto words = words_spelled(fullest());
    if (words.empty()) return false;
    anywhere_ = look_for_items(words, {});
    if (anywhere_.is_sure(anywhere)) sure_item(anywhere_.hits.front());
    return found_.sure.has_value();
  }

  // 龙全国土宅基地: a name that is only heard right in front, and words about its items.
  bool is_near_name_and_words() {
    const auto& form = interpretations_.back().form;
    for (const std::size_t characters : {4u, 5u, 3u, 6u}) {
      const auto [front, rest] = cut_after(form, characters);
      if (rest.empty()) continue;
      const auto near = directory_.find_near(front, near_limits_of(front).sure);
      const bool one = !near.empty() && near.front().to.department && near.front().cost <= heard_right &&
                       (near.size() == 1 || near[1].cost - near.front().cost >= near_margin);
      const auto kept = std::pair(inside_, named_);
      if (one && is_item_of({near.front().to.department}, std::string(rest))) return true;
      std::tie(inside_, named_) = kept;  // it was only tried
    }
    return false;
  }

  void add(const choice& c) {
    if (found_.choices.size() < offered_max &&
        std::find(found_.choices.begin(), found_.choices.end(), c) == found_.choices.end())
      found_.choices.push_back(c);
  }

  // Without a sign that somebody asks, a word or two of an item in a longer text are no inquiry.
  bool is_understood(const item_hit& h) const {
    return signs_ > 0 || h.text_covered >= understood_share || fullest().size() <= short_octets;
  }

  void offer() {
    if (signs_ < 0) return;
    if (signs_ == 0 && words_.size() > remark_octets_max) named_.clear();
    for (const auto& h : inside_.hits)
      if (is_worth_offering_within(h)) add({target_of(*h.of), h.what});
    if (named_.size() == 1) add({target_of(*named_.front()), nullptr});
    const bool only_named = named_.size() == 1 && found_.choices.size() == 1;
    for (const auto& n : near_) add({n.to, nullptr});
    for (const auto& n : near_items_) add({target_of(*n.of), n.what});
    for (const auto& h : anywhere_.hits)
      if (is_worth_offering(h) && is_understood(h)) add({target_of(*h.of), h.what});
    offer_what_may_be();
    offer_of_bare_name();
    if (!found_.choices.empty()) found_.how = near_.empty() ? match_kind::words : match_kind::near_name;
    // 龙泉公安出入境: it was named, and nothing of what it has is meant.
    if (only_named && named_in_front_) sure(target_of(*named_.front()), std::nullopt, match_kind::name);
  }

  // Whoever asks for something is told the likeliest things, since "nothing found" costs as much.
  void offer_what_may_be() {
    if (signs_ < surely_inquiry || normal_.size() < sentence_octets) return;
    for (const auto& h : anywhere_.hits)
      if (found_.choices.size() < offered_least && may_be_meant(h)) add({target_of(*h.of), h.what});
  }

  // 我社保交了几年: its items after those that all of the text tells more of, and itself.
  void offer_of_bare_name() {
    if (bare_.empty()) return;
    for (const auto& h : look_for_items(fullest(), bare_).hits)
      if (is_worth_offering_within(h)) add({target_of(*h.of), h.what});
    if (bare_.size() == 1 && !found_.choices.empty()) add({target_of(*bare_.front()), nullptr});
  }

  const snapshot& directory_;
  const std::string_view normal_;
  const area* last_ = nullptr;
  std::vector<interpretation> interpretations_;
  area_list areas_;
  std::string words_;            // beside a name in the text
  department_list named_;        // whose name it is
  department_list bare_;         // whose name, without area and ending, stands among the words
  bool named_in_front_ = false;  // in full, with little behind it
  item_guess inside_;            // what those words say of its items
  guess found_;
  std::vector<near_target> near_;
  std::optional<selection> near_selected_;
  item_guess anywhere_;
  int signs_ = 0;  // of an inquiry
  std::vector<near_item> near_items_;
};

}  // namespace

guess guess_at(const snapshot& directory, std::string_view normal, const area* last_area,
               const wording& words) {
  return guesser(directory, normal, last_area, words).run();
}

}  // namespace duanwen
