#include "keywords/pages/remembered_menus.hpp"

namespace duanwen {
namespace {

constexpr std::size_t menus_max = 10000;  // about half a kilobyte each; then it begins anew

}  // namespace

bool remembered_menus::remembered::fits(const reply_style& style) const {
  return profile == style.profile && reply_segments_max == style.reply_segments_max &&
         menu_hint == style.words.menu_hint && more_hint == style.words.more_hint &&
         empty_directory == style.words.empty_directory;
}

const page& remembered_menus::first_page_of(const snapshot& directory, const department& d,
                                            const reply_style& style) {
  if (serial_ != directory.serial() || menus_.size() >= menus_max) menus_.clear();
  serial_ = directory.serial();
  auto& known = menus_[&d];
  if (known.shown.answer.empty() || !known.fits(style))
    known = {
        style.profile,         style.reply_segments_max,    style.words.menu_hint,
        style.words.more_hint, style.words.empty_directory, compose_menu(menu_of(directory, d), 0, style)};
  return known.shown;
}

}  // namespace duanwen
