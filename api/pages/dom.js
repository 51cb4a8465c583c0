// Elements, made from text only: whatever a person or the server says is never read as HTML.

/** An element with these properties and children; strings become text, nothing falsy is added. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return element;
}

/** A button that does something. */
export function button(text, onclick, kind = "") {
  return make("button", { type: "button", class: kind, onclick }, text);
}

/** Show these in place of what a section shows; without any, hide it. */
export function show(section, ...children) {
  const kept = children.flat(Infinity).filter(Boolean);
  section.replaceChildren(...kept);
  section.hidden = kept.length === 0;
}

/** A heading that can take the focus when a panel is drawn anew. */
export const heading = (text) => make("h2", { tabindex: -1 }, text);
