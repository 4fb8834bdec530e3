import { createRoot } from 'react-dom/client';
import { open } from '../app/actions/open';
import { Store } from '../app/store';
import { fetchChunkOverNetwork } from '../geo/pack/over-network';
import { App } from '../taskpane/App';
import { learn, learnFirst } from '../text/learn';
import { PATIENCE_MS } from '../workbook/lease';
import { OfficeWorkbook } from '../workbook/office-workbook';
import { RememberingSolver } from '../worker/remembering-solver';
import { WorkerSolver, type WorkerHandle } from '../worker/worker-solver';

/** The engine's worker waits so long for the next design: choices, repairs and curves come soon after one. */
const WORKER_WAITS_MS = 60_000;

/** The pane's wiring: Excel's workbook, a worker for the engine, places from our own files. */
void Office.onReady().then(async () => {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page of the pane has no root element.');
  const clock = { now: () => new Date() };
  const language = Office.context.displayLanguage.toLowerCase().startsWith('de') ? 'de' : 'en';
  document.documentElement.lang = language;
  await learnFirst(language);
  const store = new Store(
    {
      workbook: new OfficeWorkbook(clock, PATIENCE_MS),
      solver: new RememberingSolver(
        new WorkerSolver(
          () => new Worker(new URL('./worker.ts', import.meta.url), { name: 'solver' }) as WorkerHandle,
          WORKER_WAITS_MS,
        ),
      ),
      places: { fetchChunk: fetchChunkOverNetwork },
      clock,
    },
    language,
  );
  // The first look needs it: it comes while the pane is drawn.
  void import('../app/look-at-workbook');
  const words = learn(language);
  createRoot(root).render(<App store={store} officeMode={officeMode()} />);
  await words;
  await store.run(open);
  await store.watch();
});

/** Office's own theme where it tells (not on the web). */
function officeMode(): 'light' | 'dark' | undefined {
  // The typings promise a theme; hosts on the web have none.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  if (theme?.isDarkTheme === undefined) return undefined;
  return theme.isDarkTheme ? 'dark' : 'light';
}
