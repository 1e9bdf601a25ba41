"""A query that is put together once and asked many times: an answer page spends most on queries.

Django builds the SQL of a query anew each time; for a row with its study that costs more than the
database does. What is kept is the text and how to read its rows; every asking is fresh.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators

M = TypeVar("M", bound=Model)
_MARK = "the value goes here"


class Prepared(Generic[M]):
    """A query of one text value, made by `rows`, which must use that value exactly once."""

    def __init__(self, rows: Callable[[str], QuerySet[M]]) -> None:
        self.rows = rows
        self._kept = threading.local()

    def get(self, value: str) -> M | None:
        """The row, or None."""
        found = getattr(self._kept, connection.vendor, None)
        if found is None:
            found = self._compiled()
            setattr(self._kept, connection.vendor, found)
        compiler, sql, params, converters, names, populators = found
        with connection.cursor() as cursor:
            cursor.execute(sql, [value if item == _MARK else item for item in params])
            row = cursor.fetchone()
        if row is None:
            return None
        row = next(iter(compiler.apply_converters([row], converters)))
        start = compiler.klass_info["select_fields"][0]
        made = compiler.klass_info["model"].from_db(
            DEFAULT_DB_ALIAS, names, row[start : start + len(names)]
        )
        for populator in populators:
            populator.populate(row, made)
        for name, place in compiler.annotation_col_map.items():
            setattr(made, name, row[place])
        return made

    def _compiled(self) -> tuple[Any, ...]:
        compiler = self.rows(_MARK).query.get_compiler(DEFAULT_DB_ALIAS)
        sql, params = compiler.as_sql()
        converters = compiler.get_converters([item[0] for item in compiler.select])
        fields = compiler.klass_info["select_fields"]
        names = [item[0].target.attname for item in compiler.select[fields[0] : fields[-1] + 1]]
        populators = get_related_populators(compiler.klass_info, compiler.select, DEFAULT_DB_ALIAS)
        return compiler, sql, params, converters, names, populators
