#include "keywords/index/item_index.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "keywords/text/normalise.hpp"

namespace duanwen {
namespace {

constexpr std::size_t postings_max = 20000;  // looked at for one text, the rarest words first
constexpr double unknown_character = 0.9;    // weight of a character that no item says: it is often chatter
constexpr double unsaid_character = 1.8;     // of a word that the tables know: it is about something else
constexpr double said_loosely = 0.55;        // of what a word in a name is worth
constexpr double as_it_sounds = 0.8, one_character = 0.5;

std::vector<feature_hash> hashes_of(const std::vector<text_feature>& features) {
  std::vector<feature_hash> hashes;
  for (const auto& f : features) hashes.push_back(f.hash);
  return hashes;
}

}  // namespace

std::vector<const std::string*> names_of(const item& what) {
  std::vector<const std::string*> names{&what.title};
  if (!what.short_title.empty() && what.short_title != what.title) names.push_back(&what.short_title);
  for (const auto& synonym : what.synonyms) names.push_back(&synonym);
  return names;
}

void item_index::add(const department& of, const item& what) {
  const auto i = items_.size();
  items_.push_back({&of, &what});
  for (const auto* name : names_of(what)) add_name(i, *name);
}

void item_index::add_name(std::size_t item, std::string_view name) {
  add_features(item, hashes_of(features_of(keyword_form(name)).features), false);
}

void item_index::add_loosely(std::size_t item) {
  const auto& what = *items_[item].what;
  std::vector<feature_hash> all;
  const auto take = [&all](const std::vector<text_feature>& some) {
    for (const auto& f : some) all.push_back(f.hash);
  };
  for (const auto* name : names_of(what)) {
    const auto read = features_of(keyword_form(*name));
    take(read.pairs);
    take(read.sounds);
    take(read.singles);
  }
  take(features_of(keyword_form(what.details)).features);
  add_features(item, std::move(all), true);
}

void item_index::add_features(std::size_t item, std::vector<feature_hash> hashes, bool loose) {
  if (hashes.empty()) return;
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  const auto its_index = static_cast<std::uint32_t>(names_.size());
  names_.push_back({static_cast<std::uint32_t>(item), loose, 0});
  for (const auto h : hashes) postings_.push_back({h, its_index});
}

void item_index::finish() {
  for (std::size_t i = 0; i < items_.size() && items_.size() <= items_searched_loosely_max; ++i)
    add_loosely(i);
  std::sort(postings_.begin(), postings_.end());
  for (auto at = postings_.cbegin(); at != postings_.cend();) {
    const range same = postings_of(at->what);
    const auto weight = static_cast<float>(weight_of(same));
    for (; at != same.second; ++at) names_[at->name].weight += weight;
  }
  postings_.shrink_to_fit();
  names_.shrink_to_fit();
  items_.shrink_to_fit();
}

item_index::range item_index::postings_of(feature_hash f) const {
  return {std::lower_bound(postings_.begin(), postings_.end(), posting{f, 0}),
          std::upper_bound(postings_.begin(), postings_.end(), posting{f, ~std::uint32_t{0}})};
}

// What few items say tells more. Names of one item stand together.
double item_index::weight_of(const range& r) const {
  std::size_t items = 0;
  auto last = static_cast<std::uint32_t>(-1);
  for (auto p = r.first; p != r.second; ++p) {
    const auto i = names_[p->name].item;
    if (i != last) ++items;
    last = i;
  }
  return std::log1p(static_cast<double>(items_.size()) / (1.0 + static_cast<double>(items)));
}

// One text on its way through the index.
class item_search {
 public:
  explicit item_search(const item_index& index) : index_(index) {}

  void look_for(std::string_view form) {
    const auto read = features_of(form);
    covered_.assign(featured_octets_max, false);
    for (const auto& f : read.features) look_up(f, 1.0, !f.lone);
    // What is not said word by word may be said by sound, or at least in part.
    const auto uncovered = [this](const text_feature& f) { return !covered_[f.first] || !covered_[f.last]; };
    std::vector<text_feature> left;
    std::copy_if(read.sounds.begin(), read.sounds.end(), std::back_inserter(left), uncovered);
    for (const auto& f : left) look_up(f, as_it_sounds, false);
    left.clear();
    std::copy_if(read.singles.begin(), read.singles.end(), std::back_inserter(left), uncovered);
    for (const auto& f : left) look_up(f, one_character, false);
    for (const auto c : read.plain)
      if (!covered_[c]) text_weight_ += unknown_character;
    for (const auto c : read.known)
      if (!covered_[c]) text_weight_ += unsaid_character;
    count();
  }

  template <class Wanted>
  std::vector<item_hit> hits(const Wanted& wanted) const {
    std::vector<item_hit> all;
    for (const auto& [i, s] : said_) {
      const auto& [of, what] = index_.items_[i];
      if (wanted(*of, *what))
        all.push_back({of, what, s.text / text_weight_, s.best_name, s.text, s.by_words});
    }
    return all;
  }

 private:
  struct item_said {
    double text = 0, best_name = 0;
    bool by_words = false;
    std::map<std::uint32_t, double> names;
  };

  struct found_feature {
    item_index::range said;
    double weight;
    bool word;
  };

  void look_up(const text_feature& f, double worth, bool word) {
    const auto r = index_.postings_of(f.hash);
    if (r.first == r.second) return;
    found_.emplace(f.hash, found_feature{r, worth * index_.weight_of(r), word});
    for (auto c = f.first; c <= f.last; ++c) covered_[c] = true;
  }

  void count() {
    std::vector<found_feature> rarest_first;
    for (const auto& [hash, one] : found_) rarest_first.push_back(one);
    std::sort(rarest_first.begin(), rarest_first.end(), [](const auto& a, const auto& b) {
      return a.said.second - a.said.first < b.said.second - b.said.first;
    });
    for (const auto& one : rarest_first) count(one);
  }

  void count(const found_feature& one) {
    text_weight_ += one.weight;
    std::unordered_map<std::uint32_t, double> now;  // item → the best that this word is worth there
    for (auto p = one.said.first; p != one.said.second && looked_at_ < postings_max; ++p, ++looked_at_) {
      const auto& name = index_.names_[p->name];
      auto& worth = now[name.item];
      worth = std::max(worth, name.loose ? one.weight * said_loosely : one.weight);
      if (name.loose) continue;
      auto& item = said_[name.item];
      item.best_name =
          std::max(item.best_name, (item.names[p->name] += one.weight) / static_cast<double>(name.weight));
    }
    for (const auto& [i, worth] : now) {
      said_[i].text += worth;
      said_[i].by_words = said_[i].by_words || one.word;
    }
  }

  const item_index& index_;
  std::vector<bool> covered_;  // characters of the text that some item says
  std::map<feature_hash, found_feature> found_;
  double text_weight_ = 0;
  std::size_t looked_at_ = 0;
  std::unordered_map<std::uint32_t, item_said> said_;  // by item
};

std::vector<item_hit> item_index::find(
    std::string_view form, std::size_t limit,
    const std::function<bool(const department&, const item&)>& wanted) const {
  item_search search(*this);
  search.look_for(form);
  auto hits = search.hits(wanted);
  const auto better = [](const item_hit& a, const item_hit& b) {
    if (a.score() != b.score()) return a.score() > b.score();
    return a.of != b.of ? a.of->id < b.of->id : a.what->number < b.what->number;
  };
  const auto shown = std::min(limit, hits.size());
  std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(shown), hits.end(), better);
  hits.resize(shown);
  return hits;
}

std::size_t item_index::octets() const {
  return items_.capacity() * sizeof(item_of) + names_.capacity() * sizeof(item_name) +
         postings_.capacity() * sizeof(posting);
}

}  // namespace duanwen
