#include "storage/redis_link/redis_resp.hpp"

#include <hiredis/hiredis.h>

#include <array>
#include <charconv>

namespace duanwen {
namespace {

resp_value convert(const redisReply& reply) {
  switch (reply.type) {
    case REDIS_REPLY_INTEGER:
      return resp_value::of_number(reply.integer);
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
      return resp_value::of_text(resp_value::kind::text, std::string(reply.str, reply.len));
    case REDIS_REPLY_ERROR:
      return resp_value::of_text(resp_value::kind::error, std::string(reply.str, reply.len));
    case REDIS_REPLY_ARRAY: {
      std::vector<resp_value> items;
      items.reserve(reply.elements);
      for (std::size_t i = 0; i < reply.elements; ++i) items.push_back(convert(*reply.element[i]));
      return resp_value::of_list(std::move(items));
    }
    default:
      return resp_value();
  }
}

}  // namespace

// By hand: the library prints each length by printf, which was a thirtieth of the daemon's time.
void append_command(std::string& out, const redis_command& command) {
  const auto append_count = [&out](char kind, std::size_t count) {
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.begin(), digits.end(), count).ptr;
    out.append(1, kind).append(digits.data(), end).append("\r\n");
  };
  append_count('*', command.size());
  for (const auto& argument : command) {
    append_count('$', argument.size());
    out.append(argument).append("\r\n");
  }
}

resp_value resp_value::of_text(kind k, std::string text) {
  resp_value v;
  v.is = k;
  v.text = std::move(text);
  return v;
}

resp_value resp_value::of_number(std::int64_t number) {
  resp_value v;
  v.is = kind::number;
  v.number = number;
  return v;
}

resp_value resp_value::of_list(std::vector<resp_value> items) {
  resp_value v;
  v.is = kind::list;
  v.items = std::move(items);
  return v;
}

struct resp_reader::hidden {
  redisReader* reader = redisReaderCreate();
  hidden() = default;
  hidden(const hidden&) = delete;
  hidden& operator=(const hidden&) = delete;
  ~hidden() { redisReaderFree(reader); }
};

resp_reader::resp_reader() : hidden_(std::make_unique<hidden>()) {}
resp_reader::~resp_reader() = default;
resp_reader::resp_reader(resp_reader&&) noexcept = default;
resp_reader& resp_reader::operator=(resp_reader&&) noexcept = default;

void resp_reader::feed(std::string_view octets) {
  broken_ = broken_ || redisReaderFeed(hidden_->reader, octets.data(), octets.size()) != REDIS_OK;
}

std::optional<resp_value> resp_reader::next() {
  void* reply = nullptr;
  if (broken_ || redisReaderGetReply(hidden_->reader, &reply) != REDIS_OK) {
    broken_ = true;
    return std::nullopt;
  }
  if (reply == nullptr) return std::nullopt;
  auto value = convert(*static_cast<redisReply*>(reply));
  freeReplyObject(reply);
  return value;
}

}  // namespace duanwen
