// Values from JavaScript: whatever a page gives, `check` answers with a list of problems, the other calls answer or throw
// an error with one, and the module lives on. Run by `cargo xtask test --soak fuzz`:
// node fuzz/values.mjs FOLDER SECONDS [SEED], where the folder has a built `partner-fit.js`.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [folder, seconds, first] = process.argv.slice(2);
const site = pathToFileURL(`${folder}/`);

// The element's script fetches its files; here they are read.
globalThis.fetch = async (address) => {
  const path = new URL(String(address).split("#")[0]);
  const type = path.pathname.endsWith(".wasm") ? "application/wasm" : "application/json";
  return new Response(await readFile(path), { headers: { "content-type": type } });
};

/** Numbers drawn from a seed (mulberry32, by Tommy Ettinger). */
class Draw {
  constructor(seed) {
    this.state = seed >>> 0;
  }
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }
  below(count) {
    return this.next() % count;
  }
  pick(list) {
    return list[this.below(list.length)];
  }
}

const thrower = () => {
  throw new Error("a getter that throws");
};

/** A Proxy of which some traps throw, lie or never come to an end. */
function trapped(draw, target) {
  const traps = {
    get: [thrower, () => trapped(draw, {}), () => undefined],
    ownKeys: [thrower, () => ["a", "b", "a"], () => Array.from({ length: 1000 }, (_, index) => `k${index}`)],
    getOwnPropertyDescriptor: [thrower, () => ({ value: 1, enumerable: true, configurable: true })],
    getPrototypeOf: [thrower, () => Array.prototype],
    has: [thrower, () => true],
  };
  const handler = {};
  for (const [name, ways] of Object.entries(traps)) if (draw.below(2)) handler[name] = draw.pick(ways);
  const { proxy, revoke } = Proxy.revocable(target, handler);
  if (draw.below(8) === 0) revoke();
  return proxy;
}

/** Any value that a page could give. */
function value(draw, depth) {
  const words = ["", "en", "id", "unsure", "n/a", "__proto__", "\ud800", "x".repeat(draw.below(3000)), "{vendor}"];
  const leaves = [
    () => draw.pick([NaN, Infinity, -0, 0, 1, -1, 0.5, 5e-324, 1e308, 2 ** 53]),
    () => draw.pick(words),
    () => draw.pick([null, undefined, true, false, 10n, Symbol("s"), thrower, new Date(), /x/, Promise.resolve()]),
    () =>
      draw.pick([new Map([[1, 2]]), new Set([1]), new Uint8Array(20_000), new Number(1), Object(Symbol()), globalThis]),
  ];
  if (depth === 0 || draw.below(3) === 0) return draw.pick(leaves)();
  const inside = () => value(draw, depth - 1);
  const object = () => {
    const made = draw.below(6) ? {} : Object.create(draw.pick([null, [], { inherited: 1 }]));
    for (let count = draw.below(5); count > 0; count--) {
      const name = draw.pick(["id", "criteria", "weights", "0", "length", "toJSON", "then", ...words]);
      const way = draw.below(8);
      if (way === 0) Object.defineProperty(made, name, { get: thrower, enumerable: true, configurable: true });
      else if (way === 1) Object.defineProperty(made, name, { get: () => made, enumerable: true, configurable: true });
      else Object.defineProperty(made, name, { value: inside(), enumerable: draw.below(9) > 0, configurable: true });
    }
    return made;
  };
  const list = () => {
    const made = Array.from({ length: draw.below(5) }, inside);
    if (draw.below(8) === 0) made.length = draw.pick([10, 1e6, 2 ** 32 - 1]);
    if (draw.below(8) === 0)
      Object.defineProperty(made, draw.below(3), { get: thrower, enumerable: true, configurable: true });
    return made;
  };
  const made = draw.pick([object, object, list])();
  return draw.below(6) === 0 ? trapped(draw, made) : made;
}

/** A copy of an assessment with such a value somewhere in it. */
function changed(draw, file) {
  const copy = structuredClone(file);
  let place = copy;
  for (let step = draw.below(5); step > 0; step--) {
    const names = Object.keys(place);
    const next = names.length ? place[draw.pick(names)] : undefined;
    if (typeof next !== "object" || next === null) break;
    place = next;
  }
  const names = Object.keys(place);
  const name = names.length && draw.below(4) ? draw.pick(names) : draw.pick(["more", "adapted", "0"]);
  Object.defineProperty(place, name, {
    ...(draw.below(4) ? { value: value(draw, 3) } : { get: draw.below(2) ? thrower : () => value(draw, 2) }),
    enumerable: true,
    configurable: true,
  });
  return draw.below(10) === 0 ? trapped(draw, copy) : copy;
}

const { adapt, load } = await import(new URL("partner-fit.js", site));
const engine = await load();
const file = JSON.parse(await readFile(new URL("assessments/partner.json", site), "utf8"));
const healthy = JSON.stringify(engine.evaluate(file, {}));

/** Tries one seed; throws if something does not hold. */
async function attempt(seed) {
  const draw = new Draw(seed);
  const model = draw.below(2) ? changed(draw, file) : value(draw, 4);
  const problems = engine.check(model);
  if (!Array.isArray(problems) || problems.length > 1000) throw new Error(`check: ${problems?.length} problems`);
  const answers = value(draw, 3);
  const calls = [
    () => engine.evaluate(draw.below(3) ? file : model, answers),
    () => engine.encodeLink(file, answers),
    () => engine.decodeLink(file, draw.pick(["", "x", "1CC0", "\ud800", String(draw.next())])),
    ...(draw.below(16) ? [] : [() => adapt(file, answers)]),
  ];
  for (const call of calls) {
    try {
      await call();
    } catch (failure) {
      if (!(failure instanceof Error) || !Array.isArray(failure.problems) || failure.problems.length === 0)
        throw failure;
    }
  }
  return problems.length === 0;
}

const started = performance.now();
let [executions, accepted, seed] = [0, 0, first === undefined ? Date.now() >>> 0 : Number(first)];
const broken = [];
const limit = first === undefined ? Number(seconds) * 1000 : 0;
do {
  try {
    accepted += Number(await attempt(seed));
  } catch (failure) {
    broken.push(seed);
    console.error(`broken: values ${seed}:`, failure);
  }
  executions += 1;
  // A module that died would give another answer, or none.
  if (executions % 1000 === 0 && JSON.stringify(engine.evaluate(file, {})) !== healthy) broken.push(seed);
  seed = (seed + 1) >>> 0;
} while (performance.now() - started < limit && broken.length < 20);
if (JSON.stringify(engine.evaluate(file, {})) !== healthy) broken.push(seed);
const rate = Math.round((executions * 1000) / (performance.now() - started));
console.log(
  `fuzz: values   ${String(executions).padStart(11)} executions, ${String(rate).padStart(8)} a second, ${String(accepted).padStart(11)} accepted, ${broken.length} broken [${broken.join(", ")}]`,
);
process.exit(broken.length === 0 ? 0 : 1);
