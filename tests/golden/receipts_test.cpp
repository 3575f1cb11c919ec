// Every row of golden/receipts.tsv: a receipt as some carrier sends it, and what is read out of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <vector>

#include "gateway/smpp/pdu/esm_class.hpp"
#include "gateway/smpp/text/receipt.hpp"
#include "gateway/smpp/wire/pdu_text.hpp"
#include "tests/golden/split.hpp"
#include "tests/golden/unescaped.hpp"

namespace duanwen::smpp {
namespace {

using golden::split;
using golden::unescaped;

std::uint8_t number(const std::string& hex) {
  return static_cast<std::uint8_t>(std::stoul(hex, nullptr, 16));
}

pdu message_of(const std::vector<std::string>& row) {
  auto p = make_pdu(command::deliver_sm);
  p.esm_class = number(row[1]);
  p.data_coding = number(row[2]);
  if (row[3] != "-") p.short_message = unescaped(row[3]);
  if (row[4] == "-") return p;
  for (const auto& parameter : split(row[4], ',')) {
    const auto value = octets_from_hex(parameter.substr(5)).value();
    p.tlvs.push_back({static_cast<std::uint16_t>(std::stoul(parameter.substr(0, 4), nullptr, 16)), value});
  }
  return p;
}

std::string reading_of(const pdu& message) {
  const auto receipt = read_receipt(message);
  if (!receipt) return "none\t-\t-";
  std::string ids;
  for (const auto& id : receipt->message_ids) ids += (ids.empty() ? "" : ",") + id;
  return (ids.empty() ? "-" : ids) + '\t' + name_of(receipt->state) + '\t' +
         (receipt->error.empty() ? "-" : receipt->error);
}

TEST(golden_receipts, are_read_as_their_rows_say) {
  std::ifstream file(SOURCE_DIR "/tests/golden/receipts.tsv");
  std::size_t rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const auto row = split(line, '\t');
    ASSERT_EQ(row.size(), 8u) << line;
    EXPECT_EQ(reading_of(message_of(row)), row[5] + '\t' + row[6] + '\t' + row[7]) << row[0];
    ++rows;
  }
  EXPECT_GE(rows, 45u);
}

TEST(golden_receipts, keep_no_more_of_a_value_than_an_id_may_have) {
  auto receipt = make_pdu(command::deliver_sm);
  receipt.esm_class = esm_class::receipt;
  receipt.data_coding = 8;  // and yet in UTF-8, as some centres write
  std::string err = "err:";
  for (int i = 0; i < 30000; ++i) err += "错";
  receipt.short_message = "id:" + std::string(1000, '7') + " stat:DELIVRD " + err;
  receipt.tlvs.push_back({tag::receipted_message_id, std::string(1000, '8')});
  const auto read = read_receipt(receipt);
  ASSERT_TRUE(read);
  EXPECT_THAT(read->message_ids, testing::ElementsAre(std::string(64, '8'), std::string(64, '7')));
  EXPECT_EQ(read->error.size(), 63u) << "no character is cut";
}

}  // namespace
}  // namespace duanwen::smpp
