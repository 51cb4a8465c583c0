# The conversation: what the assistant says around the law's words and the facts' own questions.

# Talk
interview-hello = Hello! I am an automatic assistant. I help you find out whether your project is green under Kazakhstan’s taxonomy. Tell me in a sentence what you want to build, buy or change; figures help if you have them.
interview-hello-again = Hello! I am listening.
interview-welcome = You are welcome.
interview-goodbye = Goodbye! You can come back to this conversation at any time.
interview-restarted = Let us start again. What is your project?
interview-person = I am a machine and cannot connect you myself. Please ask your bank’s officer to look at this conversation; everything you told me is kept in it.
interview-abilities = I find the row of the green taxonomy that fits your project, ask what is missing, and say whether the project is green and why, with the words of the law. I do not grant loans. Tell me what you want to build, buy or change.
interview-identity = I am an automatic assistant, not a person. The verdict comes from the rules of the law, not from my opinion.
interview-language-set = Fine, English it is.
interview-say-something = Please write what your project is, or answer the question.

# Finding the row
interview-candidates-match = I think your project belongs here:
interview-candidates-choose = { $count ->
    [one] This row may be yours:
   *[other] Your project may belong to one of these rows:
  }
interview-candidates-none = I found no row in the taxonomy that fits this description. The nearest rows are these, but it may be that the taxonomy does not cover your project:
interview-candidates-several = You name several different things, each with a row of its own. Let us check them one by one:
interview-none-bank = Rates, accounts and papers are for the bank to answer. I check whether a project fits the green taxonomy: what do you want to build, buy or change?
interview-none-talk = I help to find out whether a project is green. Tell me in a sentence what you want to build, buy or change.
interview-none-gibberish = I did not understand which project you mean. Write in a sentence what you want to build, buy or change, for example: “solar panels on the roof of a bakery”.
interview-none-manipulation = The verdict follows from the rules of the law and from the facts; asking does not change it. Tell me about the project: what do you want to build, buy or change?
interview-none-offtopic = I answer only about the green taxonomy of Kazakhstan. If you have a project, tell me what you want to build, buy or change.
interview-candidates-other = This sounds like another row of the taxonomy:
interview-candidate = { $number }. { $title } ({ $code })
interview-candidate-because = { $number }. { $title } ({ $code }): because you wrote “{ $phrase }”
interview-candidate-against = { $number }. { $title } ({ $code }): but “{ $phrase }” does not fit it
interview-apart-option = – { $answer }: { $number }
interview-candidates-confirm = { $count ->
    [one] Is that right? Answer “yes”, or tell me about the project in other words.
   *[other] Is that right? Answer “yes”, or choose another number.
  }
interview-candidates-first = Which one shall we begin with? Write its number. We can come back to the others later.
interview-candidates-pick = Which one is it? Write its number. If none fits, tell me about the project in other words.
interview-candidates-change = Shall we go on with it? Answer “yes” or “no”. What you have told me is kept.
interview-tell-otherwise = All right. Then tell me about the project in other words: what exactly will be built, bought or changed?
interview-chosen = Row { $code }: { $title }.

# Facts
interview-read = This is what I read in your words:
interview-noted = I have noted:
interview-fact = { $label }: { $value }
interview-fact-phrase = { $label }: { $value } (you wrote “{ $phrase }”)
interview-confirm-read = { $count ->
    [one] Is it right? It counts only once you confirm it. Answer “yes”, or write the right value.
   *[other] Is everything right? Only what you confirm counts. Answer “yes”, or write what should be different.
  }
interview-figures = Your text also says: { $phrases }. No criterion of this row asks for it.
interview-quoted = “{ $phrase }”
interview-what-is-wrong = What should be different? Write the right value, or remove what is wrong.
interview-withdrawn = { $count ->
    [one] I have removed one fact.
   *[other] I have removed { $count } facts.
  }

# Questions
interview-why = Why I ask: row { $code } requires it. The law says in Kazakh: “{ $law }”.
interview-proof = What proves it: { $evidence }.
interview-answer-yes-no = Answer “yes”, “no” or “I don’t know”.
interview-answer-number = A number is enough; without a unit I take it in { $unit }. You may also say “I don’t know”.
interview-answer-count = A number is enough. You may also say “I don’t know”.
interview-answer-choice = Write the number of the answer, or “I don’t know”:
interview-choice = { $number }) { $label }
interview-skipped = All right, we leave out “{ $label }” for now. You can come back to it at any time; without it there may be no clear verdict.
interview-unclear = I did not understand that as an answer.
interview-unclear-twice = I still do not understand, I am sorry. You can answer “I don’t know” and go on, or ask your bank’s officer to look at this conversation.
interview-one-number = I need one number here, not several and not a range.
interview-other-unit = I need this in { $unit } or a unit that measures the same.
interview-back = Back to where we were.

# Verdict
interview-verdict-missing = { $count ->
    [one] Still missing: { $facts }.
   *[other] Still missing: { $facts }. Not all of it may be needed: some of these are alternatives.
  }
interview-verdict-change = { $count ->
    [one] What would change it:
   *[other] What would change it, one of these:
  }
interview-verdict-conflict = These values contradict one another, so they do not count: { $facts }.
interview-verdict-person = Some of this needs a ruling by a person, not an answer from you: { $facts }.

# Facts that cannot be used
interview-fault-below-minimum = { $label }: { $value } is less than is possible here (at least { $limit }). Please check it.
interview-fault-above-maximum = { $label }: { $value } is more than is possible here (at most { $limit }). Please check it.
interview-fault-wrong-unit = { $label }: { $value } is not in a unit that measures this. Please give it in { $limit }.
interview-fault-not-a-number = { $label }: “{ $value }” is not a number.
interview-fault-unknown-choice = { $label }: “{ $value }” is not one of the answers possible here.
interview-fault-wrong-kind = { $label }: “{ $value }” is not an answer of the kind asked for.
interview-fault-unknown-fact = There is no fact called “{ $fact }”.
interview-fault-other = { $label }: “{ $value }” cannot be used. Please write it another way.
interview-not-stated = Nothing has been said yet about “{ $fact }”.
interview-no-row-yet = First choose the row of the taxonomy that your project belongs to.

interview-other-row = The project may also fit row { $code } ({ $title }); the law ranks neither row above the other. There, by the same facts: { $outcome_text }
