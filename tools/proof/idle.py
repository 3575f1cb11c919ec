"""Very many links that do nothing, of carriers that dial us: what each costs, and that it still answers."""
import asyncio
import ssl
import subprocess

from demo.ports import free_port
from proof.footprint import LOGIN, PATIENCE, Footprint, more_files, start_daemon, until
from proof.peer import BIND, SUBMIT, Peer, bind_body, message_body
from proof.stand import KEYWORD, SERVICE, a_folder

ASKED_OF = 20  # links that are texted by
LINKS_A_CARRIER = 64  # as many as one may have


def certificate(folder):
    files = {"tls_certificate": str(folder / "centre.pem"), "tls_key": str(folder / "centre.key")}
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                    "-nodes", "-days", "1", "-subj", "/CN=test",
                    "-addext", "subjectAltName=IP:127.0.0.1",
                    "-out", files["tls_certificate"], "-keyout", files["tls_key"]],
                   check=True, capture_output=True)
    return files


async def link_to(port, context, carrier, took):
    how = {"ssl": context, "server_hostname": "127.0.0.1"} if context else {}
    peer = Peer(*await asyncio.open_connection("127.0.0.1", port, limit=4096, **how), took)
    serving = asyncio.ensure_future(peer.serve())
    status = await peer.request(BIND, bind_body(carrier["system_id"], carrier["password"]))
    if status != 0:
        raise RuntimeError(f"a bind was answered {status:#x}")
    return peer, serving


async def listening(port):
    """Until the daemon accepts; the connection that finds out is closed again."""
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
            continue
        writer.close()
        return


async def hold(count, pid, port, context, carriers):
    await asyncio.wait_for(listening(port), PATIENCE)
    first = await link_to(port, context, carriers[-1], None)  # what is made once is no link's
    before = Footprint(pid)
    links = [await link_to(port, context, carriers[n // LINKS_A_CARRIER], None) for n in range(count)]
    full = Footprint(pid)
    asked = links[::max(1, count // ASKED_OF)]
    texts = (message_body(f"1380000{n:04d}", SERVICE, KEYWORD) for n in range(len(asked)))
    refused = sum([await peer.request(SUBMIT, text) != 0 for (peer, _), text in zip(asked, texts)])
    for peer, _ in links:
        peer.close()
    await until(lambda: Footprint(pid).files <= before.files, "as few files as before")
    first[0].close()
    await asyncio.gather(first[1], *(serving for _, serving in links))
    return {"links": count, "kib_each": round((full.kib - before.kib) / count, 1), "kib_before": before.kib,
            "kib_full": full.kib, "kib_after": Footprint(pid).kib, "asked": len(asked), "refused": refused,
            "files_full": full.files, "files_before": before.files}


def measure(bin_folder, count, tls):
    more_files(count)
    port = free_port()
    with a_folder() as folder:
        files = {"tls": True, **certificate(folder)} if tls else {}
        carriers = [{"name": f"idle{n}", "mode": "listen", "listen": f"127.0.0.1:{port}",
                     "links": LINKS_A_CARRIER, **LOGIN, "system_id": f"idle{n}", **files}
                    for n in range(count // LINKS_A_CARRIER + 1)]
        daemon = start_daemon(folder, bin_folder, carriers, smpp={"connections_max": count + 10})
        context = ssl.create_default_context(cafile=files["tls_certificate"]) if tls else None
        found = asyncio.run(hold(count, daemon.child.pid, port, context, carriers))
        found["exit_code"] = daemon.child.stop()
    return found
