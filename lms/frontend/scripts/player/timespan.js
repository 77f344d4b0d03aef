// Seconds of a session_time: HHHH:MM:SS.SS in SCORM 1.2, an ISO 8601 duration in 2004; 0 for what is none.
const PLAIN = /^(\d+):(\d{1,2}):(\d{1,2}(?:\.\d+)?)$/;
const ISO = /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const UNITS = [31536000, 2592000, 86400, 3600, 60, 1];

export function seconds(text) {
  const plain = PLAIN.exec(text ?? "");
  if (plain) return Number(plain[1]) * 3600 + Number(plain[2]) * 60 + Number(plain[3]);
  const iso = ISO.exec(text ?? "");
  return iso ? UNITS.reduce((sum, unit, index) => sum + Number(iso[index + 1] ?? 0) * unit, 0) : 0;
}
