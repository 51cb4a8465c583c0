// What is asked now: which row it is, whether what was read is right, or one fact.

import { button, heading, make } from "./dom.js";
import { toConfirm } from "./facts.js";
import { factInput } from "./input.js";

/** The panel for a state: rows to choose from, facts to confirm, or a question with its controls. */
export function askPanel({ page, state, turn }) {
  if (state.stage === "choosing") return choice(page, state, turn);
  const proposed = state.facts.filter((fact) => fact.standing === "proposed");
  if (state.code && proposed.length) return toConfirm(page, proposed, turn);
  const spec = state.asking && page.facts.get(state.asking);
  return spec ? question(page, spec, turn) : [];
}

function choice({ say, reply }, { candidates }, turn) {
  const asked = reply.find((block) => block.kind === "candidates")?.question;
  const rows = candidates.map((candidate) => {
    const reasons = (candidate.reasons ?? []).filter((reason) => !reason.against);
    const words = reasons.map((reason) => `«${reason.text}»`).join(", ");
    return make("li", {}, make("button", { type: "button", onclick: () => turn({ choose: candidate.code }) },
      make("strong", {}, `${candidate.code} ${candidate.title}`),
      words && make("br"),
      words && make("span", { class: "soft" }, words)));
  });
  const answers = (asked?.options ?? []).map((option) =>
    make("li", {}, button(option.text, () => turn({ choose: option.code }))));
  const none = button(say["page-none-of-these"], () => turn({ text: say["page-no"] }));
  return [
    asked && heading(asked.text),
    asked && make("ul", { class: "plain" }, answers),
    heading(say["page-candidates"]),
    make("ul", { class: "plain" }, rows, make("li", {}, none)),
  ];
}

function question({ say, reply }, spec, turn) {
  const asked = reply.find((block) => block.kind === "question" && block.fact === spec.id);
  const unknown = say["page-dont-know"].replace("’", "'");
  const answer = (value) => turn(value === null ? { text: unknown } : { facts: { [spec.id]: value } });
  return [
    heading(spec.question),
    make("p", { class: "soft" }, spec.help),
    asked?.why && make("p", { class: "soft" }, asked.why),
    factInput(spec, { say, answer }),
  ];
}
