"""The files that `atbalss tables --out` makes: a page, a workbook, long rows, JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from atbalss.report.banner_print import printed
from atbalss.report.downloads import csv_bytes
from atbalss.report.render import tables_html, tables_xlsx
from atbalss.study.about import Study
from atbalss.tables.banner_across import across
from atbalss.tables.banner_plain import LONG, TESTS, long_rows, plain_banner, rows_of_tests
from atbalss.tables.banner_result import BannerTable

NAMES = ("tables.html", "tables.xlsx", "tables.csv", "tables-tests.csv", "tables.json")
SUFFIXES = (".html", ".xlsx", ".csv", ".json")


def file_of(
    name: str, tables: Sequence[BannerTable], study: Study, lang: str, fingerprint: str = ""
) -> bytes:
    """The content of one file by its name's ending; a name with `-tests` holds the tests."""
    suffix = name[name.rfind(".") :].lower()
    if suffix == ".csv":
        if "-tests" in name:
            return csv_bytes([TESTS, *(row for table in tables for row in rows_of_tests(table))])
        return csv_bytes([LONG, *(row for table in tables for row in long_rows(table, lang))])
    if suffix == ".json":
        values = {
            "study": study.name,
            "title": study.title.get(lang),
            "fingerprint": fingerprint,
            "tables": [plain_banner(table, lang) for table in tables],
        }
        return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()
    title, subtitle = study.title.get(lang), study.current.label.get(lang)
    pages = [printed(across(table), lang) for table in tables]
    if suffix == ".xlsx":
        digits = [table.ask.digits for table in tables]
        return tables_xlsx.workbook(pages, lang, title=title, subtitle=subtitle, digits=digits)
    page = tables_html.page(pages, lang, title=title, subtitle=subtitle, fingerprint=fingerprint)
    return page.encode()
