import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Session, SessionState } from '../../src/app/session';
import { Pane } from '../../src/taskpane/Pane';
import { territoryColours } from '../../src/taskpane/palette';
import { panned, startView, zoomed } from '../../src/taskpane/map-view';
import { numbers } from '../../src/text/numbers';
import { speak } from '../../src/text/say';

const base: SessionState = {
  activity: { kind: 'ready' },
  summary: undefined,
  preview: undefined,
  trouble: undefined,
  news: undefined,
};

function show(change: Partial<SessionState>): Record<string, jest.Mock> {
  const actions = Object.fromEntries(
    ['design', 'cancel', 'apply', 'keep', 'revert', 'insertSample', 'discard'].map((name) => [
      name,
      jest.fn(() => Promise.resolve()),
    ]),
  );
  const session = { ...actions, say: speak('en'), numbers: numbers('en') } as unknown as Session;
  render(
    <FluentProvider theme={webLightTheme}>
      <Pane session={session} state={{ ...base, ...change }} mode="light" />
    </FluentProvider>,
  );
  return actions;
}

const preview: SessionState['preview'] = {
  headline: '2 of 2 territories within ±10%; worst +1%, T01 Denver',
  met: true,
  figures: [{ label: 'Worst', value: '±1%', hint: 'hint' }],
  details: [],
  metrics: [
    {
      id: 'potential',
      label: 'Potential',
      tolerance: 0.1,
      bars: [{ territory: 0, name: 'T01 Denver', before: 0.4, after: 1.3, inBand: false }],
    },
  ],
  map: undefined,
  notices: [
    { severity: 'warning', text: 'Acme is too large.' },
    { severity: 'note', text: 'Balancing Potential.' },
  ],
};

test('an empty workbook has one thing to press', async () => {
  const { insertSample } = show({ activity: { kind: 'empty' } });
  await userEvent.click(screen.getByRole('button', { name: 'Insert sample data' }));
  expect(insertSample).toHaveBeenCalledTimes(1);
  expect(screen.getAllByRole('button')).toHaveLength(1);
});

test('while designing there is a progress bar and a way out, by keyboard too', async () => {
  const { cancel } = show({ activity: { kind: 'designing', stage: 'balance', done: 0.4, worst: 0.31 } });
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0.4');
  expect(screen.getByText('Largest deviation so far: 31%')).toBeVisible();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(cancel).toHaveBeenCalledTimes(1);
});

test('a preview warns at the top and marks what is out of band by more than colour', () => {
  show({ preview });
  expect(screen.getByText('Acme is too large.')).toBeVisible();
  expect(screen.getByText('1.3 !')).toBeVisible();
  expect(screen.getByRole('img', { name: 'today 0.4, plan 1.3' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Apply to workbook' })).toBeEnabled();
});

test('after Apply there are Keep and Revert', async () => {
  const { revert } = show({ preview, activity: { kind: 'applied', at: '' } });
  await userEvent.click(screen.getByRole('button', { name: 'Revert' }));
  expect(revert).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('button', { name: 'Keep' })).toBeEnabled();
});

test('neighbouring territories differ in colour', () => {
  const centres = Array.from({ length: 40 }, (_, i) => ({
    longitude: -120 + (i % 8) * 5,
    latitude: 30 + Math.floor(i / 8) * 4,
  }));
  const colours = territoryColours(centres);
  const clashes = centres.flatMap((a, i) =>
    centres.filter(
      (b, j) =>
        j > i &&
        Math.hypot(a.longitude - b.longitude, a.latitude - b.latitude) < 5.5 &&
        colours[i] === colours[j],
    ),
  );
  expect(clashes).toEqual([]);
});

test('the map zooms about a point and stays on the map', () => {
  const start = startView(600, 400);
  const near = zoomed(start, 2, { x: 100, y: 100 });
  expect(near.zoom).toBe(2);
  expect((100 - near.x) * near.zoom).toBeCloseTo((100 - start.x) * start.zoom);
  expect(zoomed(start, 0.1, start).zoom).toBe(1);
  expect(panned(near, 99, 99, 600, 400)).toMatchObject({ x: 600, y: 400 });
});
