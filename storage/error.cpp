#include "storage/error.hpp"

#include <string>

namespace duanwen {
namespace {

class category final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "storage"; }
  std::string message(int code) const override {
    switch (static_cast<storage_errc>(code)) {
      case storage_errc::unavailable:
        return "the store is not available";
      case storage_errc::unknown_outcome:
        return "the link to the store fell before it answered";
      case storage_errc::refused:
        return "the store refused the command";
      case storage_errc::corrupt:
        return "a stored value cannot be read";
    }
    return "unknown storage error";
  }
};

}  // namespace

const boost::system::error_category& storage_category() noexcept {
  static const category the_category;
  return the_category;
}

}  // namespace duanwen
