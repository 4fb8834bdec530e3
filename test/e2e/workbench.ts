import { existsSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type FrameLocator,
  type Locator,
  type Page,
  type Request,
} from 'playwright-core';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

export function launch(): Promise<Browser> {
  if (CHROMIUM === undefined)
    throw new Error('The end-to-end tests need Chromium: apt-get install chromium.');
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The cells of the workbench by sheet, as text: what a user could lose. */
export type Cells = Record<string, string>;

/** One open workbench: its page, its pane, and everything that should not happen on it. */
export class Workbench {
  readonly errors: string[] = [];
  readonly foreign: string[] = [];
  /** What the page has asked for and has no answer to. */
  private readonly awaited = new Set<string>();

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly pane: FrameLocator,
  ) {}

  static async open(
    browser: Browser,
    url: string,
    options: {
      pane?: number;
      scheme?: 'light' | 'dark';
      empty?: boolean;
      locale?: string;
      forced?: boolean;
      scale?: number;
    } = {},
  ): Promise<Workbench> {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      viewport: { width: 1366, height: 820 },
      colorScheme: options.scheme ?? 'light',
      locale: options.locale ?? 'en-US',
      forcedColors: options.forced === true ? 'active' : 'none',
      deviceScaleFactor: options.scale ?? 1,
    });
    // Tests say what happens, never how soon: a busy machine is no fault.
    context.setDefaultTimeout(110_000);
    const page = await context.newPage();
    const bench = new Workbench(context, page, page.frameLocator('#pane iframe'));
    page.on('console', (message) => {
      if (message.type() === 'error') bench.errors.push(message.text());
    });
    page.on('pageerror', (error) => bench.errors.push(error.message));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(url).origin) bench.foreign.push(request.url());
    });
    page.on('request', (request) => bench.awaited.add(request.url()));
    const answered = (request: Request) => bench.awaited.delete(request.url());
    page.on('requestfinished', answered).on('requestfailed', answered);
    const query = new URLSearchParams();
    if (options.pane !== undefined) query.set('pane', String(options.pane));
    if (options.empty === true) query.set('empty', '');
    await page.goto(`${url}?${query.toString()}`);
    return bench;
  }

  button(name: string): Locator {
    return this.pane.getByRole('button', { name, exact: true });
  }

  /** Waits until nothing is being done and nothing waits, as somebody does who reads before the next click. */
  async atRest(): Promise<void> {
    await this.pane.locator('[data-at-rest=true]').waitFor();
  }

  /** The heading that opens a part of a page, by its title. */
  fold(title: string): Locator {
    return this.pane.getByRole('heading', { level: 3, name: title }).getByRole('button');
  }

  /** Waits until the pane says it; who waits in vain is told what it says instead. */
  async shows(text: string | RegExp): Promise<void> {
    const said = this.pane.getByText(text).first();
    await said.waitFor().catch(async (error: unknown) => {
      const instead = (await this.pane.locator('body').innerText()).replace(/\s*\n\s*/g, ' | ');
      const open = [...this.awaited, ...this.errors].join(' ');
      throw new Error(
        `The pane does not show ${String(text)}. Unanswered, or logged: ${open}. It shows: ${instead.slice(0, 600)}`,
        { cause: error },
      );
    });
  }

  /** Every cell of every sheet: value and formula. */
  cells(): Promise<Cells> {
    return this.page.evaluate(async () => {
      const { host } = (window as unknown as { workbench: { host: HostLike } }).workbench;
      await host.settle();
      const out: Record<string, string> = {};
      for (const sheet of host.book.sheets) {
        const cells: string[] = [];
        sheet.cells.forEachCell({ row: 0, column: 0, rows: 1048576, columns: 16384 }, (row, column, cell) => {
          const formula = sheet.cells.formula(row, column);
          if (formula !== undefined) cells.push(`${row},${column}:${formula}`);
          else if (cell.v !== undefined && cell.v !== null && cell.v !== '') {
            cells.push(`${row},${column}:${JSON.stringify(cell.v)}`);
          }
        });
        out[sheet.name] = cells.sort().join('\n');
      }
      return out;
    });
  }

  /** The calculated value of one cell, counted from 0. */
  value(sheet: string, row: number, column: number): Promise<unknown> {
    return this.page.evaluate(
      async ([name, r, c]) => {
        const { host } = (window as unknown as { workbench: { host: HostLike } }).workbench;
        await host.settle();
        return host.book.sheetNamed(name)?.cells.raw(r, c)?.v;
      },
      [sheet, row, column] as const,
    );
  }

  /** Sets a cell the way the spreadsheet's own editor does. */
  async type(sheet: string, address: string, text: string): Promise<void> {
    await this.page.evaluate(
      ([name, where, what]) => {
        const { api } = (window as unknown as { workbench: { api: ApiLike } }).workbench;
        api.getActiveWorkbook().getSheetByName(name).getRange(where).setValue(what);
      },
      [sheet, address, text] as const,
    );
    await this.page.waitForTimeout(300);
  }

  /** Selects cells as somebody would. */
  async select(sheet: string, address: string): Promise<void> {
    await this.page.evaluate(
      ([name, where]) => {
        const { api } = (window as unknown as { workbench: { api: ApiLike } }).workbench;
        api.getActiveWorkbook().getSheetByName(name).getRange(where).activate();
      },
      [sheet, address] as const,
    );
  }

  /** Deletes a sheet by the spreadsheet's own hand, and answers the tables that are left. */
  deleteSheet(name: string): Promise<string[]> {
    return this.page.evaluate(async (wanted) => {
      const { api, host } = (window as unknown as { workbench: { api: ApiLike; host: HostLike } }).workbench;
      const workbook = api.getActiveWorkbook();
      workbook.deleteSheet(workbook.getSheetByName(wanted));
      await host.settle();
      return host.book.tables.map((table) => table.name);
    }, name);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

export interface HostLike {
  settle(): Promise<void>;
  readonly book: {
    readonly sheets: readonly SheetLike[];
    readonly tables: readonly { readonly name: string }[];
    readonly selection: { readonly rects: readonly { readonly row: number }[] };
    sheetNamed(name: string): SheetLike | undefined;
  };
}
interface SheetLike {
  readonly name: string;
  readonly cells: {
    raw(row: number, column: number): { v?: unknown } | undefined;
    formula(row: number, column: number): string | undefined;
    forEachCell(
      rect: { row: number; column: number; rows: number; columns: number },
      visit: (row: number, column: number, cell: { v?: unknown }) => void,
    ): void;
  };
}
interface ApiLike {
  getActiveWorkbook(): {
    getSheetByName(name: string): {
      getRange(address: string): { setValue(value: string): void; activate(): void };
    };
    deleteSheet(sheet: unknown): unknown;
  };
}
