// The first script of every page of a package in a browser that refuses web storage there: puts the shell's in its place.
import { STORAGES, isRefused, memoryStorage } from "./memory-storage.js";

// All frames of a package share one storage, which the shell holds.
function lent() {
  for (let here = window; ; here = here.parent) {
    try {
      if (here.packageStorage) return here.packageStorage;
    } catch {
      return null;
    }
    if (here === here.parent) return null;
  }
}

const storage = lent();
for (const name of STORAGES) {
  if (isRefused(window, name)) {
    Object.defineProperty(window, name, { value: storage?.[name] ?? memoryStorage(), configurable: true });
  }
}
