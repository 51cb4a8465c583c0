// Calls to the service, and the texts and fact descriptions of the page's language.

/** An answer that is a problem: `detail` is in the caller's language. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail);
    this.status = status;
    this.problem = problem;
  }
}

async function call(path, { method = "GET", body, token, key, language } = {}) {
  const headers = { Accept: "application/json" };
  if (language) headers["Accept-Language"] = language;
  if (token) headers.Authorization = `Bearer ${token}`;
  if (key) headers["Idempotency-Key"] = key;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const options = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
  const answer = await fetch(path, options);
  const content = await answer.json();
  if (!answer.ok) throw new Refused(answer.status, content);
  return content;
}

const cached = new Map();

function once(path) {
  if (!cached.has(path)) {
    const asked = call(path);
    asked.catch(() => cached.delete(path));
    cached.set(path, asked);
  }
  return cached.get(path);
}

/** The page's sentences by key. */
export const phrases = (language) => once(`/v1/phrases/page?language=${language}`);

/** The facts that a row can ask for, by id. */
export async function factsOf(code, language) {
  const listed = await once(`/v1/facts?code=${encodeURIComponent(code)}&language=${language}`);
  return new Map(listed.facts.map((fact) => [fact.id, fact]));
}

/** A new conversation: its id and token. */
export const open = (language) =>
  call("/v1/conversations", { method: "POST", body: { language }, language });

/** Everything said so far. */
export const reload = ({ id, token }, language) =>
  call(`/v1/conversations/${encodeURIComponent(id)}`, { token, language });

/** The whole verdict that a state has in brief, from what its certificate says it was taken from. */
export function wholeVerdict({ certificate }, language) {
  const { code, facts, on, floor } = certificate.content;
  return call("/v1/verdicts", { method: "POST", body: { code, facts, on, floor, language }, language });
}

/** One turn; sent again after a failed connection it is not carried out twice. */
export async function send({ id, token }, message, language) {
  const path = `/v1/conversations/${encodeURIComponent(id)}/messages`;
  const key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  const options = { method: "POST", body: message, token, key, language };
  try {
    return await call(path, options);
  } catch (error) {
    if (error instanceof Refused) throw error;
    return call(path, options);
  }
}
