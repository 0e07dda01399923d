// The note as a sheet to edit: its sources, other versions of it, and the ways out.
import { MOVES, WORDS, el, form, status, tell } from "./elements.js";
import { asked, corrected, state } from "./corrections.js";
import { RECHECK, paint, recheck, verdict } from "./checking.js";
import { beside, point, quoted } from "./notes.js";
import { ask } from "./server.js";
import { write } from "./writing.js";

export function letter(note, brief, number) {
  const several = state.last.notes.length > 1;
  const area = el("textarea", { value: note.text, spellcheck: true, "aria-label": "The note; edit it as you like", name: "text" });
  const under = el("div", { class: "under", "aria-hidden": "true" });
  const subject = el("input", { value: note.subject, name: "subject" });
  const found = el("div", { "aria-live": "polite" });
  const count = el("p", { class: "count" });
  const view = { note, area, under, subject, found, count, problems: note.problems, on: null, timer: 0 };
  const address = brief.mail?.address ?? "";
  const mail = el("form", { method: "post", action: "/eml", hidden: true },
    el("input", { name: "subject" }), el("textarea", { name: "text" }), el("input", { name: "address", value: address }));
  const eml = () => { mail.subject.value = subject.value; mail.text.value = area.value; mail.submit(); };
  const link = el("a", { class: "button", href: "#" }, "Open in mail app");
  link.addEventListener("click", () => { link.href = mailto(address, subject.value, area.value); });
  const copy = el("button", { type: "button", class: "main", onclick: () => copied(area, copy) }, "Copy");
  area.addEventListener("input", () => { paint(view); clearTimeout(view.timer); view.timer = setTimeout(() => recheck(view), RECHECK); });
  view.redraw = () => paint(view);
  const email = note.channel === "email";
  const heading = `letter-${number}`;
  const whom = brief.people.length || brief.reader ? note.greeting.replace(/^\S+\s+|,$/g, "") : "";
  const made = el("section", { class: "card letter", "aria-labelledby": heading },
    el("h2", { id: heading }, several && whom && whom !== note.greeting ? `Your note to ${whom}` : "Your note"),
    email ? el("label", { class: "field subject" }, el("span", {}, "Subject"), subject) : null,
    el("div", { class: "sheet" }, under, area),
    el("ul", { class: "legend" }, ...MOVES.map((move) => el("li", {}, el("i", { class: `key-${move}` }), WORDS.moves[move]))),
    email ? null : count, found,
    el("p", { class: "acts" }, copy, email ? link : null, email ? el("button", { type: "button", onclick: eml }, "Save .eml") : null),
    several ? null : again(note),
    el("p", { class: "origin" }, `${note.origin.reason ? WORDS.reasons[note.origin.reason] : WORDS.origins[note.origin.kind]}.`),
    sources(view), mail);
  paint(view);
  verdict(view);
  return made;
}

function again(note) {
  const seed = (Number(form.dataset.seed ?? 0) + 1) % 1000;
  const voice = { warm: "Warmer", formal: "More formal", plain: "Plainer" };
  const other = Object.keys(voice).filter((tone) => tone !== form.tone.value);
  return el("p", { class: "acts", role: "group", "aria-label": "Write it again" },
    el("button", { type: "button", onclick: () => { form.dataset.seed = seed; write({ seed }, { said: "Looking for other words" }); } }, "Another"),
    el("button", { type: "button", onclick: () => shorter(note) }, "Shorter"),
    ...other.map((tone) => el("button", { type: "button", onclick: () => {
      form.tone.value = tone;
      write({ seed: Number(form.dataset.seed ?? 0) }, { said: "Changing the voice" });
    } }, voice[tone])));
}

// Says less: one particular, other wordings; plain ones where that is not enough.
async function shorter(note) {
  const brief = corrected(state.last.read);
  const less = { ...brief, topics: brief.topics.slice(0, 1) };
  status.textContent = "Looking for a shorter one …";
  let best = { length: note.text.length };
  try {
    for (const tone of new Set([form.tone.value, "plain"])) {
      for (let seed = 0; seed < 6; seed += 1) {
        const { notes } = await ask("/v1/notes", asked({ brief: less, seed, tone, offline: true }));
        if (notes[0].text.length < best.length) best = { length: notes[0].text.length, notes, tone };
      }
      if (best.length < note.text.length * 0.85) break;
    }
  } catch (error) { tell(error.message); return; }
  status.textContent = "";
  if (!best.notes) { tell("This is as short as it gets and still says something."); return; }
  form.tone.value = best.tone;
  state.last = { ...state.last, notes: best.notes };
  document.dispatchEvent(new CustomEvent("drafted", { detail: { notes: best.notes, brief } }));
}

function sources(view) {
  if (!view.note.evidence.length)
    return el("p", { class: "hint" }, "It holds no particular of your notes. One line about what you talked about makes it yours.");
  const rows = view.note.evidence.map((evidence) => el("li", {},
    el("button", { type: "button", onclick: (event) => {
      for (const old of made.querySelectorAll(".quoted")) old.remove();
      if (point(evidence) && !beside()) event.currentTarget.after(quoted(evidence));
      const at = view.area.value.indexOf(evidence.said);
      view.on = at >= 0 ? { start: at, end: at + evidence.said.length } : null;
      view.redraw();
    } }, `“${evidence.said}” `, el("span", { class: "to" },
      same(evidence.said, evidence.quote) ? "word for word from your notes" : `from your words “${evidence.quote}”`))));
  const made = el("div", {}, el("h3", {}, "Where each particular comes from"), el("ul", { class: "from" }, ...rows));
  return made;
}

const same = (one, other) => one.toLowerCase() === other.toLowerCase();

function mailto(address, subject, text) {
  const to = encodeURIComponent(address).replace("%40", "@");
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\n/g, "\r\n"))}`;
}

async function copied(area, button) {
  try { await navigator.clipboard.writeText(area.value); } catch { area.select(); document.execCommand("copy"); }
  button.textContent = "Copied";
  tell("The note is on your clipboard.");
  setTimeout(() => { button.textContent = "Copy"; }, 1800);
}
