// The page: a conversation on the left, the case (facts and verdict) on the right.

import { button, make, show } from "./dom.js";
import { askPanel } from "./ask.js";
import { factList } from "./facts.js";
import { Refused, factsOf, open, phrases, reload, send, wholeVerdict } from "./service.js";
import { verdictCard } from "./verdict.js";

const KEPT = "jasyl-conversation";
const LANGUAGES = ["kk", "ru", "en"];
const at = (id) => document.getElementById(id);

const page = {
  language: "ru",
  say: {},
  conversation: null, // { id, token }
  state: null,
  facts: new Map(), // what the chosen row can ask for
  reply: [], // the blocks of the last reply
  busy: false,
};

function languageOfBrowser() {
  const kept = localStorage.getItem("jasyl-language");
  const wanted = [kept, ...navigator.languages].filter(Boolean).map((tag) => tag.slice(0, 2));
  return wanted.find((tag) => LANGUAGES.includes(tag)) ?? document.documentElement.lang;
}

async function speak(language) {
  const { phrases: say } = await phrases(language);
  Object.assign(page, { language, say });
  localStorage.setItem("jasyl-language", language);
  document.documentElement.lang = language;
  document.title = say["page-title"];
  for (const element of document.querySelectorAll("[data-say]")) {
    element.textContent = say[element.dataset.say];
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say[element.dataset.label]);
  }
  for (const choice of document.querySelectorAll("[data-language]")) {
    choice.setAttribute("aria-pressed", String(choice.dataset.language === language));
  }
  at("text").placeholder = say["page-text-hint"];
}

function add(who, blocks) {
  const mine = who === "page-you";
  const lines = blocks.map((block) => blockOf(block)).filter(Boolean);
  if (!lines.length) return;
  const turn = make("div", { class: mine ? "turn mine" : "turn", lang: page.language },
    make("p", { class: "who" }, page.say[who]), lines);
  at("log").append(turn);
  turn.scrollIntoView({ block: "nearest" });
}

function blockOf(block) {
  if (typeof block === "string") return make("p", {}, block);
  if (block.kind === "question") return make("p", {}, block.question);
  if (block.kind === "candidates" || block.kind === "facts") return make("p", {}, firstLine(block.text));
  const quotes = (block.citations ?? []).map((citation) =>
    make("blockquote", { lang: citation.language }, citation.quote, make("p", { class: "soft" }, citation.ref)));
  const text = block.text ?? block.answer;
  if (!text && !quotes.length) return null;
  return make("div", {},
    text && make("p", {}, text),
    block.written_by === "model" && make("p", { class: "soft" }, page.say["page-by-model"]),
    quotes);
}

/** The panels show the rest. */
const firstLine = (text) => text.split("\n", 1)[0];

/** What a message of the person looks like in the log. */
function told(message) {
  const { say, facts, state } = page;
  const label = (id) => facts.get(id)?.label ?? id;
  if (message.text) return message.text;
  if (message.choose) {
    const row = state?.candidates?.find((candidate) => candidate.code === message.choose);
    return row ? `${row.code} ${row.title}` : message.choose;
  }
  if (message.confirm === "all") return say["page-confirm-all"];
  if (message.confirm) return `${say["page-confirm"]}: ${message.confirm.map(label).join(", ")}`;
  if (message.withdraw) return `${say["page-withdraw"]}: ${message.withdraw.map(label).join(", ")}`;
  return Object.entries(message.facts ?? {})
    .map(([id, value]) => `${label(id)}: ${valueTold(id, value)}`)
    .join("\n");
}

function valueTold(id, value) {
  if (value === true) return page.say["page-yes"];
  if (value === false) return page.say["page-no"];
  if (value === null) return page.say["page-dont-know"];
  if (typeof value === "object") return `${value.value} ${value.unit ?? ""}`.trim();
  return page.facts.get(id)?.choices?.[value] ?? String(value);
}

async function draw(state, reply) {
  Object.assign(page, { state, reply });
  if (state.language !== page.language) await speak(state.language); // as the person now writes
  if (state.code) page.facts = await factsOf(state.code, page.language);
  const verdict = restsOnSomething(state) && (await wholeVerdict(state.verdict, page.language));
  const shown = { page, state, turn };
  show(at("ask"), askPanel(shown));
  show(at("facts"), factList(shown));
  show(at("verdict"), verdictCard(page, verdict));
  at("new").hidden = false;
  at("examples").hidden = true;
}

function restsOnSomething({ verdict, stage, facts }) {
  return verdict && (stage === "told" || facts.some((fact) => fact.standing !== "proposed"));
}

function complain(error) {
  const notice = at("notice");
  notice.textContent = error instanceof Refused ? refusal(error) : page.say["page-offline"];
  notice.hidden = false;
}

function refusal({ problem }) {
  return [problem.detail, ...(problem.faults ?? []).map((fault) => fault.detail)].join("\n");
}

function wait(busy) {
  page.busy = busy;
  document.body.toggleAttribute("aria-busy", busy);
  for (const control of document.querySelectorAll("main button")) control.disabled = busy;
}

/** Send a message and show where it leads; gives whether it was taken. */
async function turn(message) {
  if (page.busy) return false;
  at("notice").hidden = true;
  const fromPanel = document.activeElement?.closest("#ask, #facts");
  wait(true);
  try {
    if (!page.conversation) await begin();
    const { reply, state } = await send(page.conversation, message, page.language);
    add("page-you", [told(message)]);
    await draw(state, reply);
    add("page-us", reply);
    at("ask").scrollIntoView({ block: "nearest" });
    return true;
  } catch (error) {
    if (error instanceof Refused && error.status === 404) forget();
    complain(error);
    return false;
  } finally {
    wait(false);
    if (fromPanel) refocus();
  }
}

/** The control that had the focus is gone: go on where something is asked or told. */
function refocus() {
  const panel = ["ask", "verdict"].find((id) => !at(id).hidden);
  (panel ? at(panel).querySelector("h2") : at("text")).focus({ preventScroll: true });
}

async function begin() {
  page.conversation = await open(page.language);
  sessionStorage.setItem(KEPT, JSON.stringify(page.conversation));
}

function forget() {
  sessionStorage.removeItem(KEPT);
  Object.assign(page, { conversation: null, state: null, facts: new Map() });
}

async function resume() {
  page.conversation = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  if (!page.conversation) return;
  try {
    const { state, messages } = await reload(page.conversation, page.language);
    if (!messages.length) return;
    if (state.code) page.facts = await factsOf(state.code, page.language);
    page.state = state;
    for (const message of messages) {
      add("page-you", [told(message.sent)]);
      add("page-us", message.reply);
    }
    await draw(state, messages.at(-1).reply);
  } catch {
    forget();
  }
}

function restart() {
  forget();
  for (const id of ["log", "ask", "facts", "verdict"]) at(id).replaceChildren();
  for (const id of ["facts", "verdict", "notice", "new"]) at(id).hidden = true;
  at("examples").hidden = false;
  at("text").focus();
}

at("say").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = at("text").value.trim();
  if (text && (await turn({ text }))) at("text").value = "";
});
at("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    at("say").requestSubmit();
  }
});
at("examples").addEventListener("click", (event) => {
  if (event.target.dataset.say) turn({ text: event.target.textContent });
});
at("new").addEventListener("click", restart);
at("languages").addEventListener("click", async (event) => {
  const { language } = event.target.dataset;
  if (!language || page.busy) return;
  await speak(language);
  if (page.conversation) await turn({ text: page.say["page-speak"] });
});

await speak(languageOfBrowser());
await resume();
