# The command line.

cli-help = Is a project green under Kazakhstan’s state taxonomy, and why? Begin with: jasyl chat
cli-help-serve = Start the service and the page at http://127.0.0.1:8000.
cli-help-chat = Talk about a project: describe it, choose the row, confirm the facts, get the verdict.
cli-help-ask = Answer a question about the taxonomy from its own words.
cli-help-match = Find the rows of the taxonomy that a description fits.
cli-help-check = Take the verdict for a row from facts: jasyl check 1.4.2 rated_capacity=40MW reservoir_area=3km2
cli-help-verify = Take a verdict saved with --json again and compare every byte.
cli-help-build = Build the model and the index, if the knowledge has changed.
cli-help-diff = Show the rows that differ between two editions of the taxonomy.
cli-help-doctor = Check the folders, the build and the versions.
cli-help-check-knowledge = Report every fault of law, facts, rules and phrases at once.
cli-help-exit = Exit codes: 0 green, or done; 1 not green, or a difference or fault found; 2 wrong usage; 3 cannot be said yet; 4 unusable input; 5 an error on our side.

cli-option-json = Print JSON for machines.
cli-option-language = Language of the output: kk, ru or en.
cli-option-on = The date of the verdict (2026-01-15); today if not given.
cli-option-floor = What facts must stand on: the owner’s word (declared) or papers (evidenced).
cli-option-facts = List the facts that the row can ask for.
cli-option-oked = Activity code; it only nudges the order.
cli-option-limit = How many rows to show.
cli-option-host = Address to listen at.
cli-option-port = Port to listen at.
cli-option-help = Show this message and exit.
cli-option-version = Show the version and exit.

cli-usage-on = A date is written as 2026-01-15: { $given }
cli-usage-statement = Write a fact as name=value: { $given }
cli-usage-twice = The fact { $fact } stands twice.
cli-usage-unknown = There is no fact { $fact }.
cli-usage-near = There is no fact { $fact }. Did you mean { $near }?

cli-missing = Still missing
cli-would-change = What would change this
cli-more-ways = and more ways: { $count } (--json)
cli-documents = Papers to bring
cli-notes = Where the law is unclear
cli-certificate = Certificate { $number }, edition { $edition }

cli-decision-match = This row fits:
cli-decision-choose = One of these rows may fit:
cli-decision-none = No row of the taxonomy seems to fit. The nearest:
cli-decision-confidence = { $percent } %
cli-read-facts = Read from the text (to be confirmed):
cli-from = from “{ $phrase }”
cli-sources = Sources
cli-by-model = This text was written by a language model from the passages shown.

cli-column-fact = fact
cli-column-kind = kind
cli-column-unit = unit
cli-column-question = question
cli-column-choices = choices
cli-column-row = row
cli-column-change = change
cli-column-what = what

cli-building = Building the model and the index …
cli-built = Built in { $seconds } s: { $folder }
cli-built-already = Nothing has changed: { $folder }
cli-serving = Jasyl answers at { $address } (stop with Ctrl+C)
cli-port-taken = The address { $address } is taken. Choose another port: jasyl serve --port 8001

cli-chat-hello = Describe your project in your own words. /exit ends, /help helps.
cli-chat-help = Write in your own words, or: a number chooses a row · “yes” confirms everything read · name=value gives a fact · -name removes one · /facts lists them · /verdict shows the verdict · /new starts again · /exit ends.
cli-chat-prompt = you
cli-chat-bye = Goodbye.

cli-verify-same = The same: the verdict was taken again, every byte agrees.
cli-verify-altered = The content was altered: it is not what the number stands for.
cli-verify-rule-changed = The certificate is sound, but the rule has changed since.
cli-verify-different = The same rule gives another result.
cli-diff-none = No row differs between { $first } and { $second }.
cli-diff-added = added
cli-diff-removed = removed
cli-diff-changed = changed: { $parts }

cli-doctor-version = Versions
cli-doctor-data = Data folder
cli-doctor-writable = Data folder can be written
cli-doctor-build = Model and index
cli-doctor-knowledge = Knowledge
cli-doctor-store = Conversations
cli-doctor-model = Language model
cli-doctor-missing = not there yet
cli-doctor-build-needed = not built; run: jasyl build
cli-doctor-no-model = none: everything works without
cli-doctor-cannot-write = cannot be written
cli-knowledge-good = All good: { $rows } rows, { $facts } facts, { $phrases } sentences in each of three languages.
cli-knowledge-faults = { $count ->
    [one] { $count } fault:
   *[other] { $count } faults:
}
cli-other-rows = Other rows that the project may fit (the law ranks none above another)

# Measuring the matching
cli-help-evaluate-matching = Measure the matching on descriptions whose row is known.
cli-option-lines = Folder of descriptions (by default the held-out ones, never trained on)
cli-column-group = Group
cli-column-real = Projects
cli-column-first = First
cli-column-among = Among three
cli-column-lost = Refused
cli-column-alone = One row alone
cli-column-alone-right = of these right
cli-column-none = No projects
cli-column-refused = Rightly refused
cli-column-given = Given
cli-column-lines = Descriptions
cli-measured-by-language = By language and kind of text
cli-measured-by-script = By script
cli-measured-by-persona = By who writes
cli-measured-by-row = By row
cli-measured-by-why = By kind of what fits no row
cli-measured-all = All
cli-measured-confusions = Most often confused
cli-measured-calibration = Expected calibration error: { $error }
cli-measured-time = Time for a description: median { $median } ms, 95 % within { $p95 } ms
cli-measured-wrong = Wrong: { $count } of { $total }

# Matching
cli-reason = { $speaks ->
    [against] “{ $text }” does not fit here ({ $passage })
   *[for] “{ $text }” → { $passage }: { $quote }
  }
cli-components = The text names several things:
cli-component = { $text } → { $code }
