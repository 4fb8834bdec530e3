/** A commercial territory design instance in the public `.dat` format. */
export interface Instance {
  /** n ids as the file has them. */
  readonly ids: readonly number[];
  /** n × 2, in the file’s own unit. */
  readonly points: Float64Array;
  /** M arrays of n: the activities. */
  readonly weights: readonly Float64Array[];
  /** Pairs of indices (not ids). */
  readonly edges: readonly (readonly [number, number])[];
  readonly territories: number;
  /** M fractions. */
  readonly tolerances: readonly number[];
}

/** A file that cannot be read, in one sentence with file and line. */
export class InstanceError extends Error {}

/**
 * Reads an instance: first n; then n lines `id x y w1 w2 …`; then the number of edges and the edges by id; then
 * `p m tol tol …`. Blank lines and any white space do not matter, nor whether ids are consecutive. The activities are
 * counted on the node lines: in public files m is not their number. A tolerance of 1 or more is a percentage
 * (5 is 5 %), below it a fraction; the last one given goes for activities without their own.
 * @throws InstanceError
 */
export function readInstance(text: string, file: string): Instance {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, q) => ({
      number: q + 1,
      words: line
        .trim()
        .split(/[\s,;]+/)
        .filter((word) => word !== ''),
    }))
    .filter(({ words }) => words.length > 0);
  let at = 0;
  const fail = (line: number, problem: string): never => {
    throw new InstanceError(`${file}, line ${line}: ${problem}.`);
  };
  const next = (wanted: string): { number: number; values: number[] } => {
    const line = lines[at];
    if (!line) return fail((lines.at(-1)?.number ?? 0) + 1, `the file ends where ${wanted} should be`);
    at++;
    const values = line.words.map((word) => {
      const value = Number(word);
      return Number.isFinite(value)
        ? value
        : fail(line.number, `"${word}" is not a number, ${wanted} expected`);
    });
    return { number: line.number, values };
  };
  const whole = (wanted: string): number => {
    const { number, values } = next(wanted);
    const [value = NaN] = values;
    if (values.length !== 1 || !Number.isInteger(value) || value < 0) {
      return fail(number, `${wanted} expected, a whole number alone on its line`);
    }
    return value;
  };

  const n = whole('the number of units');
  if (n === 0) fail(lines[0]?.number ?? 1, 'there are no units');
  const ids: number[] = [];
  const indexOf = new Map<number, number>();
  const points = new Float64Array(2 * n);
  let weights: Float64Array[] = [];
  for (let i = 0; i < n; i++) {
    const { number, values } = next(`unit ${i + 1} of ${n} as "id x y w1 …"`);
    const [id = NaN, x = NaN, y = NaN, ...activities] = values;
    if (activities.length === 0)
      fail(number, 'a unit needs an id, two coordinates and at least one activity');
    if (i === 0) weights = activities.map(() => new Float64Array(n));
    if (activities.length !== weights.length) {
      fail(number, `${activities.length} activities where the first unit has ${weights.length}`);
    }
    if (indexOf.has(id)) fail(number, `id ${id} appears twice`);
    const negative = activities.find((w) => w < 0);
    if (negative !== undefined) fail(number, `activity ${negative} is negative`);
    indexOf.set(id, i);
    ids.push(id);
    points.set([x, y], 2 * i);
    activities.forEach((w, m) => (weights[m]![i] = w));
  }

  const count = whole('the number of edges');
  const edges: [number, number][] = [];
  for (let e = 0; e < count; e++) {
    const { number, values } = next(`edge ${e + 1} of ${count} as two ids`);
    if (values.length < 2) fail(number, 'an edge needs two ids');
    const ends = values.slice(0, 2).map((id) => indexOf.get(id) ?? fail(number, `there is no unit ${id}`));
    edges.push([ends[0]!, ends[1]!]);
  }

  const { number, values } = next('"p m tolerance …"');
  const [territories = NaN, , ...given] = values;
  if (!Number.isInteger(territories) || territories < 1 || territories > n) {
    fail(number, `${territories} territories for ${n} units`);
  }
  if (given.length === 0) fail(number, 'no tolerance is given');
  const wrong = given.find((t) => t < 0);
  if (wrong !== undefined) fail(number, `tolerance ${wrong} is negative`);
  const tolerances = weights.map((_, m) => {
    const value = given[Math.min(m, given.length - 1)]!;
    return value >= 1 ? value / 100 : value;
  });
  return { ids, points, weights, edges, territories, tolerances };
}
