// Our wire against libsmpp34's own pack and unpack, on PDUs that both take: plain values, short lists, one
// process and one thread. The library's tables walk here over its own structs, each field beside ours.
#include "gateway/smpp/wire/wire.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <cstring>

#include "tests/support/random/random_pdu.hpp"

extern "C" {
#include <smpp34.h>
#include <smpp34_structs.h>
// After the structs that it speaks of.
#include <smpp34_params.h>
}
#undef PUTLOG

namespace duanwen::smpp {
namespace {

// All of the library's structs begin with the four numbers of the header; these are the largest.
union library_pdu {
  struct {
    std::uint32_t command_length, command_id, command_status, sequence_number;
  } header;
  replace_sm_t replace_sm;
  submit_sm_t submit_sm;
  submit_multi_t submit_multi;
  deliver_sm_t deliver_sm;
};

std::string text_of(const std::uint8_t* field) { return reinterpret_cast<const char*>(field); }

// The lists hold one element at most, and are freed when they are compared.
void compare(tlv_t* theirs, const std::vector<tlv>& ours) {
  ASSERT_EQ(theirs != nullptr, !ours.empty());
  if (theirs == nullptr) return;
  EXPECT_EQ(theirs->tag, ours[0].tag);
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(theirs->value.octet), theirs->length), ours[0].value);
  destroy_tlv(theirs);
}

void compare(dad_t* theirs, const std::vector<dest_address>& ours) {
  ASSERT_EQ(theirs != nullptr, !ours.empty());
  if (theirs == nullptr) return;
  EXPECT_EQ(theirs->dest_flag, ours[0].dest_flag);
  if (theirs->dest_flag == DFID_SME_Address) {
    EXPECT_EQ(theirs->value.sme.dest_addr_ton, ours[0].dest_addr_ton);
    EXPECT_EQ(theirs->value.sme.dest_addr_npi, ours[0].dest_addr_npi);
    EXPECT_EQ(text_of(theirs->value.sme.destination_addr), ours[0].destination_addr);
  } else {
    EXPECT_EQ(text_of(theirs->value.dl_name), ours[0].destination_addr);
  }
  destroy_dad(theirs);
}

void compare(udad_t* theirs, const std::vector<unsuccess_sme>& ours) {
  ASSERT_EQ(theirs != nullptr, !ours.empty());
  if (theirs == nullptr) return;
  EXPECT_EQ(theirs->dest_addr_ton, ours[0].dest_addr_ton);
  EXPECT_EQ(theirs->dest_addr_npi, ours[0].dest_addr_npi);
  EXPECT_EQ(text_of(theirs->destination_addr), ours[0].destination_addr);
  EXPECT_EQ(theirs->error_status_code, ours[0].error_status_code);
  destroy_udad(theirs);
}

#define instancia t1->
#define U32(inst, par, text) EXPECT_EQ(inst par, p.par) << #par
#define U08(inst, par, text)            \
  if constexpr (requires { p.par; }) {  \
    EXPECT_EQ(inst par, p.par) << #par; \
  }
#define C_OCTET(inst, par, size) EXPECT_EQ(text_of(inst par), p.par) << #par
#define O_C_OCTET C_OCTET
#define OCTET8(inst, par, size, length) \
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(inst par), length), p.par) << #par
#define DAD(inst, par, each) compare(inst par, p.dest_addresses)
#define UDAD(inst, par, each) compare(inst par, p.unsuccess_smes)
#define TLV(inst, par, each) compare(inst par, p.tlvs)
#define PUTLOG(...) ADD_FAILURE() << "no such command"

/// Compares every field and frees the library's lists.
template <class Pdu>
int compare_fields(std::uint32_t type, void* tt, const Pdu& p) {
#include <def_list/smpp34_protocol.def>
  return 0;
}

/// What both take: deliver_sm's times and its response's message_id are empty in the library's tables, and
/// only some of its commands have optional parameters.
pdu plain_pdu(std::mt19937& random, command id) {
  pdu p = testing::random_pdu(random, id, {.plain = true});
  if (id == command::deliver_sm) p.schedule_delivery_time.clear(), p.validity_period.clear();
  if (id == command::deliver_sm_resp) p.message_id.clear();
  constexpr command with_tlvs[] = {command::bind_receiver_resp,
                                   command::bind_transmitter_resp,
                                   command::bind_transceiver_resp,
                                   command::submit_sm,
                                   command::deliver_sm,
                                   command::data_sm,
                                   command::submit_multi,
                                   command::alert_notification};
  if (std::find(std::begin(with_tlvs), std::end(with_tlvs), id) == std::end(with_tlvs)) p.tlvs.clear();
  return p;
}

TEST(wire_differential, the_same_fields_and_the_same_octets) {
  // Their unpack of our encode has our fields, and their pack of that is our octets again.
  std::mt19937 random(123);
  for (const command id : all_commands)
    for (int i = 0; i < 100; ++i) {
      const pdu sent = plain_pdu(random, id);
      std::string octets;
      ASSERT_EQ(encode(sent, octets), wire_status::ok);
      const auto* bytes = reinterpret_cast<const std::uint8_t*>(octets.data());
      pdu ours;
      ASSERT_EQ(decode({bytes, octets.size()}, ours), wire_status::ok);
      library_pdu theirs;
      std::memset(&theirs, 0, sizeof theirs);
      ASSERT_EQ(smpp34_unpack2(&theirs, bytes, static_cast<int>(octets.size())), 0)
          << name_of(id) << ": " << smpp34_strerror;
      std::uint8_t packed[4096];
      int length = 0;
      ASSERT_EQ(smpp34_pack2(packed, sizeof packed, &length, &theirs), 0)
          << name_of(id) << ": " << smpp34_strerror;
      EXPECT_EQ(std::string(reinterpret_cast<const char*>(packed), static_cast<std::size_t>(length)), octets);
      compare_fields(ours.command_id, &theirs, ours);
    }
}

}  // namespace
}  // namespace duanwen::smpp
