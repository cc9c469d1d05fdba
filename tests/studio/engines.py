"""Firefox and WebKit as they are packaged, driven by W3C WebDriver: Firefox speaks it over a socket of its own, WebKit's driver over HTTP."""

from __future__ import annotations

import json
import os
import select
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Protocol

PATIENCE = 240
_SILENCE = PATIENCE + 20
"""Longer than the browser itself lets a script or a page take."""
_START = 60
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key by which WebDriver names an element."""
_PREFERENCES = {
    "marionette.port": 0,
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.proxy.failover_direct": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#",
    "toolkit.telemetry.server": "",
}
"""What Firefox would ask for by itself."""


class RefusedError(Exception):
    """The browser's own word that it does not do this."""


class SilentError(Exception):
    """A browser, or what drives it, that gives no answer at all."""


class Wire(Protocol):
    """The commands of WebDriver, by the names that Firefox gives them."""

    def send(self, command: str, **parameters: Any) -> Any: ...


class Browser:
    """One window, with what the walk needs of it."""

    def __init__(self, wire: Wire, downloads: Path) -> None:
        self._wire = wire
        self.downloads = downloads

    def open(self, address: str) -> None:
        self._wire.send("WebDriver:Navigate", url=address)

    def run(self, script: str, *given: Any) -> Any:
        """The value of a script's `return`."""
        return _value(self._wire.send("WebDriver:ExecuteScript", script=script, args=list(given)))

    def wait(self, script: str, *given: Any) -> Any:
        """What a script tells its last argument when it is done."""
        return _value(self._wire.send("WebDriver:ExecuteAsyncScript", script=script, args=list(given)))

    def click(self, element: dict[str, str]) -> None:
        self._wire.send("WebDriver:ElementClick", id=element[_ELEMENT])

    def type(self, element: dict[str, str], text: str) -> None:
        """Key by key."""
        self._wire.send("WebDriver:ElementSendKeys", id=element[_ELEMENT], text=text)

    def print(self) -> str:
        """The page on paper, as PDF in base 64."""
        printed: str = _value(self._wire.send("WebDriver:Print"))
        return printed

    @contextmanager
    def inside(self, frame: dict[str, str]) -> Iterator[None]:
        self._wire.send("WebDriver:SwitchToFrame", element=frame[_ELEMENT])
        try:
            yield
        finally:
            self._wire.send("WebDriver:SwitchToFrame", element=None)

    def patience(self) -> None:
        milliseconds = PATIENCE * 1000
        self._wire.send("WebDriver:SetTimeouts", script=milliseconds, pageLoad=milliseconds, implicit=0)


def _value(answer: Any) -> Any:
    return answer["value"] if isinstance(answer, dict) and answer.keys() == {"value"} else answer


class Elsewhere:
    """Stands in for the whole of the network beside this machine: takes note of what is asked, and answers nothing."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                asking, _ = self._socket.accept()
            except OSError:
                return
            with asking:
                asking.settimeout(2)
                try:
                    self.asked.append(asking.recv(4096).partition(b"\r\n")[0].decode("latin-1"))
                    asking.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                except OSError:
                    continue

    def close(self) -> None:
        self._socket.close()

    def preferences(self) -> dict[str, Any]:
        ways = {f"network.proxy.{way}": "127.0.0.1" for way in ("http", "ssl")}
        ports = {f"network.proxy.{way}_port": self.port for way in ("http", "ssl")}
        return {"network.proxy.type": 1, "network.proxy.no_proxies_on": "127.0.0.1", **ways, **ports}

    def arguments(self) -> tuple[str, str]:
        """The window ends now and then where its driver is given the hosts to leave out: it reads past the last one (2.50)."""
        return f"--proxy=http://127.0.0.1:{self.port}", "--ignore-host=127.0.0.1"


@contextmanager
def firefox(elsewhere: Elsewhere) -> Iterator[Browser]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name, ExitStack() as ending:
        profile = Path(name)
        downloads = profile / "downloads"
        downloads.mkdir()
        saving = {"browser.download.folderList": 2, "browser.download.dir": str(downloads)}
        preferences = {**_PREFERENCES, **saving, **elsewhere.preferences()}
        lines = (f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in preferences.items())
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        program = shutil.which("firefox-esr") or shutil.which("firefox") or ""
        command = [program, "--headless", "--marionette", "--no-remote", "--profile", name]
        _running(command, ending)
        port = _until(lambda: (profile / "MarionetteActivePort").read_text(encoding="utf-8"))
        wire = _Marionette(int(port))
        ending.callback(wire.close)
        wire.send("WebDriver:NewSession", capabilities={})
        browser = Browser(wire, downloads)
        browser.patience()
        yield browser


@contextmanager
def webkit(elsewhere: Elsewhere) -> Iterator[Browser]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, ExitStack() as ending:
        downloads = Path(home, "downloads")
        downloads.mkdir()
        Path(home, ".config").mkdir()
        Path(home, ".config/user-dirs.dirs").write_text('XDG_DOWNLOAD_DIR="$HOME/downloads"\n', encoding="utf-8")
        told = Path(home, "told.txt")
        port = _free_port()
        own = {
            "HOME": home,
            "XDG_CONFIG_HOME": f"{home}/.config",
            "DISPLAY": _screen(ending),
            "GSETTINGS_BACKEND": "memory",
            "LANG": "C.UTF-8",
        }
        _running(["WebKitWebDriver", f"--port={port}"], ending, own, told=told)
        wire = _OverHttp(f"http://127.0.0.1:{port}")
        _until(wire.answers)
        window = {"binary": _mini_browser(), "args": ["--automation", *elsewhere.arguments()]}
        try:
            wire.begin({"webkitgtk:browserOptions": window})
        except SilentError as silent:
            # So its driver does where the window ends before it listens.
            raise SilentError(f"WebKit did not start: {silent} {told.read_text(errors='replace')}") from silent
        ending.callback(wire.end)
        browser = Browser(wire, downloads)
        browser.patience()
        yield browser


ENGINES: dict[str, Callable[[Elsewhere], Any]] = {"Firefox": firefox, "WebKit": webkit}
INSTALL = {"Firefox": "sudo apt-get install firefox-esr", "WebKit": "sudo apt-get install webkit2gtk-driver xvfb"}


def lacks(name: str) -> str | None:
    """How to install what an engine needs, where it is not here."""
    there = {
        "Firefox": shutil.which("firefox-esr") or shutil.which("firefox"),
        "WebKit": shutil.which("WebKitWebDriver") and shutil.which("Xvfb") and _mini_browser(),
    }
    return None if there[name] else f"there is no {name} to drive; install it with: {INSTALL[name]}"


def _mini_browser() -> str:
    """The window that Debian's package of WebKit brings along."""
    found = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"))
    return str(found[-1]) if found else ""


def _screen(ending: ExitStack) -> str:
    """A screen that nobody sees; it tells its number once it is there."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1000x24", "-nolisten", "tcp"]
    _running(command, ending, keeps=(writing,))
    os.close(writing)
    with os.fdopen(reading) as told:
        assert select.select([told], [], [], _START)[0], "Xvfb tells no number"
        return f":{told.readline().strip()}"


def _running(
    command: list[str],
    ending: ExitStack,
    more: dict[str, str] | None = None,
    keeps: tuple[int, ...] = (),
    told: Path = Path(os.devnull),
) -> None:
    environment = {**os.environ, **(more or {})}
    with told.open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env=environment, pass_fds=keeps)

    def end() -> None:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    ending.callback(end)


def _until(there: Callable[[], Any]) -> Any:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if found := there():
                return found
        except OSError:
            pass
        assert time.monotonic() < end, "the browser did not start"
        time.sleep(0.1)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


class _Marionette:
    """Each message is its length, a colon and JSON."""

    def __init__(self, port: int) -> None:
        self._socket: socket.socket = _until(lambda: socket.create_connection(("127.0.0.1", port), _SILENCE))
        self._incoming = self._socket.makefile("rb")
        self._last = 0
        self._receive()

    def _receive(self) -> Any:
        length = b""
        while (sign := self._incoming.read(1)) != b":":
            assert sign, "Firefox ended"
            length += sign
        return json.loads(self._incoming.read(int(length)))

    def send(self, command: str, **parameters: Any) -> Any:
        self._last += 1
        data = json.dumps([0, self._last, command, parameters]).encode()
        try:
            self._socket.sendall(b"%d:%s" % (len(data), data))
            _, _, error, answer = self._receive()
        except TimeoutError as silent:
            raise SilentError(f"{command}: no answer in {_SILENCE} s") from silent
        if error:
            raise RefusedError(f"{command}: {error['error']}: {error['message']}")
        return answer

    def close(self) -> None:
        self._incoming.close()
        self._socket.close()


class _OverHttp:
    _PATHS = {
        "WebDriver:Navigate": "/url",
        "WebDriver:ExecuteScript": "/execute/sync",
        "WebDriver:ExecuteAsyncScript": "/execute/async",
        "WebDriver:ElementClick": "/element/{id}/click",
        "WebDriver:ElementSendKeys": "/element/{id}/value",
        "WebDriver:SwitchToFrame": "/frame",
        "WebDriver:SetTimeouts": "/timeouts",
    }

    def __init__(self, base: str) -> None:
        self._base = base
        self._session = ""

    def answers(self) -> bool:
        return bool(self._ask("GET", "/status", seconds=_START)["ready"])

    def begin(self, capabilities: dict[str, Any]) -> None:
        asked = {"capabilities": {"alwaysMatch": capabilities}}
        self._session = f"/session/{self._ask('POST', '/session', asked, _START)['sessionId']}"

    def end(self) -> None:
        self._ask("DELETE", self._session, seconds=_START)

    def send(self, command: str, **parameters: Any) -> Any:
        path = self._PATHS[command].format(**parameters)
        if command == "WebDriver:SwitchToFrame":
            element = parameters["element"]
            parameters = {"id": element and {_ELEMENT: element}}
        return self._ask("POST", self._session + path, parameters)

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None, seconds: int = _SILENCE) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=seconds) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            told = json.load(error)["value"]
            raise RefusedError(f"{path}: {told['error']}: {told['message']}") from error
        except TimeoutError as silent:
            raise SilentError(f"{method} {path}: no answer in {seconds} s.") from silent
