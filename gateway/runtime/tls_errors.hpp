#pragma once
// Why TLS came to nothing, told apart by what an operator has to mend.

#include <boost/system/error_code.hpp>

namespace duanwen {

/// The result of verifying a certificate, X509_V_ERR_* of OpenSSL, as an error whose message says what is
/// wrong with it and which setting is about it.
boost::system::error_code verify_error(long x509_result);

/// A failed handshake: `verified` where the certificate was the reason, else `ec` in words where it is one
/// that operators meet.
boost::system::error_code handshake_error(boost::system::error_code ec, long verified);

}  // namespace duanwen
