// Facts: each with its phrase, to confirm, change or remove.

import { button, heading, make } from "./dom.js";
import { factInput } from "./input.js";

/** What was read and is to be confirmed. */
export function toConfirm(page, stated, turn) {
  const { say } = page;
  return [
    heading(say["page-read"]),
    make("p", { class: "soft" }, say["page-facts-hint"]),
    stated.map((fact) => entry(page, fact, turn)),
    stated.length > 1 && make("p", { class: "actions" },
      make("button", { type: "button", class: "primary", onclick: () => turn({ confirm: "all" }) }, say["page-confirm-all"])),
  ];
}

/** What was stated and counts. */
export function factList({ page, state, turn }) {
  const stated = state.facts.filter((fact) => fact.standing !== "proposed");
  if (!stated.length) return [];
  return [heading(page.say["page-facts"]), stated.map((fact) => entry(page, fact, turn))];
}

function entry({ say, facts }, fact, turn) {
  const spec = facts.get(fact.id);
  const editor = make("div", { hidden: true });
  const label = spec?.label ?? fact.id;
  const named = (text) => ({ "aria-label": `${text}: ${label}` });
  const act = (text, onclick, more = {}) =>
    make("button", { type: "button", class: "small", onclick, ...named(text), ...more }, text);
  const edit = () => {
    editor.hidden = !editor.hidden;
    if (editor.hidden) return;
    const answer = (value) => turn({ facts: { [fact.id]: value } });
    editor.replaceChildren(factInput(spec, { say, answer, initial: fact, withUnknown: false }),
      button(say["page-cancel"], () => { editor.hidden = true; }, "small"));
    editor.querySelector("input, select, button")?.focus();
  };
  return make("div", { class: "fact" },
    make("div", {}, `${label}: `, make("span", { class: "value" }, valueOf(fact, spec, say))),
    fact.phrase && make("div", { class: "soft" }, `${say["page-from-your-words"]} «${fact.phrase}»`),
    make("div", { class: `standing ${fact.standing}` }, say[`page-standing-${fact.standing}`]),
    make("p", { class: "actions" },
      fact.standing === "proposed" && act(say["page-confirm"], () => turn({ confirm: [fact.id] })),
      spec && act(say["page-edit"], edit),
      act(say["page-withdraw"], () => turn({ withdraw: [fact.id] }))),
    editor);
}

/** A value as a person reads it. */
export function valueOf(fact, spec, say) {
  if (fact.value === true) return say["page-yes"];
  if (fact.value === false) return say["page-no"];
  if (fact.value === null) return say["page-dont-know"];
  const unit = spec?.units?.find((one) => one.id === fact.unit)?.spelled ?? fact.unit ?? "";
  const value = spec?.choices?.[fact.value] ?? [fact.value].flat().join(" + ");
  return `${value} ${unit}`.trim();
}
