/** What several parts of the page do with an answer: files in it, days, and why something was not done. */

/** @param {Uint8Array} bytes @returns {string} base64 */
export const coded = (bytes) => {
  let text = "";
  for (let start = 0; start < bytes.length; start += 0x8000) text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(text);
};

/** @param {string} data base64 */
export const decoded = (data) => Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));

/** @param {Blob} file @returns {Promise<string>} base64 */
export const codedFile = async (file) => coded(new Uint8Array(await file.arrayBuffer()));

/** A file of an answer, handed to whoever uses the page; nothing where the answer holds none. @param {any} answer */
export function save(answer) {
  if (!answer || !answer.data) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([decoded(answer.data)]));
  link.download = answer.name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Why an answer says no, in sentences; empty where it does not. @param {any} answer @returns {string} */
export const reason = (answer) => (answer && (answer.refused || (answer.problems || []).map((/** @type {Problem} */ problem) => `${problem.message}. ${problem.fix}`).join(" "))) || "";

/** @param {string} value as a file has it, or as it was typed @param {string} language */
export const dayIn = (value, language) => {
  const day = new Date(`${value}T12:00`);
  return Number.isNaN(day.getTime()) ? value : day.toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
};
