// Finds the parameter that a misspelt name in the address was probably meant to be.

/** No name of ours is longer. */
const MAX_NAME = 64;

/**
 * The known name that differs by at most two letters, or the form of a family of names.
 * @param {string} name
 * @param {string[]} known
 * @param {string[]} families
 */
export function nearestParameter(name, known, families) {
  if (name.length > MAX_NAME) return undefined; // comparing takes time that grows with its square
  const plain = name.toLowerCase();
  const [, head] = /^([a-z]+)[-_.]/.exec(plain) ?? [];
  const family = head && families.find((family) => distance(head, family) <= 1);
  if (family) return `${family}-…`;
  return known.find((one) => distance(plain, one) <= Math.min(2, one.length / 3));
}

/**
 * The Levenshtein distance: how many letters to insert, remove or change.
 * @param {string} one
 * @param {string} other
 */
export function distance(one, other) {
  let row = [...other, ""].map((_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, goal] of [...other].entries()) {
      const [changed = 0, removed = 0, inserted = 0] = [row[j], row[j + 1], next[j]];
      next.push(Math.min(changed + (letter === goal ? 0 : 1), removed + 1, inserted + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
