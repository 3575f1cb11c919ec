#include "tests/support/simulated/test_clock.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <stdexcept>

namespace duanwen::test {
namespace {

constexpr std::int64_t beginning = 1'800'000'000'000'000;

}  // namespace

test_clock::test_clock() {
  constexpr mode_t owner_only = 0600;
  const int fd = ::open(file().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, owner_only);
  const bool sized = ::ftruncate(fd, sizeof *microseconds_) == 0;
  void* const page = ::mmap(nullptr, sizeof *microseconds_, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  ::close(fd);
  if (!sized || page == MAP_FAILED) throw std::runtime_error("no clock in " + file());
  microseconds_ = static_cast<std::int64_t*>(page);
  *microseconds_ = beginning;
}

test_clock::~test_clock() { ::munmap(microseconds_, sizeof *microseconds_); }

void test_clock::advance(std::chrono::microseconds time) { std::atomic_ref(*microseconds_) += time.count(); }

unix_ms test_clock::now() const { return *microseconds_ / 1000; }

std::vector<std::string> test_clock::environment() const {
  return {"LD_PRELOAD=" REDIS_CLOCK, "DUANWEN_CLOCK=" + file()};
}

}  // namespace duanwen::test
