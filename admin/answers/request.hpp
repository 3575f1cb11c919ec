#pragma once
// A request as handlers see it: who sent it, where to and with what.

#include <map>
#include <string>
#include <vector>

#include "storage/records.hpp"

namespace duanwen {

struct api_request {
  std::string method;
  std::vector<std::string> names;            ///< what the {parts} of the path stand for, percent-decoded
  std::map<std::string, std::string> query;  ///< the first of each name
  std::string body;
  std::string if_match, if_none_match, accept;
  token_record who;
};

}  // namespace duanwen
