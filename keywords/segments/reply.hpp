#pragma once
// What is to be said, before it is known how it will be sent: blocks that stay whole where they fit, and who
// pays for each.

#include <cstdint>
#include <string>
#include <vector>

#include "keywords/segments/segment.hpp"
#include "keywords/segments/tariff.hpp"

namespace duanwen {

/// A piece of a reply that reads on its own: a menu, or the detail of one item.
struct reply_block {
  std::string text;        ///< UTF-8, no signature
  std::string department;  ///< id of whose cost it is; empty when nobody's (help)
  std::uint32_t item = 0;  ///< 0 when it is not the detail of an item
  friend bool operator==(const reply_block&, const reply_block&) = default;
};

/// An answer as it stands in the outbox; it is packed when it is sent, since tariff and carrier may still
/// change.
struct reply {
  std::string signature_name;  ///< goes between the brackets of the tariff's signature; empty: unsigned
  std::vector<reply_block> blocks;
  bool empty() const { return blocks.empty(); }
  friend bool operator==(const reply&, const reply&) = default;
};

/// One message as it leaves: signed text, its alphabet and segments.
struct packed_message {
  std::string text;
  segmentation parts;
  std::size_t blocks = 0;  ///< of the reply, in their order, that it says
};

struct packed_reply {
  std::vector<packed_message> messages;
  std::size_t segments = 0;
  std::size_t segments_one_by_one =
      0;  ///< what a plain reply a block would have cost; the difference was saved
};

/// The cheapest partition of the blocks, in their order, into messages (of equals the fewest messages); a
/// block is never spread over two messages. Signed by the profile. Cost: blocks² segment counts.
packed_reply pack(const reply& answer, const tariff& profile);

/// pack(...).segments without making the messages.
std::size_t count_segments(const reply& answer, const tariff& profile);

}  // namespace duanwen
