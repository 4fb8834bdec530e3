import { designPage } from '../../../../src/app/pages/design/view';
import { startState, type PaneState } from '../../../../src/app/state';
import { numbers } from '../../../../src/text/numbers';
import { speak } from '../../../../src/text/say';
import { fakeWorkbook } from '../../../support/fake-workbook';
import { understood } from '../../../support/job';

const stateOf = async (settings: object): Promise<PaneState> => ({
  ...startState,
  understanding: await understood(settings, fakeWorkbook()),
});

test('what has not changed is the same view; another understanding makes another', async () => {
  const page = designPage(speak('en'), numbers('en'));
  const two = await stateOf({ territories: 2 });
  const three = await stateOf({ territories: 3 });
  expect(page(startState)).toEqual({ summary: undefined, preview: undefined, isStale: false });
  const { summary } = page(two);
  expect(summary?.territories).toBe(2);
  expect(page({ ...two, news: 'Kept.' }).summary).toBe(summary);
  expect(page(three).summary?.territories).toBe(3);
  expect(page(two).summary?.territories).toBe(2);
});

test('what stays without a territory is told of only where something is new', () => {
  const changed = { total: 1, gone: 0, changed: 1, added: 0 };
  for (const language of ['en', 'de'] as const) {
    const say = speak(language);
    const told = [changed, { ...changed, total: 2, added: 1 }].map((drift) =>
      say('preview.rowsChanged', drift),
    );
    expect(told.map((text) => /stay unassigned|ohne Gebiet/.test(text))).toEqual([false, true]);
  }
});
