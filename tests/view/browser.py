"""A headless Chromium, driven over the pipe of its DevTools protocol: messages of JSON, each ended by a NUL.

The pipe is handed over as descriptors 3 and 4; nothing listens on a port and nothing but the standard library is used.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE = 180
"""Seconds until an answer that doesn't come is given up."""
FLAGS = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--hide-scrollbars",
)


def chromium() -> str | None:
    """Where Chromium is, if it is installed."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Browser:
    """One Chromium with its profile in a folder of its own."""

    def __init__(self, program: str, profile: Path) -> None:
        theirs_in, self.out = map(_high, os.pipe())
        self.into, theirs_out = map(_high, os.pipe())
        environment = {**os.environ, "HOME": str(profile), "XDG_CONFIG_HOME": str(profile)}
        log = os.open(profile / "stderr", os.O_WRONLY | os.O_CREAT)
        actions = [
            (os.POSIX_SPAWN_DUP2, theirs_in, 3),
            (os.POSIX_SPAWN_DUP2, theirs_out, 4),
            (os.POSIX_SPAWN_DUP2, log, 1),
            (os.POSIX_SPAWN_DUP2, log, 2),
        ]
        arguments = [program, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self.pid = os.posix_spawn(program, arguments, environment, file_actions=actions, setpgroup=0)
        for descriptor in (theirs_in, theirs_out, log):
            os.close(descriptor)
        self.buffer = b""
        self.number = 0

    def send(self, method: str, session: str | None, **parameters: Any) -> int:
        """Send a command; its number."""
        self.number += 1
        message: dict[str, Any] = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.out, data) :]
        return self.number

    def receive(self, until: float) -> dict[str, Any]:
        """The next message."""
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.into], [], [], max(0, until - time.monotonic()))
            data = os.read(self.into, 1 << 20) if ready else b""
            if not data:
                raise TimeoutError("Chromium does not answer")
            self.buffer += data
        message, _, self.buffer = self.buffer.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found

    def page(self, width: int = 1440, height: int = 900) -> Page:
        """A new tab."""
        return Page(self, width, height)

    def close(self) -> None:
        """End the process and its children."""
        try:
            self.send("Browser.close", None)
            for _ in range(100):
                if os.waitpid(self.pid, os.WNOHANG) != (0, 0):
                    return
                time.sleep(0.05)
            os.killpg(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (BrokenPipeError, ChildProcessError, ProcessLookupError):
            pass
        finally:
            os.close(self.out)
            os.close(self.into)


class Page:
    """A tab: what it loaded, what it said, and what can be asked of it."""

    def __init__(self, browser: Browser, width: int, height: int) -> None:
        self.browser = browser
        self.session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.size(width, height)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The answer to a command; events that come before it are kept."""
        number = self.browser.send(method, self.session, **parameters)
        return self._until(lambda message: message.get("id") == number)["result"]

    def size(self, width: int, height: int) -> None:
        """Make the window so large."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )

    def media(self, media: str = "", scheme: str = "light") -> None:
        """Screen or print, light or dark."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", media=media, features=features)

    def open(self, path: Path, fragment: str = "") -> None:
        """Load a file and wait until all of it is there."""
        self.events.clear()
        self.call("Page.navigate", url=path.as_uri() + fragment)
        if not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self._until(lambda message: message.get("method") == "Page.loadEventFired")

    def ask(self, expression: str) -> Any:
        """The value of an expression in the page, awaited."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"].get("description", "?"))
        return answer["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """Press a key."""
        for sort in ("rawKeyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=sort, key=key, code=key, windowsVirtualKeyCode=code)

    def complaints(self) -> list[str]:
        """What stands in the console: errors, warnings, exceptions."""
        self.ask("new Promise((done) => setTimeout(done, 50))")
        return self.complaints_of_load()

    def complaints_of_load(self) -> list[str]:
        """What stood in the console so far; nothing is asked of the page."""
        return [
            json.dumps(event["params"], ensure_ascii=False)
            for event in self.events
            if event["method"] in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
        ]

    def requests(self) -> list[str]:
        """Every address that was asked for."""
        return [e["params"]["request"]["url"] for e in self.events if e["method"] == "Network.requestWillBeSent"]

    def picture(self, whole: bool = False) -> bytes:
        """The page as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"])

    def pdf(self) -> bytes:
        """The page as it prints."""
        return base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"])

    def _until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        until = time.monotonic() + PATIENCE
        while True:
            message = self.browser.receive(until)
            if "method" in message and message.get("sessionId") == self.session:
                self.events.append(message)
            if wanted(message):
                if "error" in message:
                    raise RuntimeError(message["error"]["message"])
                return message


def _high(descriptor: int) -> int:
    """The same, out of the way of 3 and 4; closed in children."""
    found = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 20)
    os.close(descriptor)
    return found
