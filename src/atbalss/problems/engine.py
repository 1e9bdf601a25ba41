"""Faults of counting elsewhere: the Spark engine, its workers and its files."""

from __future__ import annotations

from atbalss.problems.catalogue import Fault

FAULTS: dict[str, Fault] = {
    "engine-unknown": Fault(
        "error",
        lv=(
            "„{engine}“ nav skaitīšanas dzinējs.",
            "Rakstiet `spark://dators:ports`; izmēģināšanai uz šī datora — `local[2]`.",
        ),
        en=(
            "“{engine}” is no engine.",
            "Write `spark://host:port`; to try it on this machine, `local[2]`.",
        ),
        ru=(
            "«{engine}» — не механизм подсчёта.",
            "Укажите `spark://хост:порт`; чтобы попробовать на этом компьютере — `local[2]`.",
        ),
    ),
    "engine-needed": Fault(
        "error",
        lv=(
            "Datus adresē {address} šis dators pats nelasa.",
            "Norādiet dzinēju, kas tos lasa: `--engine spark://dators:ports`.",
        ),
        en=(
            "This machine does not itself read the data at {address}.",
            "Name an engine that does: `--engine spark://host:port`.",
        ),
        ru=(
            "Этот компьютер сам не читает данные по адресу {address}.",
            "Укажите механизм, который их читает: `--engine spark://хост:порт`.",
        ),
    ),
    "engine-nothing": Fault(
        "warning",
        lv=(
            "Dzinējam nav ko skaitīt: neviena viļņa atbildes nav Parquet formātā.",
            "Uzrakstiet tās ar `atbalss export STUDY --to answers.parquet` viļņa mapē vai norādiet "
            "`answers:` failā study.yaml.",
        ),
        en=(
            "There is nothing for the engine to count: no wave has its answers in Parquet.",
            "Write them with `atbalss export STUDY --to answers.parquet` in the wave's folder, or "
            "name `answers:` in study.yaml.",
        ),
        ru=(
            "Механизму нечего считать: ни у одной волны нет ответов в формате Parquet.",
            "Запишите их командой `atbalss export STUDY --to answers.parquet` в папку волны или "
            "укажите `answers:` в study.yaml.",
        ),
    ),
    "engine-weights-as-they-are": Fault(
        "warning",
        lv=(
            "Vilnis „{wave}“ tiek lasīts pa daļām, tāpēc tā svari ņemti tādi, kādi tie ir datos.",
            "Ja svari jārēķina no jauna, nosveriet vilni un eksportējiet to uz Parquet vēlreiz.",
        ),
        en=(
            "The wave “{wave}” is streamed, so its weights are taken as they stand in the data.",
            "To make the weights anew, weight the wave and export it to Parquet again.",
        ),
        ru=(
            "Волна «{wave}» читается по частям, поэтому её веса взяты такими, как в данных.",
            "Чтобы рассчитать веса заново, взвесьте волну и снова экспортируйте её в Parquet.",
        ),
    ),
    "engine-no-pyspark": Fault(
        "error",
        lv=(
            "Spark dzinējam trūkst Python pakotnes „{module}“.",
            'Uzstādiet to: `pip install "atbalss[spark]"` vai '
            "`pipx inject atbalss pyspark pyarrow pandas`.",
        ),
        en=(
            "The Spark engine lacks the Python package “{module}”.",
            'Install it: `pip install "atbalss[spark]"`, or '
            "`pipx inject atbalss pyspark pyarrow pandas`.",
        ),
        ru=(
            "Для подсчёта на Spark не хватает пакета Python «{module}».",
            'Установите его: `pip install "atbalss[spark]"` или '
            "`pipx inject atbalss pyspark pyarrow pandas`.",
        ),
    ),
    "engine-no-java": Fault(
        "error",
        lv=(
            "Spark neizdevās palaist: šajā datorā nav atrasta Java.",
            "Uzstādiet Java 17 (Debian: `apt install openjdk-17-jre-headless`) vai norādiet to "
            "mainīgajā JAVA_HOME. Pilns žurnāls: {log}.",
        ),
        en=(
            "Spark did not start: no Java was found on this machine.",
            "Install Java 17 (Debian: `apt install openjdk-17-jre-headless`), or name it in the "
            "variable JAVA_HOME. The full log: {log}.",
        ),
        ru=(
            "Не удалось запустить Spark: на этом компьютере не найдена Java.",
            "Установите Java 17 (Debian: `apt install openjdk-17-jre-headless`) или укажите её "
            "в переменной JAVA_HOME. Полный журнал: {log}.",
        ),
    ),
    "engine-old-java": Fault(
        "error",
        lv=(
            "Spark neizdevās palaist: šī datora Java ir par vecu.",
            "Uzstādiet Java 17 vai jaunāku un norādiet to mainīgajā JAVA_HOME. "
            "Pilns žurnāls: {log}.",
        ),
        en=(
            "Spark did not start: the Java of this machine is too old.",
            "Install Java 17 or newer and name it in the variable JAVA_HOME. The full log: {log}.",
        ),
        ru=(
            "Не удалось запустить Spark: Java на этом компьютере слишком старая.",
            "Установите Java 17 или новее и укажите её в переменной JAVA_HOME. "
            "Полный журнал: {log}.",
        ),
    ),
    "engine-unreachable": Fault(
        "error",
        lv=(
            "Spark nav sasniedzams adresē {engine}: {cause}.",
            "Pārbaudiet adresi un portu, un vai Spark vadītājs (master) darbojas.",
        ),
        en=(
            "Spark cannot be reached at {engine}: {cause}.",
            "Check the address and the port, and whether Spark's master is running.",
        ),
        ru=(
            "Spark недоступен по адресу {engine}: {cause}.",
            "Проверьте адрес и порт, и запущен ли ведущий узел (master) Spark.",
        ),
    ),
    "engine-no-workers": Fault(
        "error",
        lv=(
            "Spark adresē {engine} {seconds} sekundēs nedeva nevienu darbinieku (worker).",
            "Pārbaudiet, vai kopai ir brīvi kodoli un atmiņa, cik prasa `spark.executor.memory`, "
            "un vai darbinieki var sasniegt šo datoru.",
        ),
        en=(
            "Spark at {engine} gave no worker within {seconds} seconds.",
            "Check that the cluster has free cores and the memory that `spark.executor.memory` "
            "asks for, and that the workers can reach this machine.",
        ),
        ru=(
            "Spark по адресу {engine} за {seconds} секунд не выделил ни одного рабочего узла.",
            "Проверьте, есть ли в кластере свободные ядра и столько памяти, сколько требует "
            "`spark.executor.memory`, и могут ли рабочие узлы связаться с этим компьютером.",
        ),
    ),
    "engine-no-file": Fault(
        "error",
        lv=(
            "Adresē {address} nav lasāmu Parquet datu: {cause}.",
            "Pārbaudiet ceļu; Parquet failu uzraksta `atbalss export STUDY --to fails.parquet`.",
        ),
        en=(
            "There are no readable Parquet data at {address}: {cause}.",
            "Check the path; `atbalss export STUDY --to file.parquet` writes a Parquet file.",
        ),
        ru=(
            "По адресу {address} нет данных Parquet, которые можно прочесть: {cause}.",
            "Проверьте путь; файл Parquet пишет `atbalss export STUDY --to файл.parquet`.",
        ),
    ),
    "engine-file-not-on-workers": Fault(
        "error",
        lv=(
            "Spark darbinieki neredz datus adresē {address}.",
            "Novietojiet datus tur, kur tos redz visi: kopīgā mapē vai objektu krātuvē "
            "(`s3a://…`). Pilns žurnāls: {log}.",
        ),
        en=(
            "Spark's workers do not see the data at {address}.",
            "Put the data where all of them see it: in a shared folder or an object store "
            "(`s3a://…`). The full log: {log}.",
        ),
        ru=(
            "Рабочие узлы Spark не видят данных по адресу {address}.",
            "Поместите данные туда, где их видят все: в общую папку или в объектное хранилище "
            "(`s3a://…`). Полный журнал: {log}.",
        ),
    ),
    "engine-worker-lacks": Fault(
        "error",
        lv=(
            "Spark darbinieku Python vidē trūkst pakotnes „{module}“.",
            "Darbiniekiem vajag numpy, polars, pyarrow un pandas; interpretatoru norāda mainīgajā "
            "PYSPARK_PYTHON. Pilns žurnāls: {log}.",
        ),
        en=(
            "The Python of Spark's workers lacks the package “{module}”.",
            "Workers need numpy, polars, pyarrow and pandas; the variable PYSPARK_PYTHON names "
            "their interpreter. The full log: {log}.",
        ),
        ru=(
            "В Python на рабочих узлах Spark не хватает пакета «{module}».",
            "Узлам нужны numpy, polars, pyarrow и pandas; интерпретатор указывает переменная "
            "PYSPARK_PYTHON. Полный журнал: {log}.",
        ),
    ),
    "engine-worker-python": Fault(
        "error",
        lv=(
            "Spark darbinieki nevar palaist piemērotu Python: {cause}.",
            "Darbiniekiem vajag to pašu Python versiju kā šeit (piemēram, 3.11); ceļu līdz tai "
            "norāda mainīgajā PYSPARK_PYTHON. Pilns žurnāls: {log}.",
        ),
        en=(
            "Spark's workers cannot start a fitting Python: {cause}.",
            "They need the same version of Python as here (such as 3.11); the variable "
            "PYSPARK_PYTHON names the path to it. The full log: {log}.",
        ),
        ru=(
            "Рабочие узлы Spark не могут запустить подходящий Python: {cause}.",
            "Им нужна та же версия Python, что и здесь (например, 3.11); путь к ней указывает "
            "переменная PYSPARK_PYTHON. Полный журнал: {log}.",
        ),
    ),
    "engine-workers-died": Fault(
        "error",
        lv=(
            "Spark darbinieki skaitot beidza darboties vairākas reizes: {cause}.",
            "Visbiežāk trūkst atmiņas: palieliniet `spark.executor.memory` vai "
            "`spark.executor.memoryOverhead`. Pilns žurnāls: {log}.",
        ),
        en=(
            "Spark's workers died several times while counting: {cause}.",
            "Most often they lack memory: raise `spark.executor.memory` or "
            "`spark.executor.memoryOverhead`. The full log: {log}.",
        ),
        ru=(
            "Рабочие узлы Spark несколько раз завершились во время подсчёта: {cause}.",
            "Чаще всего не хватает памяти: увеличьте `spark.executor.memory` или "
            "`spark.executor.memoryOverhead`. Полный журнал: {log}.",
        ),
    ),
    "engine-lost": Fault(
        "error",
        lv=(
            "Savienojums ar Spark pārtrūka: {cause}.",
            "Palaidiet komandu vēlreiz; nekas nav zaudēts. Pilns žurnāls: {log}.",
        ),
        en=(
            "The connection to Spark was lost: {cause}.",
            "Run the command again; nothing is lost. The full log: {log}.",
        ),
        ru=(
            "Связь со Spark прервалась: {cause}.",
            "Запустите команду ещё раз; ничего не потеряно. Полный журнал: {log}.",
        ),
    ),
    "engine-failed": Fault(
        "error",
        lv=(
            "Spark neizdevās saskaitīt: {cause}.",
            "Viss, ko Spark teica, ir žurnālā {log}.",
        ),
        en=(
            "Spark could not count: {cause}.",
            "All that Spark said is in the log {log}.",
        ),
        ru=(
            "Spark не смог выполнить подсчёт: {cause}.",
            "Всё, что сообщил Spark, находится в журнале {log}.",
        ),
    ),
}
