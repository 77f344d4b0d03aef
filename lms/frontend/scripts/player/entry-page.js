// The player on the site's page: opens the shell in its frame, shows whether work is saved, keeps what could not be sent.
import { markDone } from "./lesson-done.js";
import { SavedLine } from "./saved-line.js";

const KEPT_FOR = 14 * 86_400_000;
const OPENS_WITHIN = 20_000;

// Storage may be switched off altogether: then there is nothing to keep, and nothing else changes.
function storage(action) {
  try {
    return action(window.localStorage);
  } catch {
    return null;
  }
}

function readKept(key) {
  return storage((store) => {
    const found = JSON.parse(store.getItem(key) ?? "null");
    return found && Date.now() - found.at < KEPT_FOR ? found : null;
  });
}

// One place for each attempt: the launch that wrote last has it, and only that one, or a replay, empties it.
function keep(key, launch, { entry, replayed }) {
  storage((store) => {
    if (entry) store.setItem(key, JSON.stringify({ launch, entry, at: Date.now() }));
    else if (replayed || readKept(key)?.launch === launch) store.removeItem(key);
  });
}

function start(root) {
  const { player: url, origin, key, launch } = root.dataset;
  const frame = root.querySelector("iframe");
  const line = new SavedLine(root, { locale: document.documentElement.lang });
  for (const button of root.querySelectorAll("[data-carry-on]")) {
    button.addEventListener("click", () => window.location.reload());
  }
  const silence = setTimeout(() => line.hear("unopened"), OPENS_WITHIN);
  window.addEventListener("message", (event) => {
    if (event.origin !== origin || event.source !== frame.contentWindow) return;
    const { player, ...detail } = event.data ?? {};
    clearTimeout(silence);
    if (player === "ready") {
      const kept = readKept(key);
      frame.contentWindow.postMessage({ page: "start", kept: kept && kept.launch !== launch ? kept.entry : null }, origin);
    } else if (player === "keep") {
      keep(key, launch, detail);
    } else if (["opened", "unopened", "saving", "saved", "unsaved", "superseded", "expired", "refused"].includes(player)) {
      line.hear(player, detail);
      if (player === "saved" && detail.completed) markDone(document);
    }
  });
  frame.src = url;
}

for (const root of document.querySelectorAll("[data-player]")) start(root);
