#!/usr/bin/env python3
"""matrix.py WALK TAXSIDE [--no-namespaces | --need-namespaces] [--only NAME]: what a clerk does, through real proxies and nothing beside them.

    client 10.77.1.2 ── 10.77.1.1 proxies 10.77.2.1 ── 10.77.2.2 tax side (TLS)

Three network namespaces. The middle one forwards nothing, so there is no way from the client to the tax side but a proxy; it
is the client's default route and name server all the same, so that whatever the client sends beside the proxy arrives there
and is counted, packet by packet. Only the middle one knows the tax side's name.

Where namespaces are not permitted everything runs on loopback, and the proof is weaker: a gate before the tax side counts
connections by who makes them. The last line says so. With --need-namespaces, or SHEBAO_NEED_NAMESPACES in the environment, it
fails there instead. Ends with its counts."""
import argparse
import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

NAME, RENAMED = "tax.shebao.test", "renamed.shebao.test"
USER, PASSWORD = "clerk", "s3 cret:1%"
TAX_PORT = 8443
SQUID, DANTE, MICROSOCKS = "squid", "danted", "microsocks"
HELPERS = pathlib.Path("/usr/lib/squid")
STEPS_FIRST = ["test", "login", "password", "unit", "sync", "totals", "declaration", "feedback", "upgrade", "package"]
STEPS_AGAIN = ["login", "unit", "sync", "totals", "declaration", "feedback", "upgrade", "package"]


os.environ["PATH"] += ":/usr/sbin:/sbin"


class Counts:
    passed = failed = steps = through = beside = 0


def check(good, what, why=""):
    Counts.passed, Counts.failed = Counts.passed + bool(good), Counts.failed + (not good)
    print("ok    " if good else "FAILED", what, "" if good else why, flush=True)
    return good


def quiet(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def watch(interface):
    """Counts what comes in at an interface: to which service, and ends of an address other than this machine's proxies."""
    sniffer = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    sniffer.bind((interface, 0))
    counts, lock = {}, threading.Lock()

    def listen():
        while True:
            packet, (_, kind, direction, *_) = sniffer.recvfrom(65535)
            if direction == socket.PACKET_OUTGOING or kind == 0x0806:  # ARP: who is my neighbour
                continue
            what = "ether %04x" % kind
            if kind == 0x0800:
                head = 14 + (packet[14] & 15) * 4
                port = int.from_bytes(packet[head + 2:head + 4], "big")
                what = "%s %s %d" % ({6: "tcp", 17: "udp"}.get(packet[23], packet[23]), socket.inet_ntoa(packet[30:34]), port)
            with lock:
                counts[what] = counts.get(what, 0) + 1
    threading.Thread(target=listen, daemon=True).start()
    print("ready", flush=True)
    for _ in sys.stdin:
        with lock:
            print(json.dumps(counts), flush=True)
            counts.clear()


class Gate:
    """Before the tax side, on loopback: counts connections by peer."""

    def __init__(self, port, behind):
        self.peers, self.behind = [], behind
        self.server = socket.create_server(("127.0.0.1", port))
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            here, peer = self.server.accept()
            self.peers.append(peer[0])
            there = socket.create_connection(("127.0.0.1", self.behind))
            for one, other in ((here, there), (there, here)):
                threading.Thread(target=self.pump, args=(one, other), daemon=True).start()

    @staticmethod
    def pump(one, other):
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)
            other.shutdown(socket.SHUT_WR)


class Namespaces:
    strong = True
    proxy_host, tax_host = "10.77.1.1", "10.77.2.2"
    outside, tax_name = "10.77.2.1", NAME
    renamed = RENAMED

    def __init__(self, folder):
        self.folder, self.processes = folder, []
        (folder / "hosts").write_text("127.0.0.1 localhost\n%s %s\n" % (self.tax_host, NAME))
        (folder / "resolv.conf").write_text("nameserver %s\noptions timeout:1 attempts:1\n" % self.proxy_host)
        (folder / "nowhere.conf").write_text("nameserver 127.0.0.1\noptions timeout:1 attempts:1\n")
        crypt = subprocess.run(["openssl", "passwd", "-6", PASSWORD], check=True, capture_output=True, text=True).stdout.strip()
        (folder / "passwd").write_text(pathlib.Path("/etc/passwd").read_text() + "%s:x:60177:60177::/:/bin/false\n" % USER)
        (folder / "shadow").write_text(pathlib.Path("/etc/shadow").read_text() + "%s:%s:19000:0:99999:7:::\n" % (USER, crypt))
        self.client = self.hold({"resolv.conf": "/etc/resolv.conf"})
        self.middle = self.hold({"hosts": "/etc/hosts", "nowhere.conf": "/etc/resolv.conf", "passwd": "/etc/passwd",
                                 "shadow": "/etc/shadow"})
        self.tax = self.hold({})
        self.join(self.client, "c0", "10.77.1.2", self.middle, "p0", "10.77.1.1")
        self.join(self.middle, "p1", "10.77.2.1", self.tax, "t0", "10.77.2.2")
        self.call(self.client, "ip", "route", "add", "default", "via", self.proxy_host)
        self.watcher = self.start(self.middle, sys.executable, __file__, "--watch", "p0", stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE, text=True)
        self.watcher.stdout.readline()

    def hold(self, files):
        """A namespace stays for as long as a process is in it."""
        binds = "".join("mount --bind '%s' %s && " % (self.folder / name, target) for name, target in files.items())
        calm = "for f in /proc/sys/net/ipv6/conf/*/disable_ipv6; do echo 1 > $f; done 2>/dev/null; echo 0 > /proc/sys/net/ipv4/ip_forward; "
        script = calm + binds + "ip link set lo up && echo ready && exec sleep 1d"
        process = subprocess.Popen(["unshare", "--net", "--mount", "--propagation", "private", "sh", "-c", script],
                                   stdout=subprocess.PIPE, text=True)
        self.processes.append(process)
        if process.stdout.readline().strip() != "ready":
            raise OSError("no namespace")
        return process.pid

    def join(self, one, one_link, one_address, other, other_link, other_address):
        quiet("ip", "link", "add", "name", one_link, "netns", one, "type", "veth", "peer", "name", other_link, "netns", other)
        for pid, link, address in ((one, one_link, one_address), (other, other_link, other_address)):
            self.call(pid, "ip", "addr", "add", address + "/24", "dev", link)
            self.call(pid, "ip", "link", "set", link, "up")

    @staticmethod
    def inside(pid, command):
        return ["nsenter", "--target", str(pid), "--net", "--mount", "--"] + [str(part) for part in command]

    def call(self, pid, *command):
        quiet(*self.inside(pid, command))

    def start(self, pid, *command, **options):
        process = subprocess.Popen(self.inside(pid, command), **options)
        self.processes.append(process)
        return process

    def at_client(self, *command, **options):
        return self.start(self.client, *command, **options)

    def at_proxy(self, *command, **options):
        return self.start(self.middle, *command, **options)

    def at_tax(self, *command, **options):
        return self.start(self.tax, *command, **options)

    def listens(self, port):
        return subprocess.run(self.inside(self.middle, ["sh", "-c", "ss -Htln sport = :%d | grep -q ." % port])).returncode == 0

    def taken(self, ports):
        """Since the last time: packets to these ports of the proxies, and what went elsewhere."""
        time.sleep(0.05)
        self.watcher.stdin.write("\n")
        self.watcher.stdin.flush()
        counts = json.loads(self.watcher.stdout.readline())
        proper = {"tcp %s %d" % (self.proxy_host, port) for port in ports}
        through = sum(count for what, count in counts.items() if what in proper)
        return through, {what: count for what, count in counts.items() if what not in proper}

    def server_started(self):
        pass


class Loopback:
    strong = False
    proxy_host, tax_host = "127.0.0.1", "127.0.0.1"
    outside, tax_name = "127.0.0.2", "localhost"
    renamed = RENAMED

    def __init__(self, folder):
        self.folder, self.processes = folder, []
        (folder / "hosts").write_text("127.0.0.1 localhost\n")
        self.gate = Gate(TAX_PORT + 1, TAX_PORT)

    def start(self, *command, **options):
        process = subprocess.Popen([str(part) for part in command], **options)
        self.processes.append(process)
        return process

    at_client = at_proxy = at_tax = start

    def listens(self, port):
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 0.2).close()
            return True
        return False

    def taken(self, _):
        time.sleep(0.05)
        peers, self.gate.peers = self.gate.peers, []
        beside = sum(peer != self.outside for peer in peers)
        return len(peers) - beside, {"connection to the tax side": beside} if beside else {}


def choose(folder, allowed, needed):
    if allowed or needed:
        try:
            return Namespaces(folder)
        except (OSError, subprocess.CalledProcessError) as refused:
            if needed:
                raise SystemExit("no namespaces here: %s" % refused)
    return Loopback(folder)


class Proxies:
    def __init__(self, net):
        self.net, self.ports, self.next, folder = net, {}, 3128, net.folder
        apr = subprocess.run(["openssl", "passwd", "-apr1", PASSWORD], check=True, capture_output=True, text=True).stdout
        (folder / "basic").write_text("%s:%s" % (USER, apr))
        ha1 = hashlib.md5(("%s:office:%s" % (USER, PASSWORD)).encode()).hexdigest()
        (folder / "digest").write_text("%s:office:%s\n" % (USER, ha1))
        basic = "auth_param basic program %s %s\n" % (HELPERS / "basic_ncsa_auth", folder / "basic")
        digest = "auth_param digest program %s -c %s\nauth_param digest realm office\n" % (HELPERS / "digest_file_auth",
                                                                                          folder / "digest")
        self.squid("squid", "")
        self.squid("squid, Basic", basic + "auth_param basic realm office\nauth_param basic children 1\n")
        self.squid("squid, Digest", digest + "auth_param digest children 1\n")
        self.squid("squid, NTLM or Basic", "auth_param ntlm program %s\nauth_param ntlm children 1\n" % (HELPERS / "ntlm_fake_auth")
                   + basic + "auth_param basic realm office\nauth_param basic children 1\n")
        self.squid("squid, Basic or Digest", basic + "auth_param basic realm office\nauth_param basic children 1\n" + digest
                   + "auth_param digest children 1\n")
        self.dante("dante", "none")
        if net.strong:  # its users are the system's: in a namespace we can have one of our own
            self.dante("dante, password", "username")
        self.microsocks("microsocks")
        self.microsocks("microsocks, password", "-u", USER, "-P", PASSWORD)
        for name, port in self.ports.items():
            end = time.monotonic() + 20
            while not net.listens(port):
                if time.monotonic() > end:
                    raise SystemExit("%s does not start" % name)
                time.sleep(0.05)

    def port(self, name):
        self.ports[name], self.next = self.next, self.next + 1
        return self.ports[name]

    def squid(self, name, login):
        port = self.port(name)
        config = self.net.folder / ("squid%d.conf" % port)
        access = "acl known proxy_auth REQUIRED\nhttp_access allow known\nhttp_access deny all\n" if login \
            else "http_access allow all\n"
        config.write_text(login + access + """
http_port %s:%d
tcp_outgoing_address %s
hosts_file %s
dns_nameservers 127.0.0.1
dns_timeout 1 second
dns_v4_first on
pid_filename none
access_log none
cache_log /dev/null
cache deny all
cache_mem 1 MB
max_filedescriptors 512
icap_enable off
pinger_enable off
shutdown_lifetime 0 seconds
visible_hostname proxy.test
coredump_dir /
""" % (self.net.proxy_host, port, self.net.outside, self.net.folder / "hosts"))
        self.net.at_proxy(SQUID, "-N", "-f", config, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def dante(self, name, method):
        port = self.port(name)
        config = self.net.folder / ("danted%d.conf" % port)
        config.write_text("""logoutput: /dev/null
internal: %s port = %d
external: %s
socksmethod: %s
clientmethod: none
user.privileged: root
user.unprivileged: nobody
client pass { from: 0.0.0.0/0 to: 0.0.0.0/0 }
socks pass { from: 0.0.0.0/0 to: 0.0.0.0/0 command: connect }
""" % (self.net.proxy_host, port, self.net.outside, method))
        self.net.at_proxy(DANTE, "-f", config, "-p", self.net.folder / ("danted%d.pid" % port), stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL)

    def microsocks(self, name, *login):
        port = self.port(name)
        self.net.at_proxy(MICROSOCKS, "-i", self.net.proxy_host, "-p", port, "-b", self.net.outside, *login,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def setting(self, name, user="", password=""):
        kind = "http" if name.startswith("squid") else "socks5"
        return "|".join([kind, self.net.proxy_host, str(self.ports[name]), user, password])


class TaxSide:
    """A fresh one for each way, so that there is always something left to declare."""

    def __init__(self, net, program, releases):
        host = net.tax_host if net.strong else "127.0.0.1"
        self.process = net.at_tax(program, "--listen", "%s:%d" % (host, TAX_PORT), "--employees", 2500, "--feedback-ms", 60,
                                  "--releases", releases, "--tls-cert", net.folder / "tax.pem", "--tls-key",
                                  net.folder / "tax.key", stdout=subprocess.PIPE, text=True)
        if not self.process.stdout.readline():
            raise SystemExit("the tax side does not start")

    def stop(self):
        self.process.kill()
        self.process.wait()


def certificates(folder):
    (folder / "tax.cnf").write_text("subjectAltName=DNS:%s,DNS:localhost\n" % NAME)
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    quiet("openssl", "req", "-x509", *key, "-subj", "/CN=authority", "-days", 2, "-keyout", folder / "ca.key", "-out",
          folder / "ca.pem")
    quiet("openssl", "req", *key, "-subj", "/CN=tax", "-keyout", folder / "tax.key", "-out", folder / "tax.csr")
    quiet("openssl", "x509", "-req", "-in", folder / "tax.csr", "-CA", folder / "ca.pem", "-CAkey", folder / "ca.key",
          "-CAcreateserial", "-days", 2, "-extfile", folder / "tax.cnf", "-out", folder / "tax.pem")


class Matrix:
    def __init__(self, net, proxies, walk, taxside):
        self.net, self.proxies, self.walk, self.taxside, self.data = net, proxies, walk, taxside, 0
        self.releases = net.folder / "releases"
        self.known = []  # ports of proxies that end late: what still goes to them is not beside
        self.releases.mkdir()
        quiet(walk, "--publish", self.releases)

    def folder(self):
        self.data += 1
        return self.net.folder / ("data%d" % self.data)

    def begin(self, data, proxy=None, host=None, environment=None):
        port = TAX_PORT if self.net.strong else TAX_PORT + 1
        command = [self.walk, "--data", data, "--server", "https://%s:%d/" % (host or self.net.tax_name, port), "--ca",
                   self.net.folder / "ca.pem"]
        if proxy is not None:
            command += ["--proxy", proxy]
        clean = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
        return self.net.at_client(*command, stdout=subprocess.PIPE, text=True, env=dict(clean, **(environment or {})))

    @staticmethod
    def end(process):
        lines = process.communicate(timeout=60)[0].splitlines()
        return lines, [line.split()[1] for line in lines if line.startswith("done ")]

    def passes(self, name, proxy, port, environment=None):
        tax = TaxSide(self.net, self.taxside, self.releases)
        data = self.folder()
        self.net.taken([port] + self.known)
        for which, setting, steps in (("", proxy, STEPS_FIRST), (", after a restart", None, STEPS_AGAIN)):
            lines, done = self.end(self.begin(data, setting, environment=environment))
            through, beside = self.net.taken([port] + self.known)
            Counts.steps, Counts.through = Counts.steps + len(done), Counts.through + through
            Counts.beside += sum(beside.values())
            check(done == steps and lines[-1:] == ["end"], "%s%s: %d steps" % (name, which, len(done)), lines[-1:])
            check(through > 0 and not beside, "%s%s: %d through it, nothing beside it" % (name, which, through), beside)
        tax.stop()

    def refused(self, name, process, port, code):
        lines, done = self.end(process)
        _, beside = self.net.taken([port] + self.known)
        Counts.beside += sum(beside.values())
        last = lines[-1].split() if lines else []
        good = not done and last[:2] == ["refused", "test"] and last[2:4] == [code, "unsent"] and not beside
        check(good, "%s: %s" % (name, code), (lines, beside))

    def all(self, only):
        def wanted(name):
            return only is None or only in name
        names = self.proxies.ports
        hanging = self.hang() if wanted("hangs") else []
        for name in names:
            login = (USER, PASSWORD) if "," in name else ()
            if wanted(name):
                self.passes(name, self.proxies.setting(name, *login), names[name])
        if wanted("system"):
            self.passes("the system's proxy", "system", names["squid"], self.system("squid"))
            self.passes("the system's proxy, Basic", "system|||%s|%s" % (USER, PASSWORD), names["squid, Basic"],
                        self.system("squid, Basic"))
            process = self.begin(self.folder(), "system|||%s|wrong" % USER, environment=self.system("squid, Basic"))
            self.refused("the system's proxy, wrong password", process, names["squid, Basic"], "proxy.auth")
        if wanted("refused"):
            self.refusals(names)
        self.control()
        for name, process, listener in hanging:
            lines, _ = self.end(process)
            listener.kill()
            check(lines and lines[-1].split()[:4] == ["refused", "test", "proxy.timeout", "unsent"], "%s: proxy.timeout" % name,
                  lines)

    def system(self, name):
        """As the system of the client says it: without a login."""
        address = "http://%s:%d" % (self.net.proxy_host, self.proxies.ports[name])
        return {"https_proxy": address, "http_proxy": address}

    def refusals(self, names):
        for name in names:
            if "," in name:
                for what, login in (("wrong password", (USER, "wrong")), ("no password", ())):
                    setting = self.proxies.setting(name, *login)
                    self.refused("%s, %s" % (name, what), self.begin(self.folder(), setting), names[name], "proxy.auth")
            else:
                process = self.begin(self.folder(), self.proxies.setting(name), host=self.net.renamed)
                self.refused("%s, server renamed" % name, process, names[name], "proxy.page" if name == "squid" else "network.host-not-found")
        for kind in ("http", "socks5"):
            process = self.begin(self.folder(), "%s|%s|9||" % (kind, self.net.proxy_host))
            self.refused("%s, no proxy there" % kind, process, 9, "proxy.refused")
        for status, code in (("302 Found", "proxy.page"), ("403 Forbidden", "proxy.denied"), ("500 Oops", "proxy.page"),
                             ("200 OK, and away", "proxy.closed")):
            listener, port = self.speaker(status)
            self.known.append(port)
            process = self.begin(self.folder(), "http|%s|%d||" % (self.net.proxy_host, port))
            self.refused("a proxy that answers %s with a page" % status, process, port, code)
            listener.kill()

    def control(self):
        """Without a proxy the client must be seen: the counting can fail."""
        self.net.taken(self.known)
        tax = TaxSide(self.net, self.taxside, self.releases)
        self.end(self.begin(self.folder(), "none"))
        _, beside = self.net.taken(self.known)
        tax.stop()
        check(beside, "without a proxy the counting sees it: %s" % beside)

    def speaker(self, status):
        self.proxies.next += 1
        port = self.proxies.next
        process = self.net.at_proxy(sys.executable, __file__, "--speak", status, self.net.proxy_host, str(port),
                                    stdout=subprocess.PIPE, text=True)
        process.stdout.readline()
        return process, port

    def hang(self):
        """They take as long as the client's patience: begun first, looked at last."""
        hanging = []
        for kind, status, what in (("http", "", "hangs"), ("socks5", "", "hangs"), ("http", "200 OK", "answers 200 with a page")):
            listener, port = self.speaker(status)
            self.known.append(port)
            process = self.begin(self.folder(), "%s|%s|%d||" % (kind, self.net.proxy_host, port))
            hanging.append(("%s, a proxy that %s" % (kind, what), process, listener))
        return hanging


def speak(status, host, port):
    """Answers whatever is asked with a page; with nothing at all when there is no status."""
    page = "<html><body>请先登录网络</body></html>".encode()
    answer = b"HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (status.encode(), len(page), page)
    if status.startswith("302"):
        answer = answer.replace(b"\r\n", b"\r\nLocation: http://login.test/\r\n", 1)
    server, open_ones = socket.create_server((host, port)), []
    print("ready", flush=True)
    while True:
        client, _ = server.accept()
        open_ones.append(client)
        if status:
            client.recv(65536)
            client.sendall(answer)
        if status.endswith("and away"):
            client.close()


def main():
    if sys.argv[1:2] == ["--watch"]:
        return watch(sys.argv[2])
    if sys.argv[1:2] == ["--speak"]:
        return speak(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    parser = argparse.ArgumentParser()
    parser.add_argument("walk", type=pathlib.Path)
    parser.add_argument("taxside", type=pathlib.Path)
    parser.add_argument("--no-namespaces", action="store_true")
    parser.add_argument("--need-namespaces", action="store_true", default=bool(os.environ.get("SHEBAO_NEED_NAMESPACES")))
    parser.add_argument("--only")
    options = parser.parse_args()
    missing = [program for program in (SQUID, DANTE, MICROSOCKS, "ip", "ss", "openssl") if not shutil.which(program)]
    if missing:
        print("left out: no", ", ".join(missing), "here (scripts/install-proxies)")
        return 1 if options.need_namespaces else 77
    folder = pathlib.Path(tempfile.mkdtemp())
    folder.chmod(0o755)  # squid reads its files as a user of its own
    net = None
    begun = time.monotonic()
    try:
        certificates(folder)
        net = choose(folder, not options.no_namespaces, options.need_namespaces)
        Matrix(net, Proxies(net), options.walk.resolve(), options.taxside.resolve()).all(options.only)
    finally:
        for process in reversed(net.processes if net else []):
            with contextlib.suppress(OSError):
                process.send_signal(signal.SIGKILL)
                process.wait()
        shutil.rmtree(folder, ignore_errors=True)
    print("%d steps through proxies, %d %s through them, %d beside them, %.0f s" % (
        Counts.steps, Counts.through, "packets" if net.strong else "connections", Counts.beside, time.monotonic() - begun))
    print("%d passed, %d failed%s" % (Counts.passed, Counts.failed, "" if net.strong else
                                      " (the weaker proof: no namespaces here, so connections were counted, not packets)"))
    return 1 if Counts.failed or not Counts.passed else 0


if __name__ == "__main__":
    sys.exit(main())
