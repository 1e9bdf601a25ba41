"""Words of titles, conclusions and advice: what claims, what advises, what is told later, who tells the news."""

from __future__ import annotations

from atbalss.audit import regex

CUE = {  # that a clause tells what people think, do or suffer, or what stands first
    "lv": r"vis(?:biežāk|vairāk|mazāk|labāk|sliktāk|augstāk|retāk)\w*|galven\w+|svarīgāk\w+|grūt\w*|traucē\w*|trūk\w*|pietrūk\w*|nepietiek|žēlo\w*|norād\w*|atzin\w*|jūtas|neapmierin\w*|prasa|lūdz\w*|pieprasa|laimīgāk\w+|bieži|reti|vien\w*prātīg\w*|lepn\w*|cer\w*",
    "en": r"blame\w*|(?:main|chief|biggest) (?:reasons?|causes?|obstacles?|barriers?)|most (?:often|common|frequent)\w*|mostly|mainly|above all|hardest|happiest|worst|best|biggest|greatest|chief|top|difficult\w*|hard|struggl\w*|lack\w*|miss\w*|find|found|named|say|said|ask(?:ed|ing)? for|demand\w*|often|rarely|hope\w*|more likely|less likely|crave|dislike\w*|hate|love|reluctan\w*|annoy\w*|suffer\w*|popular\w*",
    "ru": r"чаще (?:всего|всех|других)|больше всего|меньше всего|в основном|прежде всего|главн\w+|трудн\w*|тяжел\w*|тяжёл\w*|мешае\w+|не хватает|нехватк\w*|недоста\w+|жал\w+|называ\w+|отмеча\w+|прос\w+|требу\w+|часто|редко|надею\w+|счастлив\w+|раздража\w+|страда\w+|популярн\w*|ощуща\w+",
}
GROUNDS = {  # what opens the grounds of advice
    "lv": r"jo|kā(?= (?:to |tā )?(?:lūdz|vēl[aē]|pras|grib|pieprasa))|tāpēc,? ka|tādēļ,? ka|tā kā|ņemot vērā,? ka|(?:par|ar|no|pie|uz) kur\w{1,4}|kur(?:š|a|i|as|u|ā|iem|ām)|ko",
    "en": r"because|since|given that|seeing that|considering that|as(?! well| soon| long| far| before| planned)|(?:about|of|for|with|to|in) (?:which|whom)|which",
    "ru": r"потому,? что|как(?= (?:того |этого |об этом )?(?:прос|хо[тч]|треб|жела))|поскольку|так как|ибо|ведь|учитывая,? что|раз(?= )|ввиду того,? что|(?:о|об|на|в|за|с|по|к) котор\w{2,3}|котор\w{2,3}",
}
ADVICE = {
    "lv": r"(?:\w+ )?(?:ieteikum\w*|rekomendācij\w*|priekšlikum\w*)(?: \w+){0,2}|ko (?:\w+ )?darī(?:t|s|sim)(?: tālāk)?|ko (?:mēs )?(?:iesakām|ierosinām|piedāvājam)|ko tālāk|turpmāk\w+ (?:rīcīb\w+|darb\w+|soļi)",
    "en": r"(?:\w+ )?(?:recommendations?|advice|suggestions?|proposals?)(?: \w+){0,5}|what (?:we (?:suggest|recommend|propose|advise)|to do|next|should be done|follows)|next steps|actions?(?: points)?",
    "ru": r"(?:\w+ )?(?:рекомендаци\w*|предложени\w*|советы)(?: \w+){0,3}|что (?:мы )?(?:предлагаем|рекомендуем|советуем|делать|дальше)(?: дальше)?",
}
EXPLORES = {  # what shall be asked next is no ground
    "lv": r"noskaidro\w*|izpētī\w*|pētīt|jautāt|vaicāt|pārbaudīt,? (?:vai|kā|kā?pēc)",
    "en": r"find out|explor\w+|investigat\w+|ask(?:ing)? (?:about|whether|why|what|how)|look into|stud(?:y|ied)",
    "ru": r"выяснить|изучить|исследовать|спросить|узнать|опросить|уточнить",
}
NEEDED = r"vajag\w*|vajadzīg\w+|nepieciešam\w+|needed|necessary|нуж(?:ен|на|но|ны)|необходим\w*"
TARGET = r"promis\w*|targets?|goals?|standard|limit|mērķ\w*|solīj\w*|apsolī\w*|solīt\w*|norm\w*|plānot\w*|цел[ьию]\w*|обеща\w*|норматив\w*|план\w*"
GROUNDS_FIRST = r"так как|поскольку|since|because|as|given that|seeing that|tā kā|ņemot vērā, ka"
FORM = r"anket\w*|questionnaires?|forms?|анкет\w*|ticked?"  # how an answer was to be given
CAN = r"var|varēs|varētu|can|could|may|might|можно|может|могут|сможет"  # no result
ADVISES = {
    "lv": r"iesakām|ierosinām|ieteicams|aicinām|rekomendējam|vajadzētu|būtu (?:jā\w+|lietderīgi|vēlams)|jā\w{4,}",
    "en": r"we (?:recommend|suggest|propose|advise)|(?:is|are) recommended|should|recommends?|it is advisable|ought to",
    "ru": r"рекомендуем|предлагаем|советуем|рекомендуется|следует|стоит|нужно|целесообразно|желательно",
}
LATER = {
    "lv": r"tiks|būs|sola|gaidām\w*|plāno|paredz\w*|apsola\w*|solī\w*|ieviesīs|sāks|notiks|izskatīs|lems|domā|apspried\w+|drīkst",
    "en": r"will|shall|plans? to|planned|promis\w*|intends?|(?:is|are) (?:to|set to|bound to|expected to|likely to)|going to|may",
    "ru": r"будет|будут|ожидается|плани\w+|намер\w+|обеща\w+|начн\w+|состоится|рассмотр\w+|решит|решат|собирается|откро\w+|введ[уё]т",
}
MODIFIED = {  # a group of those asked, told by what it is or does
    "lv": r"(?:(?:tie|tās|\w+(?:i|as|us|ām|iem)),? k(?:as|uri|uras|uriem) (?P<a>[^,;:.]{4,60}))",
    "en": r"(?:(?:those|people|\w+s|staff) (?:who|that|whose|with|without|in) (?P<a>[^,;:.]{3,60}?)(?: (?:are|were|is|have|say|report|rate|feel|find|complain|want|tend|trust|prefer|more|less)(?!\w)|(?=[.,;]|$)))",
    "ru": r"(?:(?:те|\w+(?:и|ы|е)),? (?:кто|которые|у кого) (?P<a>[^,;:.]{4,60}))",
}
COMPARED = {
    "lv": r"\w+āk(?:i|as|a|us|ie|ās|ais|ā)?|biežāk|retāk|vairāk|mazāk|visvairāk|vismazāk",
    "en": r"(?!counter|computer|letter|paper|number|officer|manager|driver|teacher|customer|user)\w{2,}er(?= (?:[\w’'-]+ ){0,5}than)|more|less|most|least|\w{3,}(?:ier|iest|est)|happier|better|worse|often",
    "ru": r"чаще|реже|больше|меньше|лучше|хуже|\w+(?<![щшж])ее(?<!среднее)(?<!последнее)|(?:выше|ниже|сильнее|охотнее) (?:всех|других|остальных|прочих)|наи\w+|самы[ехм]\w*",
}
PRAISE = (
    r"slavē\w*|uzteic\w*|cildina|хвал(?:ят|или)"  # in a title it may be of all that was asked about
)
NAMES = regex.pattern(  # a title that names the text, or what was measured
    r"\W*(?:(?:on|about|par|об?|про)\s|(?:[\w’'-]+\s){0,3}(?:note|report|review|survey|study|module|analysis|annex|memo|satisfaction|index|monitor)s?(?= (?:to|of|on|with|for|in)(?!\w))"
    r"|(?:[^\W\d]\w*\s){0,3}(?:apmierinātība|vērtējums|pārskats|pētījums|aptauja|ziņojums|piezīme|izziņa|monitorings)(?!\w)(?! (?:rāda|liecina|atklāj))"
    r"|(?:[^\W\d]\w*\s){0,2}(?:удовлетвор[её]нность|отч[её]т|обзор|оценка|опрос|итоги|результаты|записка|справка|мониторинг)(?!\w)(?! (?:показал|выявил))[^,]*$)",
    regex.IGNORECASE,
)
AND = {
    "lv": r"un|bet|savukārt|turklāt|taču",
    "en": r"and|but|while|whereas",
    "ru": r"и|а|но|однако|причём|причем",
}
NEWS = {  # who tells the news
    "lv": r"paziņo\w*|teikts|ziņo|liecina|vēsta|stāsta|rāda|atklāj\w*|norāda|aptauj\w+|pētījum\w+",
    "en": r"says?|said|reports?|reported|announced|according to|finds|found|shows|survey|poll|study|reveals?",
    "ru": r"таковы (?:данные|результаты|итоги)|сообщи\w+|сообща\w+|заяви\w+|говор\w+|по данным|показал\w*|выяснил\w*|рассказ\w+|опрос\w*|исследовани\w*",
}
ASKS = r"\W*(?:who|what|how|why|where|whether|when|kas|kā|kāpēc|kur|vai|ko|кто|что|как|почему|где)(?!\w)"
OPINION = {
    "lv": r"grasās|iecerējuši|taisās|būtu gatavi|atbalst\w*|ieteiktu|iesaka|ieteic\w*|vēlas|vēlētos|grib\w*|augstu vērtē|vērtē|novērtē|uzticas|neuzticas|izmanto|lieto|zina|apmierināt\w+|neapmierināt\w+|uztrauc\w*|satrauc\w*|patīk|nepatīk|piekrīt|baidās|gaida|dod priekšroku|interes\w+|plāno|lasa|domā|uzskata|sūdz\w+|raizējas|lepojas|iebilst\w*",
    "en": r"intend\w*|mean to|support\w*|recommend\w*|would like|want\w*|wish\w*|value[sd]?|appreciate\w*|trust\w*|use[sd]?|like[sd]?|prefer\w*|satisfied|dissatisfied|happy|unhappy|pleased|worr\w+|concern\w*|agree\w*|fear\w*|expect\w*|favou?r\w*|welcome\w*|know\w*|plan to|interested|praise\w*|complain\w*|think\w*|believe\w*|feel\w*|rate[sd]?|proud|keen|enjoy\w*|oppos\w*",
    "ru": r"намерен\w*|собира\w+ся|планиру\w+|поддержива\w+|рекоменд\w+|порекоменд\w+|хотят|хотели бы|жела\w+|ценят|высоко оценива\w+|оценива\w+|доверя\w+|не доверя\w+|использу\w+|пользу\w+|довол\w+|недовол\w+|беспоко\w+|тревож\w+|нрав\w+|соглас\w+|боятся|опаса\w+|предпочита\w+|знают|интересу\w+|жалу\w+|считают|одобря\w+|гордятся|приветству\w+|против",
}
PLAN = {
    "lv": r"piedāvājam|piedāvās|sagatavoj\w*|sagatavot\w*|pēc pieprasījuma|(?:ir |būtu )?vērts \w+t|(?:ņem\w*|jāņem|ņemam\w*) vērā|būtu labi|derētu|nāktos|ieteicam\w+|vēlam[si]|pieejam\w+|noskaidro\w+|mēs|jā\w{3,}|vajadzētu|ierosin\w*|iesakām|nepieciešam\w+|pētījum\w+ (?:mērķ\w+|veic\w+)|aptauj\w+ (?:notika|veic\w+)|paldies|turpmāk",
    "en": r"on request|(?:is|are|be|seems?) worth \w+ing|ought to|had better|prepared by|advisable|desirable|(?:tak(?:e|en|ing)|bear\w*) (?:this |it |these )?(?:into account|in mind)|available|(?:found|find|finding) out|we|our|should|must|need to|needs to|propose\w*|suggest\w*|we recommend|will|thank\w*|commissioned|the (?:aim|purpose)|was (?:carried|conducted|held)|interviewed|see|feel free|please|read (?:the|more|on)|click",
    "ru": r"предлож\w+|по запросу|стоит (?:это |бы |и )?\w+ть(?:ся)?|стоило бы|имеет смысл|учесть|учитыва\w+|принять во внимание|подготов\w+|целесообразно|желательно|рекоменду[ею]тся|предоставля\w+|выяснил\w*|мы|следует|нужно|необходимо|предлага\w+|рекомендуем|должн\w+|спасибо|благодар\w+|цель|проводил\w+|прош[её]л|заказчик\w*",
}
SHARE = {  # majorities and fractions that are told of those who answered
    "lv": r"mazākum\w*|ievērojam\w+ daļa|neliela daļa|dažs labs|vairum\w*|vairākum\w*|liel\w+ daļ\w+|pus(?:e|i|ei)|div\w+ trešdaļ\w+|trešdaļa|ceturtdaļa|daudzi|neviens|teju|gandrīz|katr[sau] \w+|ik \w+",
    "en": r"(?:a )?(?:\w+ )?minorit\w+|a (?:good|sizeable|large|small|fair) (?:number|share|part|proportion)|most|the majority|half|two thirds|a third|a quarter|many|nobody|no one|few|nearly|almost|one in \w+",
    "ru": r"меньшинств\w*|немноги\w+|(?:заметная|значительная|небольшая|немалая) часть|немал\w+|большинство|больша\w+ часть|половина|дв\w+ трет\w+|треть|четверть|многие|никто|почти|кажд\w+ \w+",
}
VAGUE = {  # words that compare and judge, and name no subject
    "lv": r"veid\w{0,3}|taj[āosu]\w{0,2}|tur|tajos|šaur\w+ viet\w+|vērā ņemam\w+|sol(?:is|i|ī) (?:uz priekšu|atpakaļ|pareizaj\w+ virzienā)|vāj\w+ viet\w*|stipr\w+ pus\w*|taču|\w+āk(?:s|a|i|as|ais|ā|ie|ās|o)?|ar mieru|būtu|gatavi|gatavas|pilnībā|kopumā|atzīmē|izceļ|slavē|atzinīgi|labprāt|joprojām|turklāt|tieši|tātad|tādējādi|līdzinās|veido|lūdz|cik",
    "en": r"\w+er(?= (?:\w+ ){1,5}than)|bottlenecks?|tools?|else|anything|(?:\w+ )?steps? (?:forward|back(?:ward)?|in the right direction)|worth \w+ing|(?:weak|strong|sore|soft) (?:spot|point|side)s?|\w+est|fewer|than|suits?|better|worse|higher|lower|common\w*|frequent\w*|wish\w*|willing|ready|would|also|still|overall|well|good|bad|note|praise|exactly|precisely|thus|therefore|equals?|asks?|how|find|found|regard\w*|more|less",
    "ru": r"узк\w+ мест\w+|просто|кого|кому|немал\w*|(?:\w+ )?шаг\w* (?:вперёд|вперед|назад)|слаб\w+ мест\w+|сильн\w+ сторон\w+|\w+(?:ее|ейш\w+)|чаще|реже|больше|меньше|лучше|хуже|готов\w*|отмеча\w+|находят|хвалят|в целом|также|ещ[её]|полностью|хорош\w+|охотно|именно|таким образом|итак|тем самым|равн[аоы]?|составля\w+|прос[яи]т|насколько",
}
READY = {  # and these are said of people alone
    "lv": r"gatav\w*|ar mieru|jauniet\w*|jaunieši|pensionār\w*|senior\w*|sieviet\w*|vīrieš\w*|ģimen\w*",
    "en": r"ready|readiness|willing\w*|prepared to|young people|the young|pensioners|women|men|families|would",
    "ru": r"готов\w*|молод[её]ж\w*|пенсионер\w*|женщин\w*|мужчин\w*|семь\w*|пожил\w+",
}
ACTORS = {  # who plans and promises: no result of a survey
    "lv": r"(?:vēlas|grib|vēlējās|gribēja) (?:zināt|uzzināt|noskaidrot|saprast)|pašvaldīb\w+|ministrij\w+|dome|domes pārstāv\w+|aģentūr\w+|pārvald\w+|komisij\w+|dienests|iestād\w+|domāt[asiu]\w?|adresēt\w+|plānots|paredzēts|tiks|lēmum\w+|nedrīkst|par agru|atkārto\w+|aicin\w+",
    "en": r"(?:want|wish)(?:s|ed)? to (?:know|learn|find out|understand)|(?:the )?(?:council|ministry|municipality|agency|committee|board|office|administration|government|company|chamber|authors?|department) (?:\w+ )?(?:will|plans?|intends?|wants?|hopes?|promise\w*|has (?:decided|asked)|is|calls?|thanks?|proposes?)|aimed at|meant for|designed for|planned|to be (?:held|repeated|discussed)|results? (?:can|may|apply|are)|decisions?|cannot be|too early|repeated",
    "ru": r"хо(?:чет|тят|тел\w*) (?:знать|узнать|понять|выяснить)|(?:администраци|министерств|комитет|департамент|дум|палат|ведомств|учрежден|управлен|редакци)\w* (?:\w+ )?(?:план|намер|обеща|собира|предлож|рассмотр|призыва|будет|решил|проси)\w*|предназначен\w*|рассчитан\w*|адресован\w*|планируется|будет|будут|решени\w+|нельзя|рано|повтор\w+|призыва\w+",
}
TIME = {  # when and how much, and what shares are said to do
    "lv": r"gad\w{0,3}|mēne\w+|nedēļ\w*|dien\w{1,3}|laik\w{1,2}|div\w{1,3}|trīs|kļu[vs]\w*|ievērojam\w*|krietni|manāmi|būtiski|pakāpeniski|noturīg\w*|nemainī\w*|stabil\w*|galven\w*|reti|bieži|regulār\w*|nekā|pirms|pēdēj\w+|visbiežāk|sevi|šķiet|palik\w*|saglabā\w*|izzu\w+|vispār|pārsvarā|turpina|četr\w{0,2}|piec\w{0,3}|desmit\w*|seš\w{0,3}|augst\w*|zem[aāu]\w{0,2}|pērn\w*|šogad|tagad|sav\w{1,3}|tāpat|runā|stāsta|cit\w{1,3}",
    "en": r"years?|months?|weeks?|days?|times?|two|three|become\w*|became|considerabl\w*|gradual\w*|markedly|clearly|largely|stable|steady|unchanged|mainly?|often|rarely|regular\w*|again|since|before|last|least|seems?|remain\w*|continu\w*|much|within|during|general\w*|overall|things|ways?|make|made|take|taken|give|given|four|five|six|seven|eight|nine|ten|high|highly|low|least|first|second|part|people|group",
    "ru": r"год\w{0,3}|лет|месяц\w*|недел\w*|дн\w{1,2}|врем\w*|два|двух|три|тр[её]х|стал\w*|станов\w+|заметно|значительно|постепенно|существенно|стабильн\w*|неизменн\w*|главн\w*|редко|часто|регулярн\w*|последн\w*|кажется|оста[её]\w*|остал\w*|сохран\w+|продолжа\w+|наличи\w*|услови\w*|лишь|только|больш\w+|четв[её]р\w+|четыр\w+|пят[иь]\w?|шест\w+|десят\w+|тро[еи]\w*|высок\w*|низк\w*|втор\w+|перв\w+|говор\w+|чуть|сво[ей]\w+|друг\w+|част\w+",
}
WILLING = {  # (how a claim says that people would, by what the body does)
    "lv": (r"ar mieru|gatav(?:i|s|as|a|ība\w*)|piekristu|labprāt \w*maksātu", r"mieru|gatav\w*|piekrist\w*|(?:jūs|jums|ja|vai|ko|kā|kur) (?:\w+ ){0,3}?(?!vajadzē|būtu)\w{3,}tu|labprāt"),
    "en": (r"willing|ready to|prepared to|would (?:\w+ly )?(?:accept|pay|agree|welcome)", r"willing\w*|ready|readiness|prepared|would"),
    "ru": (r"готов\w*|согласились бы|(?:за|до)платили бы", r"готов\w*|соглас\w*|бы"),
}  # fmt: skip
UNASKED = {  # what a document says it has no answers on
    "lv": r"netika (?:jautāts|prasīts|vaicāts)|nejautāj\w*|neprasīj\w*|cit\w+ (?:jautājum\w*|tēm\w*) (?:\w+ )?(?:nebija|netika)|neiekļāv\w*|nav iekļaut\w*|nevaicāj\w*|neietilp\w*|neskār\w*|neaptv\w+|nebija (?:paredzēt\w*|jautājum\w*|iekļaut\w*)|(?:vairāk|cita) (?:nekas|neko|nekā) ne\w+|ārpus (?:šīs )?aptaujas",
    "en": r"(?:was|were) (?:\w+ )?(?:not asked|left out|omitted|not recorded|not collected)|(?:did not|didn't) (?:ask|record|collect)|no other (?:questions?|topics?|subjects?)|not (?:ask|record)\w*|nothing else was asked|not (?:covered|included|part of)|(?:did not|didn't) (?:cover|include|touch)|outside the (?:survey|questionnaire)|was no question|says? nothing (?:about|of)",
    "ru": r"не (?:спрашива\w+|запрашива\w+|выясня\w+|задавал\w*|записыва\w+|фиксир\w+|собирал\w*|включ\w+)|других (?:тем|вопросов)|больше ни о ч[её]м|ни о ч[её]м другом|не (?:входил|касал|затрагива|предусм|охваты)\w*|вопрос\w* (?:о|об|про) [^.;]{3,40}? не (?:было|стави\w+)|за рамками",
}
CAUSE = {
    "lv": r"(?:galven\w+ )?iemesl\w*|cēlon\w*|izskaidro\w+|skaidrojam\w*|pie vainas",
    "en": r"(?:the )?(?:main )?(?:reason|cause|explanation|culprit)s?|explained by|due to|owing to|blame\w*",
    "ru": r"(?:главн\w+ )?причин\w*|объясня\w+|вызван\w*|вин(?:а|ой|оват\w+)",
}
MORE = r"стал[оаи]? (?:меньше|больше)|kļuv\w+ (?:mazāk|vairāk)|become (?:fewer|less|rarer)|ar(?:vien|vienu) (?:vairāk|biežāk|mazāk|retāk)|aizvien \w+āk|(?:more and more|less and less|increasingly) \w+|вс[её] (?:чаще|больше|реже|меньше)"
BUT = r"but|yet|though|although|however|while|if|provided|as long as|ja|если|bet|taču|но|однако|а|зато"
SO = r"tāpēc(?!,? ka)|tādēļ(?!,? ka)|therefore|(?<=, )so(?! (?:that|far|many|much|do|did|are|is))|(?<=, )hence|поэтому|(?<=, )так что"  # what is done about a result
