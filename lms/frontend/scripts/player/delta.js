// What changed in a CMI since it was last acknowledged: nested objects with text at their leaves. Nothing is ever removed.
const isPart = (value) => typeof value === "object" && value !== null;

export function changes(before, after) {
  const found = {};
  for (const [key, value] of Object.entries(after)) {
    const old = isPart(before) ? before[key] : undefined;
    if (isPart(value)) {
      const inside = changes(isPart(old) ? old : {}, value);
      if (Object.keys(inside).length > 0) found[key] = inside;
    } else if (value !== old) {
      found[key] = value;
    }
  }
  return found;
}

export const isEmpty = (part) => Object.keys(part).length === 0;
