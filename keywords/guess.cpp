#include "keywords/guess.hpp"

#include <algorithm>
#include <tuple>

#include "keywords/fillers.hpp"
#include "keywords/guess_parts.hpp"
#include "keywords/likeness.hpp"
#include "keywords/normalise.hpp"
#include "keywords/utf8.hpp"

namespace duanwen {
namespace {

constexpr std::size_t offered_max = 8;       // what one segment holds
constexpr double near_margin = 0.25;         // by which the nearest name must be nearer than the next
constexpr std::size_t words_octets_min = 6;  // one character is no question
constexpr std::size_t bare_name_octets = 6;  // 国土: two characters without area and ending

// What an item must cover of a text, and be covered, to be the answer: where all of the directory was
// searched, and where a department was named.
struct item_limits {
  double sure_text, sure_name, sure_margin;
};
constexpr item_limits anywhere{0.75, 0.6, 0.08}, within{0.5, 0.45, 0.06};

// Whether an item may be offered: a name of it stands whole in a longer text, or it covers much of the text,
// or much that is rare was said.
bool is_worth_offering(const item_hit& h) {
  return (h.text_covered >= 0.9 && h.name_covered >= 0.4) ||
         (h.name_covered >= 0.9 && h.evidence >= 2.7 && h.score() >= 0.48) ||
         (h.text_covered >= 0.34 && h.evidence >= 3.0 && h.score() >= 0.38) ||
         (h.text_covered >= 0.25 && h.evidence >= 4.8 && h.score() >= 0.3);
}
bool is_worth_offering_within(const item_hit& h) { return h.text_covered >= 0.25 && h.score() >= 0.3; }

class guesser {
 public:
  guesser(const snapshot& directory, std::string_view normal, const area* last_place, const wording& words)
      : directory_(directory), last_(last_place), readings_(readings_of_text(normal, words)) {}

  guess run() {
    if (is_keyword() || is_name(false)) return found_;
    look_near();
    look_for_items(words_.empty() ? readings_.back().form : words_, {});
    if (near_is_sure() && !is_said_outright())
      return sure(near_.front().to, near_selected_, match_kind::near_name);
    if (is_name(true)) return found_;
    if (hit_is_sure(anywhere)) return sure_item(hits_.front());
    if (is_near_name_and_words()) return found_;
    offer();
    return found_;
  }

 private:
  area_list where() const {
    if (!places_.empty()) return places_;
    return last_ ? area_list{last_} : area_list{};
  }

  guess sure(const target& to, const std::optional<selection>& selected, match_kind how) {
    found_.sure = to;
    found_.selected = selected;
    found_.how = how;
    return found_;
  }

  guess sure_item(const item_hit& hit) {
    return sure(target_of(*hit.of), selection{false, {{hit.what->number, hit.what->number}}},
                match_kind::words);
  }

  // 我要开火锅店, 3号 龙泉国土.
  bool is_keyword() {
    for (const auto& r : readings_)
      if (const auto* to = directory_.find_keyword(r.form)) {
        sure(*to, r.selected, match_kind::name);
        return true;
      }
    return false;
  }

  // 龙泉区国土局, 成都市龙泉驿区国土局第3项, 龙泉国土宅基地. What stands before may be a higher area that we
  // do not know, where nothing nearer was found.
  bool is_name(bool place_before) {
    for (const auto& r : readings_) {
      const auto named = directory_.names().find_name(r.form);
      if (!named) continue;
      places_ = named->places;
      found_.place = places_.size() == 1 ? places_.front() : nullptr;
      if (is_name_in(r, *named, place_before)) return true;
    }
    return false;
  }

  bool is_name_in(const text_reading& r, const named& n, bool place_before) {
    const auto before = std::string_view(r.form).substr(0, n.begin);
    const auto behind = std::string_view(r.form).substr(n.end);
    const bool nothing_more =
        is_nothing(behind) && (is_nothing(before) || (place_before && is_place_like(before)));
    const auto meant = resolved(n.departments);
    if (nothing_more && n.departments.empty()) return is_area(n.places);
    if (nothing_more) return is_one_of_departments(meant, r.selected);
    if (is_nothing(behind) && is_place_like(before)) return false;
    words_ = std::string(before) + std::string(behind);
    // 社保卡 is one word, though 社保 is a department.
    const bool bare = n.places.empty() && n.end - n.begin == bare_name_octets;
    return !meant.empty() && is_item_of(meant, bare ? r.form : words_);
  }

  // 公安分局龙泉: an area behind says nothing new.
  bool is_nothing(std::string_view form) const {
    if (is_chatter(form)) return true;
    const auto n = directory_.names().name_at(form);
    return n && n->departments.empty() && is_chatter(form.substr(n->end));
  }

  bool is_area(const area_list& places) {
    found_.how = match_kind::name;
    if (places.size() == 1) sure(target_of(*places.front()), std::nullopt, match_kind::name);
    for (const auto* a : places)
      if (places.size() > 1) add({target_of(*a), nullptr});
    return true;
  }

  // Several may be meant: the area that was used last tells, else the resident is asked.
  department_list resolved(const department_list& some) const {
    if (some.size() < 2 || !last_ || !places_.empty()) return some;
    auto there = directory_.names().nearest(some, *last_);
    return there.empty() ? some : there;
  }

  bool is_one_of_departments(const department_list& meant, const std::optional<selection>& selected) {
    found_.how = match_kind::name;
    if (meant.size() == 1) sure(target_of(*meant.front()), selected, match_kind::name);
    for (const auto* d : meant)
      if (meant.size() > 1) add({target_of(*d), nullptr});
    return true;
  }

  bool is_item_of(const department_list& meant, const std::string& words) {
    look_for_items(words, meant);
    named_ = meant;
    inside_ = hits_;
    if (!hit_is_sure(within)) return false;
    sure_item(hits_.front());
    return true;
  }

  void look_for_items(const std::string& form, const department_list& only) {
    hits_.clear();
    if (without_signs(without_fillers(form)).size() < words_octets_min) return;
    const auto places = where();
    const auto wanted = [&](const department& d, const item& i) {
      if (!only.empty() && std::find(only.begin(), only.end(), &d) == only.end()) return false;
      // What an heir has of the department above is told by that one where no area was named.
      if (places.empty() && only.size() != 1) return !d.inherits || i.number >= first_own_number_of_heir;
      if (!only.empty()) return true;
      return std::any_of(places.begin(), places.end(), [&](const area* place) {
        return !directory_.names().nearest({&d}, *place).empty();
      });
    };
    hits_ = directory_.items().find(form, 3 * offered_max, wanted);
    drop_what_heirs_say(hits_, directory_.names(), directory_);
    // What is called exactly so goes before what means the same.
    std::stable_partition(hits_.begin(), hits_.end(),
                          [&form](const item_hit& h) { return is_called(h, form); });
    called_ =
        !hits_.empty() && is_called(hits_.front(), form) && (hits_.size() == 1 || !is_called(hits_[1], form));
  }

  static bool is_called(const item_hit& h, const std::string& form) {
    return keyword_form(h.what->title) == form || keyword_form(h.what->short_title) == form;
  }

  bool hit_is_sure(const item_limits& l) const {
    if (hits_.empty()) return false;
    if (called_) return true;
    const auto& best = hits_.front();
    const bool clear = hits_.size() == 1 || best.score() - hits_[1].score() >= l.sure_margin;
    return best.text_covered >= l.sure_text && best.name_covered >= l.sure_name && clear;
  }

  void look_near() {
    for (const auto& r : readings_) {
      if (r.form.size() > near_octets_max) continue;
      auto found = directory_.find_near(r.form, near_limits_of(r.form).offered);
      std::erase_if(found, [](const near_target& n) { return n.cost > near_limits_of(n.units).offered; });
      if (found.empty() || (!near_.empty() && found.front().cost >= near_.front().cost)) continue;
      near_ = std::move(found);
      near_selected_ = r.selected;
    }
  }

  // 龙泉工伤 sounds as 龙泉工商 does, but 工伤 is a word of items.
  bool is_said_outright() const {
    return !near_.empty() && near_.front().cost >= slip::same_sound && !hits_.empty() && !words_.empty() &&
           hits_.front().text_covered >= 0.95 && hits_.front().name_covered >= 0.8;
  }

  bool near_is_sure() const {
    if (near_.empty()) return false;
    const auto& best = near_.front();
    const bool clear = near_.size() == 1 || near_[1].cost - best.cost >= near_margin;
    return clear && best.cost <= near_limits_of(best.units).sure;
  }

  // 龙全国土宅基地: a name that is only heard right in front, and words about its items.
  bool is_near_name_and_words() {
    const auto& form = readings_.back().form;
    for (const std::size_t characters : {4u, 5u, 3u, 6u}) {
      const auto [front, rest] = cut_after(form, characters);
      if (rest.empty()) continue;
      const auto near = directory_.find_near(front, near_limits_of(front).sure);
      const bool one = !near.empty() && near.front().to.dept && near.front().cost <= heard_right &&
                       (near.size() == 1 || near[1].cost - near.front().cost >= near_margin);
      const auto kept = std::tuple(hits_, inside_, named_);
      if (one && is_item_of({near.front().to.dept}, std::string(rest))) return true;
      std::tie(hits_, inside_, named_) = kept;  // it was only tried
    }
    return false;
  }

  void add(const choice& c) {
    if (found_.choices.size() < offered_max &&
        std::find(found_.choices.begin(), found_.choices.end(), c) == found_.choices.end())
      found_.choices.push_back(c);
  }

  void offer() {
    for (const auto& h : inside_)
      if (is_worth_offering_within(h)) add({target_of(*h.of), h.what});
    if (named_.size() == 1) add({target_of(*named_.front()), nullptr});
    for (const auto& n : near_) add({n.to, nullptr});
    for (const auto& h : hits_)
      if (is_worth_offering(h)) add({target_of(*h.of), h.what});
    if (!found_.choices.empty()) found_.how = near_.empty() ? match_kind::words : match_kind::near_name;
  }

  const snapshot& directory_;
  const area* last_ = nullptr;
  std::vector<text_reading> readings_;
  area_list places_;
  std::string words_;             // beside a name in the text
  department_list named_;         // whose name it is
  std::vector<item_hit> inside_;  // what those words say of its items
  guess found_;
  std::vector<near_target> near_;
  std::optional<selection> near_selected_;
  std::vector<item_hit> hits_;
  bool called_ = false;  // the first hit alone is called exactly what was texted
};

}  // namespace

guess guess_at(const snapshot& directory, std::string_view normal, const area* last_place,
               const wording& words) {
  return guesser(directory, normal, last_place, words).run();
}

}  // namespace duanwen
