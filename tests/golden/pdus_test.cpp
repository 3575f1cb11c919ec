// Every file of golden/pdus: comments, a PDU in hexadecimal, ---, and what is read out of it, field by field,
// and of a message also what is made of it.
// UPDATE_GOLDEN=1 writes the lower halves anew, for review.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "gateway/smpp/text/receipt.hpp"
#include "gateway/smpp/text/text_codec.hpp"
#include "gateway/smpp/wire/pdu_text.hpp"
#include "gateway/smpp/wire/wire.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen::smpp {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view separator = "---\n";

std::vector<fs::path> golden_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(SOURCE_DIR "/tests/golden/pdus"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string contents(const fs::path& file) {
  std::ostringstream all;
  all << std::ifstream(file).rdbuf();
  return all.str();
}

bool is_message(const pdu& p) {
  return p.id() == command::deliver_sm || p.id() == command::data_sm || p.id() == command::submit_sm;
}

/// A text on one line, of which the beginning is enough.
std::string shown(const std::string& text) {
  constexpr std::size_t characters_max = 40;
  std::string line;
  for (const char c : to_utf8(to_code_points(text).substr(0, characters_max))) {
    char hex[5];
    std::snprintf(hex, sizeof hex, "\\x%02X", static_cast<unsigned char>(c));
    const bool control = static_cast<unsigned char>(c) < ' ';
    line += control ? std::string(hex) : std::string(1, c);
  }
  return '"' + line + '"';
}

std::string receipt_in_words(const delivery_receipt& receipt) {
  std::string said = std::string("= a receipt: ") + name_of(receipt.state) + ", ids";
  for (const auto& id : receipt.message_ids) said += ' ' + id;
  return said + (receipt.error.empty() ? "" : ", error " + receipt.error) + "\n";
}

/// What the gateway makes of a message: a receipt, or a text and where it belongs.
std::string meaning_of(const pdu& p) {
  if (!is_message(p)) return "";
  if (const auto receipt = read_receipt(p)) return receipt_in_words(*receipt);
  const auto data = split_user_data(p);
  const auto read = decode_text(decodable_octets(data, p.data_coding, {}), p.data_coding, {});
  std::string said = "= ";
  if (data.part)
    said += "part " + std::to_string(data.part->index) + " of " + std::to_string(data.part->total) +
            " under " + std::to_string(data.part->reference) + ", ";
  said += (read.readable ? "a text: " : "no text, but: ") + shown(read.text);
  return said + (read.guess.empty() ? "" : ", or likelier: " + shown(read.guess)) + "\n";
}

std::string reading_of(const std::string& octets) {
  pdu p;
  const wire_status status = decode({reinterpret_cast<const std::uint8_t*>(octets.data()), octets.size()}, p);
  if (status != wire_status::ok) return std::string("refused: ") + name_of(status) + "\n";
  return fields_as_text(p) + meaning_of(p);
}

class golden_pdu : public ::testing::TestWithParam<fs::path> {};

TEST_P(golden_pdu, is_read_and_written_as_its_file_says) {
  // What was read is compared, and what was accepted is written again to the same octets.
  const std::string file = contents(GetParam());
  const auto middle = file.find(separator);
  ASSERT_NE(middle, std::string::npos);
  const auto octets = octets_from_hex(file.substr(0, middle));
  ASSERT_TRUE(octets) << "not hexadecimal";
  const std::string reading = reading_of(*octets);
  if (std::getenv("UPDATE_GOLDEN"))
    std::ofstream(GetParam()) << file.substr(0, middle) << separator << reading;
  else
    EXPECT_EQ(reading, file.substr(middle + separator.size()));
  if (reading.starts_with("refused")) return;
  pdu p;
  decode({reinterpret_cast<const std::uint8_t*>(octets->data()), octets->size()}, p);
  std::string written;
  EXPECT_EQ(encode(p, written), wire_status::ok);
  EXPECT_EQ(written, *octets);
}

INSTANTIATE_TEST_SUITE_P(files, golden_pdu, ::testing::ValuesIn(golden_files()),
                         [](const auto& file) { return file.param.stem().string(); });

}  // namespace
}  // namespace duanwen::smpp
