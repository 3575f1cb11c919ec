#include "storage/crc16.hpp"
#include "storage/records.hpp"

namespace duanwen {

std::uint32_t bucket_of(const std::string& msisdn) { return crc16(msisdn) % bucket_count; }

bool directory_change::empty() const {
  return put_areas.empty() && put_departments.empty() && put_themes.empty() && drop_areas.empty() &&
         drop_departments.empty() && drop_themes.empty();
}

}  // namespace duanwen
