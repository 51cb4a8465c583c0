// The verdict: outcome, criteria, what is missing, what would change it, papers, certificate.

import { heading, make } from "./dom.js";

const SHOWN_WAYS = 3;
const MARKS = { met: "✓", not_met: "✗", unknown: "?" };

/** The card of a verdict; none as long as nothing was told that it could rest on. */
export function verdictCard({ say }, verdict) {
  if (!verdict) return [];
  return [
    heading(say["page-verdict"]),
    make("p", { class: "soft" }, `${verdict.code} ${verdict.title}`),
    make("p", { class: `outcome ${verdict.outcome}` }, verdict.outcome_text),
    verdict.findings.map((part) => [
      make("h3", {}, part.heading, " ", mark(part)),
      (part.children ?? [part]).map((finding) => criterion(finding, say)),
    ]),
    listed(say["page-missing"], verdict.missing_facts.map((fact) => fact.question)),
    ways(verdict.would_change.map((way) => way.text), say),
    listed(say["page-documents"], verdict.documents.map((paper) => paper.text)),
    notes(verdict.notes, say),
    listed(say["page-other-rows"], (verdict.other_rows ?? []).map((row) => `${row.code} ${row.title}: ${row.outcome_text}`)),
    verdict.review && make("p", { class: "soft" }, verdict.review),
    make("p", { class: "soft" }, verdict.advice),
    make("p", {}, `${say["page-certificate"]}: `, make("strong", {}, verdict.certificate.number)),
    make("p", { class: "soft" }, `${say["page-edition"]}: ${verdict.edition}`),
    make("details", {}, make("summary", {}, say["page-details"]),
      make("pre", {}, JSON.stringify(verdict, null, 2))),
  ];
}

function mark({ outcome, outcome_text: text }) {
  return make("span", { class: `mark ${outcome}` }, `${MARKS[outcome]} ${text}`);
}

function criterion(finding, say) {
  return make("div", { class: `finding ${finding.outcome}` },
    make("div", {}, finding.criterion, " ", mark(finding)),
    finding.value && make("div", {}, `${say["page-your-value"]}: `, make("strong", {}, finding.value)),
    finding.derivation && make("div", { class: "soft" }, finding.derivation),
    finding.law && make("blockquote", { lang: "kk" }, `«${finding.law}» `, make("span", {}, `(${finding.ref})`)),
    (finding.children ?? []).map((child) => criterion(child, say)));
}

function listed(heading, items) {
  if (!items.length) return [];
  return [make("h3", {}, heading), make("ul", {}, items.map((item) => make("li", {}, item)))];
}

function ways(texts, say) {
  const [first, rest] = [texts.slice(0, SHOWN_WAYS), texts.slice(SHOWN_WAYS)];
  if (!rest.length) return listed(say["page-would-change"], first);
  return [...listed(say["page-would-change"], first),
    make("details", {}, make("summary", {}, say["page-more"]),
      make("ul", {}, rest.map((text) => make("li", {}, text))))];
}

function notes(found, say) {
  if (!found.length) return null;
  return make("details", {}, make("summary", {}, `${say["page-note"]} (${found.length})`),
    found.map((note) => make("div", { class: "finding" },
      make("blockquote", { lang: "kk" }, `«${note.words}»`), make("p", {}, note.text))));
}
