#include "keywords/segments/alphabet.hpp"

namespace duanwen {

const char* name_of(alphabet a) {
  switch (a) {
    case alphabet::gsm7:
      return "gsm7";
    case alphabet::ucs2:
      return "ucs2";
  }
  return "?";
}

}  // namespace duanwen
