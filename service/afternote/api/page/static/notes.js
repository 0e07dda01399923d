// The notes, lit up: which of their words were understood, held back, or are meant.
import { WORDS, el, lit, notesBox, tell, units } from "./elements.js";
import { FIELD } from "./corrections.js";

function spans(brief) {
  const found = [];
  const add = (fact, kind) => { if (fact && fact.end > fact.start) found.push({ ...fact, kind }); };
  for (const field of Object.keys(FIELD)) add(brief[field], "fact");
  brief.topics.forEach((topic) => add(topic, "fact"));
  brief.held_back.forEach((held) => add(held, "held"));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((span) => span.start >= end && ((end = span.end), true));
}

export function light(brief) {
  const text = notesBox.value;
  const unit = units(text);
  const parts = [];
  let at = 0;
  for (const span of spans(brief)) {
    parts.push(text.slice(unit(at), unit(span.start)),
      el("mark", { class: span.kind, title: span.why ? WORDS.why[span.why] : "", "data-start": span.start, "data-end": span.end },
        text.slice(unit(span.start), unit(span.end))));
    at = span.end;
  }
  parts.push(text.slice(unit(at)));
  const back = el("button", { type: "button", class: "quiet", onclick: () => unlight(true) }, "Change the notes");
  lit.replaceChildren(...parts);
  lit.nextElementSibling?.remove();
  lit.after(back);
  notesBox.hidden = true;
  lit.hidden = false;
  lit.tabIndex = 0;
  lit.setAttribute("role", "group");
  lit.setAttribute("aria-label", "Your notes, with what was understood marked");
}

export function unlight(focus) {
  lit.hidden = true;
  lit.nextElementSibling?.remove();
  notesBox.hidden = false;
  if (focus) notesBox.focus();
}

export function point(fact) {
  for (const old of lit.querySelectorAll(".on")) old.classList.remove("on");
  let first = null;
  for (const mark of lit.querySelectorAll("mark")) {
    const inside = Number(mark.dataset.start) < fact.end && fact.start < Number(mark.dataset.end);
    if (inside && fact.end > fact.start) { mark.classList.add("on"); first ??= mark; }
  }
  if (!first) tell("You said so yourself; it is not in the notes.");
  else if (beside()) lit.scrollTop = first.offsetTop - lit.offsetTop - lit.clientHeight / 3;
  if (first && beside()) tell(`In your notes: “${fact.quote}”`);
  return first;
}

// The line of the notes that a fact stands on, where the notes are out of sight.
export function quoted(fact) {
  const text = notesBox.value;
  const unit = units(text);
  const from = text.lastIndexOf("\n", unit(fact.start) - 1) + 1;
  const end = text.indexOf("\n", unit(fact.end));
  const to = end < 0 ? text.length : end;
  return el("p", { class: "quoted" }, "In your notes: ", text.slice(from, unit(fact.start)),
    el("mark", {}, text.slice(unit(fact.start), unit(fact.end))), text.slice(unit(fact.end), to));
}

export const beside = () => innerWidth >= 992;
