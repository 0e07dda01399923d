// The page on the public API. All text is set as text: nothing here parses HTML.
const body = document.body;
const WORDS = JSON.parse(body.dataset.words);
const MOVES = Object.keys(WORDS.moves);
const LINKEDIN = 200;
const RECHECK = 280; // ms after the last key
const STINGS = new Set(["complaint", "gossip", "self_criticism"]);
const $ = (id) => document.getElementById(id);
const form = $("ask");
const notesBox = $("notes");
const lit = $("lit");
const result = $("result");
const status = $("status");

// What the person has corrected since the notes were typed.
let edits = fresh();
let last = null; // {notes: [...], brief} of the server
let working = null; // AbortController of the request under way

function fresh() {
  return { facts: {}, dropped: new Set(), changed: new Map(), added: [], released: [] };
}

function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class") made.className = value;
    else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// Offsets of the API count code points; JavaScript's strings count UTF-16 units.
function units(text) {
  const at = [];
  let unit = 0;
  for (const point of text) { at.push(unit); unit += point.length; }
  at.push(unit);
  return (offset) => at[Math.min(offset, at.length - 1)];
}

// ---- asking --------------------------------------------------------------------

async function ask(path, asked, { stream, signal } = {}) {
  const headers = { "Content-Type": "application/json" };
  if (stream) headers.Accept = "text/event-stream";
  if (form.key?.value) headers.Authorization = `Bearer ${form.key.value.trim()}`;
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(asked), signal });
  const kind = answer.headers.get("content-type") ?? "";
  if (!answer.ok) {
    const problem = kind.includes("problem+json") ? await answer.json() : {};
    throw new Error(problem.detail ?? `The server answered ${answer.status}.`);
  }
  return kind.includes("event-stream") ? events(answer.body, stream) : answer.json();
}

async function events(stream, told) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error("The server stopped in the middle. Try again.");
    rest += value;
    const blocks = rest.split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const name = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (name === "step") told(JSON.parse(data).step);
      if (name === "notes") return JSON.parse(data);
      if (name === "problem") throw new Error(JSON.parse(data).detail);
    }
  }
}

function stated() {
  const flags = {};
  for (const field of ["name", "company", "role", "me"])
    if (form[field].value.trim()) flags[field] = form[field].value.trim();
  return { ...flags, released: edits.released };
}

function asked(more = {}) {
  return {
    notes: notesBox.value, ...stated(),
    to: form.to.value, channel: form.channel.value, tone: form.tone.value,
    ask_feedback: form.ask_feedback.checked, connect: form.connect.checked,
    offline: form.offline?.checked ?? false, ...more,
  };
}

const FLAG = { quote: "", start: 0, end: 0, how: "flag" };
const FIELD = { reader: "name", company: "company", role: "role", writer: "me" };

// The brief as read, with the person's corrections laid over it.
function corrected(brief) {
  const made = { ...brief, ...edits.facts };
  made.topics = brief.topics
    .filter((topic) => !edits.dropped.has(topic.value))
    .map((topic) => edits.changed.has(topic.value)
      ? { ...topic, ...FLAG, value: edits.changed.get(topic.value) } : topic)
    .concat(edits.added);
  made.missing = brief.missing.filter((field) => field === "topics" ? !made.topics.length : !made[field]);
  return made;
}

async function write(more = {}, { reread = false, said = "Reading your notes" } = {}) {
  working?.abort();
  const mine = (working = new AbortController());
  status.textContent = `${said} …`;
  result.setAttribute("aria-busy", "true");
  try {
    const wanted = asked(more);
    if (last && !reread) wanted.brief = corrected(last.read);
    const touched = Object.keys(edits.facts).length || edits.dropped.size || edits.changed.size || edits.added.length;
    if (reread && touched) {
      const flags = stated();
      const read = await ask("/v1/briefs", { notes: wanted.notes, ...flags, offline: wanted.offline }, { signal: mine.signal });
      wanted.brief = corrected(read);
      last = { ...last, read };
    }
    const told = (step) => { status.textContent = `${WORDS.steps[step] ?? step} …`; };
    const drafts = await ask("/v1/notes", wanted, { stream: told, signal: mine.signal });
    if (!wanted.brief) last = { read: drafts.brief };
    last = { ...last, notes: drafts.notes, brief: drafts.brief, typed: wanted.notes };
    show(drafts);
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
    if (working === mine) result.removeAttribute("aria-busy");
  }
}

// ---- the notes, lit up ------------------------------------------------------------

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

function light(brief) {
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

function unlight(focus) {
  lit.hidden = true;
  lit.nextElementSibling?.remove();
  notesBox.hidden = false;
  if (focus) notesBox.focus();
}

function point(fact) {
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
function quoted(fact) {
  const text = notesBox.value;
  const unit = units(text);
  const from = text.lastIndexOf("\n", unit(fact.start) - 1) + 1;
  const end = text.indexOf("\n", unit(fact.end));
  const to = end < 0 ? text.length : end;
  return el("p", { class: "quoted" }, "In your notes: ", text.slice(from, unit(fact.start)),
    el("mark", {}, text.slice(unit(fact.start), unit(fact.end))), text.slice(unit(fact.end), to));
}

const beside = () => innerWidth >= 992;

let silence = 0;
function tell(text) {
  status.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => { if (status.textContent === text) status.textContent = ""; }, 5000);
}

// ---- what was understood ------------------------------------------------------------

function understood(brief) {
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

function setFact(field, value) {
  const old = last.read[field];
  if (!value) edits.facts[field] = null;
  else if (field !== "reader") edits.facts[field] = { ...FLAG, value };
  else edits.facts[field] = { title: null, honorific: null, pronoun: null, part: old?.part ?? "manager", ...FLAG, value };
}
function changeTopic(topic, value) {
  const own = edits.added.find((one) => one.value === topic.value);
  if (own) own.value = value;
  else for (const was of last.read.topics)
    if ((edits.changed.get(was.value) ?? was.value) === topic.value) edits.changed.set(was.value, value);
}
function dropTopic(topic) {
  edits.added = edits.added.filter((one) => one.value !== topic.value);
  for (const was of last.read.topics)
    if ((edits.changed.get(was.value) ?? was.value) === topic.value) edits.dropped.add(was.value);
}
function addTopic(value) {
  edits.added.push({ ...FLAG, value, kind: "discussed", form: "noun", person: null });
}

function heldBack(brief) {
  if (!brief.held_back.length) return null;
  const rows = brief.held_back.map((held) => el("li", {},
    el("span", {}, el("q", {}, held.quote.trim()), el("span", { class: "why" }, WORDS.why[held.why])),
    el("button", { type: "button", "aria-label": `Let it be used: ${held.quote.trim()}`, onclick: () => {
      edits.released = [...edits.released, { start: held.start, end: held.end }];
      write({}, { reread: true });
    } }, "Let it be used")));
  return el("section", { class: "card", "aria-labelledby": "held" },
    el("h2", { id: "held" }, "Held back"),
    el("p", { class: "hint" }, "Kept from the note, and from any model."),
    el("ul", { class: "held" }, ...rows));
}

// ---- the note ------------------------------------------------------------------------

function letter(note, brief, number) {
  const several = last.notes.length > 1;
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
  const brief = corrected(last.read);
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
  last = { ...last, notes: best.notes };
  show({ notes: best.notes, brief });
}

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

function paint(view) {
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

async function recheck(view) {
  const text = view.area.value;
  view.checking?.abort();
  view.checking = new AbortController();
  if (!text.trim()) { view.problems = []; view.redraw(); view.found.replaceChildren(el("p", { class: "hint" }, "There is nothing to check yet.")); return; }
  try {
    const report = await ask("/v1/checks", { note: text, brief: last.brief, to: view.note.to, channel: view.note.channel,
      ask_feedback: form.ask_feedback.checked, connect: form.connect.checked }, { signal: view.checking.signal });
    view.problems = report.problems;
    view.edited = true;
    view.redraw();
    verdict(view);
  } catch (error) {
    if (error.name !== "AbortError") view.found.replaceChildren(el("p", { class: "hint" }, error.message));
  }
}

function verdict(view) {
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
    const drafts = await ask("/v1/notes", asked({ own: view.area.value, brief: corrected(last.read), to: view.note.to }));
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

function sleepOnIt(edited) {
  if ($("sleep")) return;
  const why = edited ? "What you just wrote still has an edge, and you may well be right."
    : "There is some hurt in your notes, and you may well be right. None of it is in the note.";
  result.append(el("section", { class: "card sleep", id: "sleep" }, el("h2", {}, "Sleep on it?"),
    el("p", {}, `${why} A note like this is just as welcome tomorrow: keep it, and read it once more in the morning.`)));
}

function show(drafts) {
  const brief = drafts.brief;
  body.classList.add("wide");
  light(brief);
  result.replaceChildren(
    ...drafts.notes.map((note, number) => letter(note, brief, number)),
    understood(brief), ...[heldBack(brief)].filter(Boolean));
  if (brief.held_back.filter((held) => STINGS.has(held.why)).length >= 2) sleepOnIt(false);
}

// ---- start -----------------------------------------------------------------------------

body.classList.add("js");
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (last && last.typed !== notesBox.value) { edits = fresh(); last = null; }
  form.dataset.seed = 0;
  const drafts = await write({ seed: 0 }, { reread: !last || Boolean(Object.keys(stated()).length > 1) });
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
