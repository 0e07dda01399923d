// What the person has put right since the notes were typed, laid over what was read.
import { form, notesBox } from "./elements.js";

export const state = {
  edits: fresh(),
  last: null, // {notes: [...], brief} of the server, and the brief as read
  working: null, // AbortController of the request under way
};

export function fresh() {
  return { facts: {}, dropped: new Set(), changed: new Map(), added: [], released: [] };
}

export function stated() {
  const flags = {};
  for (const field of ["name", "company", "role", "me"])
    if (form[field].value.trim()) flags[field] = form[field].value.trim();
  return { ...flags, released: state.edits.released };
}

export function asked(more = {}) {
  return {
    notes: notesBox.value, ...stated(),
    to: form.to.value, channel: form.channel.value, tone: form.tone.value,
    ask_feedback: form.ask_feedback.checked, connect: form.connect.checked,
    offline: form.offline?.checked ?? false, ...more,
  };
}

const FLAG = { quote: "", start: 0, end: 0, how: "flag" };

export const FIELD = { reader: "name", company: "company", role: "role", writer: "me" };

// The brief as read, with the person's corrections laid over it.
export function corrected(brief) {
  const made = { ...brief, ...state.edits.facts };
  made.topics = brief.topics
    .filter((topic) => !state.edits.dropped.has(topic.value))
    .map((topic) => state.edits.changed.has(topic.value)
      ? { ...topic, ...FLAG, value: state.edits.changed.get(topic.value) } : topic)
    .concat(state.edits.added);
  made.missing = brief.missing.filter((field) => field === "topics" ? !made.topics.length : !made[field]);
  return made;
}

export function setFact(field, value) {
  const old = state.last.read[field];
  if (!value) state.edits.facts[field] = null;
  else if (field !== "reader") state.edits.facts[field] = { ...FLAG, value };
  else state.edits.facts[field] = { title: null, honorific: null, pronoun: null, part: old?.part ?? "manager", ...FLAG, value };
}

export function changeTopic(topic, value) {
  const own = state.edits.added.find((one) => one.value === topic.value);
  if (own) own.value = value;
  else for (const was of state.last.read.topics)
    if ((state.edits.changed.get(was.value) ?? was.value) === topic.value) state.edits.changed.set(was.value, value);
}

export function dropTopic(topic) {
  state.edits.added = state.edits.added.filter((one) => one.value !== topic.value);
  for (const was of state.last.read.topics)
    if ((state.edits.changed.get(was.value) ?? was.value) === topic.value) state.edits.dropped.add(was.value);
}

export function addTopic(value) {
  state.edits.added.push({ ...FLAG, value, kind: "discussed", form: "noun", person: null });
}

// Has anything that was read been corrected?
export function touched() {
  const { facts, dropped, changed, added } = state.edits;
  return Boolean(Object.keys(facts).length || dropped.size || changed.size || added.length);
}
