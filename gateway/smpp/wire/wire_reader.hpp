#pragma once
// The walk that reads a PDU's fields out of octets. Private to wire.cpp.

#include <cstring>
#include <span>

#include "gateway/smpp/wire/wire_fields.hpp"
#include "gateway/smpp/wire/wire_status.hpp"

namespace duanwen::smpp {

/// Every member answers whether to go on; after a false, status() says why.
class wire_reader {
 public:
  wire_reader(std::span<const std::uint8_t> octets, pdu& out) : octets_(octets), out_(out) {}

  wire_status status() const { return status_; }

  bool u32(const char*, std::uint32_t& field) { return number(field, 4); }
  bool u08(const char*, std::uint8_t& field) { return number(field, 1); }
  bool count(const char*) { return number(count_, 1); }

  /// A NUL-terminated string of at most `size` octets.
  bool text(const char*, std::string& field, std::size_t size) {
    const std::size_t reach = std::min(size, left());
    const auto* begin = octets_.data() + at_;
    const void* nul = reach == 0 ? nullptr : std::memchr(begin, 0, reach);
    if (nul == nullptr) return fail(reach < size ? wire_status::truncated : wire_status::overlong);
    const auto length = static_cast<std::size_t>(static_cast<const std::uint8_t*>(nul) - begin);
    field.assign(reinterpret_cast<const char*>(begin), length);
    at_ += length + 1;
    return true;
  }

  bool octets(const char*, std::string& field) {
    if (count_ > short_message_octets_max || count_ > left()) return fail(wire_status::bad_sm_length);
    take(field, count_);
    return true;
  }

  bool dests(std::vector<dest_address>& all) {
    for (std::uint8_t i = 0; i < count_; ++i) {
      dest_address& d = all.emplace_back();
      if (!u08("dest_flag", d.dest_flag)) return false;
      const bool sme = d.dest_flag == dest_flag_sme;
      if (!sme && d.dest_flag != dest_flag_list) return fail(wire_status::bad_dest);
      if (sme && !(u08("dest_addr_ton", d.dest_addr_ton) && u08("dest_addr_npi", d.dest_addr_npi)))
        return false;
      if (!text("destination_addr", d.destination_addr, address_size)) return false;
    }
    return true;
  }

  bool failures(std::vector<unsuccess_sme>& all) {
    for (std::uint8_t i = 0; i < count_; ++i) {
      unsuccess_sme& u = all.emplace_back();
      if (!u08("dest_addr_ton", u.dest_addr_ton) || !u08("dest_addr_npi", u.dest_addr_npi) ||
          !text("destination_addr", u.destination_addr, address_size) ||
          !u32("error_status_code", u.error_status_code))
        return false;
    }
    return true;
  }

  /// Everything that is left, as optional parameters in their order.
  bool tlvs(std::vector<tlv>& all) {
    while (left() != 0) {
      std::uint16_t tag = 0, length = 0;
      if (left() < tlv_header_octets) return fail(wire_status::bad_tlv);
      number(tag, 2);
      number(length, 2);
      if (length > left()) return fail(wire_status::bad_tlv);
      tlv& t = all.emplace_back();
      t.tag = tag;
      take(t.value, length);
    }
    return true;
  }

 private:
  std::size_t left() const { return octets_.size() - at_; }

  template <class Number>
  bool number(Number& field, std::size_t size) {
    if (left() < size) return fail(wire_status::truncated);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8 | octets_[at_ + i];
    field = static_cast<Number>(value);
    at_ += size;
    return true;
  }

  void take(std::string& field, std::size_t size) {
    field.assign(reinterpret_cast<const char*>(octets_.data()) + at_, size);
    at_ += size;
  }

  bool fail(wire_status why) {
    // A response may end after its header: with an error by §4.x.2, and centres do it with ESME_ROK too.
    out_.without_body = out_.is_response() && octets_.size() == header_octets;
    if (!out_.without_body) status_ = why;
    return false;
  }

  std::span<const std::uint8_t> octets_;
  pdu& out_;
  std::size_t at_ = 0;
  std::uint8_t count_ = 0;
  wire_status status_ = wire_status::ok;
};

}  // namespace duanwen::smpp
