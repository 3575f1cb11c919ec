#pragma once
// The forms under which one target can be nearly meant, and how likely each is. Pure.

#include <map>
#include <string>
#include <vector>

namespace duanwen {

class near_forms {
 public:
  /// Handicaps: added to what a text's slips cost.
  static constexpr double registered = 0, called = 0.05, put_together = 0.1, without_area = 0.3;

  void add(const std::vector<std::string>& names, double handicap);
  /// 龙泉国土 as 龙泉国土局.
  void add_with_ending(const std::string& short_name);
  /// Each area's name with the shortest of the cores behind, with and without 局: what people put together.
  void add_in_areas(const std::vector<std::string>& areas, std::vector<std::string> cores);
  /// What else a department is called, behind the area with which its short name begins: 龙泉公证处.
  void add_aliases(const std::string& short_name, const std::vector<std::string>& cores,
                   const std::vector<std::string>& aliases);
  const std::map<std::string, double>& all() const { return all_; }  ///< keyword_form() → the least handicap

 private:
  void add_form(const std::string& form, double handicap);
  std::map<std::string, double> all_;
};

}  // namespace duanwen
