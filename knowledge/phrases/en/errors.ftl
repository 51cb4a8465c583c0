# Errors: what went wrong and what to do. The key is `error-` and the code with dashes.

error-title-4xx = The request cannot be carried out
error-title-401 = A token is needed
error-title-404 = Not found
error-title-413 = Too much at once
error-title-5xx = An error on our side
error-title-503 = Not ready yet

error-error = Something went wrong. Please try once more.
error-internal = An error on our side. Nothing was decided; please try again later.
error-bad-request = The request is not in a form we can read.
error-not-found = There is nothing at this address.
error-method-not-allowed = This address does not take this kind of request.
error-invalid-request = The request has faults; each is named under “faults”.

error-not-json = The body of the request is not valid JSON.
error-not-json-type = The body must be JSON: set Content-Type to application/json.
error-not-utf8 = The body of the request is not UTF-8 text.
error-duplicate-key = A key stands twice in one JSON object, so its value is not clear.
error-half-character = The text holds half a character (a lone surrogate). Please send whole characters.
error-number-not-finite = NaN and Infinity are not numbers here. Leave out a value that you do not know.
error-number-out-of-range = A number is larger, smaller or longer than anything that can be measured.
error-too-deep = The JSON is nested too deep.
error-body-too-large = The request is larger than { $kibibytes } KiB. Please send a shorter one.
error-body-too-slow = The request did not arrive in time. Please send it again.

error-token-missing = This conversation needs its token: Authorization: Bearer …
error-conversation-not-found = There is no such conversation, or the token is not its own.
error-turn-refused = Several messages came at the same moment. Please send yours once more.
error-key-reused = This Idempotency-Key was already used for another message.

error-field-missing = This field is needed.
error-field-unknown-key = There is no such field.
error-field-not-a-choice = The value is not one of those possible here.
error-field-too-short = The value is empty or too short.
error-field-too-long = The value is too long.
error-field-wrong-form = The value is not written in the expected form.
error-field-wrong-type = The value is of the wrong kind.
error-field-out-of-range = The number is outside the range possible here.
error-field-not-a-date = A date is written as 2026-01-15.
error-field-one-of = Send exactly one of: text, choose, confirm, facts, withdraw.

error-unknown-row = Edition { $edition } of the taxonomy has no row { $row }.
error-no-edition-in-force = We hold no edition of the taxonomy for { $on }. The first one we hold is in force from { $first }.
error-unknown-edition = We hold no edition { $edition }.
error-broken-certificate = This is no certificate of a verdict.
error-unknown-unit = The unit “{ $unit }” is not known.
error-wrong-unit = “{ $given }” does not measure the same thing as “{ $wanted }”.
error-knowledge-faults = The data files have faults.

error-unusable-facts = These facts cannot be used, so nothing was evaluated.
error-unusable-settings = Unknown or unusable settings: { $names }.
error-unusable-file = The file { $name } is not a verdict that we can read.

error-fact-below-minimum = { $given } is too little: it cannot be less than { $limit } { $unit } here.
error-fact-above-maximum = { $given } is too much: it cannot be more than { $limit } { $unit } here.
error-fact-wrong-unit = “{ $given }”: the unit is missing or measures something else. It takes { $wanted } here.
error-fact-not-a-number = “{ $given }” is not a number. Write 40 or 2.5, for example.
error-fact-unknown-choice = There is no such choice. Possible: { $choices }.
error-fact-unknown-fact = There is no such fact.
error-fact-wrong-kind = { $wanted ->
    [attested] It takes yes or no here (true, false).
    [judged] It takes yes or no here (true, false).
    [choice] It takes one choice of the list here.
    [date] It takes a date here: 2026-01-15.
   *[other] It takes a number with its unit here, such as 40 MW.
}
