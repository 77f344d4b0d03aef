// The player shell on the content origin: puts the API where content looks for it, then opens the package.
import { Adaptor } from "./adaptor.js";
import { STORAGES, isRefused, memoryStorage } from "./memory-storage.js";
import { BEACON_BYTES, Outbox } from "./outbox.js";

const SAVE_EVERY = 10_000;
const ANSWER_WITHIN = 20_000;
const PAGE_ANSWERS_WITHIN = 2_000;
const frame = document.getElementById("sco");
const data = JSON.parse(document.getElementById("launch").textContent);
let leaving = false;

function tellPage(type, detail = {}) {
  if (window.parent !== window) window.parent.postMessage({ player: type, launch: data.launch, ...detail }, data.siteOrigin);
}

function show(name) {
  for (const message of document.querySelectorAll("[data-message]")) message.hidden = message.dataset.message !== name;
  frame.hidden = true;
  frame.src = "about:blank";
}

async function post(url, body, options = {}) {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), ANSWER_WITHIN);
  try {
    const answer = await fetch(url, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "Content-Type": "application/json" },
      credentials: "omit",
      signal: control.signal,
      ...options,
    });
    const found = await answer.json().catch(() => ({}));
    return { status: answer.status, data: found, retryAfter: Number(answer.headers.get("Retry-After")) || 0 };
  } finally {
    clearTimeout(timer);
  }
}

// Leaving: a beacon takes 64 KiB at most; what is larger goes as an ordinary request, which may be cut off with the page.
function beacon(body) {
  const text = JSON.stringify(body);
  if (new Blob([text]).size <= BEACON_BYTES) {
    if (navigator.sendBeacon?.(data.commitUrl, new Blob([text], { type: "text/plain;charset=UTF-8" }))) return true;
    post(data.commitUrl, body, { keepalive: true }).catch(() => {});
    return true;
  }
  post(data.commitUrl, body).catch(() => {});
  return true;
}

// What the site's page kept of the launch before, if it could not be sent.
function keptByPage() {
  if (window.parent === window) return Promise.resolve(null);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PAGE_ANSWERS_WITHIN);
    window.addEventListener("message", (event) => {
      if (event.origin !== data.siteOrigin || event.source !== window.parent || event.data?.page !== "start") return;
      clearTimeout(timer);
      resolve(event.data.kept ?? null);
    });
    tellPage("ready");
  });
}

async function replay(kept) {
  for (let wait = 1_000; ; wait = Math.min(wait * 2, 30_000)) {
    const answer = await post(data.replayUrl, kept).catch(() => ({ status: 0 }));
    if (answer.data?.launch) Object.assign(data, answer.data.launch);
    if (answer.status !== 0 && answer.status !== 429 && answer.status < 500) return tellPage("keep", { entry: null, replayed: true });
    tellPage("unsaved", { since: Date.now() });
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

// Whether the frame holds an error instead of the package: one that the server answered, or the browser's own page,
// which nobody may read. Later a package may have gone to a page of another origin, which cannot be read either.
function isMissing(first) {
  try {
    return frame.contentWindow.performance.getEntriesByType("navigation")[0]?.responseStatus >= 400;
  } catch {
    return first;
  }
}

function play() {
  const keeps = data.mode === "normal";
  const filesUntil = Date.now() + data.filesLast * 1_000 - SAVE_EVERY;
  let isOld = false;
  const outbox = new Outbox({
    sequence: data.sequence,
    send: (body) => post(data.commitUrl, body),
    beacon,
    keep: (entry) => tellPage("keep", { entry: entry && { ...entry, token: data.token } }),
    tell: (state, detail) => {
      if (isOld && state !== "superseded") return; // it goes on saving, and what to do stays the same
      tellPage(state, { ...detail, location: place() });
      if (state === "superseded" || state === "expired") show(state);
    },
  });
  const adaptor = new Adaptor({
    version: data.version,
    make: globalThis.makeRuntime,
    cmi: data.cmi,
    entry: data.entry,
    earlierSeconds: data.earlierSeconds,
    offer: (cmi, options) => keeps && outbox.offer(cmi, { ...options, urgent: leaving }),
  });
  const place = () => {
    const cmi = outbox.wanted?.cmi ?? {};
    return (data.version === "2004" ? cmi.location : cmi.core?.lesson_location) ?? "";
  };
  window[data.version === "2004" ? "API_1484_11" : "API"] = adaptor.api;

  // A laptop that slept for a night: the package's files are refused from now on, commits are not.
  function closeIfOld() {
    if (isOld || Date.now() < filesUntil) return;
    tellPage("expired");
    isOld = true;
    adaptor.saveIfDirty();
    outbox.hurry();
    show("expired"); // content that is left saves what it likes to save then
  }
  setInterval(() => {
    adaptor.saveIfDirty();
    closeIfOld();
  }, SAVE_EVERY);
  window.addEventListener("online", () => outbox.hurry());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") return adaptor.saveIfDirty();
    outbox.hurry();
    closeIfOld();
  });
  // A page that is loaded again is asked for before this one goes: save while our launch may still write.
  window.addEventListener("beforeunload", () => {
    outbox.leaving = true;
    setTimeout(() => (outbox.leaving = leaving), SAVE_EVERY); // a download, or somebody who stays after all
    adaptor.saveIfDirty();
    outbox.hurry();
  });
  const leave = () => {
    leaving = outbox.leaving = true;
    adaptor.saveIfDirty();
    outbox.leave();
  };
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", () => {
    leaving = outbox.leaving = false;
    outbox.hurry();
  });
  // Content may end in its own handlers, after ours have run: look again when its page goes.
  let first = true;
  frame.addEventListener("load", () => {
    if (isMissing(first)) tellPage("unopened");
    first = false;
    try {
      for (const kind of ["pagehide", "unload"]) frame.contentWindow.addEventListener(kind, () => leaving && leave());
    } catch {
      // The package went to a page of another origin, which cannot reach the API either.
    }
  });
  tellPage("opened", { location: data.version === "2004" ? data.cmi.location : data.cmi.core.lesson_location });
  const refused = STORAGES.some((name) => isRefused(window, name));
  if (refused) window.packageStorage = Object.fromEntries(STORAGES.map((name) => [name, memoryStorage()]));
  frame.src = refused ? data.pageWithStorage : data.page;
}

async function start() {
  if (data.superseded) {
    tellPage("superseded");
    show("superseded");
    return;
  }
  const kept = await keptByPage();
  if (kept && data.mode === "normal") await replay(kept);
  play();
}

start();
