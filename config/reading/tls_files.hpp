#pragma once
// Whether the files that TLS is done with hold what they should, looked at before anybody connects.

#include <string>

namespace duanwen {

// What is wrong, in words that say what to do; empty when nothing is. Nothing of a key is ever repeated.

std::string judge_certificate_file(const std::string& path);
std::string judge_key_file(const std::string& path);
/// Whether the key is that of the first certificate. Precondition: both files are fine by themselves.
std::string judge_pair(const std::string& certificate_path, const std::string& key_path);

/// That the first certificate is not valid today, which may be repaired before anybody looks; "" when it is.
std::string judge_validity(const std::string& certificate_path);

}  // namespace duanwen
