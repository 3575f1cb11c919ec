#pragma once
// The first pages of menus, composed once and not once a resident. What is remembered is what would be
// composed again, so that whoever asks cannot tell.

#include <string>
#include <unordered_map>

#include "keywords/pages/compose.hpp"
#include "keywords/segments/tariff.hpp"

namespace duanwen {

class remembered_menus {
 public:
  /// compose_menu() of the department's menu from its beginning.
  const page& first_page_of(const snapshot& directory, const department& d, const reply_style& style);

 private:
  /// All of a style and its words that a first page depends on.
  struct remembered {
    tariff profile;
    std::uint32_t reply_segments_max = 0;
    std::string menu_hint, more_hint, empty_directory;
    page shown;
    bool fits(const reply_style& style) const;
  };
  std::unordered_map<const department*, remembered> menus_;
  std::uint64_t serial_ = 0;  // of the snapshot that the departments belong to
};

}  // namespace duanwen
