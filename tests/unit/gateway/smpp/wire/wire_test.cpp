// Single PDUs through the wire: what is refused and how, and what is taken although it is unusual.
#include "gateway/smpp/wire/wire.hpp"

#include <gtest/gtest.h>

#include "gateway/smpp/pdu/command_status.hpp"

namespace duanwen::smpp {
namespace {

std::span<const std::uint8_t> octets_of(const std::string& s) {
  return {reinterpret_cast<const std::uint8_t*>(s.data()), s.size()};
}

std::string encoded(const pdu& p) {
  std::string out;
  EXPECT_EQ(encode(p, out), wire_status::ok);
  return out;
}

/// A header and `body`, command_length right.
std::string raw(command id, const std::string& body, std::uint32_t status = 0) {
  pdu p = make_pdu(id, 9, status);
  std::string out;
  const std::uint32_t numbers[] = {static_cast<std::uint32_t>(header_octets + body.size()), p.command_id,
                                   status, 9};
  for (const std::uint32_t n : numbers)
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(n >> shift & 0xFF);
  return out + body;
}

wire_status decoded(const std::string& octets, pdu& p) { return decode(octets_of(octets), p); }

wire_status status_of(const std::string& octets) {
  pdu p;
  return decoded(octets, p);
}

pdu sample_deliver() {
  pdu p = make_pdu(command::deliver_sm, 5);
  p.source_addr = "8613812345678";
  p.destination_addr = "10690001";
  p.data_coding = 8;
  p.short_message = std::string("\x9f\x99\x00\x31", 4);
  return p;
}

TEST(wire, a_deliver_sm_comes_back_whole) {
  // What is written is read again, and the octets are those of the specification.
  pdu p = sample_deliver();
  p.tlvs = {{tag::sar_msg_ref_num, std::string("\x12\x34", 2)}, {0x1401, ""}};
  const std::string octets = encoded(p);
  EXPECT_EQ(octets.size(), p.command_length = static_cast<std::uint32_t>(octets.size()));
  pdu q;
  ASSERT_EQ(decoded(octets, q), wire_status::ok);
  EXPECT_EQ(p, q);
  EXPECT_EQ(encoded(q), octets);
}

TEST(wire, every_prefix_is_refused) {
  // A PDU that ends early, with its command_length made right, is never read as whole.
  const std::string octets = encoded(sample_deliver());
  for (std::size_t n = 0; n < octets.size(); ++n) {
    std::string prefix = octets.substr(0, n);
    EXPECT_EQ(status_of(prefix), wire_status::bad_length) << n;
    if (n < header_octets) continue;
    prefix[3] = static_cast<char>(n);
    EXPECT_NE(status_of(prefix), wire_status::ok) << n;
  }
}

TEST(wire, refusals) {
  // Each way to be unreadable has its name and the command_status that tells the peer.
  EXPECT_EQ(status_of(raw(static_cast<command>(0x00010200), "")), wire_status::unknown_id);
  EXPECT_EQ(status_of(raw(command::query_sm, std::string("a\0\1", 3))), wire_status::truncated);
  EXPECT_EQ(status_of(raw(command::deliver_sm, "WAPPUSHSERVICE")), wire_status::overlong);
  EXPECT_EQ(status_of(raw(command::enquire_link, std::string("\4\4\0\5abcd", 8))), wire_status::bad_tlv);
  EXPECT_EQ(status_of(raw(command::enquire_link, "abc")), wire_status::bad_tlv);
  const std::string to_dests("\0\0\0\0", 4);
  EXPECT_EQ(status_of(raw(command::submit_multi, to_dests + "\1\3")), wire_status::bad_dest);
  std::string long_message = encoded(sample_deliver());
  long_message[long_message.size() - 5] = '\xFF';
  EXPECT_EQ(status_of(long_message), wire_status::bad_sm_length);
  EXPECT_EQ(command_status_for(wire_status::bad_tlv), esme::rinvoptparstream);
  EXPECT_EQ(command_status_for(wire_status::unknown_id), esme::rinvcmdid);
  EXPECT_EQ(command_status_for(wire_status::truncated), esme::rinvcmdlen);
}

TEST(wire, the_header_of_a_refused_pdu_is_there) {
  // So that it can be answered.
  pdu p;
  EXPECT_EQ(decoded(raw(command::deliver_sm, "", 3), p), wire_status::truncated);
  EXPECT_EQ(p.id(), command::deliver_sm);
  EXPECT_EQ(p.sequence_number, 9u);
}

TEST(wire, a_response_may_end_after_its_header) {
  // With an error and without; and it is written as it came.
  for (const command id : {command::bind_transceiver_resp, command::submit_sm_resp, command::deliver_sm_resp,
                           command::data_sm_resp, command::submit_multi_resp, command::query_sm_resp}) {
    for (const std::uint32_t status : {0u, 8u, 0x401u}) {
      const std::string octets = raw(id, "", status);
      pdu p;
      ASSERT_EQ(decoded(octets, p), wire_status::ok) << name_of(id);
      EXPECT_TRUE(p.without_body);
      EXPECT_EQ(encoded(p), octets);
    }
  }
  pdu p;
  ASSERT_EQ(decoded(raw(command::enquire_link_resp, ""), p), wire_status::ok);
  EXPECT_FALSE(p.without_body) << "it never has one";
  EXPECT_EQ(status_of(raw(command::submit_sm, "")), wire_status::truncated);
}

TEST(wire, nothing_is_written_of_what_cannot_be_read_back) {
  // A field that is too long or holds a NUL is refused, and the output stays as it was.
  std::string out = "before";
  const auto refused = [&out](const pdu& p) {
    const wire_status s = encode(p, out);
    EXPECT_EQ(out, "before");
    return s;
  };
  pdu p = make_pdu(command::bind_receiver, 1);
  p.password = std::string(65, 'p');
  EXPECT_EQ(refused(p), wire_status::overlong);
  p = sample_deliver();
  p.source_addr = std::string(21, '1');
  EXPECT_EQ(refused(p), wire_status::overlong);
  p.source_addr = std::string("1\0002", 3);
  EXPECT_EQ(refused(p), wire_status::overlong);
  p = sample_deliver();
  p.short_message = std::string(255, 'x');
  EXPECT_EQ(refused(p), wire_status::bad_sm_length);
  p = sample_deliver();
  p.tlvs.push_back({tag::message_payload, std::string(65536, 'x')});
  EXPECT_EQ(refused(p), wire_status::bad_tlv);
  p = make_pdu(command::submit_multi, 1);
  p.dest_addresses.resize(256);
  EXPECT_EQ(refused(p), wire_status::bad_dest);
  p = make_pdu(command::submit_sm, 1);
  p.without_body = true;
  EXPECT_EQ(refused(p), wire_status::truncated);
  EXPECT_EQ(refused(make_pdu(static_cast<command>(77), 1)), wire_status::unknown_id);
}

TEST(wire, fields_are_named_and_passwords_hidden) {
  // for_each_field shows the specification's names in wire order.
  pdu p = make_pdu(command::bind_transmitter, 1);
  p.system_id = "duanwen";
  p.password = "secret";
  std::string all;
  for_each_field(p, [&all](std::string_view name, const std::string& value) {
    all += std::string(name) + "=" + value + ";";
  });
  EXPECT_EQ(all,
            "command_length=0;command_id=0x00000002 bind_transmitter;command_status=ESME_ROK (0x00000000);"
            "sequence_number=1;system_id=\"duanwen\";password=***;system_type=\"\";interface_version=0x00;"
            "addr_ton=0;addr_npi=0;address_range=\"\";");
}

}  // namespace
}  // namespace duanwen::smpp
