# Қателер: не болды және не істеу керек. Кілті – `error-` және сызықшамен жазылған коды.

error-title-4xx = Сұрауды орындау мүмкін емес
error-title-401 = Токен керек
error-title-404 = Табылмады
error-title-413 = Бірден тым көп
error-title-5xx = Қате біздің жақта
error-title-503 = Әлі дайын емес

error-error = Бірдеңе дұрыс болмады. Тағы бір рет байқап көріңіз.
error-internal = Қате біздің жақта. Ештеңе шешілген жоқ; кейінірек қайталап көріңіз.
error-bad-request = Сұрау біз оқи алатындай жазылмаған.
error-not-found = Бұл мекенжайда ештеңе жоқ.
error-method-not-allowed = Бұл мекенжай мұндай сұрауды қабылдамайды.
error-invalid-request = Сұрауда қателер бар; әрқайсысы «faults» ішінде көрсетілген.

error-not-json = Сұраудың мазмұны дұрыс JSON емес.
error-not-json-type = Сұраудың мазмұны JSON болуы керек: Content-Type – application/json деп көрсетіңіз.
error-not-utf8 = Сұраудың мазмұны UTF-8 мәтіні емес.
error-duplicate-key = Бір JSON нысанында бір кілт екі рет тұр, сондықтан мәні түсініксіз.
error-half-character = Мәтінде таңбаның жартысы бар. Таңбаларды толық жіберіңіз.
error-number-not-finite = NaN мен Infinity мұнда сан емес. Білмейтін мәніңізді жазбай-ақ қойыңыз.
error-number-out-of-range = Мұндай үлкен, кіші не ұзын санмен ештеңе өлшенбейді.
error-too-deep = JSON тым көп қабатталған.
error-body-too-large = Сұрау { $kibibytes } КиБ-тан үлкен. Қысқартып жіберіңіз.
error-body-too-slow = Сұрау уақытында келмеді. Қайта жіберіңіз.

error-token-missing = Бұл әңгімеге өзінің токені керек: Authorization: Bearer …
error-conversation-not-found = Мұндай әңгіме жоқ немесе токен басқа әңгіменікі.
error-turn-refused = Бірнеше хабар бір мезетте келді. Өзіңіздікін тағы бір рет жіберіңіз.
error-key-reused = Бұл Idempotency-Key басқа хабарда қолданылған.

error-field-missing = Бұл жолды толтыру керек.
error-field-unknown-key = Мұндай жол жоқ.
error-field-not-a-choice = Мұнда мұндай мән таңдауға болмайды.
error-field-too-short = Мән бос немесе тым қысқа.
error-field-too-long = Мән тым ұзын.
error-field-wrong-form = Мән басқаша жазылуы керек.
error-field-wrong-type = Мәннің түрі басқа болуы керек.
error-field-out-of-range = Сан мұнда болуы мүмкін шектен тыс.
error-field-not-a-date = Күн былай жазылады: 2026-01-15.
error-field-one-of = Тек біреуін жіберіңіз: text, choose, confirm, facts, withdraw.

error-unknown-row = Таксономияның { $edition } редакциясында { $row } жолы жоқ.
error-no-edition-in-force = { $on } күніне таксономияның редакциясы бізде жоқ. Бізде бар алғашқы редакция { $first } күнінен қолданылады.
error-unknown-edition = Бізде { $edition } редакциясы жоқ.
error-broken-certificate = Бұл қорытынды сертификаты емес.
error-unknown-unit = «{ $unit }» деген өлшем бірлігі белгісіз.
error-wrong-unit = «{ $given }» пен «{ $wanted }» бір нәрсені өлшемейді.
error-knowledge-faults = Деректер файлдарында қателер бар.

error-unusable-facts = Бұл деректерді пайдалану мүмкін емес, сондықтан ештеңе бағаланған жоқ.
error-unusable-settings = Белгісіз немесе жарамсыз баптаулар: { $names }.
error-unusable-file = { $name } файлы – біз оқи алатын қорытынды емес.

error-fact-below-minimum = { $given } – тым аз: мұнда { $limit } { $unit } шамасынан кем болмайды.
error-fact-above-maximum = { $given } – тым көп: мұнда { $limit } { $unit } шамасынан аспайды.
error-fact-wrong-unit = «{ $given }» өлшем бірлігі жоқ не басқа нәрсені өлшейді. Мұнда керегі: { $wanted }.
error-fact-not-a-number = «{ $given }» – сан емес. Мысалы: 40 немесе 2,5.
error-fact-unknown-choice = Мұндай нұсқа жоқ. Болатыны: { $choices }.
error-fact-unknown-fact = Мұндай дерек жоқ.
error-fact-wrong-kind = { $wanted ->
    [attested] Мұнда иә не жоқ керек (true, false).
    [judged] Мұнда иә не жоқ керек (true, false).
    [choice] Мұнда тізімнен бір нұсқа керек.
    [date] Мұнда күн керек: 2026-01-15.
   *[other] Мұнда өлшем бірлігі бар сан керек, мысалы 40 MW.
}
