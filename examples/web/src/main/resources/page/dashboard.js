import { endedLine, Row } from "./row.js";

const MOST_ENDED = 10;
const SETTLE_MILLIS = 1000;
const RETRY_MILLIS = 2000;

const at = (id) => document.getElementById(id);
const rows = new Map();
const dirty = new Set();
let connection = { nextAttempt: 0 };
let announced;
let settling;
let isSynchronized = false;
let isDue = false;

/** However many events come, the page is drawn once a frame. */
function drawSoon() {
  if (!isDue) {
    isDue = true;
    requestAnimationFrame(draw);
  }
}

function draw() {
  isDue = false;
  dirty.forEach((row) => row.draw());
  dirty.clear();
  at("count").textContent = rows.size || "";
  document.title = rows.size ? `(${rows.size}) Activities` : "Activities";
  at("nothing").hidden = rows.size > 0;
  at("nothing").textContent = isSynchronized && connection.state === "CONNECTED"
    ? "Nothing is running. What the server begins appears here by itself."
    : "What runs is not known without a connection.";
}

function told(activity) {
  let row = rows.get(activity.uuid);
  if (!row) {
    row = new Row(activity.uuid, cancel);
    rows.set(activity.uuid, row);
    at("running").append(row.element);
  }
  row.show(activity);
  dirty.add(row);
  drawSoon();
}

function over(row, activity, words, isCompleted, when) {
  if (row) {
    dirty.delete(row);
    rows.delete(row.uuid);
    row.leave(at("running-heading"));
  }
  if (row?.wasAsked) {
    announce(`${activity.title}: ${words}`);
  }
  at("ended").prepend(endedLine(activity.title, words, isCompleted, when));
  while (at("ended").childElementCount > MOST_ENDED) {
    at("ended").lastElementChild.remove();
  }
  at("ended-section").hidden = false;
  drawSoon();
}

/** Once the present was told, what it did not name has ended while this page was away. */
function dropUntold() {
  rows.forEach((row) => row.isTold || over(row, row.activity, "Ended while this page was away", false, new Date()));
}

async function cancel(row) {
  row.ask(true);
  let words;
  try {
    const answer = await fetch(`/activities/${encodeURIComponent(row.uuid)}`, { method: "DELETE" });
    words = await answer.text();
  } catch {
    words = "It could not be cancelled: the dashboard does not answer";
  }
  row.ask(false);
  row.say(words);
  // The end may be told before the answer is here; it has the last word.
  if (rows.has(row.uuid)) {
    announce(`${row.activity.title}: ${words}`);
  }
}

/** Read out by screen readers: what came of an action of the user's, and the connection when it changes. No progress. */
function announce(words) {
  at("said").textContent = words;
}

function connected(status) {
  connection = status;
  announceNews(status);
  document.body.toggleAttribute("data-lost", status.state !== "CONNECTED");
  at("connection").dataset.state = status.state;
  at("words").textContent = status.words;
  at("why").textContent = status.why;
  at("why").hidden = !status.why;
  count();
  drawSoon();
}

/** Not how it stands at first, nor each attempt to connect. */
function announceNews({ state, words }) {
  if (state !== "NEW" && state !== "CONNECTING" && words !== announced) {
    if (announced) {
      announce(words);
    }
    announced = words;
  }
}

function count() {
  const seconds = Math.ceil((connection.nextAttempt - Date.now()) / 1000);
  at("wait").textContent = seconds > 0 ? ` in ${seconds} s` : "";
}

function listen() {
  const feed = new EventSource("/live");
  const on = (event, action) => feed.addEventListener(event, (message) => action(JSON.parse(message.data)));
  on("begin", () => {
    rows.forEach((row) => (row.isTold = false));
    clearTimeout(settling);
    settling = setTimeout(dropUntold, SETTLE_MILLIS);
  });
  on("activity", told);
  on("ended", (end) => over(rows.get(end.uuid), end, end.words, end.completed, new Date(end.at)));
  on("synchronized", () => {
    isSynchronized = true;
    clearTimeout(settling);
    dropUntold();
    drawSoon();
  });
  on("connection", connected);
  feed.onerror = () => {
    connected({ state: "LOST", words: "This page lost the dashboard, trying again", why: "", nextAttempt: 0 });
    if (feed.readyState === EventSource.CLOSED) {
      setTimeout(listen, RETRY_MILLIS);
    }
  };
}

setInterval(count, 1000);
listen();
