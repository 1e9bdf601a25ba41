"""How the text of a printed report is read: rows under captions, contents, feet of pages."""

from __future__ import annotations

from atbalss.audit.plain import read_plain
from atbalss.audit.text import Kind


def table_of(text, lang="lv"):
    blocks = read_plain("a.txt", text, lang).blocks
    tables = [block for block in blocks if block.kind is Kind.TABLE]
    assert len(tables) == 1, [block.text for block in blocks]
    return tables[0]


def test_rows_one_space_apart_under_a_caption_and_its_question_are_a_table_of_shares():
    table = table_of(
        "5. attēls. Gaidīšana (%; 2025. gadā n = 846, 2023. gadā n = 812)\n"
        "Jautājums: Cik ilgi gaidījāt?\nAtbilde 2025 2023\nLīdz 5 minūtēm 34 27\n"
        "Ilgāk par 30 minūtēm, ja\nbija pārtraukums 11 13\nNeatceras 2 3\n\nVisi gaidīja.\n"
    )
    assert table.rows == (
        ("Atbilde", "2025 %", "2023 %"),
        ("Līdz 5 minūtēm", "34", "27"),
        ("Ilgāk par 30 minūtēm, ja bija pārtraukums", "11", "13"),
        ("Neatceras", "2", "3"),
    )
    assert table.row_lines == (3, 4, 5, 7)


def test_thousands_apart_values_below_their_labels_and_all_labels_first():
    table = table_of(
        "Table 2. Groups\nGroup Users All %\nMen 138 1 262 53\nAll 531 2 208 44\n", "en"
    )
    assert table.rows[1:] == (("Men", "138", "1262", "53"), ("All", "531", "2208", "44"))
    below = table_of("Рисунок 1. Причины, %\nДалеко\n41\nДорого\n28\nДругое\n6\n", "ru")
    assert below.rows[1:] == (("Далеко", "41"), ("Дорого", "28"), ("Другое", "6"))
    parted = table_of("Figure 1. Reasons, %\nToo far\nToo dear\nOther\n41\n28\n6\n", "en")
    assert parted.rows[1:] == (("Too far", "41"), ("Too dear", "28"), ("Other", "6"))


def test_prose_under_a_caption_is_no_table():
    said = "1. attēls. Vecums\nAptaujāti 846 klienti, 2023. gadā bija 812\nun 2021. gadā 805\n"
    assert all(block.kind is not Kind.TABLE for block in read_plain("a.txt", said, "lv").blocks)


def test_contents_without_leaders_and_numbered_feet_are_no_headings():
    text = read_plain(
        "a.txt",
        "SATURS\nMETODE\n1. Gaidīšana\n2. Sūdzības\nMETODE\nAptaujāja visus.\n\nKlienti 2025 3\n\n"
        "1. Gaidīšana\n\nGaidīja maz.\n\nKlienti 2025 5\n\n2. Sūdzības\n\nSūdzību nav.\n",
        "lv",
    )
    kinds = [block.text for block in text.blocks if block.kind is Kind.HEADING]
    assert kinds == ["SATURS", "METODE", "1. Gaidīšana", "2. Sūdzības"]


def test_a_base_below_a_caption_belongs_to_it_and_one_row_under_years_is_enough():
    text = read_plain(
        "a.txt",
        "Рис. 2. Довольны\n% от всех опрошенных: 2024 г. – 702, 2022 г. – 688\nСторона 2024 2022\n"
        "Сроки 46 39\nПомещения 68 69\n\nТабл. 1. Подали, %\n"
        "Год 2020 2022 2024\nВсего 27 33 41\n",
        "ru",
    )
    tables = [block.rows for block in text.blocks if block.kind is Kind.TABLE]
    assert tables[0][0] == ("Сторона", "2024 %", "2022 %")
    assert tables[1] == (("Год", "2020 %", "2022 %", "2024 %"), ("Всего", "27", "33", "41"))
    assert "688" in next(block.text for block in text.blocks if block.kind is Kind.CAPTION)
