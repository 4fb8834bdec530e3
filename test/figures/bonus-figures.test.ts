import { lookAgain } from '../../src/app/actions/look-again';
import { writeQuotas } from '../../src/app/actions/write-quotas';
import { valuesOf } from '../support/job';
import type { Cell } from '../support/office';
import { ACCOUNTS, keptPlan, openPage, QUOTA, quotaCells, quotaCode } from '../support/quotas';

/** A team list that has pay as bonus and commission: target variable is made of them, and that is said. */

const AE = 'Sales Representative';

/** @param head of the columns of pay */
async function written(head: readonly string[], ana: readonly Cell[], ben: readonly Cell[]) {
  const made = await keptPlan(ACCOUNTS, [
    ['Rep Name', 'Role', ...head],
    ['Ana Ruiz', AE, ...ana],
    ['Ben Ito', AE, ...ben],
  ]);
  await made.store.run(writeQuotas, QUOTA, ['pay']);
  await made.store.run(lookAgain);
  expect(made.store.state.trouble).toBeUndefined();
  return made;
}

test('bonus and commission on the quota are target variable; what is missing is asked for by name', async () => {
  const { book, store } = await written(
    ['SalesQuota', 'Bonus', 'CommissionPct'],
    [300_000, 4100, 0.012],
    ['', 900, 0.01],
  );
  try {
    const { pay } = await quotaCells(book);
    const [ana, ben] = ['Ana Ruiz', 'Ben Ito'].map((name) => pay.find(({ Rep }) => Rep === name));
    expect(ana?.['Target variable']).toBe(7700);
    // Commission on nobody knows what is nobody knows how much.
    expect(ben?.['Target variable']).toBe('');
    expect(quotaCode(store).basis.seats.map(({ variable }) => variable)).toEqual([7700, undefined]);
    const said = 'Target variable is “Bonus” + “CommissionPct” × “SalesQuota”, as the team list has them.';
    // What the capability is made of stands before it: this team list tells no skills.
    expect((await valuesOf(book, 'Pay'))[2]?.[0]).toMatch(
      /^Capability is ramp × capacity: .+ is left out\. /,
    );
    expect(String((await valuesOf(book, 'Pay'))[2]?.[0])).toContain(said);
    expect(openPage(store).missing).toEqual(
      expect.arrayContaining([said, 'No base pay on the team list: Pay stays empty until it is there.']),
    );
  } finally {
    book.dispose();
  }
});

test('a rate above a half is in per cent; beside a target variable bonus and commission are in no figure, and that is said', async () => {
  const { book, store } = await written(
    ['Base', 'Target Variable', 'Commission %', 'Quota'],
    [80_000, 50_000, 1.5, 1_000_000],
    [80_000, '', 1.2, 1_000_000],
  );
  try {
    const { pay } = await quotaCells(book);
    expect(pay.map((row) => [row['Rep'], row['Target variable']])).toEqual(
      expect.arrayContaining([
        ['Ana Ruiz', 50_000],
        ['Ben Ito', 12_000],
      ]),
    );
    expect(openPage(store).missing.join()).toContain('“Commission %” × “Quota”');
  } finally {
    book.dispose();
  }
});
