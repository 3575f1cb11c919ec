#pragma once
// The three kinds of entities that have an id: where each lives in a document and what it is called.

#include "keywords/directory/directory.hpp"

namespace duanwen {

template <class Entity>
struct kind;
template <>
struct kind<area> {
  static constexpr auto list = &directory::areas;
  static constexpr const char* plural = "areas";
  static constexpr const char* noun = "area";
};
template <>
struct kind<department> {
  static constexpr auto list = &directory::departments;
  static constexpr const char* plural = "departments";
  static constexpr const char* noun = "department";
};
template <>
struct kind<theme> {
  static constexpr auto list = &directory::themes;
  static constexpr const char* plural = "themes";
  static constexpr const char* noun = "theme";
};

}  // namespace duanwen
