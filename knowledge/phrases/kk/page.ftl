# `/` беті. Ешбір сөйлем мән қабылдамайды: бет оларды сол күйінде алады.

page-title = Jasyl: менің жобам «жасыл» ма?
page-lead = Жобаңызды өз сөзіңізбен айтып беріңіз. Қазақстанның «жасыл» таксономиясынан сай жолды табамыз, жетпейтінін сұраймыз, «жасыл» ма, жоқ па және неге екенін айтамыз.
page-no-script = Бұл бетке JavaScript керек. Онсыз jasyl chat командасы бар.
page-language = Тіл
page-speak = Қазақша
page-skip = Жазатын жерге өту
page-log = Әңгіме
page-you = Сіз
page-us = Jasyl
page-text-label = Хабарыңыз
page-text-hint = Мысалы: не саласыз не сатып аласыз, қайда, көлемі қандай
page-send = Жіберу
page-new = Басынан бастау
page-examples = Мысал көріңіз
page-example-1 = Наубайханамыздың төбесіне күн панелін қоямыз
page-example-2 = Су қоймасы 3 км² болатын 40 МВт су электр станциясын саламыз
page-example-3 = Қазандықты көмірден газға көшіреміз

page-candidates = Жобаңыз осылардың қайсысы?
page-none-of-these = Ешқайсысы емес

page-read = Сөзіңізден оқығанымыз. Дұрыс па?
page-facts = Есепке алынатын деректер
page-facts-hint = Тек сіз растағаны есепке алынады.
page-from-your-words = өз сөзіңіз:
page-confirm = Растау
page-confirm-all = Бәрін растау
page-edit = Өзгерту
page-withdraw = Алып тастау
page-cancel = Болдырмау
page-standing-proposed = растау керек
page-standing-declared = сіз растадыңыз
page-standing-evidenced = құжатпен дәлелденген

page-yes = Иә
page-no = Жоқ
page-dont-know = Білмеймін
page-answer = Жауап беру
page-value = Мәні
page-unit = Өлшемі
page-date = Күні
page-number-needed = Сан жазыңыз.

page-verdict = Қорытынды
page-your-value = Сізде
page-note = Заң анық айтпаған жер
page-missing = Әлі жетпейді
page-would-change = Не өзгерсе, жауап өзгереді
page-more = Тағы да
page-documents = Қандай құжат әкелу керек
page-edition = Редакция
page-certificate = Қорытынды нөмірі
page-details = Толығы JSON түрінде
page-translation = Заңның өз мәтіні – қазақша; орысша мен ағылшыншасы – біздің жұмыс аудармамыз.
page-not-advice = Jasyl мемлекеттік таксономияны түсіндіреді. Несие бермейді, заң кеңесін де бермейді.

page-offline = Қызмет жауап бермейді. Мәтініңіз орнында тұр; қайталап көріңіз.
page-by-model = Бұл мәтінді көрсетілген үзінділерден тілдік модель жазды.
page-other-rows = Жоба сай келуі мүмкін басқа жолдар (заң ешқайсысын жоғары қоймайды)
