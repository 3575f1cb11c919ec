#pragma once
// The one way in which the directory changes: read, edit, check, compare-and-set; the API and the import
// command both go through it.

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "admin/answers/answer.hpp"
#include "admin/editing/blocking_store.hpp"
#include "keywords/directory/check.hpp"
#include "keywords/directory/limits.hpp"

namespace duanwen {

/// Why an edit may not be.
struct edit_refusal {
  problem_kind kind = problem_kind::invalid;
  std::string detail;
  std::vector<problem> problems{};  ///< paths are those of `judged`
  directory judged{};               ///< the whole document as it was judged; directory_editor puts it in
};

/// Changes the document, or says why not. Pure; may run more than once, each time on the newest document.
using directory_edit = std::function<std::optional<edit_refusal>(directory& document)>;

struct directory_edited {
  directory before, after;
  std::uint64_t version = 0;  ///< that was edited
  bool changed = false;
  std::vector<problem> warnings;  ///< what is allowed and yet unwise, where the editor of it looked for that
};

using edit_outcome = std::variant<directory_edited, edit_refusal, boost::system::error_code>;

class directory_editor {
 public:
  /// `latest` may be empty, where no snapshot is kept.
  directory_editor(blocking_store& data, directory_limits limits, std::function<snapshot_ptr()> latest = {});

  /// Applies `edit` to the store's newest directory, all or nothing. Numbers stay permanent, and what is
  /// stored satisfies check_directory(). `dry_run`: everything but the writing. Any thread that may block.
  edit_outcome apply(const directory_edit& edit, bool dry_run = false);

  result<directory_view> current();

 private:
  std::optional<edit_refusal> prepare(const directory_edit& edit, const directory& before,
                                      directory& after) const;

  blocking_store& data_;
  directory_limits limits_;
  std::function<snapshot_ptr()> latest_;
  std::mutex one_at_a_time_;  // so that our own threads do not fail each other's compare-and-set
};

}  // namespace duanwen
