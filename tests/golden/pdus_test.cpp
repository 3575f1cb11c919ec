// Every file of golden/pdus: comments, a PDU in hexadecimal, ---, and what is read out of it, field by field.
// UPDATE_GOLDEN=1 writes the lower halves anew, for review.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "gateway/smpp/pdu_text.hpp"
#include "gateway/smpp/wire.hpp"

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

std::string reading_of(const std::string& octets) {
  pdu p;
  const wire_status status = decode({reinterpret_cast<const std::uint8_t*>(octets.data()), octets.size()}, p);
  return status == wire_status::ok ? fields_as_text(p) : std::string("refused: ") + name_of(status) + "\n";
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
