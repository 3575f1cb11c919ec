#pragma once
// A test on a data_dir of its own with an embedded Redis, that leaves neither processes nor files behind.

#include <gmock/gmock.h>
#include <unistd.h>

#include <functional>
#include <stdexcept>
#include <string>

#include "tests/support/machine/temporary_folder.hpp"
#include "tests/support/redis/embedded_server.hpp"
#include "tests/support/stores/store_opener.hpp"
#include "tests/support/stores/store_samples.hpp"

namespace duanwen::test {

class embedded_test : public testing::Test {
 protected:
  config settings() const {
    config c;
    c.gateway.data_dir = folder / "data";
    return c;
  }

  /// A daemon in a process of its own, that did `task` on its open store and runs until it is killed.
  pid_t start_daemon_in_a_process(const std::function<void(store_opener&)>& task) const {
    int ready[2];
    if (::pipe(ready) != 0) throw std::runtime_error("no pipe");
    const pid_t child = ::fork();
    if (child == 0) {
      store_opener daemon(settings(), store_user::daemon);
      if (!daemon.open().empty()) ::_exit(1);
      task(daemon);
      if (::write(ready[1], "r", 1) != 1) ::_exit(1);
      daemon.run_until([] { return false; });
      ::_exit(1);
    }
    ::close(ready[1]);
    char octet = 0;
    const auto count = ::read(ready[0], &octet, 1);
    ::close(ready[0]);
    if (count != 1) throw std::runtime_error("the daemon did not start");
    return child;
  }

  static commit_result commit(store_opener& opened, const inquiry_commit& c) {
    return opened.run(opened.kept().commit(c)).value();
  }
  static conversation load(store_opener& opened, const conversation_key& key) {
    return opened.run(opened.kept().load_conversation(key)).value().state;
  }

  temporary_folder folder;
  embedded_server server{folder / "data"};
};

}  // namespace duanwen::test
