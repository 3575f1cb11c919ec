#include "gateway/commands/ask_daemon.hpp"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "storage/opening/data_dir.hpp"

namespace duanwen {
namespace {

constexpr timeval patience{5, 0};
constexpr std::size_t octets_max = 64 << 20;

class descriptor {
 public:
  explicit descriptor(int fd) : fd_(fd) {}
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  ~descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

std::string why_not(int error, const std::string& data_dir_path, const std::string& socket) {
  if (error == ENOENT || error == ENOTDIR || error == ECONNREFUSED)
    return "no daemon runs on gateway.data_dir " + data_dir_path;
  if (error == EACCES || error == EPERM)
    return socket + ": " + std::strerror(error) + "; ask as the user that the daemon runs as";
  if (error == EAGAIN) return "the daemon on gateway.data_dir " + data_dir_path + " does not answer";
  return socket + ": " + std::strerror(error);
}

/// Empty, or why it cannot be connected.
int connect_to(const descriptor& to, const std::string& path) {
  sockaddr_un address{};
  if (path.size() >= sizeof address.sun_path) return ENAMETOOLONG;
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, path.size());
  setsockopt(to.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt(to.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  return ::connect(to.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 ? 0 : errno;
}

int read_all(const descriptor& from, std::string& text) {
  std::array<char, 65536> piece{};
  while (text.size() < octets_max) {
    const auto got = ::recv(from.get(), piece.data(), piece.size(), 0);
    if (got == 0) return 0;
    if (got < 0) return errno;
    text.append(piece.data(), static_cast<std::size_t>(got));
  }
  return EMSGSIZE;
}

}  // namespace

told_status ask_daemon(const std::string& data_dir_path) {
  const auto path = data_dir(data_dir_path).status_socket();
  const descriptor to(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  told_status told;
  int error = to.get() < 0 ? errno : connect_to(to, path);
  if (error == 0) error = read_all(to, told.text);
  if (error != 0) told.trouble = why_not(error, data_dir_path, path);
  return told;
}

}  // namespace duanwen
