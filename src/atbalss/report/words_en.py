# ruff: noqa: E501 - tables of forms and patterns read best a row a line
"""English: counted nouns, units, fractions and what trend, rank and majority words look like."""

from __future__ import annotations

from decimal import Decimal

Forms = dict[str, str]
CASE_NAMES = ("nom", "gen", "dat", "acc", "loc", "par", "no")
CASES = {name: name for name in CASE_NAMES} | {"instr": "par"}


def plural(number: Decimal) -> str:
    """`one` for exactly 1, else `other` (0.8 points)."""
    return "one" if abs(number) == 1 else "other"


def _all(word: str) -> Forms:
    return dict.fromkeys(CASE_NAMES, word)


def _noun(one: str, other: str) -> dict[str, Forms]:
    return {"one": _all(one), "other": _all(other)}


NOUNS: dict[str, dict[str, Forms]] = {
    "respondent": _noun("respondent", "respondents"),
    "client": _noun("client", "clients"),
    "interview": _noun("interview", "interviews"),
    "answer": _noun("answer", "answers"),
    "person": _noun("person", "people"),
    "participant": _noun("participant", "participants"),
    "service": _noun("service", "services"),
    "year": _noun("year", "years"),
    "point": _noun("point", "points"),
    "percentage_point": _noun("percentage point", "percentage points"),
}
NOUN_NAMES = {form["nom"]: name for name, forms in NOUNS.items() for form in forms.values()}
FRACTIONS: dict[str, Forms] = {
    "tenth": _all("a tenth"),
    "fifth": _all("a fifth"),
    "quarter": _all("a quarter"),
    "third": _all("a third"),
    "half": _all("half"),
    "two_fifths": _all("two fifths"),
    "three_fifths": _all("three fifths"),
    "two_thirds": _all("two thirds"),
    "three_quarters": _all("three quarters"),
    "four_fifths": _all("four fifths"),
    "nine_tenths": _all("nine tenths"),
}
MODIFIER_WORDS = {
    "": "", "almost": "almost ", "more": "more than ", "less": "less than ", "about": "about ",
}  # fmt: skip
MODIFIER_CASES: dict[str, str] = {}
MODIFIER_PATTERNS = {
    "almost": r"almost|nearly|just under",
    "more": r"(?:slightly |a little )?more than|just over|over",
    "less": r"(?:slightly |a little )?(?:less|fewer) than|under",
    "about": r"about|around|roughly|approximately",
}
CLAIM_PATTERNS = (
    ("nine_tenths", r"nine[- ]tenths|nine (?:in|out of) (?:every )?ten"),
    ("four_fifths", r"four[- ]fifths|four (?:in|out of) (?:every )?five"),
    ("three_quarters", r"three[- ](?:quarters|fourths)|three (?:in|out of) (?:every )?four"),
    ("two_thirds", r"two[- ]thirds|two (?:in|out of) (?:every )?three"),
    ("three_fifths", r"three[- ]fifths|three (?:in|out of) (?:every )?five"),
    ("two_fifths", r"two[- ]fifths|two (?:in|out of) (?:every )?five"),
    ("tenth", r"(?:a|one)[- ]tenth|one (?:in|out of) (?:every )?ten|every tenth"),
    ("fifth", r"(?:a|one)[- ]fifth|one (?:in|out of) (?:every )?five|every fifth"),
    ("quarter", r"(?:a|one)[- ](?:quarter|fourth)|one (?:in|out of) (?:every )?four|every fourth"),
    ("third", r"(?:a|one)[- ]third|one (?:in|out of) (?:every )?three|every third"),
    ("half", r"(?:one[- ])?half(?= (?:of|the|all|said|used|named|were)\b|[ ,.;:)]|$)"
             r"|one (?:in|out of) (?:every )?two|every second|every other"),
    ("great_majority", r"(?:great|vast|large|overwhelming) majority"),
    ("majority", r"(?:the |an absolute |a )?majority|most of (?:the|all|them)"
                 r"|most (?:respondents|clients|people|visitors|participants)"),
    ("minority", r"(?:the |a )?minority"),
    ("none", r"none of the (?:respondents|clients|people|visitors|participants)"),
    ("all", r"all (?:of the |the )?(?:respondents|clients|visitors|participants)"),
)  # fmt: skip
TREND_PATTERNS = (
    r"(?:higher|lower|larger|smaller|greater|better|worse|more|less|fewer|more often|less often)"
    r"(?: \w+)? than (?:in )?(?:(?:19|20)\d\d|before|earlier|last year|a year (?:ago|before|earlier))",
    r"rose|risen|rises?|grew|grown|growth",
    r"increased|increases|increasing|decreased|decreases|decreasing",
    r"(?:an |the |a )?(?:increase|decrease|decline|rise|fall|drop) (?:of|in|by|from|since)",
    r"fell|fallen|dropped|declined|declining",
    r"(?:remained|remains|stayed) (?:unchanged|stable|the same)|unchanged|did not change|has not changed",
    r"at the same level|at (?:last year’s|last year's|the previous|its previous) level",
    r"as \w+ as (?:in (?:19|20)\d\d|before|earlier|last year|a year (?:ago|before|earlier))",
    r"improved|worsened|doubled|trebled|tripled|halved",
)
RANK_PATTERNS = (
    ("among_top", r"(?:one of|among) the (?:most (?:often|frequent\w*|common\w*|popular)|highest|largest)(?: \w+ed)?"),
    ("among_bottom", r"(?:one of|among) the (?:least \w+|rarest|lowest|smallest)"),
    ("second", r"second[- ](?:most (?:often|frequent\w*|common\w*|popular)|highest|largest)|in second place"),
    ("third", r"third[- ](?:most (?:often|frequent\w*|common\w*|popular)|highest|largest)|in third place"),
    ("top", r"most (?:often|frequent\w*|common\w*|popular|widely)|highest|largest|in first place|mostly|mainly"),
    ("bottom", r"least (?:often|frequent\w*|common\w*|popular)|lowest|smallest|rarest|in last place"),
)  # fmt: skip
NUMBER_WORD = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-\w+)?|hundred|thousand)"
)
COUNTED_WORD = (
    r"(?:per ?cent\w*|percentage points?|respondents?|clients?|participants?|people|persons?"
    r"|interviews?|points?)"
)
TIMES_PATTERN = (
    rf"(?:twice|thrice|(?:several|many|{NUMBER_WORD}) times) (?:as|more|less|higher|lower|larger)"
)
POINT_WORDS = r"percentage points?|pp\b"
SCALE_PATTERN = r"(?:scale )?(?:of|from) \d+ to \d+|\d+[- ]point scale"
REFERENCE_PATTERN = r"(?:figure|table|annex|fig\.)\s?\d+"
DATE_PATTERN = (
    r"\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b"
)
ORDINAL_PATTERN = r"(?:chapter|question|section|item) \d+"
AND = "and"
QUOTES = ("“", "”")
DIRECTION = {
    "higher": "rose by {amount}",
    "lower": "fell by {amount}",
    "no_difference_shown": "shows no statistically significant difference",
    "unchanged": "did not change",
    "untestable_higher": "is {amount} {higher} according to the published figures; the difference cannot be tested",
    "untestable_lower": "is {amount} {lower} according to the published figures; the difference cannot be tested",
    "untestable_same": "is {same} according to the published figures; the difference cannot be tested",
}  # fmt: skip
SUBJECTS = {
    key: {"higher": "higher", "lower": "lower", "same": "the same"}
    for key in ("m", "f", "n", "mp", "fp")
}
AMOUNT_CASE = "nom"
