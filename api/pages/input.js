// The controls with which one fact is answered: buttons, a choice, or a number with its unit.

import { button, make } from "./dom.js";

let made = 0;

/** Controls for a fact; `answer` takes the value, null for "I don't know". */
export function factInput(spec, { say, answer, initial, withUnknown = true }) {
  const unknown = withUnknown && button(say["page-dont-know"], () => answer(null));
  if (spec.kind === "attested" || spec.kind === "judged") {
    return make("p", { class: "actions" },
      button(say["page-yes"], () => answer(true)),
      button(say["page-no"], () => answer(false)),
      unknown);
  }
  if (spec.kind === "choice") {
    const choices = Object.entries(spec.choices ?? {});
    return make("ul", { class: "plain" },
      choices.map(([id, words]) => make("li", {}, button(words, () => answer(id)))),
      unknown && make("li", {}, unknown));
  }
  return spec.kind === "date" ? dateForm(spec, say, answer, unknown) : amountForm(spec, say, answer, unknown, initial);
}

function dateForm(spec, say, answer, unknown) {
  const id = `input-${(made += 1)}`;
  const date = make("input", { id, type: "date", required: true });
  return formOf(say, unknown, () => answer(date.value), make("label", { for: id }, say["page-date"]), date);
}

function amountForm(spec, say, answer, unknown, initial) {
  const id = `input-${(made += 1)}`;
  const value = make("input", {
    id, inputmode: "decimal", required: true, maxlength: 60, autocomplete: "off", value: initial?.value,
  });
  const units = spec.units ?? [];
  const unit = units.length > 1 && make("select", { "aria-label": say["page-unit"] },
    units.map((one) => make("option", { value: one.id, selected: one.id === (initial?.unit ?? spec.unit) }, one.spelled)));
  const only = units.length === 1 && make("span", {}, units[0].spelled);
  value.addEventListener("input", () => value.setCustomValidity(""));
  const submit = () => {
    const number = numberOf(value.value);
    if (spec.kind === "quantity" && number === null) {
      value.setCustomValidity(say["page-number-needed"]);
      value.reportValidity();
      return;
    }
    const chosen = unit ? unit.value : spec.unit;
    answer(spec.kind === "quantity" ? { value: number, unit: chosen } : value.value);
  };
  return formOf(say, unknown, submit,
    make("label", { for: id }, say["page-value"]),
    make("div", { class: "inputs" }, value, unit || only));
}

function formOf(say, unknown, submit, ...fields) {
  const send = make("button", { type: "submit", class: "primary" }, say["page-answer"]);
  const onsubmit = (event) => {
    event.preventDefault();
    submit();
  };
  return make("form", { onsubmit }, fields, make("p", { class: "actions" }, send, unknown));
}

/** A number as it is written here, «1 500,5» too, as exact text; null if it is none. */
export function numberOf(text) {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : null;
}
