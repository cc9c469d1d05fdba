"""A learning system that speaks cmi5, over TLS: it launches a package, hands out a token once, keeps state and statements.

It holds every request to the specification and refuses what is against it. The pages have one origin, the system another.
"""

from __future__ import annotations

import json
import ssl
import subprocess
import threading
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from browser.conftest import skip_or_fail

from .cmi5_rules import EXTENSION, Statement, verb_of, wrong_order, wrong_with

_HEADERS = "Authorization, Content-Type, X-Experience-API-Version"
State = dict[tuple[str, str], bytes]


@dataclass
class Launch:
    """One session: what the system gave, and what came of it."""

    address: str
    actor: dict[str, Any]
    registration: str
    activity: str
    data: dict[str, Any]
    token: str
    statements: list[Statement] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    tokens_given: int = 0

    @property
    def verbs(self) -> list[str]:
        """As they arrived."""
        return [verb_of(one) for one in self.statements]

    def waits_for(self, *verbs: str) -> list[str]:
        """The verbs, once these are among them: what a closing page sends arrives after it."""
        for _ in range(200):
            if set(verbs) <= set(self.verbs):
                break
            time.sleep(0.05)
        return self.verbs


class System:
    """The learning system. `down` names what answers with an error: fetch, statements, or a state's id; `late` says it takes its time, `mute` that it takes statements and answers with an error; in a `storm` each request takes up to two seconds, and of what is written some never arrives and of some the answer does not."""

    def __init__(self, origin: str, pages: str, store: HTTPConnection | None = None) -> None:
        self.origin, self.pages = origin, pages
        self.store = store
        self.launches: list[Launch] = []
        self.states: State = {}
        self.down: set[str] = set()
        self.late = False
        self.mute = False
        self.storm: Random | None = None
        self.under_way = 0
        self.lock = threading.Lock()

    def launch(self, page: str, registration: str = "", **data: Any) -> Launch:
        """A session; its address is what the system would open. The context template holds a category of the system's own."""
        registration = registration or str(uuid.uuid4())
        session, token = str(uuid.uuid4()), uuid.uuid4().hex
        actor = {"objectType": "Agent", "account": {"homePage": "https://lms.example", "name": "4711"}}
        activity = f"https://lms.example/units/{page.partition('/')[0]}"
        template = {
            "contextActivities": {
                "grouping": [{"id": "urn:uuid:publisher"}],
                "category": [{"id": "https://lms.example/own"}],
            },
            "extensions": {EXTENSION + "sessionid": session},
        }
        given = {"contextTemplate": template, "launchMode": "Normal", "moveOn": "Completed", **data}
        words = {"endpoint": f"{self.origin}xapi", "fetch": f"{self.origin}fetch?k={token}", "actor": json.dumps(actor),
                 "registration": registration, "activityId": activity}  # fmt: skip
        one = Launch(f"{self.pages}{page}?{urlencode(words)}", actor, registration, activity, given, token)
        self.launches.append(one)
        self.states[registration, "LMS.LaunchData"] = json.dumps(given).encode()
        return one

    def by_token(self, token: str) -> Launch | None:
        return next((one for one in self.launches if one.token == token), None)

    def take(self, launch: Launch, statements: Sequence[Statement]) -> tuple[int, str]:
        """All of them or none, as the specification has it."""
        known = {one["id"] for every in self.launches for one in every.statements}
        if any(one["id"] in known for one in statements):
            return 409, "known already"
        earlier = [
            one
            for every in self.launches
            if every is not launch and every.registration == launch.registration
            for one in every.statements
        ]
        wrong = [why for one in statements for why in wrong_with(one, launch)]
        wrong += wrong_order([*launch.statements, *statements], earlier)
        launch.wrong += wrong
        if wrong:
            return 400, "; ".join(wrong)
        if self.store:
            body = json.dumps(list(statements))
            self.store.request(
                "POST",
                "/xAPI/statements",
                body,
                {
                    "Content-Type": "application/json",
                    "Authorization": "Basic cmFscGg6cmFscGg=",
                    "X-Experience-API-Version": "1.0.3",
                },
            )
            answer = self.store.getresponse()
            said = answer.read().decode()
            if answer.status != 200:
                launch.wrong.append(f"the store: {answer.status} {said}")
                return answer.status, said
        launch.statements += statements
        return 200, json.dumps([one["id"] for one in statements])


class _Handler(BaseHTTPRequestHandler):
    lost = ""

    def __init__(self, system: System, *given: Any) -> None:
        self.system = system
        super().__init__(*given)

    def log_message(self, *_: Any) -> None:
        pass

    def answer(self, status: int, body: bytes | str = b"", kind: str = "application/json") -> None:
        if self.lost:
            return
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", _HEADERS)
        self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT")
        self.send_header("Access-Control-Max-Age", "600")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_OPTIONS(self) -> None:
        self.answer(204)

    def do_GET(self) -> None:
        self.serve()

    def do_POST(self) -> None:
        self.serve()

    def do_PUT(self) -> None:
        self.serve()

    def serve(self) -> None:
        place = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(place.query).items()}
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with self.system.lock:
            self.system.under_way += 1
            wait, self.lost = self.weather(place.path)
        time.sleep(wait)
        with self.system.lock:
            self.system.under_way -= 1
            if self.lost == "request":
                return
            if place.path == "/fetch":
                self.give_token(query)
            else:
                self.serve_xapi(place.path.removeprefix("/xapi/"), query, body)

    def weather(self, path: str) -> tuple[float, str]:
        """How long this request is under way, and what of it gets lost; a launch itself arrives."""
        storm = self.system.storm
        if not storm:
            return 0.4 * self.system.late, ""
        written = path != "/fetch" and self.command != "GET"
        return storm.uniform(0, 2), storm.choice(("request", "answer", *[""] * 6)) if written else ""

    def give_token(self, query: dict[str, str]) -> None:
        launch = self.system.by_token(query["k"])
        assert launch is not None
        launch.requests.append(f"{self.command} fetch")
        launch.tokens_given += 1
        if "fetch" in self.system.down:
            self.answer(500)
        elif self.command != "POST" or launch.tokens_given > 1:
            self.answer(200, '{"error-code": "1", "error-text": "given already"}')
        else:
            self.answer(200, json.dumps({"auth-token": launch.token}))

    def serve_xapi(self, resource: str, query: dict[str, str], body: bytes) -> None:
        launch = self.system.by_token(self.headers.get("Authorization", "").removeprefix("Basic "))
        if launch is None or not self.headers.get("X-Experience-API-Version", "").startswith("1.0."):
            self.answer(401)
            return
        name = query.get("stateId") or resource
        launch.requests.append(f"{self.command} {name}")
        if name in self.system.down:
            self.answer(500)
        elif resource == "statements" and self.command == "POST":
            taken = self.system.take(launch, json.loads(body))
            self.answer(*((502, "") if self.system.mute else taken))
        elif resource == "activities/state":
            self.serve_state(launch, query, body)
        elif resource == "agents/profile" and self.command == "GET":
            launch.wrong += (
                []
                if (json.loads(query["agent"]), query["profileId"]) == (launch.actor, "cmi5LearnerPreferences")
                else ["another profile"]
            )
            self.answer(404)
        else:
            launch.wrong.append(f"{self.command} {resource}")
            self.answer(404)

    def serve_state(self, launch: Launch, query: dict[str, str], body: bytes) -> None:
        given = (query["activityId"], json.loads(query["agent"]), query["registration"])
        if given != (launch.activity, launch.actor, launch.registration):
            launch.wrong.append("the state of somebody else")
        key = (launch.registration, query["stateId"])
        if self.command == "PUT":
            launch.wrong += ["the launch data are the system's"] if key[1] == "LMS.LaunchData" else []
            self.system.states[key] = body
            self.answer(204)
        elif key in self.system.states:
            self.answer(200, self.system.states[key])
        else:
            self.answer(404)


class _Pages(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """A page that closes takes its connections with it."""


@contextmanager
def _serving(handler: Any, certificate: Path) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), handler)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"https://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def learning_system(packages: Path, folder: Path, store: HTTPConnection | None = None) -> Iterator[System]:
    """With the packages unpacked in a folder each; `store` is a real record store behind it."""
    certificate = folder / "certificate.pem"
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
    try:
        subprocess.run(
            ["openssl", *words.split(), "-keyout", certificate, "-out", folder / "public.pem"],
            check=True,
            capture_output=True,
        )
    except FileNotFoundError:
        skip_or_fail("there is no openssl to make a certificate with; install it with: sudo apt-get install openssl")
    certificate.write_bytes(certificate.read_bytes() + (folder / "public.pem").read_bytes())
    with _serving(partial(_Pages, directory=str(packages)), certificate) as pages:
        system = System("", pages, store)
        with _serving(partial(_Handler, system), certificate) as origin:
            system.origin = origin
            yield system
