# Командалық жол.

cli-help = Жоба Қазақстанның мемлекеттік таксономиясы бойынша «жасыл» ма және неге? Мынадан бастаңыз: jasyl chat
cli-help-serve = Қызмет пен бетті http://127.0.0.1:8000 мекенжайында іске қосу.
cli-help-chat = Жоба туралы әңгімелесу: айтып беру, жолын таңдау, деректерді растау, қорытынды алу.
cli-help-ask = Таксономия туралы сұраққа оның өз сөзімен жауап беру.
cli-help-match = Сипаттамаға сай келетін таксономия жолдарын табу.
cli-help-check = Жол мен деректер бойынша қорытынды алу: jasyl check 1.4.2 rated_capacity=40МВт reservoir_area=3км2
cli-help-verify = Сақталған (--json) қорытындыны қайта шығарып, әр байтын салыстыру.
cli-help-build = Білім өзгерген болса, модель мен индексті құру.
cli-help-diff = Таксономияның екі редакциясында өзгеше жолдарды көрсету.
cli-help-doctor = Қалталарды, құрылымды және нұсқаларды тексеру.
cli-help-check-knowledge = Заң, деректер, ережелер мен сөйлемдердің барлық қатесін бірден айту.
cli-help-exit = Шығу кодтары: 0 «жасыл» немесе орындалды; 1 «жасыл» емес не айырмашылық, қате табылды; 2 команда қате жазылған; 3 әзірге айту мүмкін емес; 4 дерек жарамсыз; 5 қате біздің жақта.

cli-option-json = Бағдарламаға арналған JSON шығару.
cli-option-language = Жауап тілі: kk, ru немесе en.
cli-option-on = Қорытынды күні (2026-01-15); жазылмаса – бүгін.
cli-option-floor = Дерек неге сүйенеді: иесінің сөзіне (declared) не құжатқа (evidenced).
cli-option-facts = Осы жол сұрай алатын деректерді көрсету.
cli-option-oked = ЭҚЖЖ коды; тек реттілікке сәл әсер етеді.
cli-option-limit = Неше жол көрсету керек.
cli-option-host = Қай мекенжайда жауап беру.
cli-option-port = Қай портта жауап беру.
cli-option-help = Осы анықтаманы көрсетіп, шығу.
cli-option-version = Нұсқасын көрсетіп, шығу.

cli-usage-on = Күн былай жазылады: 2026-01-15, ал жазылғаны – { $given }
cli-usage-statement = Дерек атауы=мәні түрінде жазылады: { $given }
cli-usage-twice = { $fact } дерегі екі рет жазылған.
cli-usage-unknown = { $fact } деген дерек жоқ.
cli-usage-near = { $fact } деген дерек жоқ. Мүмкін, { $near } шығар?

cli-missing = Әлі жетпейді
cli-would-change = Не өзгерсе, жауап өзгереді
cli-more-ways = тағы { $count } жолы бар (--json)
cli-documents = Қандай құжат әкелу керек
cli-notes = Заң анық айтпаған жер
cli-certificate = Қорытынды { $number }, { $edition } редакциясы

cli-decision-match = Мына жол сай келеді:
cli-decision-choose = Мына жолдардың бірі сай келуі мүмкін:
cli-decision-none = Таксономияда сай жол жоқ сияқты. Ең жақындары:
cli-decision-confidence = { $percent } %
cli-read-facts = Мәтіннен оқылды (растау керек):
cli-from = «{ $phrase }» деген сөзден
cli-sources = Дереккөздер
cli-by-model = Бұл мәтінді көрсетілген үзінділерден тілдік модель жазды.

cli-column-fact = дерек
cli-column-kind = түрі
cli-column-unit = өлшемі
cli-column-question = сұрақ
cli-column-choices = нұсқалар
cli-column-row = жол
cli-column-change = өзгеріс
cli-column-what = не

cli-building = Модель мен индексті құрып жатырмыз …
cli-built = { $seconds } с ішінде құрылды: { $folder }
cli-built-already = Ештеңе өзгермеген: { $folder }
cli-serving = Jasyl { $address } мекенжайында жауап береді (тоқтату: Ctrl+C)
cli-port-taken = { $address } мекенжайы бос емес. Басқа порт таңдаңыз: jasyl serve --port 8001

cli-chat-hello = Жобаңызды өз сөзіңізбен айтып беріңіз. /exit – шығу, /help – көмек.
cli-chat-help = Өз сөзіңізбен жазыңыз, немесе: нөмір жолды таңдайды · «иә» оқылғанның бәрін растайды · атауы=мәні дерек береді · -атауы оны алып тастайды · /facts деректерді көрсетеді · /verdict қорытындыны көрсетеді · /new басынан бастайды · /exit – шығу.
cli-chat-prompt = сіз
cli-chat-bye = Сау болыңыз.

cli-verify-same = Дәл сол: қорытынды қайта шығарылды, әр байты сәйкес.
cli-verify-altered = Сертификаттың мазмұны өзгертілген.
cli-verify-rule-changed = Сертификат дұрыс, бірақ ереже содан бері өзгерген.
cli-verify-different = Дәл сол ереже басқа нәтиже беріп тұр.
cli-diff-none = { $first } мен { $second } редакцияларында өзгеше жол жоқ.
cli-diff-added = қосылды
cli-diff-removed = алынып тасталды
cli-diff-changed = өзгерді: { $parts }

cli-doctor-version = Нұсқалар
cli-doctor-data = Деректер қалтасы
cli-doctor-writable = Деректер қалтасына жазуға болады
cli-doctor-build = Модель мен индекс
cli-doctor-knowledge = Білім
cli-doctor-store = Әңгімелер
cli-doctor-model = Тілдік модель
cli-doctor-missing = әлі жоқ
cli-doctor-build-needed = құрылмаған; мынаны орындаңыз: jasyl build
cli-doctor-no-model = жоқ: онсыз да бәрі жұмыс істейді
cli-doctor-cannot-write = жазуға болмайды
cli-knowledge-good = Бәрі дұрыс: { $rows } жол, { $facts } дерек, үш тілдің әрқайсысында { $phrases } сөйлем.
cli-knowledge-faults = { $count ->
    [one] { $count } қате:
   *[other] { $count } қате:
}
cli-other-rows = Жоба сай келуі мүмкін басқа жолдар (заң ешқайсысын жоғары қоймайды)

# Жолды табуды өлшеу
cli-help-evaluate-matching = Жолды табу сапасын жолы белгілі сипаттамалармен өлшеу.
cli-option-lines = Сипаттамалар қалтасы (әдепкіде – үйретуге қолданылмағандары)
cli-column-group = Топ
cli-column-real = Жобалар
cli-column-first = Бірінші
cli-column-among = Үшеудің ішінде
cli-column-lost = Қабылданбаған
cli-column-alone = Жалғыз жол
cli-column-alone-right = оның дұрысы
cli-column-none = Жоба емес
cli-column-refused = Бас тартылған
cli-column-given = Ұсынылған
cli-column-lines = Сипаттама
cli-measured-by-language = Тіл мен мәтін түрі бойынша
cli-measured-by-script = Жазу бойынша
cli-measured-by-persona = Кім жазғаны бойынша
cli-measured-by-row = Жол бойынша
cli-measured-by-why = Ешбір жолға келмейтіннің түрі бойынша
cli-measured-all = Барлығы
cli-measured-confusions = Ең жиі шатасатындары
cli-measured-calibration = Сенімділіктің орташа қатесі (ECE): { $error }
cli-measured-time = Бір сипаттамаға кететін уақыт: ортасы { $median } мс, 95 %-ы { $p95 } мс-қа дейін
cli-measured-wrong = Қате: { $total } сипаттаманың { $count } данасы

# Жолды табу
cli-reason = { $speaks ->
    [against] «{ $text }» бұған келмейді ({ $passage })
   *[for] «{ $text }» → { $passage }: { $quote }
  }
cli-components = Мәтінде бірнеше бөлек нәрсе айтылған:
cli-component = { $text } → { $code }
