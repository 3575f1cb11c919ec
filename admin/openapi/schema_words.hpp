#pragma once
// The words of JSON Schema that our descriptions are made of. Pure.

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

namespace duanwen::schema_words {

inline nlohmann::json text(const char* what = nullptr) {
  nlohmann::json one = {{"type", "string"}};
  if (what != nullptr) one["description"] = what;
  return one;
}

inline nlohmann::json number(const char* what = nullptr) {
  nlohmann::json one = {{"type", "integer"}, {"minimum", 0}};
  if (what != nullptr) one["description"] = what;
  return one;
}

inline nlohmann::json flag(const char* what) { return {{"type", "boolean"}, {"description", what}}; }

inline nlohmann::json list_of(nlohmann::json one) { return {{"type", "array"}, {"items", std::move(one)}}; }

inline nlohmann::json object(nlohmann::json properties, nlohmann::json required = nlohmann::json::array()) {
  nlohmann::json one = {{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) one["required"] = std::move(required);
  return one;
}

inline nlohmann::json reference(const std::string& name) {
  return {{"$ref", "#/components/schemas/" + name}};
}

}  // namespace duanwen::schema_words
