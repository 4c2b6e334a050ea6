"""A learning platform for tests: scorm-again, a strict one by somebody else, in a window."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from kinds import READY
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Route

import kinds_project
from scorm_gate import Call
from support import ROOT
from unruffled.formats.scorm import package
from unruffled.model.organisation import Scorm
from unruffled.project import inspect
from unruffled.rendering import Renderer
from waiting import until
from watching import watch

HOST = "https://platform.example/"
PLATFORM = (ROOT / "tests/vendor/scorm12.min.js").read_text(encoding="utf-8")
MASTERY = 80

WINDOW = """<!doctype html><title>Platform</title><script src="scorm12.min.js"></script><script>
const saved = JSON.parse(localStorage.saved ?? "null");
const api = new Scorm12API({ autocommit: false, logLevel: 5 });
if (saved) api.loadFromJSON(saved, "");
const mastery = new URLSearchParams(location.search).get("mastery");
if (mastery) api.cmi.student_data.mastery_score = mastery;
const mode = new URLSearchParams(location.search).get("mode");
if (mode) api.cmi.core.lesson_mode = mode;
const calls = [];
const keep = () => {
  const { core, suspend_data } = JSON.parse(JSON.stringify(api.cmi));
  const { lesson_status, lesson_location, score } = core;
  const entry = core.exit === "suspend" ? "resume" : "";
  const kept = { lesson_status, lesson_location, score, entry };
  localStorage.saved = JSON.stringify({ core: kept, suspend_data });
};
const listen = {};
const names = ["Initialize", "GetValue", "SetValue", "Commit", "Finish", "GetLastError"];
for (const name of names) {
  listen[`LMS${name}`] = (...values) => {
    const answer = String(api[`LMS${name}`](...values));
    if (!name.includes("Error") && name !== "GetValue") {
      calls.push([`LMS${name}`, values.map(String), answer, String(api.LMSGetLastError())]);
      localStorage.calls = JSON.stringify(calls);
      if (name === "Commit" || name === "Finish") keep();
    }
    return answer;
  };
}
if (!location.search.includes("alone")) window.API = listen;
</script><style>iframe { width: 100%; height: 95vh }</style><iframe src="frames.html"></iframe>"""
FRAMES = """<!doctype html><title>Frames</title><style>iframe { width: 100%; height: 95vh }</style>
<iframe src="course/index.html"></iframe>"""


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The Library of the project with every kind of question."""
    folder = tmp_path_factory.mktemp("scorm")
    kinds_project.write(folder)
    return inspect(folder)[0]


def pack(content: Any, name: str, **options: Any) -> bytes:
    """Package a quiz for an organisation with these options."""
    scorm = Scorm(**options)
    organisation = content.organisation.model_copy(update={"scorm": scorm})
    renderer = Renderer(replace(content, organisation=organisation))
    return package(renderer, content.quizzes[name], "https://handbook.example/")


class Platform:
    """A window of a platform that a learner opens and closes; what it keeps outlives the window."""

    def __init__(self, context: BrowserContext, files: dict[str, bytes]) -> None:
        self.context = context
        self.files = files
        self.top: Page
        context.route("**/*", self._serve)

    def _serve(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOST).partition("?")[0].partition("#")[0]
        made = {"": WINDOW, "frames.html": FRAMES, "calls": ""}
        made |= {"scorm12.min.js": PLATFORM}
        body = made.get(path, self.files.get(path.removeprefix("course/")))
        types = {"js": "text/javascript", "css": "text/css", "json": "application/json"}
        kind = types.get(path.rpartition(".")[2], "text/html; charset=utf-8")
        route.fulfill(status=200 if body is not None else 404, body=body or "", content_type=kind)

    def begin_with(self, saved: dict[str, Any]) -> None:
        """Have the platform give this back when the course is opened next."""
        page = self.context.new_page()
        page.goto(f"{HOST}calls")
        page.evaluate("text => (localStorage.saved = text)", json.dumps(saved))
        page.close()

    def launch(self, search: str = "") -> Frame:
        """Open the course two frames deep; return its frame when it can be answered."""
        self.top = self.context.new_page()
        self.top.goto(f"{HOST}{search}")
        frame = self.top.frames[-1]
        until(frame, "() => document.querySelector('.quiz-panel')?.children.length")
        frame.evaluate(READY)
        frame.evaluate("document.querySelector('unruffled-quiz').begun")
        return frame

    def close(self) -> list[Call]:
        """Close the window; return what the platform was told in this session."""
        self.top.close()
        page = self.context.new_page()
        page.goto(f"{HOST}calls")
        told = json.loads(page.evaluate("localStorage.calls ?? '[]'"))
        self.saved = json.loads(page.evaluate("localStorage.saved ?? 'null'"))
        page.evaluate("localStorage.removeItem('calls')")
        page.close()
        return [Call(name, tuple(values), answer, error) for name, values, answer, error in told]


Start = Callable[..., Platform]


@pytest.fixture
def platform(chromium: Browser) -> Iterator[Start]:
    contexts, trouble = [], []

    def start(data: bytes, **options: Any) -> Platform:
        archive = zipfile.ZipFile(io.BytesIO(data))
        context = chromium.new_context(**options)
        context.set_default_timeout(5_000)
        contexts.append(context)
        trouble.append(watch(context, HOST))
        return Platform(context, {name: archive.read(name) for name in archive.namelist()})

    yield start
    for context in contexts:
        context.close()
    assert [each for found in trouble for each in found] == []
