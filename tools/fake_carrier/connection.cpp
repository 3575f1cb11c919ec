#include "tools/fake_carrier/connection.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <iostream>
#include <utility>

#include "gateway/smpp/wire/wire.hpp"

namespace duanwen::fake_carrier {
namespace asio = boost::asio;

void connection::read() {
  socket_.async_read_some(
      asio::buffer(buffer_),
      [self = shared_from_this()](const boost::system::error_code& error, std::size_t octets) {
        if (error) return self->shut();
        self->feed({self->buffer_.data(), octets});
        if (!self->closing_) self->read();
      });
}

void connection::feed(std::span<const std::uint8_t> octets) {
  framer_.feed(octets);
  while (const auto frame = framer_.next()) {
    smpp::pdu p;
    const smpp::wire_status status = smpp::decode(*frame, p);
    if (status == smpp::wire_status::ok) {
      centre_.received(*this, p);
    } else {
      std::cerr << "a PDU that can't be read: " << name_of(status) << '\n';
      send(smpp::make_pdu(smpp::command::generic_nack, p.sequence_number, command_status_for(status)));
    }
  }
  if (framer_.broken()) close("command_length makes no sense");
}

void connection::send(smpp::pdu p) {
  const smpp::wire_status status = smpp::encode(p, unwritten_);
  if (status != smpp::wire_status::ok) std::cerr << "can't encode: " << name_of(status) << '\n';
  if (writing_.empty()) write();
}

void connection::write() {
  if (unwritten_.empty()) {
    if (closing_) shut();
    return;
  }
  writing_ = std::exchange(unwritten_, {});
  asio::async_write(socket_, asio::buffer(writing_),
                    [self = shared_from_this()](const boost::system::error_code& error, std::size_t) {
                      self->writing_.clear();
                      if (error) return self->shut();
                      self->write();
                    });
}

void connection::close(const std::string& reason) {
  if (std::exchange(closing_, true)) return;
  std::cerr << "closing a link: " << reason << '\n';
  // Not from inside a call of the centre, which is told in shut().
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    if (self->writing_.empty()) self->write();
  });
}

void connection::shut() {
  closing_ = true;
  boost::system::error_code ignored;
  socket_.close(ignored);
  centre_.closed(*this);
}

}  // namespace duanwen::fake_carrier
