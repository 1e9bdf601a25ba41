"""Respondents or interviewers without think time: each answers page after page to the end.

usage: site_load.py PLAN.json: {"port", "interviews": as site_rows.py makes them, "users",
"seconds", "way": "form" | "script", "ramp": seconds over which they arrive, "stubborn": whether
they try again when nobody answers, "stop": a file after whose making nobody begins another
interview}.
Prints one line of JSON: times of pages and first pages in ms, errors, and by token the answers that
were acknowledged and the one page that may or may not have been taken.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

_LENGTH = re.compile(rb"(?i)\ncontent-length: *(\d+)")
_LOCATION = re.compile(rb"(?i)\nlocation: *(\S+)")
_PAGE = re.compile(rb'name="page" value="([^"]*)"')
_HAS = re.compile(rb'name="has\.([^"]+)"')
_OPTION = rb'name="q\.%s" value="([^"]*)"'
PATIENCE = 30.0


@dataclass
class Tally:
    """What the respondents saw."""

    pages: list[float] = field(default_factory=list)
    firsts: list[float] = field(default_factory=list)
    at: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    breaks: int = 0
    ended: int = 0
    acknowledged: dict[str, dict[str, str]] = field(default_factory=dict)


class Client:
    """One connection that is kept, and opened again when it breaks."""

    def __init__(self, port: int, way: str) -> None:
        self.port, self.way, self.cookie, self.left = port, way, "", ""
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def ask(self, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
        """Status and body; OSError when the server is not there."""
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        lines = f"{method} {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\n"
        if self.cookie:
            lines += f"Cookie: {self.cookie}\r\n"
        if body:
            lines += "Content-Type: application/x-www-form-urlencoded\r\n"
            lines += f"Content-Length: {len(body)}\r\n"
        if self.way == "script":
            lines += "X-Atbalss: page\r\n"
        try:
            self.writer.write(lines.encode() + b"\r\n" + body)
            head = await asyncio.wait_for(self.reader.readuntil(b"\r\n\r\n"), PATIENCE)
            size = _LENGTH.search(head)
            gone = _LOCATION.search(head)
            content = await self.reader.readexactly(int(size[1])) if size else b""
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
            self.close()
            raise OSError(str(error) or type(error).__name__) from error
        if b"\nconnection: close" in head.lower():
            self.close()
        self.left = gone[1].decode() if gone else ""
        return int(head.split(None, 2)[1]), content

    def close(self) -> None:
        """Forget a connection."""
        if self.writer is not None:
            self.writer.close()
        self.writer = None


def answers_of(html: bytes, turn: int) -> tuple[str, dict[str, str]]:
    """The page's name and an answer to each question on it: by turns another option."""
    found = _PAGE.search(html)
    if found is None:
        return "", {}
    given = {}
    for name in _HAS.findall(html):
        options = [code for code in re.findall(_OPTION % re.escape(name), html) if code[:1] != b"_"]
        options = [code for code in options if code]
        chosen = options[turn % len(options)] if options else str(18 + turn % 60).encode()
        given[name.decode()] = chosen.decode()
    return found[1].decode(), given


async def interview(
    client: Client, held: dict[str, str], plan: dict, tally: Tally, until: float
) -> None:
    """One interview from where it stands to its end, or until the time is up."""
    token, path = held["token"], held["path"]
    client.cookie, word = held.get("cookie", ""), held.get("word", "")
    kept = tally.acknowledged.setdefault(token, {})
    began, html = time.perf_counter(), b""
    turn = sum(token.encode())
    while time.monotonic() < until:
        try:
            status, html = await client.ask("GET", path)
        except OSError as error:
            tally.breaks += 1
            if not plan.get("stubborn"):
                tally.errors.append(f"GET {error}")
                return
            await asyncio.sleep(0.05)
            continue
        if status == 200:
            break
        tally.errors.append(f"GET {status}")
        if not plan.get("stubborn"):
            return
        await asyncio.sleep(0.05)
    tally.firsts.append(1000 * (time.perf_counter() - began))
    while time.monotonic() < until:
        name, given = answers_of(html, turn)
        if not name:
            tally.ended += 1
            return
        turn += 1
        if given:
            body = f"page={name}&lang=lv&seconds=1.0&"
            body += "&".join(f"has.{key}=1&q.{key}={value}" for key, value in given.items())
        else:
            body = f"page={name}&finish=1"
        body += f"&csrfmiddlewaretoken={word}" if word else ""
        start = time.perf_counter()
        try:
            status, html = await client.ask("POST", path, body.encode())
            if status in (302, 303):
                kept.update(given)
                if client.left != path:  # to the call room: it has ended
                    tally.ended += 1
                    return
                status, html = await client.ask("GET", path)
        except OSError as error:
            tally.breaks += 1
            if not plan.get("stubborn"):
                tally.errors.append(f"POST {error}")
                return
            await interview(client, held, plan | {"again": True}, tally, until)
            return
        if status != 200:
            tally.errors.append(f"POST {status}")
            if not plan.get("stubborn"):
                return
            await asyncio.sleep(0.05)
            await interview(client, held, plan, tally, until)
            return
        kept.update(given)
        now = time.perf_counter()
        tally.pages.append(1000 * (now - start))
        tally.at.append(now)


async def respondent(
    number: int, pool: list[dict[str, str]], plan: dict, tally: Tally, until: float
) -> None:
    """One after another of the pool's interviews."""
    await asyncio.sleep(plan.get("ramp", 0.0) * number / plan["users"])
    client = Client(plan["port"], plan["way"])
    stop = Path(plan.get("stop") or "no such file")
    while pool and time.monotonic() < until and not stop.exists():
        await interview(client, pool.pop(), plan, tally, until)
    client.close()


async def run(plan: dict) -> dict[str, object]:
    """All respondents at once, until the time is up or the interviews are used up."""
    tally, pool = Tally(), list(plan["interviews"])
    until = time.monotonic() + plan["seconds"]
    began = time.perf_counter()
    crowd = (respondent(i, pool, plan, tally, until) for i in range(plan["users"]))
    await asyncio.gather(*crowd)
    return {
        "seconds": time.perf_counter() - began,
        "pages": tally.pages,
        "firsts": tally.firsts,
        "errors": tally.errors,
        "breaks": tally.breaks,
        "ended": tally.ended,
        "left": len(pool),
        "cpu": time.process_time(),
        "acknowledged": tally.acknowledged,
    }


def main() -> None:
    """Follow a plan from a file."""
    plan = json.loads(Path(sys.argv[1]).read_text())
    print(json.dumps(asyncio.run(run(plan))))


if __name__ == "__main__":
    main()
