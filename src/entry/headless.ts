import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { designPlan } from '../app/design';
import { loadsOrder } from '../app/loads-order';
import { loadsJson, loadsReport, loadTexts } from '../app/loads-json';
import { play, readEvents, ReplayClock, type PlanEvent } from '../app/events';
import { Store } from '../app/store';
import { prepareOrder } from '../app/write-order';
import { lostInWords, summaryJson, type HeadlessSummary } from '../app/summary-json';
import { look } from '../app/look-at-workbook';
import { SettingsDesk } from '../app/settings/desk';
import { checkedSettings, refuseNames, refuseStrangers, type Said } from '../app/settings/said';
import { metricName, wordFailure } from '../app/sentences';
import { fetchChunkFromDisk } from '../geo/pack/from-disk';
import { Failure } from '../plan/failures';
import { dataQuality } from '../reports/data-quality';
import { sheetsToAsk } from '../reports/registry';
import type { SheetModule } from '../reports/sheet';
import { numbers } from '../text/numbers';
import { learnAll } from '../text/learn';
import { speak } from '../text/say';
import type * as workbench from '../workbench';
import { OfficeWorkbook } from '../workbook/office-workbook';
import { InlineSolver } from '../worker/inline-solver';

const USAGE =
  'npm run design -- <in.xlsx|in.csv> --out <out.xlsx> [--settings <file.json>] [--accounts <table or sheet>] ' +
  '[--reps <table or sheet>] [--territories <n>] [--seed <n>] [--sheets <key,key>] [--quota <plan number>] ' +
  '[--event <file.json>] [--loads <folder>] [--json]';

/**
 * With more accounts than this the formulas are left to the program that opens the file: the workbench's own
 * engine needs about 90 kB an account to calculate them.
 */
const MOST_CALCULATED = 25_000;

interface Options {
  readonly input: string;
  readonly output: string;
  /** As given; what is not given is as in the plan that stands in the workbook, else the default. */
  readonly asked: Said;
  /** Sheets to write besides those that are always written. */
  readonly sheets: readonly SheetModule[];
  /** Where the files of the plan that stands go: then nothing is designed. */
  readonly loads: string | undefined;
  /** What happened to the plan that stands: then nothing is designed either. */
  readonly events: readonly PlanEvent[] | undefined;
  readonly json: boolean;
}

/**
 * The main job without Excel: the same use cases and the same workbook code that Excel loads, through the
 * same Office.js client, over the workbench's host. Exit code 0, or 2 with one sentence on stderr.
 */
async function main(args: readonly string[]): Promise<number> {
  await learnAll();
  const say = speak('en');
  const plain = numbers('en');
  try {
    const options = await readOptions(args);
    const told =
      options.loads === undefined && options.events === undefined
        ? await run(options).then((summary) => ({ summary, text: report(summary) }))
        : await runYear(options);
    process.stdout.write(options.json ? `${JSON.stringify(told.summary)}\n` : `${told.text}\n`);
    return 0;
  } catch (error) {
    const failure = error instanceof Failure ? error : undefined;
    const text =
      failure === undefined
        ? say('failure.unexpected', { message: String(error) })
        : wordFailure(say, plain, failure);
    process.stderr.write(`${text}\n`);
    return 2;
  }
}

async function run({ input, output, asked, sheets }: Options): Promise<HeadlessSummary> {
  return onWorkbook(input, async ({ host, workbook, clock, started, writeWorkbookFile }) => {
    const places = { fetchChunk: fetchChunkFromDisk };
    // The input file is not touched, so a plan that waits for a decision there loses nothing by standing here.
    const isKept = (await workbook.pending()).state === 'applied';
    if (isKept) await workbook.keep();
    const desk = new SettingsDesk(workbook, { language: 'en', file: asked });
    const { understanding, refused } = await look({ workbook, places }, desk);
    refuseStrangers(asked, understanding.choices.ids);
    const read = performance.now();
    const designed = await designPlan(understanding, new InlineSolver(), clock);
    const solved = performance.now();
    const order = await prepareOrder(understanding, designed, workbook, sheets);
    await workbook.apply(order);
    const calculate = understanding.list.accounts.count <= MOST_CALCULATED;
    const written = await writeWorkbookFile(host, output, { calculate });
    const seconds = {
      read: (read - started) / 1000,
      design: (solved - read) / 1000,
      write: (performance.now() - solved) / 1000,
    };
    return summaryJson(understanding, designed, order.names, {
      seconds,
      lost: lostIn(written),
      refused,
      isKept,
      calculate,
      output,
    });
  });
}

/** What happens to the plan that stands, and its files for other systems. Nothing is designed. */
async function runYear({
  input,
  output,
  asked,
  events,
  loads,
}: Options): Promise<{ readonly summary: object; readonly text: string }> {
  return onWorkbook(input, async ({ host, workbook, clock: real, writeWorkbookFile }) => {
    const clock = new ReplayClock(real);
    const say = speak('en');
    const places = { fetchChunk: fetchChunkFromDisk };
    const isKept = (await workbook.pending()).state === 'applied';
    if (isKept) await workbook.keep();
    const store = new Store({ workbook, solver: new InlineSolver(), places, clock }, 'en', asked);
    const said = events === undefined ? [] : await play(store, events, clock);
    const desk = new SettingsDesk(workbook, { language: 'en', file: asked });
    const { understanding } = await look({ workbook, places }, desk);
    refuseStrangers(asked, understanding.choices.ids);
    const files = loads === undefined ? undefined : await loadsOrder(understanding, workbook, clock);
    if (files !== undefined) await workbook.apply(files.order);
    if (loads !== undefined) await makeFolder(loads);
    const calculate = understanding.list.accounts.count <= MOST_CALCULATED;
    const written = await writeWorkbookFile(host, output, { calculate });
    const warnings = [...(isKept ? [say('notice.keptBefore')] : []), ...lostInWords(say, lostIn(written))];
    if (files === undefined || loads === undefined)
      return {
        summary: { events: said, warnings, output },
        text: [...said, ...warnings.map((warning) => `- ${warning}`), `Written to ${output}.`].join('\n'),
      };
    for (const { name, text } of loadTexts(say, files.pack)) await writeFile(join(loads, name), text);
    const summary = loadsJson(say, files.pack, output, warnings);
    return {
      summary: { ...summary, ...(events === undefined ? {} : { events: said }) },
      text: [...said, loadsReport(say, summary, loads)].join('\n'),
    };
  });
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new Failure(
      'badArgument',
      { message: `--loads takes a folder: ${messageOf(error)}` },
      { cause: error },
    );
  }
}

const lostIn = ({
  lost,
}: {
  readonly lost: readonly { readonly what: string; readonly count: number }[];
}): string[] => lost.map(({ what, count }) => (count > 1 ? `${what} (${count})` : what));

/** What works on an open workbook, with whatever that needs. */
type Work<Result> = (open: {
  readonly host: Awaited<ReturnType<Workbench['readWorkbookFile']>>['host'];
  readonly workbook: OfficeWorkbook;
  readonly clock: { now: () => Date };
  readonly started: number;
  readonly writeWorkbookFile: Workbench['writeWorkbookFile'];
}) => Promise<Result>;
type Workbench = typeof workbench;

async function onWorkbook<Result>(input: string, work: Work<Result>): Promise<Result> {
  const clock = { now: () => new Date() };
  const started = performance.now();
  const bytes = await readBytes(input);
  // The spreadsheet takes longer to load than most refusals take to say.
  const { openOfficeClient, readWorkbookFile, writeWorkbookFile } = await import('../workbench');
  const { host } = await readWorkbookFile(bytes, basename(input)).catch((error: unknown) => {
    throw new Failure('notAWorkbook', { name: input, message: messageOf(error) }, { cause: error });
  });
  const client = openOfficeClient(host);
  try {
    return await work({ host, workbook: new OfficeWorkbook(clock), clock, started, writeWorkbookFile });
  } finally {
    client.dispose();
    host.dispose();
  }
}

async function readOptions(args: readonly string[]): Promise<Options> {
  const { values, positionals } = parse(args);
  const [input, ...rest] = positionals;
  if (input === undefined || values.out === undefined || rest.length > 0) {
    throw new Failure('badArgument', { message: `Usage: ${USAGE}` });
  }
  refuseDesign(values);
  if (resolve(input) === resolve(values.out)) throw new Failure('wouldOverwriteInput', { name: input });
  const fromFile = values.settings === undefined ? {} : await readJson(values.settings);
  const asked = {
    ...fromFile,
    ...(values.accounts === undefined ? {} : { accounts: { table: values.accounts } }),
    ...(values.reps === undefined ? {} : { reps: { table: values.reps } }),
    ...(values.territories === undefined
      ? {}
      : { territories: wholeNumber('--territories', values.territories) }),
    ...(values.seed === undefined ? {} : { seed: wholeNumber('--seed', values.seed) }),
  };
  const { quota, ...others }: Record<string, unknown> = asked;
  const said = values.quota === undefined ? asked : { ...others, quota: planned(quota, values.quota) };
  checkedSettings(said);
  refuseNames(said);
  const sheets = sheetsNamed(values);
  return {
    input,
    output: values.out,
    asked: said,
    // Whoever speaks of quotas wants to see them.
    sheets: 'quota' in said ? [...new Set([...sheets, ...sheetsOfQuota()])] : sheets,
    loads: values.loads,
    events: values.event === undefined ? undefined : readEvents(await readAnyJson(values.event)),
    json: values.json,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        settings: { type: 'string' },
        accounts: { type: 'string' },
        reps: { type: 'string' },
        territories: { type: 'string' },
        seed: { type: 'string' },
        sheets: { type: 'string' },
        quota: { type: 'string' },
        loads: { type: 'string' },
        event: { type: 'string' },
        // As before there were more such sheets.
        quality: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Failure('badArgument', { message: `${messageOf(error)} Usage: ${USAGE}` }, { cause: error });
  }
}

/** @throws Failure `badArgument` for a key that no sheet has */
function sheetsNamed({ sheets, quality }: { sheets?: string; quality: boolean }): SheetModule[] {
  const keys = [...(sheets ?? '').split(','), quality ? dataQuality.key : '']
    .map((key) => key.trim())
    .filter((key) => key !== '');
  const known = sheetsToAsk();
  const unknown = keys.find((key) => !known.some((module) => module.key === key));
  if (unknown !== undefined) {
    const there = known.map(({ key }) => key).join(', ');
    throw new Failure('badArgument', { message: `--sheets takes ${there}, not "${unknown}".` });
  }
  return known.filter(({ key }) => keys.includes(key));
}

/** Quotas and pay. */
const sheetsOfQuota = (): SheetModule[] => sheetsToAsk().filter(({ source }) => source === 'quota');

/** What is said of quota, with the plan number of its first line. */
function planned(said: unknown, text: string): Record<string, unknown> {
  const amount = numbers('en').parse(text);
  if (!(amount >= 0))
    throw new Failure('badArgument', {
      message: `--quota takes an amount such as 48000000 or 48M, not "${text}".`,
    });
  const quota = typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
  const [first, ...further]: unknown[] = Array.isArray(quota['lines']) ? quota['lines'] : [];
  return { ...quota, lines: [{ ...(first as object | undefined), amount }, ...further] };
}

/** The plan that stands is what it is: what would make another one cannot be asked for along with its year. */
function refuseDesign(values: Readonly<Record<string, unknown>>): void {
  const year = (['event', 'loads'] as const).find((name) => values[name] !== undefined);
  if (year === undefined) return;
  const other = ['territories', 'seed', 'sheets', 'quota', 'quality'].find(
    (name) => values[name] !== undefined && values[name] !== false,
  );
  if (other !== undefined)
    throw new Failure('badArgument', {
      message: `--${year} is about the plan that stands, and designs none: leave --${other} out.`,
    });
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text))
    throw new Failure('badArgument', { message: `${name} takes a whole number, not "${text}".` });
  return Number(text);
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new Failure('fileNotFound', { name: path }, { cause: error });
  }
}

async function readJson(path: string): Promise<Record<string, unknown>> {
  const parsed = await readAnyJson(path);
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
    return parsed as Record<string, unknown>;
  throw new Failure('badArgument', { message: `${path} holds no settings by name: {"seed": 1, …}` });
}

async function readAnyJson(path: string): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(path));
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Failure(
      'badArgument',
      { message: `${path} is no JSON: ${messageOf(error)}` },
      { cause: error },
    );
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function report({ metrics, moved, ...summary }: HeadlessSummary): string {
  const say = speak('en');
  const told = metrics.map(
    ({ name, worstDeviation, tolerance }) =>
      `${metricName(say, name)}: worst ±${(100 * worstDeviation).toFixed(2)} % of ±${100 * tolerance} %`,
  );
  return [
    summary.headline,
    `${summary.placed} of ${summary.accounts} accounts placed in ${summary.territories} territories. ${told.join('; ')}.`,
    say('headless.moved', {
      moved: moved.accounts,
      stay: moved.by.stays.accounts,
      new: moved.by.new.accounts,
    }),
    ...summary.warnings.map((warning) => `- ${warning}`),
    `Written to ${summary.output}.`,
  ].join('\n');
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
