# ruff: noqa: E501 - sentences are kept whole
"""Press texts about surveys: what newsrooms write is passed, and the fault beside it is found.

Invented sentences in the manner of agencies, pollsters and municipalities, in three languages: each
pair has one construction, once sound and once with its fault.
"""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

ASKED = {
    "lv": "2024. gada maijā aptaujāti 800 iedzīvotāji. Kļūdas robeža ir 3,5 procentpunkti.",
    "en": "In May 2024 we interviewed 800 residents. The margin of error is 3.5 percentage points.",
    "ru": "В мае 2024 года опрошено 800 жителей. Погрешность 3,5 процентного пункта.",
}
PAIRS = (  # language, rule, sound, faulty
    (  # no `55 līdz 74` is a number of those who were asked
        "lv",
        "small-cell",
        "Aptauja internetā.\n\nIedzīvotājiem vecumā no 55 līdz 74 gadiem - šo respondentu vidū 61% jūras peldvietas slavē. Tikmēr 3% atbildēt nevarēja.",
        "Aptauja internetā. Atbildēja visi 55 respondenti.\n\nPeldvietas slavē 61% respondentu. Tikmēr 3% atbildēt nevarēja.",
    ),
    (  # a clause tells on of the group of the clause before
        "lv",
        "two-values",
        f"{ASKED['lv']}\n\nTramvaju drīzāk izvēlas 20% pilsētnieku, bet 24% par maršrutu viedokli nepauda.\n\nPēc dzimuma: tramvaju izvēlas 19% vīriešu un 20% sieviešu, bet vēl 16% vīriešu un 28% sieviešu par maršrutu viedokli nepauda.",
        f"{ASKED['lv']}\n\nTramvaju drīzāk izvēlas 20% respondentu. Par maršrutu viedokli nepauda 24%.\n\nKopumā par maršrutu viedokli nepauda 31% respondentu.",
    ),
    (  # two surveys of two years, each told in a paragraph of its own
        "lv",
        "two-values",
        "2020. gada rudenī notika pirmā aptauja. Bibliotēkas darba laiku labi vērtē 81% lasītāju.\n\n2022. gada rudenī notika otrā aptauja. Bibliotēkas darba laiku labi vērtē 57% lasītāju.",
        "2022. gada rudenī notika aptauja. Bibliotēkas darba laiku labi vērtē 81% lasītāju.\n\nAptauja bija anonīma. Bibliotēkas darba laiku labi vērtē 57% lasītāju.",
    ),
    (  # the rest of a question of which one half is told before
        "lv",
        "sum-of-answers",
        f"{ASKED['lv']}\n\nNeapmierināti ar ceļiem ir 32%.\n\nSavukārt apmierināti ar ceļiem ir 65%. Pilnīgi apmierināti ir 14% respondentu, bet 51% – drīzāk apmierināti. Pārējiem 3% viedokļa nav.",
        f"{ASKED['lv']}\n\nVai ar ceļiem esat apmierināti? Pilnīgi apmierināti ir 14% respondentu, bet 51% – drīzāk apmierināti. Pārējiem 13% viedokļa nav.",
    ),
    (  # `they note, that …` asks nothing, and a service each is no list of answers
        "ru",
        "sum-of-answers",
        "Опрошено 800 жителей.\n\nБольшинство отмечают, что ничего важного не изменилось в работе почты (82%), аптек (73%) и рынка (61%).",
        "Опрошено 800 жителей.\n\nЧто мешает ездить на велосипеде? Погода (82%), плохие дороги (73%), кражи (61%).",
    ),
    (
        "ru",
        "sum-of-answers",
        "Опрошено 800 жителей.\n\nО том, что двор стал чище, чаще говорили молодые жители (71%), жители центра (74%), мужчины (70%).",
        "Опрошено 800 жителей.\n\nНа вопрос, что стало лучше, назвали двор (71%), подъезд (74%), крышу (70%).",
    ),
    (
        "en",
        "sum-of-answers",
        "We interviewed 800 residents.\n\nMost respondents note, what is plain to see, that nothing changed at the post office (82%), the chemist's (73%) and the market (61%).",
        "We interviewed 800 residents.\n\nWhat keeps you from cycling? The weather (82%), bad roads (73%), theft (61%).",
    ),
    (  # the attitude that grows is told by those who agree less
        "lv",
        "trend-word",
        f"{ASKED['lv']}\n\nRedzams kritiskas attieksmes pieaugums: tam, ka skola gādā par visiem, piekrīt mazāk jauniešu – no 84 procentiem 2022. gadā uz 79 procentiem 2024. gadā.",
        f"{ASKED['lv']}\n\nRedzams atbalsta pieaugums: tam, ka skola gādā par visiem, piekrīt vairāk jauniešu – no 84 procentiem 2022. gadā uz 79 procentiem 2024. gadā.",
    ),
    (  # another measure, told behind a `but`
        "ru",
        "value-difference",
        "Опрошено 800 жителей.\n\nРынок чаще любят мужчины (68% против 52% женщин), однако женщины в два раза чаще платят картой.",
        "Опрошено 800 жителей.\n\nРынок любят 68% мужчин и 52% женщин, то есть мужчины любят его в два раза чаще.",
    ),
    (
        "en",
        "value-difference",
        "We interviewed 800 residents.\n\nMen like the market more (68% against 52% of women), but women pay in cash twice as often.",
        "We interviewed 800 residents.\n\nFriends of the market doubled, from 52% to 68% of residents.",
    ),
    (  # more than in a month whose level is not told
        "ru",
        "value-difference",
        "Опрошено 800 жителей.\n\nПлохо оценивают двор 24%, хорошо 15%. Таким образом, индекс составил 51 п., что на 3 п.п. больше, чем в прошлом месяце.",
        "Опрошено 800 жителей.\n\nХорошо оценивают двор 24% мужчин и 15% женщин. Таким образом, разрыв составляет 3 п.п.",
    ),
    (  # `twice as many` ends a title
        "ru",
        "fraction-word",
        "Опрошено 800 жителей.\n\nЗа год довольных двором стало больше\nДве трети жителей (66%) сейчас довольны двором.",
        "Опрошено 800 жителей.\n\nСейчас двором довольны больше двух третей жителей (61%).",
    ),
    (  # a superlative that brings its own number
        "lv",
        "rank-word",
        f"{ASKED['lv']}\n\nVisvairāk tramvajam uzticas Purvciemā - 71%, bet pilsētā vidēji - puse jeb 50% respondentu. Viszemākā uzticība tramvajam ir Bolderājā, kur tam uzticas 39% aptaujāto.",
        f"{ASKED['lv']}\n\nVisvairāk tramvajam uzticas Purvciemā - 51%, bet Imantā - 60% un Teikā 42% respondentu.",
    ),
    (  # who trusts least is told by those who do not trust
        "lv",
        "rank-word",
        f"{ASKED['lv']}\n\nVismazāk tramvajam uzticas Teikā, jo 58% tam neuzticas, bet visvairāk tam uzticas Imantā - 57%.",
        f"{ASKED['lv']}\n\nVismazāk tramvajam uzticas Teikā, jo 58% tam uzticas, bet visvairāk tam uzticas Imantā - 57%.",
    ),
    (  # two countries
        "lv",
        "two-values",
        f"{ASKED['lv']}\n\n27% respondentu Latvijā domā, ka ostas darbs virzās pareizā virzienā. Lietuvā noskaņojums ir labāks, proti, 32% Lietuvas iedzīvotāju domā, ka ostas darbs virzās pareizā virzienā.",
        f"{ASKED['lv']}\n\n27% respondentu Latvijā domā, ka ostas darbs virzās pareizā virzienā. Noskaņojums ir labs.\n\nJau teikts, ka 32% respondentu Latvijā domā, ka ostas darbs virzās pareizā virzienā.",
    ),
    (  # the amount in one sentence, the levels in the next
        "lv",
        "percent-for-points",
        f"{ASKED['lv']}\n\nGada laikā par 4,3 procentpunktiem audzis mājsaimniecību īpatsvars, kurās ir internets. 2019. gadā tas bija 83,3% mājsaimniecību, bet 2020. gadā – 87,6%.",
        f"{ASKED['lv']}\n\nGada laikā par 4,3% audzis mājsaimniecību īpatsvars, kurās ir internets. 2019. gadā tas bija 83,3% mājsaimniecību, bet 2020. gadā – 87,6%.",
    ),
    (
        "en",
        "percent-for-points",
        f"{ASKED['en']}\n\nThe share of homes with internet rose by 5.2%. It was 83.3% in 2019 and 87.6% in 2020.",
        f"{ASKED['en']}\n\nThe share of homes with internet rose by 4.3%. It was 83.3% in 2019 and 87.6% in 2020.",
    ),
    (  # more than a round number
        "lv",
        "value-difference",
        f"{ASKED['lv']}\n\nPar vairāk nekā 10 procentpunktiem – no 23% uz 10% – sarucis to skaits, kuri domā, ka konteineri ir tālu.",
        f"{ASKED['lv']}\n\nPar 10 procentpunktiem – no 23% uz 10% – sarucis to skaits, kuri domā, ka konteineri ir tālu.",
    ),
    (  # more than in a wave whose level is not told
        "lv",
        "value-difference",
        "Patlaban šķiro jau 79% iedzīvotāju, kas ir par 19 procentpunktiem vairāk nekā 2020. gadā, savukārt par 45 procentpunktiem vairāk nekā 2011. gadā, kad šķiroja vien 34% sabiedrības.",
        "Patlaban šķiro jau 79% iedzīvotāju, kas ir par 19 procentpunktiem vairāk nekā 2011. gadā, kad šķiroja vien 34% sabiedrības.",
    ),
    (  # up to 20 and over 20
        "lv",
        "two-values",
        f"{ASKED['lv']}\n\nĀtrumu līdz 20 kilometriem stundā pārsniedz 37% braucēju.\n\nĀtrumu par vairāk nekā 20 kilometriem stundā pārsniedz 4% braucēju.",
        f"{ASKED['lv']}\n\nĀtrumu par vairāk nekā 20 kilometriem stundā pārsniedz 37% braucēju.\n\nĀtrumu par vairāk nekā 20 kilometriem stundā pārsniedz 4% braucēju.",
    ),
    (  # what a survey also shows is told by nobody together with something else
        "lv",
        "joint-above-part",
        f"{ASKED['lv']}\n\nTramvaju lieto 67% braucēju, autobusu 74%.\n\nAptauja rāda arī, ka 84% braucēju tramvaju un autobusu slavē.",
        f"{ASKED['lv']}\n\nTramvaju lieto 67% braucēju, autobusu 74%.\n\nGan tramvaju, gan autobusu lieto 84% braucēju.",
    ),
    (  # a distance is no number of those who were asked
        "lv",
        "small-cell",
        "Aptauja internetā. Atbildēja braucēji, kas dzīvo 20 kilometru lokā.\n\nTā teica 61% braucēju. Citādi domā 35%. Atbildēt nevarēja 4%.",
        "Aptauja internetā. Atbildēja visi 20 braucēji.\n\nTā teica 60% braucēju. Citādi domā 35%. Atbildēt nevarēja 5%.",
    ),
    (  # `4 of 10` is no group of ten
        "ru",
        "untested-change",
        "4 из 10 учителей сёл довольны\n\nОпрошено 1205 учителей.\n\nВ сёлах довольных меньше - 33%, в городах больше - 44%.",
        "Опрошено 45 учителей сёл и 52 учителя городов.\n\nВ сёлах довольных меньше - 38%, в городах больше - 44%.",
    ),
    (  # every tenth is no base of ten
        "lv",
        "small-cell",
        "Aptauja internetā, atbildēja tikai katrs desmitais Latvijā.\n\nTā teica 61% braucēju. Citādi domā 35%. Atbildēt nevarēja 4%.",
        "Aptauja internetā, atbildēja visi desmit braucēji.\n\nTā teica 60% braucēju. Citādi domā 30%. Atbildēt nevarēja 10%.",
    ),
    (  # just as many as the share before it
        "lv",
        "rank-word",
        f"{ASKED['lv']}\n\n20% aptaujāto uzticību presei vērtē kā augstu, 45% kā vidēju, bet kā zemu 35% respondentu. Kaimiņos 29% to vērtē kā augstu, un tikpat daudz kā zemu.",
        f"{ASKED['lv']}\n\nZiņu avoti ir prese (45%), radio (20%) un televīzija (35%). Radio tiek minēts tikpat bieži kā televīzija.",
    ),
    (  # `as well as` the youngest: two groups, and no two answers of the list
        "lv",
        "joint-above-part",
        f"{ASKED['lv']}\n\nRudens ir ražas laiks 43% aptaujāto, skolas laiks 31%, bet atpūtas laiks 27%.\n\nRudeni kā atpūtas laiku atzinuši vairāk nekā 34% iedzīvotāju vecumā no 60 gadiem, kā arī jaunākajā vecumā.",
        f"{ASKED['lv']}\n\nTramvaju lieto 67% braucēju, autobusu 24%.\n\nGan tramvaju, gan autobusu lieto 34% braucēju.",
    ),
    (  # `and a further 14 %`: another answer, and no other wave
        "ru",
        "trend-word",
        "Опрошено 800 жителей.\n\nТолько 1,1% жителей считают, что двор в прошлом году сильно улучшился по сравнению с 2023 годом, а еще 14,3% считают, что двор немного улучшился. Остальные полагают, что двор ухудшился.",
        "Опрошено 800 жителей.\n\nДоля довольных двором снизилась с 41% в 2023 году до 54% в 2024 году.",
    ),
    (  # `61 percent of respondents` is no number of persons
        "en",
        "untested-change",
        "By last month, trust in buses had fallen to 20 percent, from 21 percent in April. In the poll, 61 percent of respondents said that rules are good.",
        "We polled 61 people. By last month, trust in buses had fallen to 20 percent, from 21 percent in April.",
    ),
    (  # an index beside a list of shares
        "lv",
        "rank-word",
        f"{ASKED['lv']}\n\nVisvairāk neapmierināto ir Ogrē (41%), tai seko Talsi (38%) un Cēsis (27%).\n\nVisaugstākais indekss ir Cēsīs – 5,4 punkti. Tiem seko Talsi ar 4,4 punktiem, savukārt viszemākais indekss ir Ogrē – 4,3 punkti.",
        f"{ASKED['lv']}\n\nVisvairāk neapmierināto ir Ogrē (41%), tai seko Talsi (38%) un Cēsis (27%).\n\nVisvairāk neapmierināto ir Cēsīs.",
    ),
    (  # the most discontented are those with the largest share of the discontented
        "lv",
        "rank-word",
        f"Ogrē iedzīvotāji visneapmierinātākie ar tramvaju\n\n{ASKED['lv']}\n\nVisvairāk ar tramvaju neapmierināto ir Ogrē (41%), tai seko Talsi (38%) un Cēsis (27%).",
        f"{ASKED['lv']}\n\nVisvairāk ar tramvaju neapmierināto ir Ogrē (41%), tai seko Talsi (38%) un Cēsis (27%).\n\nVismazāk neapmierināto ir Ogrē.",
    ),
    (  # who has begun to go more often is not who goes
        "lv",
        "rank-word",
        f"{ASKED['lv']}\n\nMaizes tirgi ir apmeklētākās vietas.\n\nNeliels ir to skaits, kuri ir sākuši apmeklēt biežāk: zivju tirgus 6%, amatnieku tirgus 5%, maizes tirgus 4%, suņu tirgus 2%.",
        f"{ASKED['lv']}\n\nMaizes tirgi ir apmeklētākās vietas.\n\nIedzīvotāji apmeklē zivju tirgus (60%), amatnieku tirgus (52%), maizes tirgus (49%) un suņu tirgus (24%).",
    ),
    (  # those who believe it are more than those who do so fully
        "lv",
        "fraction-word",
        f"Meteorologiem tic vien piektdaļa iedzīvotāju\n\n{ASKED['lv']}\n\nPretēju viedokli aptaujā pauduši kopumā 22% respondentu. 18% sliecas drīzāk uzticēties meteorologiem, bet vēl 4% tiem tic pilnībā.",
        f"{ASKED['lv']}\n\nMeteorologiem tic piektdaļa iedzīvotāju (42%).",
    ),
    (  # in the neighbouring countries
        "lv",
        "sum-of-answers",
        f"{ASKED['lv']}\n\nCik ilgi jūs varat iztikt bez veikala?\n\n40% iztiktu ilgāk par trīs dienām. Teju piektā daļa jeb 17% iztiktu trīs līdz piecas dienas, 13% seši līdz 12 dienas. Kaimiņvalstīs tas ir citādi – Lietuvā 16%, bet Igaunijā 12%. Gandrīz ceturtā daļa (24%) varētu iztikt divas dienas, bet pārējie 14% – mazāk nekā dienu.",
        f"{ASKED['lv']}\n\nCik ilgi jūs varat iztikt bez veikala? (viena atbilde)\n\n40% iztiktu ilgāk par trīs dienām, 17% trīs līdz piecas dienas, 24% divas dienas, bet pārējie 34% – mazāk nekā dienu.",
    ),
    (  # of all, or of those who plan it
        "lv",
        "fraction-word",
        f"{ASKED['lv']}\n\n20% visu aptaujāto jeb gandrīz puse no tiem, kuri plāno remontu, tam atvēl tūkstoti.",
        f"{ASKED['lv']}\n\n20% visu aptaujāto jeb gandrīz puse remontam atvēl tūkstoti.",
    ),
    (
        "en",
        "fraction-word",
        f"{ASKED['en']}\n\nSome 20% or almost half of those who plan repairs can spend a thousand.",
        f"{ASKED['en']}\n\nAlmost half of the residents (20%) can spend a thousand.",
    ),
    (  # a kind of schooling is no place in a list
        "lv",
        "rank-word",
        f"{ASKED['lv']}\n\nTeātri apmeklē 46% pamata izglītību ieguvušo, kuru ir mazāk nekā augstāko izglītību ieguvušo dalībnieku. Grāmatas lasa 57% cilvēku, kas ieguvuši augstāko izglītību, 37% iedzīvotāju, kuriem ir vidējā izglītība, bet no pamatizglītību ieguvušajiem - 24%.",
        f"{ASKED['lv']}\n\nGrāmatas lasa 57% cilvēku, teātri apmeklē 46%, bet kino 24%.\n\nPirmajā vietā ir teātris.",
    ),
    (  # who could not judge a thing are not those whom it pleases
        "lv",
        "two-values",
        "Aptauja: 68% iedzīvotāju apmierināti ar sava novada darbu\n\nSavukārt 9% aptaujāto bija grūti novērtēt sava novada darbu.",
        "Aptauja: 68% iedzīvotāju apmierināti ar sava novada darbu\n\nKopumā 59% iedzīvotāju ir apmierināti ar sava novada darbu.",
    ),
    (  # a sentence with a share of its own asks nothing of the list behind it
        "ru",
        "sum-of-answers",
        "Опрошено 800 жителей.\n\nВажным источником сведений для половины опрошенных (48%) стали отзывы. Больше всего им верят работники сфер «Торговля» (55%), «Туризм» (54%), «Реклама» (53%).",
        "Опрошено 800 жителей.\n\nИсточники сведений о кружках: «Отзывы» (55%), «Соседи» (54%), «Газета» (53%).",
    ),
    (  # two countries with one share each, in turn
        "ru",
        "one-percent-two-items",
        "Можно было выбрать несколько ответов.\n\n26% жителей Латвии заявили, что теперь отложат больше денег, в Литве и Эстонии – 21% и 30% соответственно.",
        "Можно было выбрать несколько ответов.\n\nАвтобус назвали 26%, телефон и почту назвали 21%, газету – 30%.",
    ),
    (  # what a share grew from is no number of those who were asked
        "lv",
        "small-cell",
        "Aptauja internetā.\n\nDrukātās grāmatas lasa 57% respondentu, e-grāmatas 16%, bet audiogrāmatas 9%. Nelasītāju skaits pieaudzis par astoņiem procentpunktiem – no 23 uz 31%.",
        "Aptauja internetā.\n\nDrukātās grāmatas lasa 57% respondentu, e-grāmatas 16%, bet audiogrāmatas 9%. Procenti rēķināti no 23 respondentiem.",
    ),
    (  # who reads ten books are not ten who were asked
        "lv",
        "small-cell",
        "Aptauja internetā.\n\nTie, kuri lasa, lasa daudz – 10% iedzīvotāju gadā izlasa vairāk nekā 10 grāmatas, 24% – no 3 līdz 10 grāmatām, un 23% – vienu vai divas.",
        "Aptauja internetā, atbildēja 10 lasītāji.\n\nDaudz lasa 10% lasītāju, 60% lasa maz, un 30% nelasa.",
    ),
    (  # what each of them does most is no place in a list
        "lv",
        "rank-word",
        f"{ASKED['lv']}\n\n22% atzina, ka visbiežāk lasa ārzemju autoru darbus, 19% norādīja, ka visbiežāk lasa latviešu autoru darbus. Krievu autoru darbus atzīmēja 16%, klasiskos latviešu autoru darbus - 12%, klasiskos ārzemju autoru darbus - 12%.",
        f"{ASKED['lv']}\n\nZiņu avoti ir prese (45%), radio (20%) un televīzija (35%). Visbiežāk lieto radio.",
    ),
    (  # two words that describe one thing
        "lv",
        "one-percent-two-items",
        "Varēja dot vairākas atbildes.\n\nDzeju minēja 16%, bet akadēmisko un profesionālo literatūru minēja 14%, romānus 13%.",
        "Varēja dot vairākas atbildes.\n\nDzeju minēja 16%, bet žurnālus un profesionālo literatūru minēja 14%, romānus 13%.",
    ),
    (
        "ru",
        "one-percent-two-items",
        "Можно было выбрать несколько ответов.\n\nСтихи назвали 16%, научную и учебную литературу назвали 14%, романы – 13%.",
        "Можно было выбрать несколько ответов.\n\nСтихи назвали 16%, журналы и учебную литературу назвали 14%, романы – 13%.",
    ),
    (  # on the one hand
        "lv",
        "impossible-percent",
        f"{ASKED['lv']}\n\nNo vienas puses, lasīšana joprojām ir iecienīta, un ar saviem 32% tā neatpaliek no citām nodarbēm.",
        f"{ASKED['lv']}\n\nNo deviņiem lasītājiem lasīšanu par iecienītu atzina 32%.",
    ),
    (  # a lead that tells a result without a share
        "lv",
        "summary-without-body",
        "# Izpētīts brīvais laiks\n\nJaunais pētījums rāda, ka iedzīvotāji kultūru uzskata par būtisku, kā svarīgākās jomas minot muzejus, teātri un mūziku. Līderu sarakstam seko arī literatūra un kino.\n\n40% pilsētnieku dārzā rušinās katru dienu. Makšķerēt dodas 12% aptaujāto, sēņot 30%. Suņus tur piektā daļa ģimeņu.",
        "# Izpētīts brīvais laiks\n\nJaunais pētījums rāda, ka vairums iedzīvotāju uzticas muzejiem.\n\n40% pilsētnieku dārzā rušinās katru dienu. Makšķerēt dodas 12% aptaujāto, sēņot 30%. Suņus tur piektā daļa ģimeņu.",
    ),
    (  # twice as often as others, whose share is not told
        "lv",
        "value-difference",
        f"{ASKED['lv']}\n\nPar naudu ar dzīvesbiedru runā 47% aptaujāto, ar citiem ģimenes locekļiem runā 29%. Jaunieši divtik biežāk nekā citu vecuma grupu pārstāvji apspriež naudu arī ārpus ģimenes loka.",
        f"{ASKED['lv']}\n\nPar naudu runā 47% jauniešu un 29% pensionāru. Jaunieši par naudu runā divtik biežāk nekā pensionāri.",
    ),
    (  # how often each thing is done was asked of each
        "ru",
        "sum-of-answers",
        "Опрошено 800 жителей.\n\nЧто жители делают чаще, чем раз в неделю:\n\n1. Смотрят телевизор 79%\n2. Встречаются с друзьями 66%\n3. Принимают гостей 43%\n4. Читают газеты 39%",
        "Опрошено 800 жителей.\n\nЧто мешает жителям отдыхать:\n\n1. Работа 79%\n2. Шум 66%\n3. Погода 43%\n4. Деньги 39%",
    ),
    (  # six of ten, told roundly
        "ru",
        "count-and-percent",
        "Опрошено 800 жителей.\n\n6 из 10 респондентов (63%) заметили, что двор стали убирать чаще.",
        "Опрошено 800 жителей.\n\n6 из 10 респондентов (68%) заметили, что двор стали убирать чаще.",
    ),
    (  # a standing that its sentence gives a share of its own, of another thing than the list
        "lv",
        "rank-word",
        f"{ASKED['lv']}\n\nViszemākā uzticība ostai ir Ogrē, kur tai uzticas 39% aptaujāto.\n\nVidēji tramvajam uzticas 41%, visvairāk Talsos - 67%, bet vismazāk Ogrē - 29%. Cēsīs tramvajam uzticas 53%.",
        f"{ASKED['lv']}\n\nTramvajam uzticas 41% iedzīvotāju Ventspilī, Talsos - 67%, Ogrē - 29%, bet visvairāk Cēsīs - 53%.",
    ),
    (  # a tenth is no number of those who were asked, and what they paid neither
        "lv",
        "small-cell",
        "Aptauja internetā.\n\nSvinībām 38% respondentu gatavojas tērēt daudz, bet 27% cer iekļauties 40 latos. Balsojumā pirmās ir piparkūkas (17%), pīrāgi (14%) un kāposti (3%). Desmitā daļa aptaujas dalībnieku neko nesvin.",
        "Aptauja internetā, atbildēja visi desmit dalībnieki.\n\nBalsojumā pirmās ir piparkūkas (60%), pīrāgi (30%) un kāposti (10%).",
    ),
    (  # `also` opens what is told further, of the same as before
        "lv",
        "joint-above-part",
        f"{ASKED['lv']}\n\nVienai dāvanai 70% iedzīvotāju atvēlēs līdz 20 eiro. Pēdējā brīdī dāvanas pirks 42%.\n\nArī dāvanas bērniem līdz 20 eiro biežāk pērk latgalieši (73,9%) un zemgalieši (67,8%).",
        f"{ASKED['lv']}\n\nTramvaju lieto 67% braucēju, autobusu 74%.\n\nTramvaju un arī autobusu lieto 84% braucēju.",
    ),
    (  # what stands in a bracket belongs to what is before it
        "lv",
        "two-values",
        f"{ASKED['lv']}\n\nVispozitīvāk tiek vērtēti tādi darba aspekti kā kultūras pasākumu norise (88 %), Rīga kā vieta, kur dzīvot (86 %), sabiedriskā transporta pieejamība (85 %) un citi.\n\nLūdzot nosaukt, kas uzlabojies, 25,6 % respondentu minējuši satiksmes uzlabošanos (norādot uz ielām un sabiedriskā transporta pieejamību), 24,7 % norādījuši, ka tā ir labiekārtošana, 14 % minējuši vides jautājumus.",
        f"{ASKED['lv']}\n\nĻoti labi tiek vērtēta sabiedriskā transporta pieejamība (85 %).\n\nKopsavilkums: ļoti labi tiek vērtēta sabiedriskā transporta pieejamība (58 %).",
    ),
    (  # a balance has two levels too
        "ru",
        "value-difference",
        "Опрошено 800 жителей.\n\nДоверие к волонтерам выросло с 68% до 84%, а баланс улучшился с +57% до +81%.",
        "Опрошено 800 жителей.\n\nДоверие к волонтерам выросло с 68% до 84% (+57%).",
    ),
    (  # ninety thousand are more than ninety
        "ru",
        "untested-change",
        "На вопросы ответили около 90 тысяч студентов.\n\nЧисло студентов, которых устраивают условия учебы, за год выросло с 60 до 64 процентов.",
        "На вопросы ответили 90 студентов.\n\nЧисло студентов, которых устраивают условия учебы, за год выросло с 60 до 64 процентов.",
    ),
    (  # half of all, and not so many women
        "lv",
        "fraction-word",
        f"{ASKED['lv']}\n\nGrāmatu izlasījusi puse iedzīvotāju.\n\nTikai 37% sieviešu nav izlasījušas nevienu grāmatu, savukārt vīriešu vidū tādi ir 59%.",
        f"{ASKED['lv']}\n\nGrāmatu izlasījusi puse iedzīvotāju (37%).",
    ),
    (  # an amount of one place, and levels of all
        "lv",
        "value-difference",
        f"{ASKED['lv']}\n\nTagad šķiro 79 % iedzīvotāju, kas ir pieaugums salīdzinot ar 60 % 2020. gadā. Salīdzinot ar 2020. gadu, to skaits, kuri šķiro Latgalē, palielinājies par 21 procentpunktu, sasniedzot 75 %.",
        f"{ASKED['lv']}\n\n2020. gadā šķiroja 60 % iedzīvotāju. Salīdzinot ar 2020. gadu, to skaits, kuri šķiro, palielinājies par 21 procentpunktu, sasniedzot 75 %.",
    ),
    (  # what each of these is done by
        "lv",
        "sum-of-answers",
        f"{ASKED['lv']}\n\nDati rāda, ka plastmasu (47%), papīru (48%) un stiklu (55%) šķiro gandrīz puse respondentu.",
        f"{ASKED['lv']}\n\nUz jautājumu, ko šķiro visvairāk, viena atbilde: plastmasu (47%), papīru (48%) un stiklu (35%).",
    ),
    (  # men and women are not those who were asked
        "ru",
        "small-cell",
        "Опрос прошёл в мае.\n\nФитнесом занимаются 22% опрошенных, чаще женщины, чем мужчины (32 против 13% соответственно). Плаванием занимаются 18%, тяжелой атлетикой – 17%, теннисом – 6%.",
        "Опрошено 32 человека, процент рассчитан от 32 человек.\n\nФитнесом занимаются 22% опрошенных, плаванием 18%, тяжелой атлетикой – 17%, теннисом – 6%.",
    ),
    (  # the name of one answer joins what it likes
        "ru",
        "joint-above-part",
        "Опрошено 800 жителей.\n\nГорожанами себя назвали 65% участников опроса. 8% считают себя исключительно дачниками. Еще 22% называют себя «дачными горожанами», «горожанами и дачниками одновременно».",
        "Опрошено 800 жителей.\n\nАвтобусом пользуются 65% жителей. Трамваем пользуются 8% жителей. Автобусом и трамваем одновременно пользуются 22% жителей.",
    ),
    (  # how many answered in each region
        "lv",
        "two-values",
        "Atsaucīgākie reģioni ir Kurzeme (69,6 % atbildētība) un Zemgale (67,3 %). Viszemākā atbildētība ir Pierīgā (53,6 %) un Rīgā (55,2 %).",
        "Aptaujas atsaucība bija 69,6 %.\n\nPavisam atsaucība aptaujai bija 53,6 %.",
    ),
    (  # printed books lead: the next sentence has their share
        "lv",
        "rank-word",
        f"{ASKED['lv']}\n\nLasītāju vidū dominē drukātās grāmatas. Tās lasa 57% respondentu.\n\nZiņas 73% iedzīvotāju uzzina portālos, 46% tīklos. Savukārt 22% ziņas iegūst no radio, 6% no drukātās preses, vēl 8% – no draugiem.",
        f"{ASKED['lv']}\n\nZiņu avoti ir prese (45%), radio (20%) un televīzija (35%). Dominē radio.",
    ),
    (  # a lead with the shares is the body itself
        "ru",
        "summary-without-body",
        "Опрос: более половины жителей довольны дорогами\nБолее половины жителей довольны состоянием дорог. Таковы результаты исследования.\nИсследование показало, что 64% жителей оценивают состояние дорог как хорошее. Работу инспекторов хорошей считают 73% респондентов.\nСогласно опросу, в лучшем состоянии находится дорожное хозяйство Тюмени.",
        "Как вы оцениваете дороги?\n\nХорошо оценивают дороги 64% жителей, плохо – 36%.\n\nКак вы оцениваете работу инспекторов?\n\nХорошей её считают 73% респондентов, плохой – 27%.\n\n## Выводы\n\nБольшинство жителей готовы платить за парковку во дворах.",
    ),
    (  # a title that a share bears out
        "lv",
        "fraction-word",
        "Ceļojumā reizi gadā dodas piektā daļa iedzīvotāju\n\nPiektā daļa jeb 20% aptaujāto reizi gadā dodas ceļojumā uz ārzemēm.\n\nDivas un vairāk reizes gadā ceļojumā dodas 12% iedzīvotāju, 38% respondentu dodas retāk nekā reizi trīs gados, bet 8% ceļojuši pirms 20 gadiem.",
        "Ceļojumā reizi gadā dodas piektā daļa iedzīvotāju (12%)\n\nAptauja notika maijā.",
    ),
    (  # every fifth agrees with what the clause before tells
        "lv",
        "fraction-word",
        f"{ASKED['lv']}\n\nLatvijā 26,5% darbinieku domā, ka alga ir laba, bet Lietuvā un Igaunijā tam piekrīt tikai katrs piektais. Igaunijā visvairāk darbinieku domā, ka alga ir slikta - 79,3%. Lietuvā tie ir 78,1%, bet Latvijā - 73% respondentu.",
        f"{ASKED['lv']}\n\nLatvijā katrs piektais darbinieks (26,5%) domā, ka alga ir laba.",
    ),
    (  # all of the pay, or most of it
        "lv",
        "two-values",
        f"{ASKED['lv']}\n\nTikmēr 1% aptaujāto visu algu saņem aploksnē.\n\n7% respondentu lielākā daļa algas tiek maksāta oficiāli, tikmēr 6% aptaujāto lielāko daļu no algas saņem aploksnē.",
        f"{ASKED['lv']}\n\nTikmēr 1% aptaujāto visu algu saņem aploksnē.\n\nAptauja bija anonīma. Jau teikts, ka 6% aptaujāto visu algu saņem aploksnē.",
    ),
    (  # most of those who will travel
        "lv",
        "majority-word",
        f"{ASKED['lv']}\n\nVisvairāk ceļos lietuvieši (61 procents), lielākā daļa (43 procenti) gan apskatīs savu zemi, bet par ārzemēm domā 18 procenti.",
        f"{ASKED['lv']}\n\nLietuvieši plāno ceļot, lielākā daļa (43 procenti) apskatīs savu zemi, bet par ārzemēm domā 18 procenti.",
    ),
    (  # one of the reasons asks for no one answer
        "lv",
        "sum-of-answers",
        f"{ASKED['lv']}\n\nViens no iemesliem ir tehnikas trūkums.\n\nAptauja rāda, ka 58% darba devējs dod datoru, 38% apmāca lietot sakarus, savukārt trešajai daļai (32%) apmaksā telefonu.",
        f"{ASKED['lv']}\n\nVarēja izvēlēties vienu atbildi.\n\nAptauja rāda, ka 58% darba devējs dod datoru, 38% apmāca lietot sakarus, savukārt trešajai daļai (32%) apmaksā telefonu.",
    ),
    (  # what is told further, and of other places
        "ru",
        "joint-above-part",
        "Опрошено 800 жителей.\n\nУкрашать дом и наряжать елку планируют 51%. Не планируют украшать дом 14% опрошенных, а 13% пока не приняли решение.\n\nПри этом на Урале наряжать елку дома планируют 71% опрошенных, а в столице – только 32%.",
        "Опрошено 800 жителей.\n\nАвтобусом пользуются 65% жителей. Трамваем пользуются 8% жителей. Автобусом и при этом трамваем пользуются 22% жителей.",
    ),
    (  # most of those who would move
        "lv",
        "majority-word",
        f"{ASKED['lv']}\n\nKamēr 74% paliks, 21% aptaujāto domā mainīt dzīvesvietu. Lielākā daļa no izmaiņu piekritējiem – 11% - domā par ārzemēm.",
        f"{ASKED['lv']}\n\nKamēr 74% paliks, citi domā mainīt dzīvesvietu. Lielākā daļa no visiem aptaujātajiem – 11% - domā par ārzemēm.",
    ),
    (  # pay and ages are no numbers of those who were asked
        "lv",
        "missing-base",
        "Apkure\n\nGatavi maksāt vairāk ir 32%, biežāk tie, kuru ienākumi ir no 751 – 1000 eiro. Nav gatavi 39%, biežāk vecumā no 60 - 74 gadiem.\n\nStarp tiem, kas nav gatavi maksāt dārgāk, lielākais īpatsvars ir Latgalē, kur tā domā 53% respondentu.",
        "Apkure\n\nAptaujāti 800 iedzīvotāji, starp tiem 312 pensionāri. Gatavi maksāt vairāk ir 32%, pensionāru vidū 21% (no 312).\n\nStarp tiem, kas nav gatavi maksāt dārgāk, vainu valdībai dod 53%.",
    ),
    (  # an age is no number of those who were asked
        "lv",
        "untested-change",
        "Rudenī potēties plāno 36% iedzīvotāju, to neplāno 49%.\n\nVairāk to plāno vecumā no 25 līdz 34 gadiem un iedzīvotāji vecumā no 35 līdz 44 gadiem. Pēc dzimuma biežāk potēties plāno vīrieši – viņu vidū tādu ir 38%, kamēr sieviešu vidū – 34%.",
        "Aptaujāti 34 iedzīvotāji.\n\nRudenī potēties plāno 36% iedzīvotāju, to neplāno 49%. Pēc dzimuma biežāk potēties plāno vīrieši – viņu vidū tādu ir 38%, kamēr sieviešu vidū – 34%.",
    ),
)


def rules_of(words, lang):
    return {found.rule for found in audit(read_plain("a.md", f"# X\n\n{words}\n", lang))}


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{lang}-{rule}" for lang, rule, *_ in PAIRS])
def test_a_newsroom_construction_is_passed_and_its_fault_found(pair):
    lang, rule, sound, faulty = pair
    assert rule not in rules_of(sound, lang)
    assert rule in rules_of(faulty, lang)
