"""Places and given names that verbatims should not tell; a study adds its own."""

from __future__ import annotations

PLACES = tuple(
    """Rīga Daugavpils Liepāja Jelgava Jūrmala Ventspils Rēzekne Valmiera Jēkabpils Ogre Tukums
    Cēsis Salaspils Kuldīga Olaine Saldus Talsi Dobele Krāslava Bauska Ludza Sigulda
    Līvāni Gulbene Madona Limbaži Aizkraukle Preiļi Balvi Vecāķi Valka Smiltene Aizpute
    Alūksne Līgatne Saulkrasti Grobiņa Kandava Varakļāni Mālpils Ķekava Mārupe Ādaži
    Carnikava Ropaži Augšdaugava Dienvidkurzeme Viļāni Zilupe Dagda Ilūkste Subate Viesīte
    Pļaviņas Koknese Skrīveri Lielvārde Ķegums Vangaži Salacgrīva Ainaži Aloja Mazsalaca
    Rūjiena Strenči Seda Cesvaine Lubāna Viļaka Abrene Kārsava Auce Brocēni Durbe
    Pāvilosta Piltene Priekule Skrunda Stende Sabile Valdemārpils Roja Dundaga Kolka
    Baldone Iecava Vecumnieki Skaistkalne Nereta Jaunjelgava Baloži Vecpiebalga
    Jaunpiebalga Рига Даугавпилс Лиепая Елгава Юрмала Вентспилс Резекне Валмиера Екабпилс
    Огре Тукумс Цесис Краслава Лудза Бауска Талси Добеле Сигулда Гулбене Мадона Прейли
    Балвы Ливаны""".split()
)
ALSO_WORDS = tuple(
    """Ogre Saldus Balvi Roja Auce Valka Seda Aloja Kolka Durbe Stende Baloži Abrene Ludza Vecāķi
    Огре""".split()
)
"""Places that a word in small letters may be by chance (`balva`, `saldus`, `roja`): cut only where
they stand with a capital letter.
"""
NAMES = tuple(
    """Anna Ilze Kristīne Inese Inga Līga Iveta Dace Sandra Ināra Daiga Baiba Aija Anita Evita
    Gunta Ieva Jana Laura Linda Māra Maija Marta Rita Sarmīte Santa Sigita Silvija Solvita
    Vija Vita Zane Zinaīda Biruta Velta Ausma Skaidrīte Mirdza Ārija Dzintra Aivars Aldis
    Andris Andrejs Arturs Artis Dainis Edgars Egils Ēriks Gints Guntis Gunārs Imants Ivars
    Jānis Juris Kārlis Kaspars Māris Mārtiņš Normunds Oskars Pēteris Raimonds Raivis
    Roberts Sandis Toms Uldis Valdis Viesturs Vilnis Zigmārs Bērziņš Kalniņš Ozoliņš
    Jansons Ozols Liepiņš Krūmiņš Balodis Eglītis Zariņš Pētersons Vītols Kļaviņš Kārkliņš
    Vanags Grīnbergs Ivanovs Petrovs Наталья Елена Ольга Татьяна Светлана Ирина Людмила
    Галина Мария Валентина Надежда Нина Тамара Александр Сергей Владимир Андрей Николай
    Алексей Дмитрий Михаил Виктор Юрий Игорь Иванов Петров""".split()
)
