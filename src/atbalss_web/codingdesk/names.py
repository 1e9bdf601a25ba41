"""Given names that are usual in Latvia: what is proposed to be cut from quotations.

A list for the eye of a person, not a proof: who publishes reads the text.
"""

NAMES = tuple(
    "Agnese Agris Aiga Aigars Aija Ainārs Aivars Aldis Aleksandrs Aleksejs Alise Alvis Amanda "
    "Anastasija Anatolijs Andrejs Andris Anete Anita Anna Annija Antonina Antons Antra Arnis "
    "Arta Artis Arturs Artūrs Arvīds Astra Astrīda Atis Austra Baiba Benita Beāte Biruta "
    "Broņislavs Dace Daiga Daina Dainis Dana Daniels Darja Didzis Diāna Dmitrijs Dzintars "
    "Dzintra Dāvis Edgars Edmunds Eduards Edīte Egita Egons Einārs Elena Elita Elvīra Elza "
    "Elīna Elīza Emīlija Emīls Ernests Estere Eva Evelīna Evija Fjodors Gatis Gaļina Genovefa "
    "Georgijs Ginta Gintars Gints Gita Grigorijs Guna Gundars Gundega Gunta Guntars Guntis "
    "Gunārs Gustavs Harijs Helēna Hermanis Ieva Ignats Igors Ilga Ilgvars Ilmārs Ilona Ilvija "
    "Ilze Imants Ina Inese Inga Ingrīda Inguna Ingus Inita Inna Inta Ints Ināra Iraida Irina "
    "Irma Irēna Ivans Ivars Iveta Ivita Ivo Izolde Jana Jekaterina Jevgenijs Jevgēnija Jeļena "
    "Jolanta Juliana Jurijs Juris Jānis Jūlija Karina Karīna Kaspars Kate Katrīna Kirils Kitija "
    "Konstantīns Kristaps Kristine Kristiāna Kristīne Krišjānis Kārlis Laila Laima Laimdota "
    "Laimonis Laine Lana Larisa Laura Lauris Leonids Leons Lidija Ligita Linda Liāna Lolita "
    "Ludmila Lāsma Līga Līna Lūcija Madara Mareks Margarita Mariana Marija Marika Marina "
    "Markuss Marta Maruta Marģers Matīss Mihails Mirdza Modris Monika Monta Māra Māris Mārtiņš "
    "Mārīte Nadežda Nataļja Natālija Nauris Nellija Nikita Nikola Nikolajs Nora Normunds Ojārs "
    "Oksana Olga Olita Oskars Oto Oļegs Paula Pauls Polīna Pāvels Pēteris Raimonds Raitis "
    "Raivis Ralfs Ramona Regīna Renārs Renāte Rihards Rimants Rita Ričards Roberts Rolands "
    "Romāns Ronalds Ruslans Rūdolfs Rūta Sabīne Samanta Sanda Sandis Sandra Sanita Santa "
    "Sarmīte Sergejs Sigita Signe Silva Silvija Simona Sintija Skaidrīte Smaida Solvita "
    "Staņislavs Stella Svetlana Taisija Tamāra Tatjana Teodors Terēze Tomass Toms Uldis Una Uva "
    "Uģis Vadims Vaira Valdis Valentīna Valentīns Valters Valērija Valērijs Vanda Vasilijs "
    "Velta Vera Veronika Viesturs Vija Viktorija Viktors Vilhelms Vilis Vineta Viola Violeta "
    "Vita Vitālijs Vizma Vladimirs Vladislavs Voldemārs Zaiga Zane Zenta Ziedonis Zigmunds "
    "Zigmārs Zigrīda Zinaīda Zinta Zoja Zuzanna Ērika Ēriks Ļubova Ļudmila Žanete Žanna "
    "Александр Александра Алексей Алла Анастасия Анатолий Андрей Анна Антон Артём Борис Вадим "
    "Валентин Валентина Валерий Валерия Василий Вера Вероника Виктор Виктория Виталий Владимир "
    "Владислав Галина Геннадий Георгий Григорий Дарья Денис Дмитрий Евгений Евгения Екатерина "
    "Елена Елизавета Жанна Зинаида Зоя Иван Игорь Илья Инна Ирина Кирилл Константин Кристина "
    "Ксения Лариса Леонид Лидия Любовь Людмила Маргарита Марина Мария Михаил Надежда Наталия "
    "Наталья Никита Николай Нина Оксана Олег Ольга Павел Полина Пётр Раиса Роман Руслан "
    "Светлана Сергей Софья Станислав Степан Тамара Татьяна Фёдор Юлия Юрий Яна Янис".split()
)
