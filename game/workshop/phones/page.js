// Keeps the page in step with the room. Everything works without this too, only slower.
"use strict";

const words = document.body.dataset;
const main = document.querySelector("main");
const notice = document.getElementById("notice");
const PLAN = "luisterkamer-plan";
const SOONEST = 500, LATEST = 10000, HEARTBEAT = 20000;

let stream = null, delay = SOONEST, timer = 0;
let shown = "", state = null;
let wanted = null, sending = false;

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function keptPlan() {
  try { return localStorage.getItem(PLAN) || ""; } catch { return ""; }
}

function keepPlan(text) {
  try { localStorage.setItem(PLAN, text); } catch { /* a private window keeps nothing */ }
}

function planField() {
  const field = element("textarea");
  field.setAttribute("aria-label", words.planLabel);
  field.placeholder = words.planStart;
  field.maxLength = 500;
  field.value = keptPlan();
  field.addEventListener("input", () => keepPlan(field.value));
  return [field, element("p", "", words.planKeep)];
}

function form(action, className, name, value, ...face) {
  const made = element("form", className), button = element("button", className === "leave" ? "" : "choice");
  made.method = "post";
  made.action = action;
  button.name = name;
  button.value = value;
  button.append(...face);
  made.append(button);
  return made;
}

function face(option) {
  return [element("span", "letter", option.letter), element("span", "words", option.words)];
}

function choice(option) {
  const chosen = wanted ? wanted.option : state.mine;
  const made = form("/vote", "vote", "option", option.id, ...face(option));
  const button = made.querySelector("button"), ballot = element("input");
  button.setAttribute("aria-pressed", String(option.id === chosen));
  if (option.id === chosen) button.append(element("span", "mark", wanted ? words.sending : "✓ " + words.yours));
  ballot.type = "hidden";
  ballot.name = "ballot";
  ballot.value = state.ballot;
  made.prepend(ballot);
  return made;
}

const team = (option) => form("/team", "", "team", option.id, ...face(option));
const leave = (told) => form("/team", "leave", "team", "0", told);

function draw() {
  const focused = document.activeElement && document.activeElement.value;
  const parts = [element("h1", "", state.heading), element("p", "", state.text)];
  if (state.kind === "plan") parts.push(...planField());
  parts.push(...state.options.map(state.kind === "team" ? team : choice));
  if (state.leave) parts.push(leave(state.leave));
  main.replaceChildren(...parts);
  for (const button of main.querySelectorAll("button.choice")) if (button.value === focused) button.focus();
}

function take(told) {
  state = told;
  if (wanted && wanted.ballot !== state.ballot) wanted = null;
  const now = JSON.stringify([state, wanted]);
  if (now === shown) return;
  shown = now;
  draw();
}

async function ask(path, fields) {
  const answer = await fetch(path, {
    method: "POST", body: new URLSearchParams(fields), headers: { Accept: "application/json" },
    cache: "no-store", signal: AbortSignal.timeout ? AbortSignal.timeout(8000) : undefined,
  });
  if (answer.status === 401) location.reload();
  return answer;
}

async function send() {
  if (sending) return;
  sending = true;
  let wait = SOONEST;
  while (wanted) {
    const vote = wanted;
    try {
      const answer = await ask("/vote", vote);
      if (answer.ok || answer.status === 409 || answer.status === 400) {
        if (wanted === vote) wanted = null;
        notice.textContent = answer.ok ? "" : words.refused;
        if (answer.status !== 400) take(await answer.json());
        continue;
      }
    } catch { notice.textContent = words.lost; }
    await new Promise((done) => setTimeout(done, wait + Math.random() * 300));
    wait = Math.min(LATEST, wait * 2);
  }
  sending = false;
}

document.addEventListener("submit", (event) => {
  if (!event.target.classList.contains("vote")) return;
  event.preventDefault();
  const option = event.submitter.value, ballot = Number(event.target.elements.ballot.value);
  wanted = { ballot, option };
  if (state) take(state);
  send();
});

function connect() {
  clearTimeout(timer);
  if (stream) stream.close();
  stream = new EventSource("/events");
  stream.onmessage = (event) => {
    delay = SOONEST;
    if (notice.textContent === words.lost) notice.textContent = "";
    take(JSON.parse(event.data));
  };
  stream.onerror = () => {
    stream.close();
    stream = null;
    notice.textContent = words.lost;
    timer = setTimeout(connect, delay + Math.random() * 350);
    delay = Math.min(LATEST, delay * 2);
  };
}

async function heartbeat() {
  try {
    const answer = await ask("/here", {});
    if (answer.ok) take(await answer.json());
  } catch { /* the stream tells that the line is gone */ }
}

function wake() {
  if (document.visibilityState !== "visible") return;
  delay = SOONEST;
  connect();
  heartbeat();
}

document.addEventListener("visibilitychange", wake);
window.addEventListener("online", wake);
window.addEventListener("pageshow", (event) => { if (event.persisted) wake(); });
window.addEventListener("pagehide", () => { if (stream) stream.close(); });
setInterval(() => { if (document.visibilityState === "visible") heartbeat(); }, HEARTBEAT);
connect();
