import { boundBy } from '../../../src/app/understanding/bound';
import { defaultSettings } from '../../../src/plan/settings';
import { accountsOf, seat } from '../../plan/accounts';

const rows = (segments: readonly (string | undefined)[]) =>
  accountsOf(segments.map((segment) => (segment === undefined ? {} : { segment })));
const TEAM = [seat({ segment: 'SMB' }), seat({ segment: 'Enterprise' })];
const codes = (segments: readonly (string | undefined)[], bySegment?: boolean) =>
  boundBy(rows(segments), TEAM, {
    ...defaultSettings,
    ...(bySegment === undefined ? {} : { bySegment }),
  }).notices.map(({ code, params }) => [code, params?.['accounts']]);

test('accounts that say no segment are told where segments bind, and only there', () => {
  const some = ['SMB', undefined, 'Enterprise', ' '];
  expect(codes(some)).toEqual([
    ['bound.bySegment', undefined],
    ['accountsOfAnySegment', 2],
  ]);
  expect(codes(some, false)).toEqual([]);
  expect(codes(['SMB', 'Enterprise'])).toEqual([['bound.bySegment', undefined]]);
});

test('skills bind if somebody says so; that they bind nothing is told', () => {
  const list = accountsOf([{ industry: 'Energy' }, { industry: 'Retail' }]);
  const experts = [seat({ skills: ['Energy'] }), seat()];
  const said = (team: typeof experts, bySkill?: boolean) => {
    const { settings, bound, notices } = boundBy(list, team, {
      ...defaultSettings,
      ...(bySkill === undefined ? {} : { bySkill }),
    });
    return [settings.bySkill, bound, notices.map(({ code }) => code)];
  };
  expect(said(experts)).toEqual([undefined, [{ key: 'bySkill', holds: false }], []]);
  expect(said(experts, true)).toEqual([true, [{ key: 'bySkill', holds: true }], []]);
  expect(said([seat(), seat()], true)).toEqual([true, [{ key: 'bySkill', holds: true }], ['skillsIdle']]);
  expect(said([seat(), seat()])).toEqual([undefined, [], []]);
});
