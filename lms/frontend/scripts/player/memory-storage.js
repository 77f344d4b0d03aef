// Web storage that lasts as long as the player is open, for browsers that refuse it to a frame of another site.
export function memoryStorage() {
  const items = new Map();
  const methods = {
    getItem: (name) => items.get(String(name)) ?? null,
    setItem: (name, value) => void items.set(String(name), String(value)),
    removeItem: (name) => void items.delete(String(name)),
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
  };
  const get = (name) => (name === "length" ? items.size : (methods[name] ?? items.get(name)));
  return new Proxy(
    {},
    {
      get: (_target, name) => (typeof name === "string" ? get(name) : undefined),
      set: (_target, name, value) => Boolean(items.set(String(name), String(value))),
      has: (_target, name) => get(name) !== undefined,
      deleteProperty: (_target, name) => items.delete(name) || true,
      ownKeys: () => [...items.keys()],
      getOwnPropertyDescriptor: (_target, name) =>
        items.has(name) ? { value: items.get(name), writable: true, enumerable: true, configurable: true } : undefined,
    },
  );
}

export function isRefused(window, name) {
  try {
    return !window[name];
  } catch {
    return true;
  }
}

export const STORAGES = ["localStorage", "sessionStorage"];
