#include "storage/codec/directory_json.hpp"

#include <array>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "storage/codec/directory_fields.hpp"

namespace duanwen {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<area_level, const char*>, 3> levels{{
    {area_level::district, "district"},
    {area_level::township, "township"},
    {area_level::village, "village"},
}};

class writer {
 public:
  template <class T>
  static json written(const T& entity) {
    writer w;
    T copy = entity;  // the field tables are shared with the reader, which fills members in
    fields(copy, w);
    return std::move(w.object_);
  }

  template <class T>
  void required(const char* key, const T& member) {
    object_[key] = value_of(member);
  }
  template <class T>
  void optional(const char* key, const T& member) {
    if (member != T{}) required(key, member);
  }
  void level(const char* key, area_level member) {
    for (const auto& [value, name] : levels)
      if (value == member) object_[key] = name;
  }

 private:
  static json value_of(const std::string& text) { return text; }
  static json value_of(std::uint32_t number) { return number; }
  static json value_of(bool yes) { return yes; }
  template <class T>
  static json value_of(const std::optional<T>& maybe) {
    return value_of(*maybe);
  }
  template <class T>
  static json value_of(const std::vector<T>& list) {
    json values = json::array();
    for (const auto& one : list) values.push_back(value_of(one));
    return values;
  }
  template <class T>
  static json value_of(const T& entity) {
    return written(entity);
  }

  json object_ = json::object();
};

class reader {
 public:
  reader(const json& value, std::string path, std::vector<problem>& problems)
      : object_(value), path_(std::move(path)), problems_(problems) {}

  template <class T>
  void read_entity(T& entity) {
    if (!object_.is_object()) return complain("", "must be an object");
    fields(entity, *this);
    for (const auto& [key, value] : object_.items())
      if (!known_.contains(key)) complain(key, "is not a key of this");
  }

  template <class T>
  void required(const char* key, T& member) {
    known_.insert(key);
    if (!object_.contains(key)) return complain(key, "is missing");
    reader(object_[key], place(key), problems_).read(member);
  }
  template <class T>
  void optional(const char* key, T& member) {
    known_.insert(key);
    if (object_.contains(key) && !object_[key].is_null()) required(key, member);
  }
  void level(const char* key, area_level& member) {
    known_.insert(key);
    if (!object_.contains(key) || object_[key].is_null()) return;
    for (const auto& [value, name] : levels)
      if (object_[key] == name) {
        member = value;
        return;
      }
    complain(key, "must be district, township or village");
  }

 private:
  void read(std::string& text) {
    if (!object_.is_string()) return complain("", "must be a text");
    text = object_.get<std::string>();
  }
  void read(std::uint32_t& number) {
    constexpr auto most = std::numeric_limits<std::uint32_t>::max();
    if (!object_.is_number_unsigned() || object_.get<std::uint64_t>() > most)
      return complain("", "must be a whole number, 0 or more");
    number = object_.get<std::uint32_t>();
  }
  void read(bool& yes) {
    if (!object_.is_boolean()) return complain("", "must be true or false");
    yes = object_.get<bool>();
  }
  template <class T>
  void read(std::optional<T>& maybe) {
    read(maybe.emplace());
  }
  template <class T>
  void read(std::vector<T>& list) {
    if (!object_.is_array()) return complain("", "must be a list");
    for (std::size_t i = 0; i < object_.size(); ++i)
      reader(object_[i], path_ + '[' + std::to_string(i) + ']', problems_).read(list.emplace_back());
  }
  template <class T>
  void read(T& entity) {
    read_entity(entity);
  }

  std::string place(const std::string& key) const {
    return path_.empty() || key.empty() ? path_ + key : path_ + '.' + key;
  }
  void complain(const std::string& key, const char* message) { problems_.push_back({place(key), message}); }

  const json& object_;
  std::string path_;
  std::vector<problem>& problems_;
  std::set<std::string> known_;
};

}  // namespace

template <class Entity>
json to_json(const Entity& entity) {
  return writer::written(entity);
}

template <class Entity>
Entity from_json(const json& value, std::vector<problem>& problems) {
  Entity entity;
  reader(value, "", problems).read_entity(entity);
  return entity;
}

template json to_json(const area&);
template json to_json(const item&);
template json to_json(const department&);
template json to_json(const theme&);
template json to_json(const directory&);
template area from_json(const json&, std::vector<problem>&);
template item from_json(const json&, std::vector<problem>&);
template department from_json(const json&, std::vector<problem>&);
template theme from_json(const json&, std::vector<problem>&);
template directory from_json(const json&, std::vector<problem>&);

parsed_directory parse_directory(std::string_view text) {
  parsed_directory parsed;
  try {
    parsed.document = from_json<directory>(json::parse(text), parsed.problems);
  } catch (const json::exception& e) {
    parsed.problems.push_back({"", std::string("is no JSON: ") + e.what()});
  }
  return parsed;
}

std::string directory_text(const directory& document) {
  return to_json(document).dump(2, ' ', false, json::error_handler_t::replace);
}

}  // namespace duanwen
