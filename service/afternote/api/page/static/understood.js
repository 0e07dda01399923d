// What was understood, as chips to put right; what was held back, and letting it out.
import { WORDS, el } from "./elements.js";
import { addTopic, changeTopic, dropTopic, setFact, state } from "./corrections.js";
import { beside, point, quoted } from "./notes.js";
import { write } from "./writing.js";

export function understood(brief) {
  const place = el("div");
  const chip = (label, fact, change, drop) => el("li", { class: "chip" },
    el("button", { type: "button", onclick: (event) => {
      for (const old of place.parentElement.querySelectorAll(".chip.on")) old.classList.remove("on");
      event.currentTarget.parentElement.classList.add("on");
      place.replaceChildren(...(point(fact) && !beside() ? [quoted(fact)] : []));
    }, "aria-label": `${label}: ${fact.value}. Show in my notes` }, el("span", { class: "kind" }, label), fact.value),
    el("button", { type: "button", "aria-label": `Correct ${label}: ${fact.value}`, title: "Correct", onclick: () => mend(place, label, fact.value, change, drop) }, "✎"));
  const gap = (field) => el("li", { class: "chip gap" },
    el("button", { type: "button", onclick: () => mend(place, WORDS.facts[field] ?? "Talked about", "",
      field === "topics" ? addTopic : (value) => setFact(field, value)) }, `+ ${WORDS.missing[field]}`));
  const chips = [];
  for (const [field, label] of Object.entries(WORDS.facts)) {
    if (brief[field]) chips.push(chip(label, brief[field], (value) => setFact(field, value), () => setFact(field, "")));
    else chips.push(gap(field));
  }
  for (const topic of brief.topics)
    chips.push(chip(WORDS.topics[topic.kind], topic, (value) => changeTopic(topic, value), () => dropTopic(topic)));
  chips.push(brief.topics.length ? el("li", { class: "chip gap" },
    el("button", { type: "button", onclick: () => mend(place, "Talked about", "", addTopic) }, "+ Something else")) : gap("topics"));
  return el("section", { class: "card", "aria-labelledby": "understood" },
    el("h2", { id: "understood" }, "What I understood"),
    el("p", { class: "hint" }, "Click one to see it in your notes; ✎ puts it right."),
    el("ul", { class: "chips" }, ...chips), place);
}

function mend(place, label, value, change, drop) {
  const field = el("input", { value, maxLength: 300 });
  const close = () => place.replaceChildren();
  const save = (event) => {
    event.preventDefault();
    const text = field.value.trim();
    close();
    if (text && text !== value) { change(text); write({}, { said: "Writing it anew" }); }
  };
  const drops = drop && el("button", { type: "button", onclick: () => { close(); drop(); write({}, { said: "Writing it anew" }); } }, "Leave it out");
  place.replaceChildren(el("form", { class: "mend", onsubmit: save, onkeydown: (event) => { if (event.key === "Escape") close(); } },
    el("label", { class: "field" }, el("span", {}, label), field),
    el("button", { class: "main" }, "Put it right"), drops ?? null));
  field.focus();
  field.select();
}

export function heldBack(brief) {
  if (!brief.held_back.length) return null;
  const rows = brief.held_back.map((held) => el("li", {},
    el("span", {}, el("q", {}, held.quote.trim()), el("span", { class: "why" }, WORDS.why[held.why])),
    el("button", { type: "button", "aria-label": `Let it be used: ${held.quote.trim()}`, onclick: () => {
      state.edits.released = [...state.edits.released, { start: held.start, end: held.end }];
      write({}, { reread: true });
    } }, "Let it be used")));
  return el("section", { class: "card", "aria-labelledby": "held" },
    el("h2", { id: "held" }, "Held back"),
    el("p", { class: "hint" }, "Kept from the note, and from any model."),
    el("ul", { class: "held" }, ...rows));
}
