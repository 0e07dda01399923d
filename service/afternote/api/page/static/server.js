// Asks the public API, and hears a stream to its end.
import { form } from "./elements.js";

export async function ask(path, asked, { stream, signal } = {}) {
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
