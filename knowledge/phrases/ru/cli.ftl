# Командная строка.

cli-help = «Зелёный» ли проект по государственной таксономии Казахстана и почему? Начните с: jasyl chat
cli-help-serve = Запустить сервис и страницу на http://127.0.0.1:8000.
cli-help-chat = Поговорить о проекте: описать, выбрать строку, подтвердить сведения, получить заключение.
cli-help-ask = Ответить на вопрос о таксономии её же словами.
cli-help-match = Найти строки таксономии, под которые подходит описание.
cli-help-check = Получить заключение по строке и сведениям: jasyl check 1.4.2 rated_capacity=40МВт reservoir_area=3км2
cli-help-verify = Получить сохранённое (--json) заключение заново и сравнить до байта.
cli-help-build = Построить модель и индекс, если знания изменились.
cli-help-diff = Показать строки, которыми отличаются две редакции таксономии.
cli-help-doctor = Проверить папки, сборку и версии.
cli-help-check-knowledge = Сообщить сразу обо всех ошибках закона, сведений, правил и фраз.
cli-help-exit = Коды выхода: 0 «зелёный» или сделано; 1 не «зелёный» либо найдены отличия или ошибки; 2 неверный вызов; 3 пока сказать нельзя; 4 негодные данные; 5 ошибка на нашей стороне.

cli-option-json = Вывести JSON для машин.
cli-option-language = Язык вывода: kk, ru или en.
cli-option-on = Дата заключения (2026-01-15); без неё – сегодня.
cli-option-floor = На чём стоят сведения: слова владельца (declared) или документы (evidenced).
cli-option-facts = Перечислить сведения, которые может спросить строка.
cli-option-oked = Код ОКЭД; только слегка меняет порядок.
cli-option-limit = Сколько строк показать.
cli-option-host = Адрес, на котором отвечать.
cli-option-port = Порт, на котором отвечать.
cli-option-help = Показать эту справку и выйти.
cli-option-version = Показать версию и выйти.

cli-usage-on = Дата пишется так: 2026-01-15, а не { $given }
cli-usage-statement = Сведение пишется как имя=значение: { $given }
cli-usage-twice = Сведение { $fact } указано дважды.
cli-usage-unknown = Сведения { $fact } нет.
cli-usage-near = Сведения { $fact } нет. Может быть, { $near }?

cli-missing = Чего не хватает
cli-would-change = Что изменило бы ответ
cli-more-ways = и ещё способов: { $count } (--json)
cli-documents = Какие документы принести
cli-notes = Где закон неясен
cli-certificate = Заключение { $number }, редакция { $edition }

cli-decision-match = Подходит строка:
cli-decision-choose = Может подойти одна из строк:
cli-decision-none = Похоже, ни одна строка таксономии не подходит. Ближайшие:
cli-decision-confidence = { $percent } %
cli-read-facts = Прочитано в тексте (нужно подтвердить):
cli-from = из слов «{ $phrase }»
cli-sources = Источники
cli-by-model = Этот текст написала языковая модель по приведённым отрывкам.

cli-column-fact = сведение
cli-column-kind = вид
cli-column-unit = единица
cli-column-question = вопрос
cli-column-choices = варианты
cli-column-row = строка
cli-column-change = изменение
cli-column-what = что

cli-building = Строим модель и индекс …
cli-built = Построено за { $seconds } с: { $folder }
cli-built-already = Ничего не изменилось: { $folder }
cli-serving = Jasyl отвечает на { $address } (остановить: Ctrl+C)
cli-port-taken = Адрес { $address } занят. Выберите другой порт: jasyl serve --port 8001

cli-chat-hello = Опишите проект своими словами. /exit – выход, /help – помощь.
cli-chat-help = Пишите своими словами, или: номер выбирает строку · «да» подтверждает всё прочитанное · имя=значение даёт сведение · -имя убирает его · /facts перечисляет их · /verdict показывает заключение · /new начинает заново · /exit – выход.
cli-chat-prompt = вы
cli-chat-bye = До свидания.

cli-verify-same = То же самое: заключение получено заново, совпал каждый байт.
cli-verify-altered = Содержание изменено: оно не то, что было подписано номером.
cli-verify-rule-changed = Сертификат в порядке, но правило с тех пор изменилось.
cli-verify-different = То же правило даёт другой результат.
cli-diff-none = Редакции { $first } и { $second } не отличаются ни одной строкой.
cli-diff-added = добавлена
cli-diff-removed = исключена
cli-diff-changed = изменена: { $parts }

cli-doctor-version = Версии
cli-doctor-data = Папка данных
cli-doctor-writable = В папку данных можно писать
cli-doctor-build = Модель и индекс
cli-doctor-knowledge = Знания
cli-doctor-store = Беседы
cli-doctor-model = Языковая модель
cli-doctor-missing = пока нет
cli-doctor-build-needed = не построены; выполните: jasyl build
cli-doctor-no-model = нет: всё работает и без неё
cli-doctor-cannot-write = записать нельзя
cli-knowledge-good = Всё в порядке: строк { $rows }, сведений { $facts }, фраз { $phrases } на каждом из трёх языков.
cli-knowledge-faults = { $count ->
    [one] { $count } ошибка:
    [few] { $count } ошибки:
   *[other] { $count } ошибок:
}
cli-other-rows = Другие строки, под которые проект может подойти (закон ни одну не ставит выше)

# Измерение подбора
cli-help-evaluate-matching = Измерить подбор строк на описаниях с известной строкой.
cli-option-lines = Папка с описаниями (по умолчанию отложенные, на которых ничего не обучалось)
cli-column-group = Группа
cli-column-real = Проектов
cli-column-first = Первой
cli-column-among = Среди трёх
cli-column-lost = Отвергнуто
cli-column-alone = Одна строка
cli-column-alone-right = из них верно
cli-column-none = Не проекты
cli-column-refused = Отказано
cli-column-given = Предложено
cli-column-lines = Описаний
cli-measured-by-language = По языку и виду текста
cli-measured-by-script = По письму
cli-measured-by-persona = По тому, кто пишет
cli-measured-by-row = По строке
cli-measured-by-why = По виду того, что не подходит ни под одну строку
cli-measured-all = Всего
cli-measured-confusions = Чаще всего путают
cli-measured-calibration = Средняя ошибка уверенности (ECE): { $error }
cli-measured-time = Время на описание: { $median } мс в середине, { $p95 } мс у 95 %
cli-measured-wrong = Ошибок: { $count } из { $total }

# Подбор строки
cli-reason = { $speaks ->
    [against] «{ $text }» сюда не подходит ({ $passage })
   *[for] «{ $text }» → { $passage }: { $quote }
  }
cli-components = В тексте несколько разных вещей:
cli-component = { $text } → { $code }
