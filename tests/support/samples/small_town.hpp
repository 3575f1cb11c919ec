#pragma once
// A directory with a bit of everything in it, and sentences as short as they can be. Pure: fuzz targets use
// it too.

#include <optional>
#include <string>
#include <utility>

#include "keywords/conversation/conversation.hpp"
#include "keywords/directory/directory.hpp"
#include "keywords/vocabulary/wording.hpp"

namespace duanwen::test {

inline item make_item(std::uint32_t number, std::string title, std::string details,
                      std::string short_title = {}) {
  item i;
  i.number = number;
  i.title = std::move(title);
  i.details = std::move(details);
  i.short_title = std::move(short_title);
  return i;
}

/// In front of what has this id.
inline conversation standing_at(menu_kind menu, std::string id) {
  conversation c;
  c.menu = menu;
  c.id = std::move(id);
  return c;
}

inline area make_area(std::string id, std::string name, std::string parent = {}) {
  area a;
  a.id = std::move(id);
  a.name = std::move(name);
  a.parent = std::move(parent);
  a.level = a.parent.empty() ? area_level::district : area_level::township;
  return a;
}

/// Known by its name, which is its keyword too.
inline department make_department(std::string id, const std::string& name, std::string area = {}) {
  department d;
  d.id = std::move(id);
  d.name = name;
  d.area = std::move(area);
  d.keywords = {name};
  return d;
}

inline department land_department() {
  auto d = make_department("guotu", "龙泉国土", "lq");
  d.aliases = {"国土所"};
  d.items = {make_item(1, "宅基地审批", "带户口簿到村委会，20个工作日。", "宅基地"),
             make_item(2, "土地登记", "带身份证到国土所，30个工作日。"),
             make_item(5, "采矿许可", "带矿区批复到窗口，40日内答复。"),
             make_item(12, "地界纠纷", "先找村委会调解。")};
  d.items[1].synonyms = {"土地证"};
  d.retired = {{4, item_reference{"gongshang", 2}}, {8, std::nullopt}, {9, item_reference{"guotu", 4}}};
  return d;
}

inline department trade_department() {
  auto d = make_department("gongshang", "龙泉工商", "lq");
  d.items = {make_item(1, "个体执照", "带身份证到工商所，当场领照。"),
             make_item(2, "开公司", "先核名，再到窗口，5个工作日。")};
  return d;
}

inline department police_department() {
  auto d = make_department("police", "Police", "lq");
  d.items = {make_item(1, "Lost ID", "Bring your household book."), make_item(3, "110 calls", "Call 110.")};
  return d;
}

inline department heir_of_trade() {
  auto d = make_department("baihe-gongshang", "龙泉工商", "bh");
  d.keywords = {"柏合工商"};
  d.short_name = "柏合工商";
  d.inherits = true;
  d.overrides = {{1, "", "", "到镇政府一楼。"}};
  d.items = {make_item(201, "赶场天办照", "逢五在镇口。")};
  return d;
}

inline theme hotpot_theme() {
  theme t;
  t.id = "huoguo";
  t.name = "开火锅店";
  t.keywords = {"开火锅店"};
  t.entries = {{1, "gongshang", 1}, {2, "guotu", 4}, {3, "police", 3}};
  return t;
}

inline directory small_town() {
  directory d;
  d.areas = {make_area("lq", "龙泉驿区"), make_area("bh", "柏合镇", "lq"), make_area("sq", "山泉镇", "lq")};
  d.areas[1].agent = "代办点:镇政府一楼";
  d.departments = {land_department(), trade_department(), police_department(), heir_of_trade()};
  d.themes = {hotpot_theme()};
  return d;
}

inline wording short_words() {
  wording w;
  w.sender_name = "短问";
  w.menu_hint = "回数字";
  w.more_hint = "回M";
  w.no_more = "没有了";
  w.help = "发{keyword}";
  w.unknown = "没有找到,发{keyword}";
  w.number_without_menu = "先发{keyword}";
  w.no_such_number = "{department}没有{numbers}号";
  w.item_moved = "{number}号转到{department}{item}号";
  w.item_gone = "{number}号取消";
  w.empty_directory = "{department}暂无";
  w.nothing_yet = "还没有部门";
  w.too_often = "太快";
  w.did_you_mean = "要找";
  w.offers_hint = "回数字";
  w.emergency = "打110";
  w.private_number = "别发卡号";
  w.emergency_words = {"救命", "110"};
  w.notice_words = {"自动回复"};
  w.more_words = {"M", "更多"};
  w.help_words = {"帮助", "?", "HELP"};
  w.back_words = {"0", "返回"};
  w.top_words = {"00"};
  w.all_words = {"全部", "都要"};
  w.and_words = {"和", "AND"};
  w.opt_out_words = {"TD", "退订"};
  return with_normal_words(std::move(w));
}

}  // namespace duanwen::test
