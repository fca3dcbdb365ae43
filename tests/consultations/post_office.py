"""A mail server on loopback that speaks as much SMTP as a client needs, and keeps what it takes."""

import email
import email.policy
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage


@dataclass
class Office:
    """`delay` are seconds before each answer, `refused` the addresses it takes nothing for."""

    port: int = 0
    delay: float = 0
    refused: frozenset[str] = frozenset()
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)

    def to(self) -> list[str]:
        return sorted(address for address, _ in self.taken)


class Clerk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.say(220)
        to = ""
        while line := self.rfile.readline().decode("ascii").strip():
            match line[:4].upper():
                case "RCPT":
                    to = line.split("<")[1].rstrip(">")
                    self.say(550 if to in self.office.refused else 250)
                case "DATA":
                    self.say(354)
                    self.keep(to)
                    self.say(250)
                case "QUIT":
                    return self.say(221)
                case _:
                    self.say(250)
        return None

    def keep(self, to: str) -> None:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        parsed = email.message_from_bytes(b"".join(lines), policy=email.policy.default)
        assert isinstance(parsed, EmailMessage)
        self.office.taken.append((to, parsed))

    def say(self, code: int) -> None:
        time.sleep(self.office.delay)
        self.wfile.write(f"{code} office\r\n".encode())

    @property
    def office(self) -> Office:
        assert isinstance(self.server, Server)
        return self.server.office


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, office: Office) -> None:
        self.office = office
        super().__init__(("127.0.0.1", office.port), Clerk)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that loses its patience hangs up."""


@contextmanager
def opened(office: Office) -> Iterator[Office]:
    """Listening at `office.port`, which is a free one where it is 0."""
    with Server(office) as server:
        office.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield office
        server.shutdown()
