// The note under the pen: its words painted, its problems told, kinder words on request.
import { $, MOVES, el, form, result, units } from "./elements.js";
import { asked, corrected, state } from "./corrections.js";
import { ask } from "./server.js";

export const RECHECK = 280; // ms after the last key
const LINKEDIN = 200;

// Which words belong to what: moves, particulars, problems; by code points.
function layers(view) {
  const text = view.area.value;
  const found = [];
  const add = (words, kind, from = 0) => {
    const at = text.indexOf(words, from);
    if (words && at >= 0) found.push({ start: at, end: at + words.length, kind });
    return at;
  };
  for (const move of MOVES) add(view.note.moves[move], move);
  for (const evidence of view.note.evidence) {
    const start = Math.max(0, text.indexOf(view.note.moves[evidence.move]));
    add(evidence.said, "fact", start);
  }
  const unit = units(text);
  for (const problem of view.problems)
    found.push({ start: unit(problem.start), end: unit(Math.max(problem.end, problem.start + 1)), kind: problem.severity });
  if (view.on) found.push({ ...view.on, kind: "on" });
  return found;
}

export function paint(view) {
  const text = view.area.value;
  const found = layers(view);
  const edges = [...new Set([0, text.length, ...found.flatMap((span) => [span.start, span.end])])]
    .filter((edge) => edge >= 0 && edge <= text.length).sort((a, b) => a - b);
  const parts = [];
  for (let k = 0; k + 1 < edges.length; k += 1) {
    const kinds = found.filter((span) => span.start <= edges[k] && edges[k + 1] <= span.end).map((span) => span.kind);
    const words = text.slice(edges[k], edges[k + 1]);
    parts.push(kinds.length ? el("mark", { class: kinds.join(" ") }, words) : words);
  }
  view.under.replaceChildren(...parts, "\u200b");
  const long = [...text].length;
  view.count.textContent = `${long} of ${LINKEDIN} characters`;
  view.count.classList.toggle("over", long > LINKEDIN);
}

export async function recheck(view) {
  const text = view.area.value;
  view.checking?.abort();
  view.checking = new AbortController();
  if (!text.trim()) { view.problems = []; view.redraw(); view.found.replaceChildren(el("p", { class: "hint" }, "There is nothing to check yet.")); return; }
  try {
    const report = await ask("/v1/checks", { note: text, brief: state.last.brief, to: view.note.to, channel: view.note.channel,
      ask_feedback: form.ask_feedback.checked, connect: form.connect.checked }, { signal: view.checking.signal });
    view.problems = report.problems;
    view.edited = true;
    view.redraw();
    verdict(view);
  } catch (error) {
    if (error.name !== "AbortError") view.found.replaceChildren(el("p", { class: "hint" }, error.message));
  }
}

export function verdict(view) {
  const unit = units(view.area.value);
  const rows = view.problems.map((problem) => {
    const words = view.area.value.slice(unit(problem.start), unit(problem.end)).trim();
    return el("li", { class: problem.severity },
      el("p", {}, el("strong", {}, problem.severity === "blocking" ? "Better not: " : "Perhaps: "), `${problem.message}.`),
      el("p", {}, problem.repair),
      words ? el("button", { type: "button", onclick: () => {
        view.area.focus();
        view.area.setSelectionRange(unit(problem.start), unit(problem.end));
      } }, "Show") : null,
      problem.severity === "blocking" ? el("button", { type: "button", onclick: () => kinder(view) }, "Use a kinder wording") : null);
  });
  const blocked = view.problems.some((problem) => problem.severity === "blocking");
  view.found.replaceChildren(rows.length
    ? el("ul", { class: "problems" }, ...rows)
    : el("p", { class: "fine" }, view.edited ? "✓ Your words pass every rule." : "✓ Passes every rule. You can edit it; it is checked as you type."));
  if (blocked && view.problems.some((problem) => problem.severity === "blocking" && problem.code.startsWith("T"))) sleepOnIt(true);
}

// The person's clean moves stay; the ones that fail are worded anew.
async function kinder(view) {
  view.found.replaceChildren(el("p", { class: "hint" }, "Looking for kinder words …"));
  try {
    const drafts = await ask("/v1/notes", asked({ own: view.area.value, brief: corrected(state.last.read), to: view.note.to }));
    const [note] = drafts.notes;
    view.note = note;
    view.area.value = note.text;
    view.problems = note.problems;
    view.edited = true;
    view.redraw();
    verdict(view);
    view.area.focus();
  } catch (error) { view.found.replaceChildren(el("p", { class: "hint" }, error.message)); }
}

export function sleepOnIt(edited) {
  if ($("sleep")) return;
  const why = edited ? "What you just wrote still has an edge, and you may well be right."
    : "There is some hurt in your notes, and you may well be right. None of it is in the note.";
  result.append(el("section", { class: "card sleep", id: "sleep" }, el("h2", {}, "Sleep on it?"),
    el("p", {}, `${why} A note like this is just as welcome tomorrow: keep it, and read it once more in the morning.`)));
}
