// Loaded into a redis-server, it makes the server's clock what a test wrote into the file $DUANWEN_CLOCK:
// microseconds since 1970.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace {

const volatile std::int64_t* open_clock() {
  const char* const path = std::getenv("DUANWEN_CLOCK");
  const int fd = ::open(path == nullptr ? "" : path, O_RDONLY | O_CLOEXEC);
  void* const page = ::mmap(nullptr, sizeof(std::int64_t), PROT_READ, MAP_SHARED, fd, 0);
  if (page == MAP_FAILED) std::abort();
  ::close(fd);
  return static_cast<const volatile std::int64_t*>(page);
}

}  // namespace

extern "C" int gettimeofday(timeval* time, void*) noexcept {
  static const auto* const clock = open_clock();
  constexpr std::int64_t second = 1000000;
  const std::int64_t now = *clock;
  time->tv_sec = now / second;
  time->tv_usec = now % second;
  return 0;
}
