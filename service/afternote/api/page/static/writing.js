// From a click to a note: asks for it, says how far it is, and tells when it is there.
import { WORDS, el, result, status } from "./elements.js";
import { asked, corrected, state, stated, touched } from "./corrections.js";
import { ask } from "./server.js";

export async function write(more = {}, { reread = false, said = "Reading your notes" } = {}) {
  state.working?.abort();
  const mine = (state.working = new AbortController());
  status.textContent = `${said} …`;
  result.setAttribute("aria-busy", "true");
  try {
    const wanted = asked(more);
    if (state.last && !reread) wanted.brief = corrected(state.last.read);
    if (reread && touched()) {
      const flags = stated();
      const read = await ask("/v1/briefs", { notes: wanted.notes, ...flags, offline: wanted.offline }, { signal: mine.signal });
      wanted.brief = corrected(read);
      state.last = { ...state.last, read };
    }
    const told = (step) => { status.textContent = `${WORDS.steps[step] ?? step} …`; };
    const drafts = await ask("/v1/notes", wanted, { stream: told, signal: mine.signal });
    if (!wanted.brief) state.last = { read: drafts.brief };
    state.last = { ...state.last, notes: drafts.notes, brief: drafts.brief, typed: wanted.notes };
    document.dispatchEvent(new CustomEvent("drafted", { detail: drafts }));
    status.textContent = "";
    return drafts;
  } catch (error) {
    if (error.name === "AbortError") return null;
    status.textContent = "";
    const said = error instanceof TypeError ? "The server cannot be reached. Your notes are still here." : error.message;
    result.replaceChildren(el("section", { class: "card trouble", role: "alert" },
      el("h2", {}, "That did not work"), el("p", {}, said)));
    return null;
  } finally {
    if (state.working === mine) result.removeAttribute("aria-busy");
  }
}
