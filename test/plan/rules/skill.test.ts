import { eligibilityRules } from '../../../src/plan/rules/eligibility';
import { admitsTo } from '../../../src/plan/rules/rule';
import { skillRule, speaksOfSkills } from '../../../src/plan/rules/skill';
import { accountsOf, seat, type Row } from '../accounts';

const rows: Row[] = [
  { industry: 'Health Care', segment: 'SMB' },
  { industry: 'Health Care', segment: 'ENT' },
  { industry: 'Retail', segment: 'SMB' },
  {},
];
const accounts = accountsOf(rows);
const expert = seat({ skills: ['healthcare'] });
const seatsOf = (rule: ReturnType<typeof skillRule>, seats: number) =>
  rows.map((_, i) => Array.from({ length: seats }, (_, j) => j).filter((j) => admitsTo(rule, i, j)));

test('accounts of an industry go to those who are skilled in it, who may have others, too', () => {
  const seats = [expert, seat(), seat({ skills: ['Energy'] })];
  const rule = skillRule(accounts, seats, []);
  expect(seatsOf(rule, 3)).toEqual([[0], [0], [0, 1, 2], [0, 1, 2]]);
  expect(rule.explain(0)).toEqual({ rule: 'skill', params: { industry: 'Health Care' } });
  expect(speaksOfSkills(accounts, seats)).toBe(true);
});

test('where no skilled seat may take an account by a stronger rule, it goes to the others', () => {
  const seats = [seat({ skills: ['Healthcare'], segment: 'ENT' }), seat({ segment: 'SMB' })];
  const settings = { bySegment: true, bySkill: true };
  const rules = eligibilityRules(accounts, seats, settings, () => []);
  expect(rules.map(({ id }) => id)).toEqual(['segment', 'skill']);
  const mayGo = rows.map((_, i) => [0, 1].filter((j) => rules.every((rule) => admitsTo(rule, i, j))));
  expect(mayGo).toEqual([[1], [0], [1], [0, 1]]);
});

test('a seat that takes nothing is no expert, and whoever shares one brings what he can', () => {
  const closed = seat({ skills: ['Healthcare'], capacityShare: 0 });
  const named = seat({ skills: ['Healthcare'], named: true });
  const shared = seat({ people: [seat(), expert] });
  expect(seatsOf(skillRule(accounts, [closed, named, seat()], []), 3)[0]).toEqual([0, 1, 2]);
  expect(seatsOf(skillRule(accounts, [shared, seat()], []), 2)[0]).toEqual([0]);
  expect(speaksOfSkills(accounts, [closed, seat()])).toBe(false);
  expect(speaksOfSkills(accounts, [expert, expert])).toBe(false);
});

test('nothing is said of skills unless it is asked', () => {
  expect(eligibilityRules(accounts, [expert, seat()], {}, () => [])).toEqual([]);
});
