#include "gateway/smpp/session/centre.hpp"

#include <utility>

namespace duanwen::smpp {

pdu as_deliver_sm(pdu submit) {
  submit.command_id = static_cast<std::uint32_t>(command::deliver_sm);
  submit.schedule_delivery_time.clear();
  submit.validity_period.clear();
  submit.registered_delivery = 0;
  submit.replace_if_present_flag = 0;
  submit.sm_default_msg_id = 0;
  return submit;
}

}  // namespace duanwen::smpp
