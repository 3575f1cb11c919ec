#pragma once
// The carrier of a load: takes whoever dials, lets the crowd text, and delivers again what was not taken.

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "tools/load/connection.hpp"
#include "tools/load/crowd.hpp"

namespace duanwen::load {

struct carrier_plan {
  std::uint16_t port = 0;    ///< on 127.0.0.1; 0: any that is free
  std::size_t window = 200;  ///< inquiries open at a time at most
  double rate = 0;           ///< inquiries a second, whatever becomes of them; 0: as many as the window lets
  std::size_t peer_window = 200;  ///< submit_sm that the peer may have in flight a link
};

class carrier {
 public:
  carrier(boost::asio::io_context& io, carrier_plan plan, crowd& texting, std::function<void()> first_bound);

  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
  void stop_texting() { texting_ = false; }
  /// Until it is false links fall because the peer does: then its own record says what may come again.
  void peer_dies(bool dies) { peer_dies_ = dies; }
  void cut();  ///< every link falls, in the middle of whatever it carries
  /// Whether nothing is open any more and nothing waits to be delivered again.
  bool drained() const { return crowd_.open() == 0 && again_.empty(); }
  std::size_t links() const { return links_.size(); }
  std::uint64_t links_lost() const { return links_lost_; }

 private:
  struct refused_part {
    time_point due;
    part_of what;
  };
  void accept();
  connection_events events();
  void tick();
  void pump();
  void deliver(part_of what);
  void lost(connection& gone);
  std::size_t due_by_rate(time_point now) const;

  boost::asio::ip::tcp::acceptor acceptor_;
  boost::asio::steady_timer timer_;
  carrier_plan plan_;
  crowd& crowd_;
  std::function<void()> first_bound_;
  std::vector<std::shared_ptr<connection>> links_;
  std::map<connection*, std::deque<std::uint32_t>> latest_;  // whom the last submit_sm of a link were for
  std::size_t next_link_ = 0;
  std::deque<part_of> again_;
  std::deque<refused_part> refused_;
  time_point began_{};
  std::uint64_t texted_ = 0, links_lost_ = 0;
  bool texting_ = true, pumping_ = false, peer_dies_ = false;
};

}  // namespace duanwen::load
