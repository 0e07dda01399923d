const notes = [...document.querySelectorAll("details.note")];
const form = document.querySelector(".filters");
const count = form.querySelector("output");
const empty = document.querySelector(".empty");

function show() {
  const words = form.q.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const note of notes) {
    const failed = note.dataset.failed.split(" ");
    const text = note.textContent.toLowerCase();
    const fits =
      words.every((word) => text.includes(word)) &&
      (!form.scorer.value || failed.includes(form.scorer.value)) &&
      (!form.origin.value || note.dataset.origin === form.origin.value) &&
      (form.state.value !== "bad" || note.classList.contains("bad")) &&
      (form.state.value !== "changed" || "changed" in note.dataset);
    note.hidden = !fits;
    shown += fits;
  }
  count.textContent = `${shown} of ${notes.length} notes`;
  empty.hidden = shown > 0;
}

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.matches("details.note")) {
    target.hidden = false;
    target.open = true;
    target.scrollIntoView();
  }
}

form.hidden = false;
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", reveal);
show();
reveal();
