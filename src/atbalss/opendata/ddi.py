"""DDI-Codebook 2.5: the study, its method, its file and every variable, for archives.

Element names and their order are those of the DDI Alliance's schema codebook.xsd (2012-01-17).
The method is that of AAPOR's disclosure items; frequencies come from suppressed tables alone.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from atbalss.opendata.phrases import say
from atbalss.opendata.rules import Card
from atbalss.opendata.table import Column, Form
from atbalss.opendata.wave import OpenWave
from atbalss.opendata.xml import add, add_texts, as_bytes
from atbalss.problems.catalogue import LANGS
from atbalss.study.about import SampleKind, Study
from atbalss.study.question import Kind
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rule_words import asked_of_words
from atbalss.study.texts import NO_TEXT, Text

NAMESPACE = "ddi:codebook:2_5"
_KIND = Text.of({"lv": "Aptaujas mikrodati", "en": "Survey microdata", "ru": "Микроданные опроса"})
_INVENTED = Text.of({lang: say("invented", lang) for lang in LANGS})


def codebook(
    study: Study, card: Card, asked: Questionnaire, wave: OpenWave, file: str, version: str
) -> bytes:
    """The codebook of a wave. `asked` is the questionnaire as it was fielded, `file` its CSV."""
    root = Element("codeBook", {"xmlns": NAMESPACE, "version": "2.5", "ID": "codebook"})
    described = add(root, "stdyDscr")
    _citation(described, study, card, wave, version)
    _info(described, study, card, wave)
    _method(described, study, wave)
    access = add(add(described, "dataAccs"), "useStmt")
    add(access, "conditions", card.licence)
    if wave.columns:
        text = add(add(root, "fileDscr", ID="F1", URI=file), "fileTxt")
        add(text, "fileName", file)
        size = add(text, "dimensns")
        add(size, "caseQnty", str(len(wave.columns[0].cells)))
        add(size, "varQnty", str(len(wave.columns)))
        add(text, "fileType", "text/csv; charset=utf-8; header=present")
        data = add(root, "dataDscr")
        for place, column in enumerate(wave.columns, 1):
            _variable(data, asked, wave, column, f"V{place}")
    return as_bytes(root)


def _citation(parent: Element, study: Study, card: Card, wave: OpenWave, version: str) -> None:
    citation = add(parent, "citation")
    titles = add(citation, "titlStmt")
    mark = f"{say('invented-title', study.langs[0])} " if wave.wave.invented else ""
    label = wave.wave.label.get(study.langs[0])
    first = add(titles, "titl", f"{mark}{study.title.get(study.langs[0])}: {label}")
    first.set("{http://www.w3.org/XML/1998/namespace}lang", study.langs[0])
    for lang in study.langs[1:]:
        mark = f"{say('invented-title', lang)} " if wave.wave.invented else ""
        other = add(
            titles, "parTitl", f"{mark}{study.title.get(lang)}: {wave.wave.label.get(lang)}"
        )
        other.set("{http://www.w3.org/XML/1998/namespace}lang", lang)
    add(titles, "IDNo", card.identifier or f"{study.name}-{wave.wave.name}")
    responsible = add(citation, "rspStmt")
    for _ in add_texts(responsible, "AuthEnty", study.conductor or card.publisher or study.title):
        pass
    made = add(citation, "prodStmt")
    list(add_texts(made, "producer", study.conductor))
    add(made, "software", "Atbalss", version=version)
    list(add_texts(made, "fundAg", study.commissioner))
    distribution = add(citation, "distStmt")
    list(add_texts(distribution, "distrbtr", card.publisher or study.commissioner))
    if card.contact_email:
        add(distribution, "contact", card.contact_name.get("lv"), email=card.contact_email)
    if study.published:
        add(distribution, "distDate", study.published.isoformat(), date=study.published.isoformat())


def _info(parent: Element, study: Study, card: Card, wave: OpenWave) -> None:
    info = add(parent, "stdyInfo")
    if card.keywords:
        subject = add(info, "subject")
        for keyword in card.keywords:
            list(add_texts(subject, "keyword", keyword))
    list(add_texts(info, "abstract", card.description or study.aim))
    summary = add(info, "sumDscr")
    for event, day in (("start", wave.wave.start), ("end", wave.wave.end)):
        if day is not None:
            add(summary, "collDate", day.isoformat(), date=day.isoformat(), event=event)
    add(summary, "nation", "Latvija", abbr="LVA")
    list(add_texts(summary, "universe", study.disclosure.get("population", study.target_group)))
    list(add_texts(summary, "dataKind", _KIND))
    if wave.wave.invented:
        list(add_texts(info, "notes", _INVENTED, type_="invented"))


def _method(parent: Element, study: Study, wave: OpenWave) -> None:
    """AAPOR's items where DDI has a place for them, the others as notes."""
    said = dict(study.disclosure)
    method = add(parent, "method")
    data = add(method, "dataColl")
    list(add_texts(data, "timeMeth", said.pop("strategy", NO_TEXT)))
    list(add_texts(data, "dataCollector", study.conductor))
    list(add_texts(data, "sampProc", said.pop("recruitment", study.sampling) or study.sampling))
    list(add_texts(data, "collMode", wave.wave.mode or said.get("mode", study.mode)))
    list(add_texts(data, "resInstru", said.pop("instrument", NO_TEXT)))
    list(add_texts(data, "weight", said.pop("weighting", NO_TEXT)))
    list(add_texts(data, "cleanOps", said.pop("processing", NO_TEXT)))
    for note in wave.wave.notes:
        list(add_texts(method, "notes", note, type_="wave"))
    for item in ("sponsor", "dates"):
        list(add_texts(method, "notes", said.get(item, NO_TEXT), type_=item))
    analysis = add(method, "anlyInfo")
    list(add_texts(analysis, "respRate", said.pop("sizes", NO_TEXT)))
    kind = "probability" if study.sample_kind is SampleKind.PROBABILITY else "self-selected"
    add(analysis, "EstSmpErr", kind)
    list(add_texts(analysis, "dataAppr", said.pop("limitations", NO_TEXT)))


def _variable(
    parent: Element, asked: Questionnaire, wave: OpenWave, column: Column, key: str
) -> None:
    kind = "contin" if column.form is Form.NUMBER else "discrete"
    made = add(parent, "var", ID=key, name=column.name, files="F1", intrvl=kind)
    if column.name == "weight":
        made.set("wgt", "wgt")
    list(add_texts(made, "labl", column.label))
    question = None
    if column.question is not None:
        name = column.question.name.removesuffix("_grouped")
        question = asked.by_name.get(column.question.name) or asked.by_name.get(name)
    if question is not None:
        _asked(made, question.label, question.hint, question.interviewer_note)
        words = {
            lang: asked_of_words(question.asked_of, asked, lang)
            for lang in LANGS
            if lang in asked.langs
        }
        list(add_texts(made, "universe", Text.of(words)))
    if column.form is Form.OPTION:
        counted = None
        if column.question is not None and column.code is not None:
            counted = wave.frequencies.get((column.question.name, column.code.name))
        _categories(made, column, {} if counted is None else {"1": counted})
    else:
        held = wave.frequencies
        name = "" if column.question is None else column.question.name
        known = {v.name: held[name, v.name] for v in column.values if (name, v.name) in held}
        _categories(made, column, known)
    numeric = column.form in (Form.NUMBER, Form.OPTION)
    add(made, "varFormat", type_="numeric" if numeric else "character", schema="other")
    if column.question is not None and column.question.kind is Kind.MULTIPLE:
        add(made, "notes", column.question.name, type_="multiple-response-set")


def _asked(parent: Element, wording: Text, hint: Text, note: Text) -> None:
    for lang, words in wording.pairs:
        asked = add(parent, "qstn")
        asked.set("{http://www.w3.org/XML/1998/namespace}lang", lang)
        add(asked, "qstnLit", " ".join(words.split()))
        if hint.has(lang):
            add(asked, "postQTxt", hint.get(lang))
        if note.has(lang):
            add(asked, "ivuInstr", note.get(lang))


def _categories(parent: Element, column: Column, counted: dict[str, int]) -> None:
    for value in column.values:
        made = add(parent, "catgry")
        if value.missing is not None:
            made.set("missing", "Y")
            made.set("missType", value.missing.value)
        add(made, "catValu", value.name)
        list(add_texts(made, "labl", value.label))
        if value.name in counted:
            add(made, "catStat", str(counted[value.name]), type_="freq")
