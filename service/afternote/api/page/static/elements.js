// What stands on the page, and how more of it is made. All text is set as text: nothing
// here parses HTML.
export const body = document.body;
export const WORDS = JSON.parse(body.dataset.words);
export const MOVES = Object.keys(WORDS.moves);
export const $ = (id) => document.getElementById(id);
export const form = $("ask");
export const notesBox = $("notes");
export const lit = $("lit");
export const result = $("result");
export const status = $("status");

export function el(tag, properties = {}, ...children) {
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
export function units(text) {
  const at = [];
  let unit = 0;
  for (const point of text) { at.push(unit); unit += point.length; }
  at.push(unit);
  return (offset) => at[Math.min(offset, at.length - 1)];
}

let silence = 0;
export function tell(text) {
  status.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => { if (status.textContent === text) status.textContent = ""; }, 5000);
}
