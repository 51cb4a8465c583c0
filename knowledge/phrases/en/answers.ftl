# Answers to free questions. $text and $quote are passages, word for word.
answers-hello = Good day. Tell me about your project in your own words, or ask about the green taxonomy.
answers-thanks = You are welcome. If anything about the taxonomy is unclear, ask again.
answers-who = I am Jasyl, a program. I show which row of Kazakhstan's green taxonomy a project may fit, which facts and papers are needed, and what the law says. I grant no loans.
answers-no-such-row = The taxonomy has no row { $code }.
answers-threshold = Row { $code }, "{ $title }". Threshold: { $text }
answers-examples = Row { $code }, "{ $title }". Examples in the law: { $text }
answers-oked = Row { $code }, "{ $title }". Activity codes (OKED): { $text }
answers-codes-do-not-decide = The codes do not decide: neither having one nor lacking one makes a project green or not green.
answers-law-words = The words of the law, in Kazakh: «{ $quote }» (the translation above is a working one; the Kazakh text is binding)
answers-note = The note { $mark } says: { $text }
answers-abbreviation = { $text }
answers-provision = { $text }
answers-codes-never-decide = Activity codes do not decide whether a project is green. The law says: { $text }
answers-activity-rows = Code { $activity } is printed in rows { $rows }.
answers-activity-nowhere = No row prints the code { $activity } in exactly this form.
answers-mentions =
    "{ $topic }" stands in these rows:
    { $rows }
answers-inside =
    The taxonomy speaks of this. The nearest by your words:
    { $rows }
    Whether a particular project is green depends on the exclusions, the threshold and its facts.
answers-passage = I found no row that fits. The nearest words of the law: { $text }
answers-news =
    This is news, not law ({ $source }):
    { $text }
answers-not-in-sources = The taxonomy and my sources say nothing about this, so I will not guess.
answers-off-topic = This is not about the green taxonomy. I can help with what counts as a green project in Kazakhstan and what has to be shown.
answers-clause = Closest to the question: { $text }
answers-act =
    The taxonomy was approved by a resolution of the Government of the Republic of Kazakhstan: { $text }.
    Its number and date, then those of the amendments, with the day from which each applies in brackets: { $source }.
answers-uses = The law does not spell this abbreviation out in its list. It uses it here: { $text }
answers-unlimited =
    These rows have "{ $text }" in the threshold column; a project still has to fit the row itself:
    { $rows }
answers-sized = The size decides between these rows; the one whose bound it keeps comes first.
answers-beyond = None of these rows reaches the size you name. Their bounds:
answers-promise = I cannot promise a loan, a subsidy, a rate or an outcome. The bank and the fund decide on money. Whether a project meets the taxonomy follows from its facts: describe the project and we will go through them.
answers-outside-money = The taxonomy says nothing about who lends, interest rates, collateral, grants or taxes. Ask the bank or the fund; I can tell which row a project may fit and what it has to show.
answers-outside-price = The taxonomy names no prices, costs or payback periods, so I will not guess them. I can tell what a project has to show to be green.
answers-outside-contact = I hold no telephone numbers or addresses. Your bank or fund publishes its own; I can answer about the taxonomy.
answers-outside-agency = The taxonomy does not say who confirms or signs that a project is green; your lender tells you whom it accepts. I can show what has to be proved.
answers-outside-time = The taxonomy does not say how long papers or reviews take; ask those who issue them. I can tell which papers a row requires.
answers-outside-beyond = The taxonomy says nothing about this (jobs, penalties, statistics, future changes), so I will not guess. It holds categories, examples and thresholds of green projects.
answers-outside-abroad = I know only the taxonomy of Kazakhstan. What another country's or the European Union's taxonomy says is not in my sources.
answers-outside-measure = The taxonomy sets no such figure (distance, height, noise, temperature, number), so I will not guess. I can tell the threshold of a row.
answers-outside-daily = This is not about the green taxonomy. I can help with what counts as a green project in Kazakhstan and what has to be shown.
answers-near-rows = I found no row that clearly fits this. The nearest words of the law:
