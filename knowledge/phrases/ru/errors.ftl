# Ошибки: что случилось и что делать. Ключ – `error-` и код через дефисы.

error-title-4xx = Запрос нельзя выполнить
error-title-401 = Нужен токен
error-title-404 = Не найдено
error-title-413 = Слишком много сразу
error-title-5xx = Ошибка на нашей стороне
error-title-503 = Ещё не готово

error-error = Что-то пошло не так. Попробуйте ещё раз.
error-internal = Ошибка на нашей стороне. Ничего не решено; попробуйте позже.
error-bad-request = Запрос составлен так, что мы не можем его прочесть.
error-not-found = По этому адресу ничего нет.
error-method-not-allowed = Этот адрес не принимает такие запросы.
error-invalid-request = В запросе есть ошибки; каждая названа в «faults».

error-not-json = Тело запроса – не правильный JSON.
error-not-json-type = Тело запроса должно быть JSON: укажите Content-Type application/json.
error-not-utf8 = Тело запроса – не текст в UTF-8.
error-duplicate-key = В одном объекте JSON ключ стоит дважды, и значение неясно.
error-half-character = В тексте есть половина символа (одиночный суррогат). Пришлите целые символы.
error-number-not-finite = NaN и Infinity здесь не числа. Если значение неизвестно, не указывайте его.
error-number-out-of-range = Число больше, меньше или длиннее всего, что можно измерить.
error-too-deep = Слишком большая вложенность JSON.
error-body-too-large = Запрос больше { $kibibytes } КиБ. Пришлите короче.
error-body-too-slow = Запрос не пришёл вовремя. Отправьте его ещё раз.

error-token-missing = Для этой беседы нужен её токен: Authorization: Bearer …
error-conversation-not-found = Такой беседы нет, или токен не от неё.
error-turn-refused = Несколько сообщений пришли одновременно. Отправьте своё ещё раз.
error-key-reused = Этот Idempotency-Key уже был у другого сообщения.

error-field-missing = Это поле обязательно.
error-field-unknown-key = Такого поля нет.
error-field-not-a-choice = Значение не из числа возможных.
error-field-too-short = Значение пустое или слишком короткое.
error-field-too-long = Значение слишком длинное.
error-field-wrong-form = Значение записано не в той форме.
error-field-wrong-type = Значение не того вида.
error-field-out-of-range = Число вне возможных пределов.
error-field-not-a-date = Дата пишется так: 2026-01-15.
error-field-one-of = Пришлите ровно одно из: text, choose, confirm, facts, withdraw.

error-unknown-row = В редакции таксономии { $edition } нет строки { $row }.
error-no-edition-in-force = На { $on } у нас нет редакции таксономии. Первая из имеющихся действует с { $first }.
error-unknown-edition = Редакции { $edition } у нас нет.
error-broken-certificate = Это не сертификат заключения.
error-unknown-unit = Единица «{ $unit }» неизвестна.
error-wrong-unit = «{ $given }» измеряет не то же, что «{ $wanted }».
error-knowledge-faults = В файлах данных есть ошибки.

error-unusable-facts = Эти сведения нельзя использовать, поэтому ничего не оценено.
error-unusable-settings = Неизвестные или негодные настройки: { $names }.
error-unusable-file = Файл { $name } – не заключение, которое мы можем прочесть.

error-fact-below-minimum = { $given } – слишком мало: здесь не бывает меньше { $limit } { $unit }.
error-fact-above-maximum = { $given } – слишком много: здесь не бывает больше { $limit } { $unit }.
error-fact-wrong-unit = «{ $given }»: единицы нет, или она измеряет другое. Здесь нужно: { $wanted }.
error-fact-not-a-number = «{ $given }» – не число. Например: 40 или 2,5.
error-fact-unknown-choice = Такого варианта нет. Возможны: { $choices }.
error-fact-unknown-fact = Такого сведения нет.
error-fact-wrong-kind = { $wanted ->
    [attested] Здесь нужно да или нет (true, false).
    [judged] Здесь нужно да или нет (true, false).
    [choice] Здесь нужен один вариант из списка.
    [date] Здесь нужна дата: 2026-01-15.
   *[other] Здесь нужно число с единицей, например 40 MW.
}
