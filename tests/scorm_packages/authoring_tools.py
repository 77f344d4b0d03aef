"""Packages shaped like those of common authoring tools: where they look for the API, and how they leave.

Written from scratch; each does the same work: it restores its place, notes one answer, and finishes when told to.
"""

from tests.scorm_packages.building import Package, manifest_12, sco_page

# The work every tool's package does, given a variable `API`. ?place is kept in location and suspend data.
WORK = """
API.LMSInitialize("");
var entry = API.LMSGetValue("cmi.core.entry");
var place = API.LMSGetValue("cmi.core.lesson_location") || "Slide 1";
var notes = API.LMSGetValue("cmi.suspend_data");
document.getElementById("said").textContent = entry + " / " + place + " / " + notes;
if (!API.LMSGetValue("cmi.core.lesson_status") || API.LMSGetValue("cmi.core.lesson_status") === "not attempted")
  API.LMSSetValue("cmi.core.lesson_status", "incomplete");
function go(to) {
  API.LMSSetValue("cmi.core.lesson_location", to);
  API.LMSSetValue("cmi.suspend_data", "seen " + to);
  API.LMSCommit("");
  document.getElementById("said").textContent = "at " + to;
}
function answer() {
  var n = API.LMSGetValue("cmi.interactions._count");
  API.LMSSetValue("cmi.interactions." + n + ".id", "question-" + n);
  API.LMSSetValue("cmi.interactions." + n + ".type", "choice");
  API.LMSSetValue("cmi.interactions." + n + ".student_response", "b");
  API.LMSSetValue("cmi.interactions." + n + ".correct_responses.0.pattern", "b");
  API.LMSSetValue("cmi.interactions." + n + ".result", "correct");
  API.LMSSetValue("cmi.interactions." + n + ".latency", "00:00:05.00");
}
var ended = false;
function leave(exit) {
  if (ended) return;
  ended = true;
  API.LMSSetValue("cmi.core.exit", exit);
  API.LMSSetValue("cmi.core.session_time", "00:00:02.00");
  API.LMSFinish("");
}
function finish() {
  answer();
  API.LMSSetValue("cmi.core.score.min", "0");
  API.LMSSetValue("cmi.core.score.max", "100");
  API.LMSSetValue("cmi.core.score.raw", "90");
  API.LMSSetValue("cmi.core.lesson_status", "passed");
  leave("");
  document.getElementById("said").textContent = "finished";
}
"""
BUTTONS = """
<button onclick="go('Slide 2')">Slide 2</button> <button onclick="go('Slide 3')">Slide 3</button>
<button onclick="finish()">Finish</button>
"""


def worker(*, leaves_on: str = "", find: str = "") -> str:
    """A page that does the work; `leaves_on` names the events whose handlers suspend it."""
    handlers = "".join(
        f"window.addEventListener('{event}', function () {{ leave('suspend'); }});" for event in leaves_on.split()
    )
    return sco_page(find + WORK + handlers, body=BUTTONS, title="Course")


def framing(address: str, *, name: str = "content", script: str = "") -> str:
    """A page that shows another one in a frame of the whole window."""
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Player</title><script>{script}</script>"
        f'</head><body><iframe name="{name}" src="{address}" title="Course" width="100%" height="500"></iframe>'
        "</body></html>"
    )


def plain() -> Package:
    """One page at the top that commits as it goes and is left without a word."""
    return Package({"index.html": worker()})


def storyline_like() -> Package:
    """A launch page at the top frames the player's page in a folder; both leave by unload and beforeunload."""
    return Package(
        {
            "index_lms.html": framing("story_content/story.html"),
            "story_content/story.html": worker(leaves_on="beforeunload unload"),
        },
        manifest=manifest_12(href="index_lms.html", title="Storyline-like"),
    )


def rise_like() -> Package:
    """A driver page in one folder holds the API for a course framed from another folder, which asks its parent."""
    driver = """
      function scan(win) { while (!win.API && win.parent !== win) win = win.parent; return win.API; }
      window.driver = scan(window.parent);
    """
    return Package(
        {
            "scormdriver/indexAPI.html": framing("../scormcontent/index.html", script=driver),
            "scormcontent/index.html": worker(leaves_on="unload", find="API = window.parent.driver;"),
        },
        manifest=manifest_12(
            href="scormdriver/indexAPI.html?moduleId=1&amp;x=2".replace("&amp;", "&"),
            title="Rise-like",
            resource_attributes='adlcp:scormType="sco"',
        ),
    )


def captivate_like() -> Package:
    """A launch page that writes its frame by script, with a query, and looks for the API from the inner page."""
    script = (
        "document.addEventListener('DOMContentLoaded', function () { var f = document.createElement('iframe');"
        "f.title = 'Course'; f.src = 'multiscreen.html?SCORM_API=1.2'; f.width = '100%'; f.height = 500;"
        "document.body.appendChild(f); });"
    )
    page = (
        f"<!DOCTYPE html><html lang=en><head><title>Launch</title><script>{script}</script></head><body></body></html>"
    )
    return Package(
        {"index_scorm.html": page, "multiscreen.html": worker(leaves_on="pagehide unload")},
        manifest=manifest_12(href="index_scorm.html", title="Captivate-like"),
    )


def ispring_like() -> Package:
    """Everything in a folder, opened at res/index.html, left by beforeunload and pagehide."""
    return Package(
        {"res/index.html": worker(leaves_on="beforeunload pagehide"), "res/data/html5.css": "body{margin:0}"},
        manifest=manifest_12(href="res/index.html", title="iSpring-like", schemaversion=""),
    )


def lectora_like() -> Package:
    """A launch page opens the course in a window of its own, which finds the API through its opener."""
    launch = """<!DOCTYPE html><html lang=en><head><title>Launch</title></head><body>
      <button onclick="window.open('a001index.html', 'course')">Open the course</button></body></html>"""
    return Package(
        {"index.html": launch, "a001index.html": worker(leaves_on="unload")},
        manifest=manifest_12(title="Lectora-like"),
    )


def deep_frames() -> Package:
    """Frames within frames, five levels from the course to the API."""
    pages: dict[str, str | bytes] = {f"level{n}.html": framing(f"level{n + 1}.html") for n in range(1, 5)}
    return Package(
        {**pages, "level5.html": worker(leaves_on="unload")}, manifest=manifest_12(href="level1.html", title="Deep")
    )


def exelearning_like() -> Package:
    """Several pages in one SCO, each of which initialises on loading and finishes on leaving."""
    page = (
        "API.LMSInitialize('');"
        "document.getElementById('said').textContent = '{name} ' + API.LMSGetLastError() + ' ' +"
        " API.LMSGetValue('cmi.suspend_data');"
        "API.LMSSetValue('cmi.suspend_data', API.LMSGetValue('cmi.suspend_data') + '{name};');"
        "window.onunload = function () {{ API.LMSSetValue('cmi.core.session_time', '00:00:01.00');"
        " API.LMSSetValue('cmi.core.exit', 'suspend'); API.LMSFinish(''); }};"
    )
    return Package(
        {
            "index.html": sco_page(page.format(name="one"), body='<a href="two.html">Next</a>'),
            "two.html": sco_page(page.format(name="two"), body='<a href="index.html">Back</a>'),
        },
        manifest=manifest_12(title="eXe-like"),
    )


TOOLS = {
    "plain": plain,
    "storyline": storyline_like,
    "rise": rise_like,
    "captivate": captivate_like,
    "ispring": ispring_like,
    "deep frames": deep_frames,
}
