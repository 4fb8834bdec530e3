/** How a room is put to the test: which tests know it, and how many of its mutants fit into half an hour. */
export interface Room {
  /** Folders and files of `test/` to run; fewer load faster, and every mutant loads them anew. */
  readonly tests: readonly string[];
  /** Of more mutants than this a sample is drawn. */
  readonly most: number;
}

/** Tests of quota that try one case each. */
const CASES_OF_QUOTA = ['worked-cases', 'methods', 'pay', 'moved', 'issue', 'months', 'held'].map(
  (name) => `quota/${name}.test.ts`,
);
/** Tests of actions without the spreadsheet host. */
const BARE_ACTIONS = ['actions', 'when', 'emptied', 'refused', 'bare', 'proposed', 'deeds'].map(
  (name) => `app/actions/${name}.test.ts`,
);

/**
 * A mutant is rightly judged only by all tests that know it. Those of `app/actions`, `figures` and `workbook` go through
 * the spreadsheet host: they come after those that do not, are shown only what those left, and only as long as
 * `--minutes` last (`in-process.ts`). These rooms are sampled.
 */
const ROOMS: Readonly<Record<string, Room>> = {
  actions: { tests: [...BARE_ACTIONS, 'app/store.test.ts', 'app/actions'], most: 120 },
  app: { tests: ['app'], most: 300 },
  carve: { tests: ['carve'], most: 2000 },
  plan: { tests: ['plan', 'carve', 'reports'], most: 1000 },
  // Properties try hundreds of cases for each mutant: they come last.
  quota: { tests: [...CASES_OF_QUOTA, 'quota'], most: 200 },
  reports: { tests: ['reports', 'figures'], most: 150 },
  settings: {
    tests: ['app/settings', 'app/understanding/choose-metrics.test.ts', 'plan/settings.test.ts'],
    most: 1000,
  },
  text: { tests: ['text', 'reports'], most: 1000 },
  workbook: { tests: ['workbook'], most: 80 },
  worker: { tests: ['worker'], most: 500 },
};

/** Rooms inside a folder of another name. */
const INSIDE: Readonly<Record<string, string>> = { actions: 'app/actions', settings: 'app/settings' };

/** The folder under `src/`, and how to test it, of a room or of a path such as `workbook/apply.ts`. */
export function roomOf(name: string): Room & { readonly path: string } {
  const path = INSIDE[name] ?? name;
  const [top = name] = path.split('/');
  return { path, ...(ROOMS[name] ?? ROOMS[top] ?? { tests: [top], most: 500 }) };
}
