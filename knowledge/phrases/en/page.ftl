# The page at `/`. No message takes a value: the page gets them as they are.

page-title = Jasyl: is my project green?
page-lead = Describe your project in your own words. We find the row of Kazakhstan’s green taxonomy that it fits, ask what is missing, and say whether it is green and why.
page-no-script = This page needs JavaScript. Without it, use the command jasyl chat.
page-language = Language
page-speak = In English
page-skip = To the text box
page-log = Conversation
page-you = You
page-us = Jasyl
page-text-label = Your message
page-text-hint = For example: what you build or buy, where, how large
page-send = Send
page-new = Start again
page-examples = Try an example
page-example-1 = Solar panels on the roof of our bakery
page-example-2 = A 40 MW hydropower plant with a reservoir of 3 km²
page-example-3 = We switch our boiler house from coal to gas

page-candidates = Which of these is your project?
page-none-of-these = None of these

page-read = What we read in your words. Is it right?
page-facts = What counts
page-facts-hint = Only what you confirm counts.
page-from-your-words = in your words:
page-confirm = Confirm
page-confirm-all = Confirm all
page-edit = Change
page-withdraw = Remove
page-cancel = Cancel
page-standing-proposed = to be confirmed
page-standing-declared = confirmed by you
page-standing-evidenced = shown by a paper

page-yes = Yes
page-no = No
page-dont-know = I don’t know
page-answer = Answer
page-value = Value
page-unit = Unit
page-date = Date
page-number-needed = Please enter a number.

page-verdict = Verdict
page-your-value = Your value
page-note = Where the law is unclear
page-missing = Still missing
page-would-change = What would change this
page-more = More
page-documents = Papers to bring
page-edition = Edition
page-certificate = Certificate
page-details = Details as JSON
page-translation = Kazakh is the law’s own text; the English is our working translation.
page-not-advice = Jasyl explains the state taxonomy. It grants no loans and gives no legal advice.

page-offline = The service does not answer. Your text is still in the box; please try again.
page-by-model = This text was written by a language model from the passages shown.
page-other-rows = Other rows that the project may fit (the law ranks none above another)
