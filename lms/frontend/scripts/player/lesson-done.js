// The page around the player once its lesson is done: what it says of the lesson changes in place, as a reload would.
const UNTIL = "[data-until-done]";
const WHEN = "[data-when-done]";

// Answers whether anything changed: a lesson that was done before, and a second word of it, change nothing.
export function markDone(page) {
  const over = [...page.querySelectorAll(UNTIL)].filter((part) => !part.hidden);
  if (over.length === 0) return false;
  for (const part of over) part.hidden = true;
  for (const part of page.querySelectorAll(WHEN)) part.hidden = false;
  page.querySelector(".lessonbar .steps rect:not(.on)")?.setAttribute("class", "on");
  return true;
}
