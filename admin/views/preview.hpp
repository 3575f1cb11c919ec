#pragma once
// What a text would be answered, or a department's directory would say with another item in it, and what that
// costs by each carrier; nothing is sent or stored. Pure.

#include <optional>
#include <string>
#include <vector>

#include "config/settings/config.hpp"
#include "keywords/conversation/conversation.hpp"
#include "keywords/conversation/decision.hpp"
#include "keywords/index/snapshot.hpp"

namespace duanwen {

struct preview_question {
  conversation now_at;     ///< where the resident stands
  inquiry asked;           ///< with the department of the sub-extension that it came to
  std::string number;      ///< that was texted, without the digits of a menu
  const wording& words;    ///< of the service number
  const config& settings;  ///< its carriers, one answer each; without any, one by the default tariff
};

/// By whom it would go; without a name by the default tariff, no carrier being configured.
struct preview_carrier {
  std::string name;
  tariff profile;
  std::uint32_t extension_digits = 0;
};

struct preview_answer {
  preview_carrier carrier;
  decision decided;
  packed_reply packed;
  std::string source;  ///< the number that it would leave from
};

std::vector<preview_answer> preview(const snapshot& directory, const preview_question& question);

struct preview_item_question {
  const department& published;  ///< with what it inherits
  std::optional<item> draft;    ///< takes the place of the one with its number, or comes to the others
  const wording& words;
  const config& settings;
};

/// All pages of something, one after the other.
struct previewed_pages {
  std::vector<packed_reply> pages;
  std::size_t segments() const;
};

struct item_preview {
  preview_carrier carrier;
  previewed_pages menu, menu_now;                     ///< with the draft, and as it is published
  std::optional<previewed_pages> detail, detail_now;  ///< none without a draft, or where it is new
};

std::vector<item_preview> preview_item(const snapshot& directory, const preview_item_question& question);

}  // namespace duanwen
