// The parameter that a name in the address was probably meant to be.

/**
 * One with the same letters, or with one or two others; of a family its form.
 * @param {string} name
 * @param {string[]} known
 * @param {string[]} families
 */
export function nearestParameter(name, known, families) {
  const plain = name.toLowerCase();
  const [, head] = /^([a-z]+)[-_.]/.exec(plain) ?? [];
  const family = head && families.find((family) => distance(head, family) <= 1);
  if (family) return `${family}-…`;
  return known.find((one) => distance(plain, one) <= Math.min(2, one.length / 3));
}

/**
 * How many letters have to be put in, left out or changed.
 * @param {string} one
 * @param {string} other
 */
export function distance(one, other) {
  let row = [...other, ""].map((_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, goal] of [...other].entries()) {
      const [kept = 0, left = 0, put = 0] = [row[j], row[j + 1], next[j]];
      next.push(Math.min(kept + (letter === goal ? 0 : 1), left + 1, put + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
