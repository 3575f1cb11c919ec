#include "admin/editing/edit_directory.hpp"

#include "admin/editing/directory_diff.hpp"
#include "keywords/directory/numbers_permanent.hpp"

namespace duanwen {

namespace {
// Only other processes can come between, so that this many in a row means something else is wrong.
constexpr int tries_max = 16;
}  // namespace

directory_editor::directory_editor(blocking_store& data, directory_limits limits,
                                   std::function<snapshot_ptr()> latest)
    : data_(data), limits_(limits), latest_(std::move(latest)) {}

result<directory_view> directory_editor::current() {
  return data_.load_directory(latest_ ? latest_() : snapshot_ptr());
}

std::optional<edit_refusal> directory_editor::prepare(const directory_edit& edit, const directory& before,
                                                      directory& after) const {
  if (auto refused = edit(after)) return refused;
  if (auto given_again = keep_numbers_permanent(before, after); !given_again.empty())
    return edit_refusal{problem_kind::number_retired, given_again.front().message, std::move(given_again)};
  if (auto problems = check_directory(after, limits_); !problems.empty())
    return edit_refusal{problem_kind::invalid, problems.front().message, std::move(problems)};
  return std::nullopt;
}

edit_outcome directory_editor::apply(const directory_edit& edit, bool dry_run) {
  const std::lock_guard alone(one_at_a_time_);
  for (int i = 0; i < tries_max; ++i) {
    const auto newest = current();
    if (!newest) return newest.error();
    directory_edited edited;
    edited.version = newest->version;
    edited.before = *newest->document;
    edited.after = edited.before;
    if (auto refused = prepare(edit, edited.before, edited.after)) {
      refused->judged = std::move(edited.after);
      return std::move(*refused);
    }
    const auto change = diff(edited.before, edited.after);
    edited.changed = !change.empty();
    if (dry_run || !edited.changed) return edited;
    const auto written = data_.call(&store::write_directory, edited.version, change);
    if (!written) return written.error();
    if (*written) return edited;
  }
  return boost::system::error_code(storage_errc::unavailable);
}

}  // namespace duanwen
