// The state table of a session, a row a request and a column a state, once for each role.
#include "gateway/smpp/session/session_table.hpp"

#include <algorithm>
#include <array>

namespace duanwen::smpp {
namespace {

using enum reaction;

struct row {
  command id;
  std::array<reaction, 7> in;  // closed, open, binding, bound_tx, bound_rx, bound_trx, unbinding
};

// clang-format off
// The centre sends to us. As a transmitter we still take data_sm: table 2-1 has it in every bound state.
constexpr std::array<row, 14> esme_rows{{
    {command::bind_transmitter,   {ignore,  ask,     refuse,  refuse,  refuse,  refuse,  refuse}},
    {command::bind_receiver,      {ignore,  ask,     refuse,  refuse,  refuse,  refuse,  refuse}},
    {command::bind_transceiver,   {ignore,  ask,     refuse,  refuse,  refuse,  refuse,  refuse}},
    {command::outbind,            {ignore,  ask,     tell,    tell,    tell,    tell,    tell}},
    {command::unbind,             {ignore,  leave,   leave,   leave,   leave,   leave,   leave}},
    {command::enquire_link,       {ignore,  answer,  answer,  answer,  answer,  answer,  answer}},
    {command::deliver_sm,         {ignore,  refuse,  refuse,  refuse,  deliver, deliver, later}},
    {command::data_sm,            {ignore,  refuse,  refuse,  deliver, deliver, deliver, later}},
    {command::alert_notification, {ignore,  tell,    tell,    tell,    tell,    tell,    tell}},
    {command::submit_sm,          {ignore,  refuse,  refuse,  refuse,  refuse,  refuse,  refuse}},
    {command::submit_multi,       {ignore,  refuse,  refuse,  refuse,  refuse,  refuse,  refuse}},
    {command::query_sm,           {ignore,  refuse,  refuse,  refuse,  refuse,  refuse,  refuse}},
    {command::cancel_sm,          {ignore,  refuse,  refuse,  refuse,  refuse,  refuse,  refuse}},
    {command::replace_sm,         {ignore,  refuse,  refuse,  refuse,  refuse,  refuse,  refuse}},
}};

// We are the centre of a carrier that bound to us: the states are those of the carrier. Some carriers send
// deliver_sm even so.
constexpr std::array<row, 14> centre_rows{{
    {command::bind_transmitter,   {ignore,  ask,     refuse,  already, already, already, refuse}},
    {command::bind_receiver,      {ignore,  ask,     refuse,  already, already, already, refuse}},
    {command::bind_transceiver,   {ignore,  ask,     refuse,  already, already, already, refuse}},
    {command::outbind,            {ignore,  ask,     tell,    tell,    tell,    tell,    tell}},
    {command::unbind,             {ignore,  leave,   leave,   leave,   leave,   leave,   leave}},
    {command::enquire_link,       {ignore,  answer,  answer,  answer,  answer,  answer,  answer}},
    {command::deliver_sm,         {ignore,  refuse,  refuse,  deliver, refuse,  deliver, later}},
    {command::data_sm,            {ignore,  refuse,  refuse,  deliver, deliver, deliver, later}},
    {command::alert_notification, {ignore,  tell,    tell,    tell,    tell,    tell,    tell}},
    {command::submit_sm,          {ignore,  refuse,  refuse,  deliver, refuse,  deliver, later}},
    {command::submit_multi,       {ignore,  refuse,  refuse,  deliver, refuse,  deliver, later}},
    {command::query_sm,           {ignore,  refuse,  refuse,  deliver, refuse,  deliver, later}},
    {command::cancel_sm,          {ignore,  refuse,  refuse,  deliver, refuse,  deliver, later}},
    {command::replace_sm,         {ignore,  refuse,  refuse,  deliver, refuse,  deliver, later}},
}};
// clang-format on

}  // namespace

reaction reaction_to(command id, session_role role, session_state state) {
  const auto& rows = role == session_role::centre ? centre_rows : esme_rows;
  const auto found = std::find_if(rows.begin(), rows.end(), [id](const row& r) { return r.id == id; });
  return found == rows.end() ? refuse : found->in[static_cast<std::size_t>(state)];
}

session_state state_after(command bind) {
  if (bind == command::bind_transmitter) return session_state::bound_tx;
  return bind == command::bind_receiver ? session_state::bound_rx : session_state::bound_trx;
}

bool is_known(command id) {
  return std::find(all_commands.begin(), all_commands.end(), id) != all_commands.end();
}

bool is_question(command id) {
  return id == command::query_sm || id == command::cancel_sm || id == command::replace_sm;
}

bool is_message(command id) {
  return id == command::deliver_sm || id == command::data_sm || id == command::submit_sm ||
         id == command::submit_multi;
}

bool has_response(command id) {
  const auto raw = static_cast<std::uint32_t>(id);
  return is_known(id) && is_known(static_cast<command>(raw | response_bit)) && (raw & response_bit) == 0;
}

}  // namespace duanwen::smpp
