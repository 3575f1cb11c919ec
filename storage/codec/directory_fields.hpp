#pragma once
// Which JSON key is which member: one table a type, read by the writer and the reader in directory_json.cpp.

#include "keywords/directory/directory.hpp"

namespace duanwen {

template <class Visitor>
void fields(area& a, Visitor& v) {
  v.required("id", a.id);
  v.optional("name", a.name);
  v.level("level", a.level);
  v.optional("parent", a.parent);
  v.optional("aliases", a.aliases);
  v.optional("agent", a.agent);
  v.optional("keywords", a.keywords);
}

template <class Visitor>
void fields(item& i, Visitor& v) {
  v.required("number", i.number);
  v.required("title", i.title);
  v.optional("short_title", i.short_title);
  v.optional("synonyms", i.synonyms);
  v.required("details", i.details);
  v.optional("valid_from", i.valid_from);
  v.optional("valid_to", i.valid_to);
  v.optional("review_by", i.review_by);
}

template <class Visitor>
void fields(item_reference& r, Visitor& v) {
  v.required("department", r.department);
  v.required("item", r.item);
}

template <class Visitor>
void fields(retired_item& r, Visitor& v) {
  v.required("number", r.number);
  v.optional("moved_to", r.moved_to);
}

template <class Visitor>
void fields(item_override& o, Visitor& v) {
  v.required("number", o.number);
  v.optional("title", o.title);
  v.optional("short_title", o.short_title);
  v.optional("details", o.details);
}

template <class Visitor>
void fields(department& d, Visitor& v) {
  v.required("id", d.id);
  v.required("name", d.name);
  v.optional("short_name", d.short_name);
  v.optional("area", d.area);
  v.optional("keywords", d.keywords);
  v.optional("aliases", d.aliases);
  v.optional("hotline", d.hotline);
  v.optional("address", d.address);
  v.optional("hours", d.hours);
  v.optional("inherits", d.inherits);
  v.optional("overrides", d.overrides);
  v.optional("items", d.items);
  v.optional("retired", d.retired);
  v.optional("closed", d.closed);
}

template <class Visitor>
void fields(theme_entry& e, Visitor& v) {
  v.required("number", e.number);
  v.required("department", e.department);
  v.required("item", e.item);
}

template <class Visitor>
void fields(theme& t, Visitor& v) {
  v.required("id", t.id);
  v.optional("name", t.name);
  v.optional("keywords", t.keywords);
  v.optional("entries", t.entries);
}

template <class Visitor>
void fields(directory& d, Visitor& v) {
  v.optional("areas", d.areas);
  v.optional("departments", d.departments);
  v.optional("themes", d.themes);
}

}  // namespace duanwen
