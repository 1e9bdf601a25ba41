"""Abbreviations: one slip from a known one, never explained, explained and never used."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted
from atbalss.audit.rules.abbreviation_slips import (
    BRACKET,
    ROMAN,
    STANDS,
    known_slip,
    letter_slip,
    names,
    spelt_out,
    turned_slip,
)
from atbalss.audit.text import Block, Kind, Text, word_pattern

_CAPS = regex.pattern(r"(?<![\w-])[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{2,9}(?![\w-])")
_LINE = regex.pattern(
    r"^([^\W\d_]*[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{2}[\w-]*)(?:\s+[–—=-]|\s?:)\s+(?=[^\W\d_]|[„“\"«])"
)
_LONGEST = 5  # letters; longer ones are mostly words in capitals
_KNOWN = frozenset(  # institutions and terms that readers of a country know without being told
    "CSP VID VSAA NVA PMLP CSDD LAD VUGD NMPD NVD SPKC RSU RTU LNB LTV LETA SKDS VARAM IZM VDEĀK VRAA IIN PVN VSAOI LDZ ATD"
    " TIC PII BVKB PTAC SPRK KNAB LPS LTRK LDDK CFLA LIAA ALTUM VZD VNĪ NEPLP CVK VISC RIMI NHS GPS ONS DVLA HMRC MOT VAT PAYE"
    " STEM PHD SEN CCTV ATM DNA BSC MSC EEA EFTA CPD PPE МФЦ ФНС МВД ЖКХ ГИБДД ДПС НКО ВЦИОМ ФОМ РАН МГУ ТСЖ ТКО ОМС ДМС ЕГЭ"
    " IEEE ACM MIT BSD GPL NASA NSF NIH IETF PNAS ANSI UNIX CERN FAIR ARM AMD JIT TLS SSL SSH TCP UDP YAML TOML ОГЭ ВУЗ ЗАГС МЧС ДТП НДС ПФР СНИЛС ИНН АЗС РАНХИГС ВШЭ НИУ МИД ГУП МУП ФГУП ЦИК ТАСС РИА ЖКУ ПФО ЦФО СНГ СПБ РЖД".split()
)
_COMMON = frozenset(
    "OS QA UX UI VM ML VR AR CI CD OK ID AM PM NR GB MB KB TB NB PS AI MI NY LA DC ИИ ИТ ID OR NO YES AAPOR ESOMAR WAPOR MEMO ERAF ESF KF SEPA GDPR VDAR FAX TV VIP SOS DIY AIDS HIV DVD CV HR PR PC IP TEC EUR USD USA ASV GDP IKP ANO NATO PDF SMS СМС MMS ММС ТВ ПК WC HTML HTTP HTTPS URL ISO IBM API SIA VAS NVO NGO FAQ CEO COVID CATI CAPI CAWI CSV XML JSON SQL GPS PIN QR BBC CNN WWW GMT UTC OECD UNESCO UNICEF США ЕС ООН СССР РФ КПРФ ООО ОАО ЗАО ВВП СМИ ОЭСР ВИЧ ГОСТ UK US EU ES LR MK LV EN RU IT IKT ICT NPS VPN DNS RSS CLI IDE GUI SDK CPU GPU RAM LSP ORM RPC REST HTTP WASM LLM LLVM AWS GCP JVM CVE ABI OSS SIG AST OOP DOM MVC ЛДПР МОУ МБОУ МКОУ МАОУ МУП ГБУ ФИО ЖКХ ГИБДД МВД ФСБ".split()
)  # fmt: skip


_TITLED = 5  # letters of a word of a title in capitals


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Slips of known abbreviations; in a document with a glossary also unknown and unused ones."""
    uses = every = list(_uses(text))
    counts = Counter(word for word, _ in uses)
    uses = [
        (word, where)
        for word, where in uses
        if len(word) > 2
        or (counts[word] > 1 and not regex.search(rf"(?<!\w){word} [A-Z][a-z]", text.whole))
    ]  # `VS Code` is a name
    listed = _glossary(text)
    defined = set(listed) | _in_brackets(text)
    told: set[str] = set()
    lower = _in_small_letters({word for word, _ in uses}, text)
    prose = {s.block for s in text.prose if s.text.endswith((".", "!"))}
    spelt = {w for w in spelt_out(text) if counts[w] or (len(w) == 2 and _told(w, text) > 1)}
    strange = (
        {
            word
            for word in {word for word, where in uses if where.line > 1 or where.block in prose}
            if word not in defined and word not in _COMMON and not ROMAN.fullmatch(word)
        }
        - names(text)
        - lower
    )
    known = frozenset() if spelt & _KNOWN else _KNOWN  # who explains these explains all
    lone = _lone(strange - known, claims, text)
    listed_beside = _beside(defined, text)
    for word, where in uses:
        if word in defined or word in _COMMON or word in lower or ROMAN.fullmatch(word):
            continue
        usual = {one for one in counts if counts[one] >= 3 * counts[word]} | (_KNOWN - {word})
        meant = known_slip(word, counts, defined | (usual if word not in _KNOWN else set()))
        meant = meant or turned_slip(word, counts, set(listed))
        meant = meant or letter_slip(word, counts, spelt, strange)
        if meant:
            yield finding(text, "abbreviation-slip", where, word=word, meant=meant)
            told |= {word, meant}
        elif word not in told and (
            len(listed) >= 3
            or (spelt and strange == {word} and word not in known and where.block in prose)
            or (strange == {word} and where.block in listed_beside)
            or (word == lone and where.block in prose)
        ):
            told.add(word)
            yield finding(text, "abbreviation-undefined", where, word=word)
    yield from _short(text, [one for one in every if one[1].block in prose], spelt, defined)
    options = {i for i, block in enumerate(text.blocks) if "%" in block.text} - prose
    uses = [use for use in uses if use[1].block not in options]  # answers as they were offered
    yield from _once(text, uses, spelt - told, set(listed))
    if len(listed) >= 2:
        for word, where in listed.items():
            if not _used(word, where, text):
                yield finding(text, "abbreviation-unused", where, word=word)


def _short(
    text: Text, uses: list[tuple[str, Spot]], spelt: set[str], defined: set[str]
) -> Iterator[Finding]:
    """The one strange word of two capitals, told once, beside one spelt out of which a letter is wrong."""
    strange = [
        (word, where)
        for word, where in uses
        if len(word) == 2
        and word not in defined | _COMMON
        and not ROMAN.fullmatch(word)
        and text.whole.count(word) == 1
    ]
    if len(strange) != 1:
        return
    word, where = strange[0]
    fits = [
        other
        for other in spelt
        if len(other) == 2
        and _told(other, text) > 2
        and (word == other[::-1] or word[0] == other[0])
    ]
    if len(fits) == 1:
        yield finding(text, "abbreviation-slip", where, word=word, meant=fits[0])


def _once(
    text: Text, uses: list[tuple[str, Spot]], spelt: set[str], listed: set[str]
) -> Iterator[Finding]:
    """Abbreviations spelt out and never used again, in a document that uses others of its own."""
    often = {word: text.whole.count(word) for word in spelt}
    known = {word for word, _ in uses}
    idle = [w for w in (spelt & known) - listed - _COMMON if often[w] == 1]
    idle = [w for w in idle if not regex.search(rf'[”“"»]\)? ?\({w}\)', text.whole)]
    promised = [
        word
        for word in idle
        if regex.search(rf"{_HEREAFTER}{word}(?!\w)", text.whole, regex.IGNORECASE)
    ]
    promised = promised or [
        w for w in idle if regex.search(rf"{_TERM}\s\({w}\)", text.whole, regex.IGNORECASE)
    ]
    familiar = any(word in _KNOWN for word in idle) and all(often[word] < 3 for word in spelt)
    if len(promised) != 1 and (len(idle) != 1 or familiar):
        return  # names given once, for those who know them so
    idle = promised or idle
    where = next(spot for word, spot in uses if word == idle[0])
    yield finding(text, "abbreviation-unused", where, word=idle[0])


_HEREAFTER = r"(?:turpmāk|далее|hereafter|hereinafter|henceforth)[\s:–—-]{0,5}(?:tekstā[\s:–—-]{0,5})?[„“\"«]?"
_TERM = r"(?:score|index|rate|scale|indicator|ratio|method|questionnaire|inde(?:ks\w*)|rādītāj\w*|anket\w*|metod\w*|индекс\w*|показател\w*|шкал\w*|метод\w*)[”“\"»]?"


def _in_small_letters(words: set[str], text: Text) -> set[str]:
    """Words in capitals that the document also has as common words, whatever their ending."""
    small = set(regex.findall(r"(?<!\w)[^\W\d_A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{3,}", text.whole))
    begins = {word[:5].upper() for word in small if len(word) >= 5}
    return {
        word for word in words if word.lower() in small or (len(word) > 4 and word[:5] in begins)
    }


def _lone(strange: set[str], claims: Claims, text: Text) -> str:
    """The only unexplained abbreviation of a survey's report; "" where there are several, or none."""
    if claims.drawn:
        return ""  # a community's report for those who know
    unknown = {word for word in strange if len(word) <= _LONGEST}
    reports = claims.base > 0 or word_pattern(text.words.interval).search(text.whole) is not None
    lone = next(iter(unknown)) if len(unknown) == 1 and reports else ""
    asked = " ".join(
        regex.findall(r"[^.!?:„“”«»\"]*\?", text.whole)
    )  # those asked knew what stands there
    return "" if regex.search(rf"(?<!\w){lone}s?(?!\w)", asked) else lone


def _beside(defined: set[str], text: Text) -> set[int]:
    """The tables in which an abbreviation that the document explains is told as well."""
    return {
        index
        for index, block in enumerate(text.blocks)
        for row in block.rows[:1] and block.rows
        if row and set(_CAPS.findall(row[0])) & defined
    }


def _told(word: str, text: Text) -> int:
    return len(regex.findall(rf"(?<![\w-]){word}(?!\w)", text.whole))


def _uses(text: Text) -> Iterator[tuple[str, Spot]]:
    """Words in capitals, but for those in headings that are all capitals."""
    for index, block in enumerate(text.blocks):
        if block.kind in (Kind.QUOTE, Kind.CONTENTS) or block.text.isupper():
            continue
        rows = [(block.text, block.line)] if block.text else []
        titled = len(block.rows) > 1 and all(row and row[0].isupper() for row in block.rows)
        rows += [
            (" | ".join(cell for cell in row[titled:] if not _title(cell, row)), line)
            for row, line in zip(block.rows, block.row_lines, strict=False)
        ]
        for words, line in rows:
            plain = regex.sub(
                r"https?://\S+|[„“\"«][^”“\"»?]{0,80}[”“\"»]", lambda m: " " * len(m[0]), words
            )
            for match in _CAPS.finditer(plain):
                if _is_label(plain, match):
                    continue
                near = plain[max(0, match.start() - 25) : match.end() + 25]
                letters = sum(char.isalpha() for char in near)
                if letters > len(match[0]) and sum(map(str.isupper, near)) > 0.7 * letters:
                    continue  # a line in capitals
                if _is_titled(plain, match):
                    continue
                at = block.line_at(match.start()) if block.text else line
                quote = quoted(words, match.start(), match.end())
                yield match.group(0), Spot(quote, at, block.page, index)


def _is_label(words: str, match: re.Match[str]) -> bool:
    """Whether a word in capitals opens a paragraph as its label: `LEAD. Four in ten …`."""
    return (
        not words[: match.start()].strip()
        and regex.match(r"[.:]\s", words[match.end() :]) is not None
    )


def _is_titled(words: str, match: re.Match[str]) -> bool:
    """Whether a word in capitals is one of a title in capitals: long, or beside others of them."""
    before, after = words[: match.start()], words[match.end() :]
    left = itertools.takewhile(_is_capital, reversed(before.split(" ")[:-1]))
    right = itertools.takewhile(_is_capital, after.split(" ")[1:] if after[:1] == " " else [])
    beside = [*left, *right]
    long = len(match[0]) >= _TITLED and any(len(word) >= _TITLED for word in beside)
    return long or len(beside) > 1 or len(match[0]) > 2 * _TITLED - 2


def _is_capital(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper()


def _title(cell: str, row: tuple[str, ...]) -> bool:
    """Whether a cell in capitals is a title: long, or the name of a long entry beside it."""
    named = cell is row[0] and len(row) == 2 and len(row[1]) > 40
    return cell.isupper() and (len(cell) >= 9 or named)


def _glossary(text: Text) -> dict[str, Spot]:
    """Abbreviations of a list of terms, with their places."""
    found: dict[str, Spot] = {}
    inside = False
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.HEADING:
            inside = bool(word_pattern(text.words.glossary).search(block.text))
        found |= {
            word: where for word, where in _inline(block, index, text).items() if word not in found
        }
        if not inside:
            continue
        if block.text.count("; ") > 1:
            for match in _ENTRY.finditer(block.text):
                where = Spot(
                    quoted(match.group(0)), block.line_at(match.start(1)), block.page, index
                )
                found.setdefault(match.group(1), where)
        for start, line in block.starts or ((0, block.line),):
            entry = _LINE.match(block.text[start:])
            if entry:
                where = Spot(quoted(block.text[start:]), line, block.page, index)
                found.setdefault(entry.group(1), where)
        for row, line in zip(block.rows, block.row_lines, strict=False):
            word = row[0].strip() if len(row) > 1 else ""
            if regex.fullmatch(r"[^\W\d_]*[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{2}[\w-]*", word):
                found.setdefault(word, Spot(quoted(" | ".join(row)), line, block.page, index))
    return found


_ENTRY = regex.pattern(
    r"(?:^|[;:,]\s)([^\W\d_]*[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{2}[\w-]*)\s+[–—=-]\s+(?=[^\d\s])"
)


def _inline(block: Block, index: int, text: Text) -> dict[str, Spot]:
    """`Abbreviations: ILL – inter-library loan; PLN – …`: a list in one paragraph."""
    head = regex.match(r"[^:]{3,60}:", block.text)
    entry = _ENTRY
    if head is None or not word_pattern(text.words.glossary).search(head.group(0)):
        entry = _ON_LINE  # its title is the first line, and each entry a line
        head = regex.match(
            rf"(?:{text.words.glossary})\s(?=\S+\s+[–—=-]\s)", block.text, regex.IGNORECASE
        )
        if head is None:
            return {}
    found = {
        match.group(1): Spot(
            quoted(block.text, match.start(), match.end()),
            block.line_at(match.start(1)), block.page, index,
        )
        for match in entry.finditer(block.text)
    }  # fmt: skip
    told = len(found) > 1 or (entry is _ENTRY and block.text.count(";") > 0)  # `pp` beside it
    return found if told else {}


_ON_LINE = regex.pattern(r"\s([^\W\d_]*[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{2}[\w-]*)\s+[–—=-]\s+(?=[^\d\s])")


def _in_brackets(text: Text) -> set[str]:
    found = set()
    for block in text.blocks:
        if block.kind is Kind.QUOTE:
            continue
        cells = " | ".join(cell for row in block.rows for cell in row)
        found |= {match.group(1) for match in BRACKET.finditer(f"{block.text} {cells}")}
        found |= _behind_name(block.text) | set(STANDS.findall(block.text))
        entry = _LINE.match(block.text)
        if entry and len(block.text) < 200 and "%" not in block.text:
            found.add(entry.group(1))
        for match in regex.finditer(r"([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]{2,9}) \([^()]{8,90}\)", block.text):
            found.add(match.group(1))
    return found


_SMALL = frozenset("un and of the for und и в по на of in to ir".split())


def _behind_name(words: str) -> set[str]:
    """Abbreviations told just behind the name they are of: `the Rehabilitation Day Centre, or RDC`."""
    found = set()
    for match in _CAPS.finditer(words):
        near = words[max(0, match.start() - 120) : match.start()]
        before = regex.findall(r"[^\W\d_]+", regex.split(r"[.!?]\s|\)", near)[-1])
        first = "".join(w[0] for w in before if w.lower() not in _SMALL and not w.isupper()).upper()
        place = first.rfind(match.group(0))
        if place >= 0 and len(first) - place - len(match.group(0)) <= 3:
            found.add(match.group(0))
    return found


def _used(word: str, where: Spot, text: Text) -> bool:
    pattern = regex.pattern(
        rf"(?<![\w-]){re.escape(word)}(?!\w)", regex.IGNORECASE if word[:1].islower() else 0
    )
    plain = regex.pattern(
        regex.sub(r"[-_]", "[-_ ]?", re.escape(word).replace(r"\-", "-")), regex.IGNORECASE
    )
    for index, block in enumerate(text.blocks):
        if index == where.block and not block.rows:
            continue
        rows = " ".join(
            " ".join(row)
            for row, line in zip(block.rows, block.row_lines, strict=False)
            if line != where.line
        )
        if pattern.search(block.text + " " + rows):
            return True
        if not word.isupper() and plain.search(block.text + " " + rows):
            return True
    return False
