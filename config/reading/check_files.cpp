#include "config/reading/check_files.hpp"

#include <sys/un.h>

#include <filesystem>

#include "config/reading/tls_files.hpp"

namespace duanwen {

namespace {

namespace fs = std::filesystem;

/// Judges a key only where nothing is wrong with it already.
void tell(const std::string& wrong, const std::string& key, mistake_list& mistakes) {
  if (!wrong.empty() && !mistakes.about(key)) mistakes.add(key, wrong);
}

void look_at_own(const std::string& certificate, const std::string& key, const std::string& section,
                 mistake_list& mistakes) {
  const auto of_certificate = section + ".tls_certificate", of_key = section + ".tls_key";
  if (!certificate.empty()) tell(judge_certificate_file(certificate), of_certificate, mistakes);
  if (!key.empty()) tell(judge_key_file(key), of_key, mistakes);
  if (certificate.empty() || key.empty() || mistakes.about(of_certificate)) return;
  tell(judge_pair(certificate, key), of_key, mistakes);
  if (const auto old = judge_validity(certificate); !old.empty()) mistakes.warn(of_certificate, old);
}

void look_at_carrier(const carrier_settings& c, const std::string& at, mistake_list& mistakes) {
  if (!c.tls) {
    const bool any = !c.tls_ca.empty() || !c.tls_certificate.empty() || !c.tls_key.empty();
    if (any) mistakes.warn(at + ".tls", "is false, so that tls_ca, tls_certificate and tls_key are not used");
    return;
  }
  if (!c.tls_ca.empty()) tell(judge_certificate_file(c.tls_ca), at + ".tls_ca", mistakes);
  look_at_own(c.tls_certificate, c.tls_key, at, mistakes);
}

/// The nearest thing above `path` that is there must be a folder, in which the rest can be made.
std::string judge_folder(fs::path path) {
  std::error_code ec;
  path = fs::absolute(path, ec);
  while (!fs::exists(path, ec) && path.has_relative_path()) path = path.parent_path();
  return fs::is_directory(path, ec) ? "" : path.string() + " is not a folder";
}

void look_at_data_dir(const config& settings, mistake_list& mistakes) {
  const auto& path = settings.gateway.data_dir;
  tell(judge_folder(path), "gateway.data_dir", mistakes);
  if (settings.redis.url != "embedded") return;
  constexpr std::size_t path_max = sizeof(sockaddr_un::sun_path) - 1;
  constexpr std::size_t longest = path_max - std::string_view("/redis/redis.sock").size();
  std::error_code ec;
  const auto octets = fs::absolute(path, ec).string().size();
  if (octets > longest)
    tell("has " + std::to_string(octets) + " octets as a whole path, and the unix socket in it leaves " +
             std::to_string(longest),
         "gateway.data_dir", mistakes);
}

void look_at_log_file(const std::string& path, mistake_list& mistakes) {
  std::error_code ec;
  if (path.empty()) return;
  if (fs::is_directory(path, ec)) return tell("is a folder, and must be a file", "log.file", mistakes);
  tell(judge_folder(fs::absolute(path, ec).parent_path()), "log.file", mistakes);
}

}  // namespace

void check_files(const config& settings, mistake_list& mistakes) {
  look_at_data_dir(settings, mistakes);
  look_at_log_file(settings.log.file, mistakes);
  look_at_own(settings.admin.tls_certificate, settings.admin.tls_key, "admin", mistakes);
  for (std::size_t i = 0; i < settings.carriers.size(); ++i)
    look_at_carrier(settings.carriers[i], "carrier[" + std::to_string(i) + ']', mistakes);
}

}  // namespace duanwen
