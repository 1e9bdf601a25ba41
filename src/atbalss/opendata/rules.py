"""What a study says of its open data: the section `opendata:` of `study.yaml` as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from atbalss.study.texts import NO_TEXT, Text


class WeightRule(StrEnum):
    """What becomes of weights: they may tell the cell that somebody was weighted by."""

    CLASS = "class"  # the mean of all with the same published quasi-identifiers
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Band:
    """One group of a recoding: codes of a closed question, or a range of an open number."""

    name: str
    label: Text = NO_TEXT
    codes: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None

    def holds(self, value: float) -> bool:
        """Whether a number lies in the range, both ends included."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class QuasiIdentifier:
    """A question by which a person could be known again, with its recodings from fine to coarse.

    `level` 0 publishes it as it was asked, i the i-th recoding, one more than there are leaves it
    out. `importance` weighs its loss in the search: what is more important is blanked last.
    """

    question: str
    levels: tuple[tuple[Band, ...], ...] = ()
    level: int = 0
    importance: float = 1.0

    def __post_init__(self) -> None:
        if not 0 <= self.level <= len(self.levels) + 1 or self.importance <= 0:
            raise ValueError(f"{self.question}: level {self.level}, importance {self.importance}")

    @property
    def dropped(self) -> int:
        """The level at which the question is left out."""
        return len(self.levels) + 1

    def name_at(self, level: int) -> str:
        """The name of the published variable at a level: its own, `_grouped` where recoded."""
        return self.question if level == 0 else f"{self.question}_grouped"


@dataclass(frozen=True, slots=True)
class Card:
    """Whose data this is and on what terms; and what the national database of research asks.

    `spatial`, `theme`, `frequency`, `language` are resources of the EU's vocabularies, `url` the
    address under which the folder will be published.
    """

    url: str = ""
    landing_page: str = ""
    identifier: str = ""
    licence: str = "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0"
    publisher: Text = NO_TEXT
    publisher_url: str = ""
    publisher_type: str = (
        "http://publications.europa.eu/resource/authority/corporate-body-classification/ADM_GOVT"
    )
    contact_name: Text = NO_TEXT
    contact_email: str = ""
    description: Text = NO_TEXT
    keywords: tuple[Text, ...] = ()
    theme: str = "http://publications.europa.eu/resource/authority/data-theme/GOVE"
    spatial: str = "http://publications.europa.eu/resource/authority/country/LVA"
    frequency: str = "http://publications.europa.eu/resource/authority/frequency/ANNUAL"
    access: str = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
    goal: Text = NO_TEXT
    task: Text = NO_TEXT
    policy_field: Text = NO_TEXT
    research_class: Text = NO_TEXT
    use: Text = NO_TEXT
    funding: Text = NO_TEXT
    price: Text = NO_TEXT
    results: Text = NO_TEXT
    authors: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Rules:
    """How data is made fit for publication.

    `k`: every published combination of quasi-identifiers is shared by so many persons; `rare`:
    answers of fewer are united; `most_blank`: a recoding is proposed where at most this part of
    the cells of quasi-identifiers must be blanked; `sensitive` are looked at for l-diversity;
    `cross` are pairs of quasi-identifiers by which tables are crossed; `hide_under` is the
    smallest base of open tables (None: that of the report).
    """

    quasi_identifiers: tuple[QuasiIdentifier, ...] = ()
    k: int = 5
    rare: int = 3
    most_blank: float = 0.05
    sensitive: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    cross: tuple[tuple[str, str], ...] = ()
    weights: WeightRule = WeightRule.CLASS
    hide_under: int | None = None
    microdata: bool = True
    waves: tuple[str, ...] = ()
    card: Card = Card()

    def __post_init__(self) -> None:
        if self.k < 2 or self.rare < 1 or not 0 <= self.most_blank < 1:
            raise ValueError(f"k {self.k}, rare {self.rare}, most_blank {self.most_blank}")

    @property
    def published(self) -> tuple[QuasiIdentifier, ...]:
        """The quasi-identifiers that are not left out."""
        return tuple(item for item in self.quasi_identifiers if item.level < item.dropped)
