import { Chart as ChartJs, registerables, type ChartConfiguration } from 'chart.js';
import type { Host } from '../host';
import type { Chart, ChartSource } from '../model/chart';
import { valueOf } from '../grid/cell-value';
import type { Sheet } from '../model/sheet';
import { chartCard } from './ChartCard';
import type { PageEngine } from './engine';

ChartJs.register(...registerables);

const PIXELS_PER_POINT = 96 / 72;
const COMPONENT = 'WorkbenchChart';
const COLOURS = ['#0B6A53', '#D55E00', '#0072B2', '#CC79A7'];

/** Draws the host's charts over the grid, where they stand; each anew when its data changed. */
export class Charts {
  private readonly shown = new Map<
    string,
    { state: string; place: string; remove: () => void; draw: (config: ChartConfiguration) => void }
  >();

  constructor(
    private readonly engine: PageEngine,
    private readonly host: Host,
  ) {}

  refresh(): void {
    const alive = new Set<string>();
    for (const sheet of this.host.book.sheets) {
      for (const chart of sheet.charts) {
        alive.add(chart.id);
        this.show(sheet, chart);
      }
    }
    for (const [id, { remove }] of this.shown) {
      if (alive.has(id)) continue;
      remove();
      this.shown.delete(id);
    }
  }

  private show(sheet: Sheet, chart: Chart): void {
    // A float is laid over the sheet that is open; others are drawn when theirs is opened.
    if (this.host.book.activeSheet !== sheet) return;
    const config = configOf(chart);
    const state = JSON.stringify(config);
    const place = JSON.stringify([chart.left, chart.top, chart.width, chart.height]);
    const before = this.shown.get(chart.id);
    if (before?.place === place) {
      if (before.state === state) return;
      before.draw(config);
      this.shown.set(chart.id, { ...before, state });
      return;
    }
    // A float cannot be moved: one that stands elsewhere by now is laid anew.
    before?.remove();
    this.shown.delete(chart.id);
    const made = this.lay(sheet, chart, config);
    if (made !== undefined) this.shown.set(chart.id, { state, place, ...made });
  }

  private lay(sheet: Sheet, chart: Chart, config: ChartConfiguration) {
    const { api } = this.engine;
    const shown = api.getActiveWorkbook()?.getSheetBySheetId(sheet.id);
    if (!shown) return undefined;
    let drawn: ChartJs | undefined;
    let latest = config;
    const draw = (next: ChartConfiguration) => {
      latest = next;
      drawn?.destroy();
      const canvas = document.getElementById(`chart-${chart.id}`);
      if (canvas instanceof HTMLCanvasElement) drawn = new ChartJs(canvas, next);
    };
    const key = `${COMPONENT}-${chart.id}`;
    api.registerComponent(
      key,
      chartCard(
        chart.id,
        () => {
          draw(latest);
        },
        chart.series.every(({ values }) => values === undefined)
          ? `${chart.name}: not drawn here, kept in the file as it is`
          : undefined,
      ),
    );
    const { rowHeader, columnHeader } = sheet.config;
    // The float's place counts from the corner of the headings.
    const left = chart.left * PIXELS_PER_POINT + rowHeader.width;
    const top = chart.top * PIXELS_PER_POINT + columnHeader.height;
    const laid = shown.addFloatDomToPosition(
      {
        componentKey: key,
        initPosition: {
          startX: left,
          startY: top,
          endX: left + chart.width * PIXELS_PER_POINT,
          endY: top + chart.height * PIXELS_PER_POINT,
        },
        allowTransform: false,
      },
      `float-${chart.id}`,
    );
    return {
      draw,
      remove: () => {
        drawn?.destroy();
        laid?.dispose();
      },
    };
  }
}

/** Kinds without axes. */
const ROUND: Readonly<Record<string, 'pie' | 'doughnut'>> = { Pie: 'pie', Doughnut: 'doughnut' };

function configOf(chart: Chart): ChartConfiguration {
  const bars = chart.type.startsWith('Bar');
  const round = ROUND[chart.type];
  const kindOf = (type: string) => (/^(?:Line|Area)/.test(type) ? ('line' as const) : ('bar' as const));
  const [first] = chart.series;
  const { ink, line } = themeColours();
  const isPercent = !bars && String(chart.decoration.get('axes/valueAxis/numberFormat')).includes('%');
  return {
    type: round ?? 'bar',
    data: {
      labels: first?.categories === undefined ? [] : cellsOf(first.categories).map(String),
      datasets: chart.series.map((series, n) => ({
        ...(round === undefined ? { type: kindOf(series.chartType ?? chart.type) } : {}),
        label: series.name ?? '',
        data: series.values === undefined ? [] : cellsOf(series.values).map(Number),
        backgroundColor: round === undefined ? COLOURS[n % COLOURS.length] : COLOURS,
        borderColor: round === undefined ? COLOURS[n % COLOURS.length] : line,
        borderWidth: kindOf(series.chartType ?? chart.type) === 'line' ? 2 : 0,
        fill: (series.chartType ?? chart.type).startsWith('Area'),
        pointRadius: 0,
      })),
    } as ChartConfiguration['data'],
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: bars ? 'y' : 'x',
      plugins: {
        legend: { display: chart.legend.visible, labels: { color: ink } },
        title: { display: chart.title.text !== '', text: chart.title.text, color: ink },
      },
      scales:
        round !== undefined
          ? {}
          : {
              x: {
                grid: { color: line },
                ticks: { autoSkip: true, color: ink, maxRotation: 60, font: { size: 9 } },
              },
              y: {
                grid: { color: line },
                ticks: {
                  color: ink,
                  callback: (value) => (isPercent ? `${Math.round(100 * Number(value))}%` : value),
                },
              },
            },
    },
  };
}

/** Words and lines as the page has them, light or dark. */
function themeColours(): { readonly ink: string; readonly line: string } {
  const style = getComputedStyle(document.documentElement);
  return { ink: style.getPropertyValue('--ink').trim(), line: style.getPropertyValue('--line').trim() };
}

function cellsOf({ sheet, area }: ChartSource): (string | number | boolean)[] {
  const { row, column, rows, columns } = area.rect;
  return Array.from({ length: rows * columns }, (_, i) =>
    valueOf(sheet.cells.raw(row + Math.floor(i / columns), column + (i % columns))),
  );
}
