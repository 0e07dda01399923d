// The page on the public API: what happens when, and in which order it is shown.
import { $, body, form, notesBox, result } from "./elements.js";
import { fresh, state, stated } from "./corrections.js";
import { letter } from "./letter.js";
import { light, unlight } from "./notes.js";
import { sleepOnIt } from "./checking.js";
import { heldBack, understood } from "./understood.js";
import { write } from "./writing.js";

const STINGS = new Set(["complaint", "gossip", "self_criticism"]);

function show(drafts) {
  const brief = drafts.brief;
  body.classList.add("wide");
  light(brief);
  result.replaceChildren(
    ...drafts.notes.map((note, number) => letter(note, brief, number)),
    understood(brief), ...[heldBack(brief)].filter(Boolean));
  if (brief.held_back.filter((held) => STINGS.has(held.why)).length >= 2) sleepOnIt(false);
}

document.addEventListener("drafted", (event) => show(event.detail));
body.classList.add("js");
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (state.last && state.last.typed !== notesBox.value) { state.edits = fresh(); state.last = null; }
  form.dataset.seed = 0;
  const drafts = await write({ seed: 0 }, { reread: !state.last || Boolean(Object.keys(stated()).length > 1) });
  if (drafts) {
    result.focus({ preventScroll: true });
    if (innerWidth < 992) result.scrollIntoView({ block: "start" });
  }
});
notesBox.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
const example = $("example");
example.hidden = false;
example.addEventListener("click", () => { unlight(false); notesBox.value = body.dataset.example; form.requestSubmit(); });
