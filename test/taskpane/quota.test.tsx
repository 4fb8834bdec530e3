import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { setQuota } from '../../src/app/actions/set-quota';
import { Kept, KeptContext } from '../../src/taskpane/kept';
import { PaneContext } from '../../src/taskpane/pane-context';
import { Bridge } from '../../src/taskpane/pages/quota/QuotaBody';
import { Ramps } from '../../src/taskpane/pages/quota/Tables';
import { numbers } from '../../src/text/numbers';
import { speak } from '../../src/text/say';

/** Parts of the page Quota by themselves. */

const run = jest.fn(() => Promise.resolve());
const pane = (part: ReactNode) =>
  render(
    <FluentProvider theme={webLightTheme}>
      <KeptContext value={new Kept()}>
        <PaneContext
          value={{
            store: {
              say: speak('en'),
              numbers: numbers('en'),
              run,
              can: () => false,
              cancel: () => undefined,
            },
            mode: 'light',
          }}
        >
          {part}
        </PaneContext>
      </KeptContext>
    </FluentProvider>,
  );

test('the bridge of each manager is a fold below that of all', async () => {
  const step = (label: string, amount: string) => ({ label, amount, isSum: false });
  pane(
    <Bridge
      quota={{
        bridge: [step('Plan', '$3')],
        bridgesBy: [
          {
            title: 'By Manager',
            parts: [
              { name: 'Kim', lines: [step('Plan', '$1')] },
              { name: 'Lee', lines: [step('Plan', '$2')] },
            ],
          },
        ],
        cost: undefined,
        isWritten: true,
        line: { component: 'new', role: '', segment: '', amount: 3, method: 'equal' },
        several: undefined,
      }}
    />,
  );
  expect(screen.getByText('$3')).toBeVisible();
  expect(screen.queryByText('$2')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'By Manager Kim, Lee' }));
  expect(within(screen.getByRole('group', { name: 'Lee' })).getByText('$2')).toBeVisible();
  expect(within(screen.getByRole('group', { name: 'Kim' })).getByText('$1')).toBeVisible();
});

test('a ramp that is changed is set whole, and only where it can be read', async () => {
  const ramps = [{ role: '', segment: '', months: '50 100' }];
  pane(<Ramps tables={{ ramps, tiers: [], season: [], seats: [] }} />);
  const months = screen.getByDisplayValue('50 100');
  const set = screen.getByRole('button', { name: speak('en')('quota.ramp.set') });
  expect(set).toBeDisabled();
  await userEvent.clear(months);
  await userEvent.type(months, 'soon');
  expect(screen.getByText(speak('en')('quota.ramp.trouble'))).toBeVisible();
  expect(set).toBeDisabled();
  await userEvent.clear(months);
  await userEvent.type(months, '25 100');
  await userEvent.click(set);
  expect(run).toHaveBeenCalledWith(setQuota, {
    ramps: [expect.objectContaining({ role: '', months: [0.25, ...Array<number>(11).fill(1)] })],
  });
});
