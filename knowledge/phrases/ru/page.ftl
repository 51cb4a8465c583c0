# Страница `/`. Ни одно сообщение не принимает значений: страница получает их как есть.

page-title = Jasyl: мой проект «зелёный»?
page-lead = Опишите проект своими словами. Мы найдём подходящую строку «зелёной» таксономии Казахстана, спросим, чего не хватает, и скажем, «зелёный» ли он и почему.
page-no-script = Этой странице нужен JavaScript. Без него есть команда jasyl chat.
page-language = Язык
page-speak = По-русски
page-skip = К полю ввода
page-log = Беседа
page-you = Вы
page-us = Jasyl
page-text-label = Ваше сообщение
page-text-hint = Например: что строите или покупаете, где, какого размера
page-send = Отправить
page-new = Начать заново
page-examples = Попробуйте пример
page-example-1 = Солнечные панели на крышу нашей пекарни
page-example-2 = Строим ГЭС на 40 МВт с водохранилищем 3 км²
page-example-3 = Переводим котельную с угля на газ

page-candidates = Что из этого – ваш проект?
page-none-of-these = Ничего из этого

page-read = Что мы прочли в ваших словах. Верно?
page-facts = Что учитывается
page-facts-hint = Считается только то, что вы подтвердили.
page-from-your-words = вашими словами:
page-confirm = Подтвердить
page-confirm-all = Подтвердить всё
page-edit = Изменить
page-withdraw = Убрать
page-cancel = Отмена
page-standing-proposed = нужно подтвердить
page-standing-declared = подтверждено вами
page-standing-evidenced = доказано документом

page-yes = Да
page-no = Нет
page-dont-know = Не знаю
page-answer = Ответить
page-value = Значение
page-unit = Единица
page-date = Дата
page-number-needed = Введите число.

page-verdict = Заключение
page-your-value = У вас
page-note = Где закон неясен
page-missing = Чего не хватает
page-would-change = Что изменило бы ответ
page-more = Ещё
page-documents = Какие документы принести
page-edition = Редакция
page-certificate = Номер заключения
page-details = Подробности в JSON
page-translation = Текст закона – казахский; русский – наш рабочий перевод.
page-not-advice = Jasyl объясняет государственную таксономию. Он не выдаёт кредитов и не даёт юридических советов.

page-offline = Сервис не отвечает. Ваш текст остался в поле; попробуйте ещё раз.
page-by-model = Этот текст написала языковая модель по приведённым отрывкам.
page-other-rows = Другие строки, под которые проект может подойти (закон ни одну не ставит выше)
