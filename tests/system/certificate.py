"""A certificate that signs itself, as openssl makes one."""
import subprocess


def make_certificate(files, names="IP:127.0.0.1"):
    """Writes tls_certificate and tls_key; `names` as OpenSSL spells a subjectAltName."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                    "-nodes", "-days", "1", "-subj", "/CN=test", "-addext", f"subjectAltName={names}",
                    "-out", files["tls_certificate"], "-keyout", files["tls_key"]],
                   check=True, capture_output=True)
