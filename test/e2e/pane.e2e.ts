import { readFileSync } from 'node:fs';
import type { Browser, Frame } from 'playwright-core';
import { designFor } from '../../src/app/design-for';
import { InlineSolver } from '../../src/worker/inline-solver';
import { clock, openSample, understood } from '../support/job';
import { start, type Served } from './served';
import { launch, Workbench, type HostLike } from './workbench';

let server: Served;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([start(3100), launch()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const frameOf = ({ page }: Workbench): Frame =>
  page.frames().find((f) => f.url().includes('taskpane.html')) as Frame;

async function axe(bench: Workbench): Promise<string[]> {
  const frame = frameOf(bench);
  await frame.evaluate(axeSource);
  return frame.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  });
}

describe('the sample in the workbench', () => {
  let bench: Workbench;
  let before: Record<string, string>;
  beforeAll(async () => {
    bench = await Workbench.open(browser, server.url, { pane: 320 });
    await bench.button('Design territories').waitFor();
    before = await bench.cells();
  });
  afterAll(() => bench.close());

  test('a design can be cancelled, and nothing has changed', async () => {
    // The engine has begun before: whoever cancels has to be quick.
    await frameOf(bench).evaluate(async () => {
      const press = (name: string) => {
        const found = [...document.querySelectorAll('button')].find((one) => one.textContent === name);
        found?.click();
        return found !== undefined;
      };
      press('Design territories');
      while (!press('Cancel')) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    await bench.shows('Cancelled. Nothing was changed.');
    await bench.button('Design territories').waitFor();
    expect(await bench.cells()).toEqual(before);
  });

  test('from the heading, where the focus is put, Tab leads through all that is in the pane, and out of it', async () => {
    const frame = frameOf(bench);
    const controls = await frame.evaluate(() =>
      Array.from(document.querySelectorAll('button'), (button) => button.textContent),
    );
    expect(controls.length).toBeGreaterThan(9);
    await bench.pane.locator('h1').focus();
    const reached: (string | null)[] = [];
    for (const _ of controls) {
      await bench.page.keyboard.press('Tab');
      reached.push(await frame.evaluate(() => document.activeElement?.textContent ?? null));
    }
    expect(reached).toEqual(controls);
    // Fluent has a stop of its own at the end, which nobody sees.
    const isInPane = () => bench.page.evaluate(() => document.activeElement?.tagName === 'IFRAME');
    for (let n = 0; n < 2 && (await isInPane()); n++) {
      await bench.page.keyboard.press('Tab');
      await bench.page.waitForTimeout(200);
    }
    expect(await isInPane()).toBe(false);
  });

  test('one click previews a balanced plan on a map, with nothing written', async () => {
    await bench.button('Design territories').click();
    await bench.button('Apply to workbook').waitFor();
    await bench.shows(/^20 of 20 territories within ±5%/);
    await bench.pane.getByRole('application', { name: /^Map of 2,500 accounts in 20 territories/ }).waitFor();
    expect(await bench.cells()).toEqual(before);
    expect(await axe(bench)).toEqual([]);
  });

  test('an account on the map and its row in the sheet are one', async () => {
    const map = bench.pane.getByRole('application');
    const told = bench.pane.locator('figcaption');
    await map.focus();
    await bench.page.keyboard.press('ArrowRight');
    const name = (await told.innerText()).split(',')[0];
    await bench.page.keyboard.press('Enter');
    await bench.page.waitForFunction(() => {
      const { host } = (window as unknown as { workbench: { host: HostLike } }).workbench;
      return (host.book.selection.rects[0]?.row ?? 0) > 0;
    });
    const row = await bench.page.evaluate(() => {
      const { host } = (window as unknown as { workbench: { host: HostLike } }).workbench;
      return host.book.selection.rects[0]?.row ?? 0;
    });
    expect(await bench.value('Accounts', row, 1)).toBe(name);
    await bench.page.keyboard.press('Escape');
    const other = String(await bench.value('Accounts', 4, 1));
    await bench.select('Accounts', 'B5');
    await told.getByText(other).waitFor();
    await bench.button('Today').click();
    await bench.button('Zoom in').click();
    expect(await axe(bench)).toEqual([]);
  });

  test('a second click writes it; Balance agrees and follows an edited Territory cell', async () => {
    await bench.button('Apply to workbook').click();
    await bench.button('Keep').waitFor();
    const labels = await Promise.all([...Array(40).keys()].map((row) => bench.value('Balance', row, 0)));
    const checks = labels.indexOf('Checks');
    expect(checks).toBeGreaterThan(0);
    for (const row of [1, 2, 3, 4, 5, 6, 7]) expect(await bench.value('Balance', checks + row, 1)).toBe(0);
    expect(await bench.value('Balance', 30, 4)).toBe('Total');
    const total = async () => Number(await bench.value('Balance', 30, 6));
    expect(await total()).toBe(2500);
    const territories = await Promise.all([7, 8].map((row) => bench.value('Balance', row, 4)));
    const counts = () =>
      Promise.all([7, 8].map((row) => bench.value('Balance', row, 6))).then((list) => list.map(Number));
    const was = await bench.value('Accounts', 1, 22);
    const at = territories.indexOf(was);
    const to = at === 0 ? 1 : 0;
    const start = await counts();
    await bench.type('Accounts', 'W2', String(territories[to]));
    const now = await counts();
    expect(now[to]).toBe((start[to] ?? 0) + 1);
    if (at >= 0) expect(now[at]).toBe((start[at] ?? 0) - 1);
    expect(await bench.value('Accounts', 1, 26)).toMatch(/^Edited, was T\d\d ./);
    expect(await total()).toBe(2500);
    expect(await axe(bench)).toEqual([]);
  });

  test('the plan is the one that Node makes of the same workbook', async () => {
    const hash = await bench.page.evaluate(() => {
      const { host } = (window as unknown as { workbench: { host: HostLike } }).workbench;
      const cells: string[] = [];
      host.book
        .sheetNamed('Balance')
        ?.cells.forEachCell({ row: 30, column: 0, rows: 60, columns: 1 }, (_row, _column, cell) =>
          cells.push(String(cell.v)),
        );
      return cells.flatMap((text) => / ([0-9a-f]{64})$/.exec(text)?.[1] ?? []);
    });
    const book = await openSample();
    const understanding = await understood();
    // What the pane shows first where nothing was said.
    const { signal } = new AbortController();
    const desk = { solver: new InlineSolver(), clock, signal };
    const { record } = await designFor('recommended', understanding, desk);
    book.dispose();
    expect(hash).toEqual([record.inputHash, record.resultHash]);
  });

  test('in a pane that is opened again a move is answered with what would help, and taken back by one click', async () => {
    await bench.page.getByRole('button', { name: 'Design territories' }).click();
    await bench.button('Revert').waitFor();
    const territory = await bench.value('Accounts', 4, 22);
    const names = await Promise.all([7, 8].map((row) => bench.value('Balance', row, 4)));
    await bench.type('Accounts', 'W5', String(names.find((name) => name !== territory)));
    await bench.button('Do it').first().waitFor();
    await bench.select('Accounts', 'B8');
    await bench.button('Lock here').waitFor();
    expect(await bench.button('Move').count()).toBe(3);
    expect(await axe(bench)).toEqual([]);
    await bench.button('Undo the move').click();
    await bench.shows('1 account says again what it said before.');
    expect(await bench.value('Accounts', 4, 22)).toBe(territory);
  });

  test('after closing and opening the pane again, Revert gives back every cell', async () => {
    await bench.page.getByRole('button', { name: 'Design territories' }).click();
    await bench.button('Revert').waitFor();
    await bench.button('Revert').click();
    await bench.shows('Everything Evenfield changed is as it was before.');
    expect(await bench.cells()).toEqual(before);
  });

  test('nothing was asked of another origin, and no error was logged', () => {
    expect(bench.foreign).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});

describe('an empty workbook', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await Workbench.open(browser, server.url, { pane: 450, scheme: 'dark', empty: true });
  });
  afterAll(() => bench.close());

  test('offers sample data, and is then ready to design', async () => {
    await bench.button('Insert sample data').click();
    await bench.button('Design territories').waitFor();
    expect(await axe(bench)).toEqual([]);
    expect(Object.keys(await bench.cells())).toEqual(['Sheet1', 'Accounts', 'Reps']);
  });

  test('in the year a move by hand is proposed, accepted, logged and loaded', async () => {
    await bench.button('Design territories').click();
    await bench.button('Apply to workbook').click();
    await bench.button('Keep').click();
    await bench.button('In-year').click();
    await bench.shows(/^Every account is where it was accepted/);
    const heads = await Promise.all(
      [...Array(40).keys()].map((column) => bench.value('Accounts', 0, column)),
    );
    const [territory, accepted] = [heads.indexOf('Territory'), heads.indexOf('Accepted Territory')];
    expect([territory, accepted]).toEqual([22, expect.any(Number)]);
    const was = await bench.value('Accounts', 4, territory);
    const names = await Promise.all([7, 8].map((row) => bench.value('Balance', row, 4)));
    const to = String(names.find((name) => name !== was));
    await bench.type('Accounts', 'W5', to);
    await bench.button('Accept 1 change').waitFor();
    expect(await axe(bench)).toEqual([]);
    await bench.pane.getByLabel('Accepted by').fill('Eva');
    await bench.button('Accept 1 change').click();
    await bench.shows('1 change is accepted and on the log.');
    expect(await bench.value('Accounts', 4, accepted)).toBe(to);
    const line = await Promise.all([0, 2, 5, 6].map((column) => bench.value('Change Log', 5, column)));
    expect(line).toEqual(['C0001', 'Eva', was, to]);
    await bench.fold('Load files').click();
    await bench.button('Write load files').click();
    const [file] = await Promise.all([
      bench.page.waitForEvent('download'),
      bench.button('Download Load Owners.csv').click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toMatch(/^Id,OwnerId\r\n(001\w{15},005\w{15}\r\n)+$/);
    expect(await axe(bench)).toEqual([]);
  });

  test('the plan is verified, and what a leaver has is spread and put back', async () => {
    // By keyboard: what comes of the load files may still move the page under a pointer.
    await bench.atRest();
    await bench.fold('Verify the plan').press('Enter');
    await bench.button('Verify').press('Enter');
    await bench.shows('all 2,500 accounts stand where it was designed');
    const column = 22;
    const before = (await bench.cells())['Accounts'];
    await bench.atRest();
    await bench.fold('Somebody leaves').press('Enter');
    await bench.button('Spread its accounts').press('Enter');
    await bench.shows(/accounts of T01 .* are proposed for other territories/);
    const left = await Promise.all(
      [...Array(300).keys()].map((row) => bench.value('Accounts', row + 1, column)),
    );
    expect(left.filter((name) => String(name).startsWith('T01'))).toEqual([]);
    expect(await axe(bench)).toEqual([]);
    await bench.button('Put back').click();
    await bench.shows('accounts are where they were accepted');
    expect((await bench.cells())['Accounts']).toBe(before);
  });

  test('a sheet of ours that somebody deletes is missed at once, with its tables', async () => {
    await bench.button('Design').click();
    await bench.shows(/of 20 territories within/);
    const tables = await bench.deleteSheet('Balance');
    await bench.shows(/the table of the sheet Balance is not there/);
    expect(tables).toContain('Accounts');
    expect(tables.filter((name) => /balance/i.test(name))).toEqual([]);
  });

  test('no error was logged, and nothing asked of another origin', () => {
    expect([bench.errors, bench.foreign]).toEqual([[], []]);
  });
});
