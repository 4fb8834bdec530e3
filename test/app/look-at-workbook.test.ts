import { look } from '../../src/app/look-at-workbook';
import { SettingsDesk } from '../../src/app/settings/desk';
import { fakeWorkbook } from '../support/fake-workbook';
import { places } from '../support/job';

const looked = (file: object, said: object = {}) => {
  const workbook = fakeWorkbook();
  workbook.saved.set('settings', { schema: 2, since: null, said, taken: {} });
  return look({ workbook, places }, new SettingsDesk(workbook, { language: 'en', file: { ...file } }));
};

test.each(['accounts', 'reps'])(
  'a table of %s that a settings file asks for and that is not there ends the look',
  async (which) => {
    await expect(looked({ [which]: { sheet: 'Nowhere' } })).rejects.toMatchObject({
      code: 'tableNotFound',
      params: { name: 'Nowhere' },
    });
  },
);

test.each(['accounts', 'reps'])(
  'a table of %s chosen earlier that is gone is told, and not missed',
  async (which) => {
    const { understanding, refused } = await looked({ seed: 3 }, { [which]: { sheet: 'Nowhere' } });
    expect(refused).toMatchObject([{ code: 'tableChosenGone', params: { name: 'Nowhere' } }]);
    expect(understanding.list.ref.table).toBe('Deals');
    expect(understanding.settings.seed).toBe(3);
  },
);
