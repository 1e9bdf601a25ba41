"""Claims that no result bears, wherever a report concludes, each beside its sound twin.

Forms of the fault (a subject nobody was asked of, said of all, of most, of a share, as a cause;
groups or growth that nobody measured; one wrong number) × places of a claim × languages.
"""

from __future__ import annotations

import json
from collections import Counter
from itertools import count, product
from pathlib import Path

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

WORDS = json.loads(
    (Path(__file__).parents[1] / "reference/audit/matrix_summary.json").read_text(encoding="utf-8")
)
FORMS = ("says", "most", "digit", "few", "cause", "group", "trend", "number")
PLACES = (
    *("chapter", "bullets", "dashes", "brief", "numbered", "closing", "run-in"),
    *("ground", "lead", "quote", "title", "long"),
)
RULES = {"summary-without-body", "two-values", "untested-change", "trend-word"}  # one fault
LAYOUTS = ("table", "lines", "prose", "items")
UNREAL = {  # what no such place would hold
    *((place, "cause") for place in ("title", "ground", "lead")),
    *(("title", form) for form in ("number", "digit", "few")),
}


def claim(form, said, topic, turn):
    """(the faulty sentence, what stands in its place in the twin)."""
    words = {
        **topic,
        "People": topic["people"].capitalize(),
        "alien": said["alien"][turn % len(said["alien"])],
    }
    words |= {"share": (13, 17, 31, 37)[turn % 4]}
    sound = topic["sound"][turn % 2]
    if form == "cause":
        return said["causes"][turn % 2], sound
    if form in ("group", "trend"):
        return topic[form], sound
    if form == "number":
        share = topic["one"]["answers"][0][2]
        return tuple(topic["one"]["claim"].format(n) for n in (share + (7, 9)[turn % 2], share))
    return said[form].format(**words), sound


def shown(question, said, layout):
    """A question with its answers."""
    ask, answers, base = (
        question["ask"],
        question["answers"],
        sum(n for _, n, _ in question["answers"]),
    )
    head, one = f"“{ask}” (n = {base})", said["heads"]["one"]
    if layout == "table":
        rows = [f"| {label} | {n} | {share} % |" for label, n, share in answers]
        return "\n".join([f"{head} {one}", "", "| | n | % |", "|---|---|---|", *rows])
    if layout == "lines":
        return "\n".join(
            [f"{head} {one}", *(f"{label} — {share} %" for label, _, share in answers)]
        )
    if layout == "items":
        return "\n".join(
            [f"{head} {one}", "", *(f"- {label}: {n} ({share} %)" for label, n, share in answers)]
        )
    return (
        f"“{ask}” {one} "
        + "; ".join(
            f"{label} — {n} {said['heads']['of']} {base} ({share} %)" for label, n, share in answers
        )
        + "."
    )


def small(words):
    """A sentence as a clause."""
    return words[:1].lower() + words[1:].rstrip(".")


def document(place, layout, said, topic, wrong):
    """A report with one claim in a place; the other claims are sound."""
    heads, mark = said["heads"], "## " if layout in ("table", "items") or place == "chapter" else ""
    body = [
        f"{mark}{heads['method']}",
        topic["method"],
        f"{mark}{heads['results']}",
        shown(topic["one"], said, layout),
        shown(topic["two"], said, "prose"),
        said["other"],
    ]
    title, *others = topic["title"], *topic["sound"]
    lines = [*[line for line in others if line != wrong][:1], wrong]
    head, first, last = ("# " if mark else "") + title, [], []
    if place == "chapter":
        first = [f"## {heads['summary']}", " ".join(lines)]
    elif place in ("bullets", "dashes"):
        first = [
            mark + heads["points"],
            "\n".join(f"{'•' if place == 'bullets' else '–'} {line}" for line in lines),
        ]
    elif place == "brief":
        first = [f"{heads['brief']}. {' '.join(lines)}"]
    elif place == "numbered":
        last = [mark + heads["end"], "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))]
    elif place == "closing":
        last = [mark + heads["end"], " ".join(lines)]
    elif place == "run-in":
        last = [f"{heads['end']}. {' '.join(lines)}"]
    elif place == "ground":
        last = [
            mark + heads["advice"],
            "\n".join(
                [
                    f"1. {topic['advice']}, {heads['why']} {topic['ground']}.",
                    f"2. {heads['act']}, {heads['why']} {small(wrong)}.",
                ]
            ),
        ]
    elif place == "lead":
        first = [f"{wrong.rstrip('.')}, {heads['news']}."]
    elif place == "quote":
        last = [f"“{heads['shows']} {small(wrong)},” {heads['said']}."]
    elif place == "title":
        head = ("# " if mark else "") + wrong.rstrip(".")
    else:
        others = [t for t in said["topics"] if t is not topic]
        body = [
            said["filler"],
            *body,
            *(
                part
                for t in others
                for part in (
                    f"{mark}{t['title']}",
                    t["method"],
                    shown(t["one"], said, layout),
                    shown(t["two"], said, "prose"),
                    said["filler"],
                )
            ),
        ]
        last = [mark + heads["end"], "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))]
    return "\n\n".join([head, *first, *body, *last]) + "\n"


def cases():
    turns = count()
    for lang, place, form in product(WORDS, PLACES, FORMS):
        turn = next(turns)
        if (place, form) in UNREAL:
            continue
        said = WORDS[lang]
        topic = said["topics"][turn // 3 % len(said["topics"])]
        layout = LAYOUTS[turn // 5 % len(LAYOUTS)]
        faulty, sound = (
            document(place, layout, said, topic, words) for words in claim(form, said, topic, turn)
        )
        yield (lang, place, form, layout), faulty, sound


def found(words):
    name = "a.md" if "#" in words or "|" in words else "a.txt"
    told = audit(read_plain(name, words))
    return {(item.rule, item.spot.quote) for item in told if item.rule in RULES}


def outcome():
    """{key: (found, blamed)}; of the twin, all that is blamed."""
    return {key: (found(faulty) - found(sound), found(sound)) for key, faulty, sound in cases()}


def test_claims_without_a_result_are_found_wherever_a_report_concludes():
    told = outcome()
    dark = [key for key, (hits, _) in told.items() if not hits]
    assert [(key, loud) for key, (_, loud) in told.items() if loud] == []
    assert len(dark) <= 0.05 * len(told), Counter(key[:3] for key in dark)
