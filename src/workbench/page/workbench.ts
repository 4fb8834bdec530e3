import { EXCEL_API_VERSION, Host, MAX_PAYLOAD_BYTES } from '../host';
import type { Loss } from '../files/compare';
import { readContents } from '../files/contents-of-file';
import { openBook } from '../files/open-book';
import type { FileContents } from '../files/read-xlsx';
import { writeXlsx } from '../files/write-xlsx';
import { Mutation } from '../grid/spreadsheet';
import { contentsOfTables, type PlainTable } from '../model/tables-contents';
import { Charts } from './charts';
import { createPageEngine, type PageEngine } from './engine';
import { Mirror } from './mirror';
import { readAddIn, type AddIn, type RibbonButton } from './ribbon';
import { ShownSelection } from './show-selection';
import { holdStill } from './still-picture';
import { followUser } from './user-edits';
import { XdmHost } from './xdm-host';
import './page.css';

export interface WorkbenchOptions {
  /** The add-in's manifest. */
  readonly manifest: string;
  /** What the workbench opens with. */
  readonly name: string;
  readonly tables: () => readonly PlainTable[];
}

/** One open workbook on the page: spreadsheet, host, pane, and what is drawn over the grid. */
interface Open {
  readonly host: Host;
  readonly api: PageEngine['api'];
  readonly frames: XdmHost[];
  pane: XdmHost | undefined;
  refresh(): void;
  dispose(): void;
}

const NARROWEST = 270;
const WIDEST = 600;
const STEP = 10;
const QUIET_MS = 120;

/** The workbench page: the spreadsheet on the left, the add-in's pane on the right. */
export function startWorkbench(options: WorkbenchOptions): void {
  const addIn = readAddIn(options.manifest);
  let dark = matchMedia('(prefers-color-scheme: dark)').matches;
  let contents: FileContents = contentsOfTables(options.tables());
  let name = options.name;
  let open = openWorkbook(contents, name, dark, addIn);

  const show = (next: FileContents, title: string) => {
    contents = next;
    name = title;
    open.dispose();
    open = openWorkbook(contents, name, dark, addIn);
    expose(open);
  };
  const openFile = async (file: File) => {
    try {
      show(await readContents(new Uint8Array(await file.arrayBuffer()), file.name), file.name);
      tell('');
    } catch (error) {
      tell(`${file.name} could not be opened: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const input = element('file') as HTMLInputElement;
  element('open').addEventListener('click', () => {
    input.click();
  });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) void openFile(file);
    input.value = '';
  });
  element('new').addEventListener('click', () => {
    show(contentsOfTables([]), 'Book1.xlsx');
    tell('');
  });
  element('save').addEventListener('click', () => void saveCopy(open.host));
  element('theme').addEventListener('click', () => {
    dark = !dark;
    paintTheme(dark);
    show(contents, name);
  });
  acceptDrops(openFile);
  dragDivider();
  paintTheme(dark);
  fillRibbon(addIn, (button) => {
    press(open, addIn, button);
  });
  expose(open);
}

function openWorkbook(contents: FileContents, name: string, dark: boolean, addIn: AddIn): Open {
  const container = element('grid');
  container.replaceChildren();
  const engine = createPageEngine(container, dark);
  const host = new Host(openBook(engine, contents, name), {
    maxPayloadBytes: MAX_PAYLOAD_BYTES,
    excelApi: EXCEL_API_VERSION,
  });
  element('title').textContent = name;
  const mirror = new Mirror(engine, host);
  const charts = new Charts(engine, host);
  const selection = new ShownSelection(engine, host);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  // Requests come in bursts: what they changed is shown when they pause.
  const refresh = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      waiting = undefined;
      void show().catch((error: unknown) => {
        tell(error instanceof Error ? error.message : String(error));
      });
    }, QUIET_MS);
  };
  const show = async () => {
    // The page shows results that no request has asked for.
    await host.settle();
    await mirror.refresh();
    showActive();
    selection.show();
    charts.refresh();
  };
  const showActive = () => {
    const active = host.book.activeSheet.id;
    const workbook = engine.api.getActiveWorkbook();
    if (workbook !== null && workbook.getActiveSheet().getSheetId() !== active) {
      const sheet = workbook.getSheetBySheetId(active);
      if (sheet !== null) workbook.setActiveSheet(sheet);
    }
  };
  // A page that shows a sheet which is gone refuses all that is written, on any sheet.
  const turning = host.book.spreadsheet.commands.beforeCommandExecuted(({ id }) => {
    if (id === Mutation.RemoveSheet) showActive();
  });
  const stop = followUser(engine, host, tell, selection.isShown);
  const stopHolding = holdStill(engine, host);
  const stopEvents = host.onEvents(refresh);
  const open: Open = {
    host,
    api: engine.api,
    frames: [],
    pane: undefined,
    refresh,
    dispose() {
      clearTimeout(waiting);
      turning.dispose();
      stop();
      stopHolding();
      stopEvents();
      for (const frame of open.frames) frame.dispose();
      host.dispose();
    },
  };
  refresh();
  const [button] = addIn.buttons;
  if (button !== undefined) press(open, addIn, button);
  return open;
}

/** What a ribbon button does: opens the pane, or runs a function in a page that nobody sees. */
function press(open: Open, addIn: AddIn, { id, action }: RibbonButton): void {
  const frameOf = (url: string) => {
    const frame = new XdmHost({
      host: open.host,
      url,
      title: addIn.name,
      locale: navigator.language,
      onAnswered: open.refresh,
      // Round about, as in a page without frames.
      onLeft: (where) => {
        const all = [...document.querySelectorAll<HTMLElement>('button, [tabindex="0"]')];
        (where === 'on' ? all[0] : all.at(-1))?.focus();
      },
    });
    open.frames.push(frame);
    return frame;
  };
  if (action.kind === 'pane') {
    open.pane?.dispose();
    open.pane = frameOf(action.url);
    element('pane').replaceChildren(open.pane.frame);
    return;
  }
  const frame = frameOf(addIn.commandsUrl);
  frame.frame.hidden = true;
  document.body.append(frame.frame);
  frame.invokeCommand(id, action.name);
}

async function saveCopy(host: Host): Promise<void> {
  await host.settle();
  const extension = /\.xlsm$/i.test(host.book.name) ? 'xlsm' : 'xlsx';
  const { bytes, lost } = await writeXlsx(host.book, new Date(), extension === 'xlsm');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([bytes as BlobPart], {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    }),
  );
  link.download = `${host.book.name.replace(/\.[^.]+$/, '')} copy.${extension}`;
  link.click();
  URL.revokeObjectURL(link.href);
  tell(lostText(lost) || `Saved ${link.download}.`);
}

const lostText = (lost: readonly Loss[]): string =>
  lost.length === 0
    ? ''
    : `The copy lacks ${lost.map(({ count, what }) => `${count} × ${what}`).join(', ')}.`;

function fillRibbon(addIn: AddIn, onPress: (button: RibbonButton) => void): void {
  const ribbon = element('ribbon');
  ribbon.setAttribute('aria-label', `${addIn.name}: ${addIn.group}`);
  for (const button of addIn.buttons) {
    const made = document.createElement('button');
    made.type = 'button';
    made.title = button.tip;
    const icon = document.createElement('img');
    icon.src = button.icon;
    icon.alt = '';
    made.append(icon, button.label);
    made.addEventListener('click', () => {
      onPress(button);
    });
    ribbon.append(made);
  }
}

function acceptDrops(openFile: (file: File) => Promise<void>): void {
  const grid = element('grid');
  addEventListener('dragover', (event) => {
    event.preventDefault();
    grid.classList.add('dropping');
  });
  addEventListener('dragleave', () => {
    grid.classList.remove('dropping');
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    grid.classList.remove('dropping');
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) void openFile(file);
  });
}

/** The pane's width: by dragging, or with the arrow keys. */
function dragDivider(): void {
  const divider = element('divider');
  const pane = element('pane');
  const setWidth = (pixels: number) => {
    const width = Math.min(WIDEST, Math.max(NARROWEST, Math.round(pixels)));
    pane.style.width = `${width}px`;
    divider.setAttribute('aria-valuenow', String(width));
  };
  setWidth(Number(new URLSearchParams(location.search).get('pane') ?? 350));
  divider.addEventListener('pointerdown', (event) => {
    divider.setPointerCapture(event.pointerId);
    document.body.classList.add('dragging');
  });
  divider.addEventListener('pointermove', (event) => {
    if (divider.hasPointerCapture(event.pointerId))
      setWidth(innerWidth - event.clientX - divider.offsetWidth / 2);
  });
  divider.addEventListener('pointerup', () => {
    document.body.classList.remove('dragging');
  });
  divider.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') setWidth(pane.offsetWidth + STEP);
    if (key === 'ArrowRight') setWidth(pane.offsetWidth - STEP);
  });
}

function paintTheme(dark: boolean): void {
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  element('theme').setAttribute('aria-pressed', String(dark));
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page lacks #${id}.`);
  return found;
}

function tell(text: string): void {
  element('message').textContent = text;
}

/** For tests and the curious: the open host, in the browser's console. */
function expose({ host, api }: Open): void {
  Object.assign(window, { workbench: { host, api } });
}
