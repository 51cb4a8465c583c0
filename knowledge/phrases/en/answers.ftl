# Answers to free questions. $text and $quote are passages, word for word.
answers-hello = Good day. Tell me about your project in your own words, or ask about the green taxonomy.
answers-thanks = You are welcome. If anything about the taxonomy is unclear, ask again.
answers-who = I am Jasyl, a program. I show which row of Kazakhstan's green taxonomy a project may fit, which facts and papers are needed, and what the law says. I grant no loans.
answers-no-such-row = The taxonomy has no row { $code }.
answers-no-promise = I cannot promise a loan, a subsidy, a rate or an outcome. The bank and the fund decide on money. Whether a project meets the taxonomy follows from its facts: describe the project and we will go through them.
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
    The taxonomy has this. The nearest by your words:
    { $rows }
    Whether a particular project is green depends on the threshold and its facts.
answers-passage = I found no row that fits. The nearest words of the law: { $text }
answers-news =
    This is news, not law ({ $source }):
    { $text }
answers-not-in-sources = The taxonomy and my sources say nothing about this, so I will not guess.
answers-off-topic = This is not about the green taxonomy. I can help with what counts as a green project in Kazakhstan and what has to be shown.
