"""The voice: recorded and heard in the page, shown, judged by its speaker, and kept nowhere."""

from __future__ import annotations

import re

import pytest
from axe import in_scheme, looks, violations
from playwright.sync_api import Page, expect

from waiting import until

PAGE = "voice/stay-calm/"
STORED = """async () => ({
  local: Object.keys(localStorage).length,
  session: Object.keys(sessionStorage).length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
})"""


PATIENCE = 30_000
"""Milliseconds: on a busy machine the sound of a second takes longer than one."""
TRIES = 5


def refusing(name: str) -> str:
    # An empty page has no devices, and the script runs there, too.
    return f"""if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = async () => {{
      throw new DOMException("no", "{name}");
    }};"""


def record(panel, seconds: float = 3.4) -> None:
    """Press, let the microphone play its line, and press again."""
    button = panel.locator(".voice-record")
    button.click()
    runs(panel, int(seconds))
    button.click()


def runs(panel, seconds: int) -> None:
    """Wait until so many seconds are recorded, or more: a busy machine may show none of them."""
    later = "|".join(map(str, range(seconds, 31)))
    clock = panel.locator(".voice-clock")
    expect(clock).to_have_text(re.compile(f"^({later}) s"), timeout=PATIENCE)


def first_panel(page: Page):
    return page.locator(".voice-exercise .voice-panel").first


def test_a_line_is_recorded_shown_and_told(speaking):
    page = speaking(PAGE)
    panel = first_panel(page)
    said = re.compile(r"^Try \d\. 2\.4 seconds\. \d+ words a minute\. 1 pause, in seconds: 0\.6\.")
    told, number = panel.locator(".voice-tries p").last, 0
    # A busy machine may lose sound on its way from the microphone: then the line is said again.
    while number == 0 or (number < TRIES and not said.search(told.inner_text())):
        record(panel)
        number += 1
        expect(told).to_contain_text(f"Try {number}.")
    expect(told).to_have_text(said)
    expect(told).to_contain_text("The line has 2 marks for breath. The end falls.")
    expect(panel.get_by_role("status").filter(has_text=f"Try {number}.")).to_have_count(1)
    expect(panel.locator(".voice-tries li").last.locator(".voice-picture rect")).to_have_count(1)


def test_nothing_is_sent_and_nothing_is_stored(speaking):
    page = speaking(PAGE)
    panel = first_panel(page)
    record(panel)
    before, requests = page.evaluate(STORED), []
    page.on("request", lambda request: requests.append(request.url))
    record(panel)
    panel.get_by_role("button", name="Hear it").first.click()
    panel.get_by_role("button", name="Keep it").first.click()
    expect(panel.locator(".voice-tries li")).to_have_count(2)
    assert requests == []
    assert page.evaluate(STORED) == before
    page.reload()
    expect(first_panel(page).locator(".voice-tries li")).to_have_count(0)


def test_the_last_three_tries_stay_and_the_one_that_is_kept(speaking):
    page = speaking(PAGE)
    panel = first_panel(page)
    for number in range(1, 6):
        record(panel, 2)
        expect(panel.locator(".voice-tries li").last).to_contain_text(f"Try {number}.")
        if number == 1:
            panel.get_by_role("button", name="Keep it").click()
    rows = panel.locator(".voice-tries p").all_inner_texts()
    assert [row.split(".")[0] for row in rows] == ["Try 1", "Try 3", "Try 4", "Try 5"]


def test_it_is_done_by_keyboard_alone_and_escape_stops(speaking):
    page = speaking(PAGE)
    panel = first_panel(page)
    panel.locator(".voice-record").focus()
    page.keyboard.press("Enter")
    expect(panel.get_by_role("button", name="Stop")).to_be_focused()
    runs(panel, 2)
    page.keyboard.press("Escape")
    expect(panel.locator(".voice-tries li")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(panel.get_by_role("button", name="Hear it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel.get_by_role("button", name="Stop it")).to_be_focused()


def test_a_recording_is_saved_by_its_speaker_as_a_sound_file(speaking):
    page = speaking(PAGE)
    panel = first_panel(page)
    record(panel)
    with page.expect_download() as waiting:
        panel.get_by_role("button", name="Save as a file").click()
    assert waiting.value.suggested_filename == "try-1.wav"
    assert waiting.value.path().read_bytes()[:4] == b"RIFF"


def test_after_the_warm_up_a_line_stands_beside_it(speaking):
    page = speaking(PAGE)
    page.locator(".voice-warm summary").click()
    warm = page.locator(".voice-warm")
    for number in (1, 2, 3):
        expect(warm).to_contain_text(f"Line {number} of 3")
        record(warm)
    expect(warm.get_by_role("status")).to_contain_text("Thank you.")
    panel = first_panel(page)
    record(panel)
    expect(panel.locator(".voice-tries p")).to_contain_text("As loud as your warm-up.")
    expect(panel.locator(".voice-usual")).to_have_count(1)


@pytest.mark.parametrize(
    ("setup", "words"),
    [
        ("Object.defineProperty(window, 'isSecureContext', { value: false });", "https"),
        ("delete window.AudioWorkletNode;", "gives pages no microphone"),
        (refusing("NotAllowedError"), "was not allowed"),
        (refusing("NotFoundError"), "No microphone was found"),
        (refusing("NotReadableError"), "Another program"),
        (refusing("SomethingNewError"), "could not be used"),
    ],
    ids=["http", "old", "refused", "none", "taken", "unknown"],
)
def test_a_microphone_that_cannot_be_had_is_explained(visit, setup, words):
    page = visit(PAGE, setup)
    panel = first_panel(page)
    panel.locator(".voice-record").click()
    expect(panel.locator(".voice-told")).to_contain_text(words)
    expect(page.locator(".voice-without").first).to_be_visible()
    page.get_by_role("button", name="Nearly").first.click()
    expect(page.get_by_text("Noted.")).to_be_visible()


NO_MODULE = """if (window.AudioWorklet) AudioWorklet.prototype.addModule = async () => {
  throw new Error();
};"""


def test_a_part_that_cannot_be_loaded_is_named_and_the_microphone_is_not_asked_for(visit):
    page = visit(PAGE, NO_MODULE)
    panel = first_panel(page)
    panel.locator(".voice-record").click()
    expect(panel.locator(".voice-told")).to_contain_text("Check your connection")
    expect(panel.get_by_role("button", name="Record")).to_be_visible()


def test_in_a_frame_without_the_microphone_the_page_says_where_to_open_it(visit):
    page = visit("voice/", refusing("NotAllowedError"))
    page.evaluate(
        "() => { const frame = document.createElement('iframe'); frame.src = 'stay-calm/';"
        " frame.width = 800; frame.height = 800; document.body.prepend(frame); }"
    )
    frame = page.frame_locator("iframe")
    frame.locator(".voice-exercise .voice-record").first.click()
    expect(frame.locator(".voice-told").filter(has_text="tab of its own")).to_be_visible()


KEEP_STREAM = """
const ask = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
if (ask)
  navigator.mediaDevices.getUserMedia = async wanted => (window.stream = await ask(wanted));
"""


def test_what_was_recorded_until_the_device_went_away_is_there(speaking):
    page = speaking(PAGE, KEEP_STREAM)
    panel = first_panel(page)
    panel.locator(".voice-record").click()
    runs(panel, 2)
    page.evaluate("stream.getAudioTracks()[0].dispatchEvent(new Event('ended'))")
    expect(panel.locator(".voice-told")).to_contain_text("The microphone is gone.")
    expect(panel.locator(".voice-tries li")).to_have_count(1)
    assert page.evaluate("stream.getAudioTracks()[0].readyState") == "ended"


def test_sound_that_goes_to_another_program_is_named(speaking):
    page = speaking(PAGE, KEEP_STREAM)
    panel = first_panel(page)
    panel.locator(".voice-record").click()
    runs(panel, 1)
    page.evaluate("stream.getAudioTracks()[0].dispatchEvent(new Event('mute'))")
    expect(panel.locator(".voice-told")).to_contain_text("Another program has the microphone now.")
    panel.locator(".voice-record").click()
    expect(panel.locator(".voice-tries li")).to_have_count(1)


LONG = """
const Node = window.AudioWorkletNode;
if (Node) window.AudioWorkletNode = class extends Node {
  get port() {
    const samples = Float32Array.from({ length: 30 * 48_000 }, (_, index) =>
      index < 480_000 ? 0 : 0.2 * Math.sin(index / 50));
    return { set onmessage(take) { setInterval(() => take({ data: samples }), 50); } };
  }
};
"""


def test_a_recording_ends_by_itself_after_two_minutes(speaking):
    page = speaking(PAGE, LONG)
    panel = first_panel(page)
    panel.locator(".voice-record").click()
    expect(panel.locator(".voice-told")).to_contain_text("two minutes at the most")
    expect(panel.locator(".voice-tries li")).to_have_count(1)
    expect(panel.get_by_role("button", name="Record")).to_be_visible()


MUTE = """if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = async () =>
  new AudioContext().createMediaStreamDestination().stream;"""


def test_silence_is_said_to_be_silence(speaking):
    page = speaking(PAGE, MUTE)
    panel = first_panel(page)
    panel.locator(".voice-record").click()
    runs(panel, 1)
    panel.locator(".voice-record").click()
    expect(panel.locator(".voice-told")).to_contain_text("Nothing was heard")
    expect(panel.locator(".voice-tries li")).to_have_count(0)


def test_a_device_that_evens_out_loudness_is_named(speaking):
    page = speaking(
        PAGE,
        "MediaStreamTrack.prototype.getSettings = () => ({ autoGainControl: true });",
    )
    panel = first_panel(page)
    record(panel)
    expect(panel.locator(".voice-told")).to_contain_text("loudness is not compared")


def test_only_the_learners_own_judgement_is_recorded(visit):
    page = visit(PAGE)
    page.get_by_role("button", name="I did what it asks").first.click()
    expect(page.get_by_text("Noted.")).to_be_visible()
    page.goto("course/record/")
    expect(page.locator("details.past")).to_contain_text("Stay calm: low, slow, short")
    page.locator("details.past summary").click()
    expect(page.locator("details.past")).to_contain_text("you judged it yourself")


def test_phrases_that_are_spoken_can_be_said_and_written_ones_cannot(visit):
    page = visit("phrases/active-listening/")
    offer = page.locator(".voice-offer").get_by_role("button", name="Say it aloud")
    expect(offer).to_be_visible()
    expect(page.locator(".voice-say")).to_have_count(0)
    offer.click()
    expect(page.locator(".voice-say").first).to_be_visible()
    rows = page.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [row.dataset.channel, row.querySelectorAll('.voice-say').length])"
    )
    spoken = [bool({"phone", "in_person"} & set(channels.split())) for channels, _ in rows]
    assert [bool(buttons) for _, buttons in rows] == spoken
    assert {True, False} == set(spoken)
    page.locator(".voice-say").first.click()
    expect(page.locator(".voice-record").last).to_be_visible()


def test_a_page_of_phrases_loads_none_of_it_before_somebody_presses(visit):
    page = visit("phrases/stay-calm/")
    expect(page.locator(".voice-offer")).to_be_visible()
    loaded = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert [each.rpartition("/")[2] for each in loaded if "voice/" in each] == ["aloud.js"]


def test_the_lines_of_a_worked_conversation_can_be_said(visit):
    page = visit("connect/stay-calm/")
    page.locator(".conversation .voice-offer button").click()
    expect(page.locator(".conversation .voice-say").first).to_be_visible()
    page.locator(".conversation .voice-say").first.click()
    expect(page.locator(".conversation .voice-panel .voice-record").last).to_be_visible()


VOICES = """
window.spoken = [];
speechSynthesis.getVoices = () => [
  { name: "Far", lang: "en-GB", localService: false },
  { name: "Near", lang: "en-GB", localService: true },
];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
speechSynthesis.speak = said =>
  window.spoken.push([said.text, said.voice.name, said.rate, said.volume]);
"""


def begin(page: Page) -> None:
    page.locator(".voice-offer button").first.click()
    expect(page.locator(".voice-option").first).to_be_visible()


def test_the_customer_is_read_aloud_by_a_voice_of_the_device_alone(visit):
    page = visit("practice/late-parcel/", VOICES)
    begin(page)
    assert page.evaluate("spoken") == []
    page.get_by_label("Hear the customer").check()
    until(page, "() => spoken.length === 1")
    page.locator(".scene-choices ol button").nth(1).click()
    until(page, "() => spoken.length === 2")
    first, second = page.evaluate("spoken")
    assert first[0].startswith("Finally! Four days late")
    assert first[1] == second[1] == "Near"
    told = page.locator(".scene-state dd").first.inner_text()
    expect(page.locator(".scene-them").last).to_contain_text(second[0])
    assert told and first[2] > 0.95


def test_without_a_voice_of_the_device_nothing_is_read_and_it_is_said(visit):
    page = visit(
        "practice/late-parcel/", VOICES.replace("localService: true", "localService: false")
    )
    begin(page)
    page.get_by_label("Hear the customer").check()
    expect(page.get_by_text("no voice of its own for this language")).to_be_visible()
    assert page.evaluate("spoken") == []


def test_nothing_of_a_hard_conversation_is_read_aloud(visit):
    page = visit("practice/turns-abusive/", VOICES)
    page.get_by_role("button", name="Begin").click()
    begin(page)
    expect(page.get_by_label("Say it first")).to_be_visible()
    expect(page.get_by_label("Hear the customer")).to_have_count(0)


def test_the_reply_is_said_before_the_choices_are_seen_and_heard_beside_the_chosen_one(speaking):
    page = speaking("practice/late-parcel/")
    begin(page)
    page.get_by_label("Say it first").check()
    choices = page.locator(".scene-choices > ol")
    expect(choices).to_be_hidden()
    record(page.locator(".voice-first"))
    page.get_by_role("button", name="Show the choices").click()
    expect(choices.locator("button").first).to_be_focused()
    choices.locator("button").first.click()
    expect(page.locator(".scene-you")).to_contain_text("What you said first:")
    expect(page.locator(".scene-you").get_by_role("button", name="Hear it")).to_be_visible()
    expect(choices).to_be_hidden()
    page.get_by_label("Say it first").uncheck()
    expect(choices).to_be_visible()


def test_a_card_can_be_said_and_what_its_customers_say_be_heard(visit):
    page = visit("desk/shouting/", VOICES)
    page.locator(".voice-offer button").click()
    expect(page.locator(".card-now .voice-say").first).to_be_visible()
    page.locator(".card-hears summary").click()
    page.locator(".card-hears .voice-say").first.click()
    until(page, "() => spoken.length === 1")


def test_what_customers_say_on_a_card_about_danger_is_not_read_aloud(visit):
    page = visit("desk/danger/", VOICES)
    page.locator(".voice-offer button").click()
    expect(page.locator(".card-now .voice-say").first).to_be_visible()
    expect(page.locator(".card-hears .voice-say")).to_have_count(0)


@looks
def test_the_pages_keep_to_the_rules_of_access(speaking, window, scheme):
    page = in_scheme(speaking(PAGE, **window, color_scheme=scheme), scheme)
    page.locator(".voice-warm summary").click()
    record(first_panel(page))
    expect(first_panel(page).locator(".voice-tries li")).to_have_count(1)
    assert violations(page) == []
    for path in ("voice/", "voice/for-two/", "voice/what-it-tells/"):
        page.goto(path)
        assert violations(page) == []


@pytest.mark.parametrize("path", [PAGE, "voice/for-two/", "voice/what-it-tells/", "voice/"])
def test_at_320_pixels_nothing_is_cut_off(visit, path):
    page = visit(path, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_each_exercise_says_how_it_works(visit):
    page = visit(PAGE, java_script_enabled=False)
    expect(page.locator(".voice-exercise")).to_have_count(3)
    expect(page.locator(".voice-without").first).to_be_visible()
    expect(page.get_by_role("button", name="Record")).to_have_count(0)
