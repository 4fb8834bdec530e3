import { coverageFindings } from '../../../src/app/understanding/doubts';
import { designPlan } from '../../../src/app/design';
import { findingsOf } from '../../../src/app/understanding/findings-of';
import { wordFinding, wordNotice } from '../../../src/app/sentences';
import type { Notice } from '../../../src/plan/design';
import { LANGUAGES, speak } from '../../../src/text/say';
import { numbers } from '../../../src/text/numbers';
import { wordReason } from '../../../src/reports/account-columns';
import { InlineSolver } from '../../../src/worker/inline-solver';
import { accountsOf } from '../../plan/accounts';
import { clock, understood } from '../../support/job';
import { openWorkbook } from '../../support/office';

const inWords = (notice: Notice) => wordNotice(speak('en'), numbers('en'), notice);

test('a column of coverage models is read, and only direct accounts are carved', async () => {
  const models = ['Direct', 'Pool', 'Channel', 'Do not assign', '', 'Maybe'];
  const book = await openWorkbook({
    sheets: {
      Export: [
        ['Account Name', 'Coverage Model', 'Potential', 'Owner'],
        ...Array.from({ length: 36 }, (_, i) => [
          `Account ${i}`,
          models[i % 6] ?? '',
          100,
          i % 12 < 6 ? 'Ana Ruiz' : 'Ben Ito',
        ]),
      ],
    },
  });
  try {
    const understanding = await understood();
    expect(understanding.list.mapping.coverage).toBe(1);
    const { plan } = await designPlan(understanding, new InlineSolver(), clock);
    const placed = Array.from({ length: 6 }, (_, m) =>
      plan.assignment.reduce((n, j, i) => n + (i % 6 === m && j >= 0 ? 1 : 0), 0),
    );
    expect(placed).toEqual([6, 0, 0, 0, 6, 6]);
    expect([1, 2, 3].map((i) => wordReason(speak('en'), plan.reason(i)))).toEqual([
      'Covered by the pool, not carved',
      'Covered by a partner, not carved',
      'Marked as not to be assigned',
    ]);
    expect(plan.notices.map(inWords)).toEqual(
      expect.arrayContaining(['6 accounts are covered by the pool: not carved and outside the balance.']),
    );
    expect(findingsOf(understanding).filter(({ code }) => code === 'unknownCoverage')).toEqual([
      {
        code: 'unknownCoverage',
        severity: 'warning',
        sheet: 'Export',
        row: 7,
        column: 2,
        read: 'Maybe',
        params: { count: 6 },
      },
    ]);
  } finally {
    book.dispose();
  }
});

test('each unknown model is found once, at the first account that has it, and said in every language', () => {
  const list = accountsOf(
    ['Pool', 'Perhaps', 'perhaps', 'Perhaps', 'Soon'].map((coverage) => ({ coverage })),
  );
  const findings = coverageFindings(list, { coverage: 3 });
  expect(findings.map(({ read, row, column, params }) => [read, row, column, params])).toEqual([
    ['Perhaps', 3, 3, { count: 2 }],
    ['perhaps', 4, 3, { count: 1 }],
    ['Soon', 6, 3, { count: 1 }],
  ]);
  expect(coverageFindings(accountsOf([{}]), {})).toEqual([]);
  const [first] = findings;
  expect(wordFinding(speak('en'), numbers('en'), first!)).toBe(
    '“Perhaps” is no coverage model (direct, pool, partner, do not assign); 2 accounts are carved like direct ones.',
  );
});

test('every notice of a rule is a sentence in every language', () => {
  const notices: Notice[] = [
    { code: 'nowhere.coverage', severity: 'note', params: { model: 'partner', accounts: 1 } },
    {
      code: 'nowhere.segment',
      severity: 'warning',
      params: { segment: 'SMB', accounts: 2, metric: 'arr', value: 300 },
    },
    {
      code: 'nowhere.region',
      severity: 'warning',
      params: { region: 'TX', accounts: 1, metric: 'none', value: 0 },
    },
    { code: 'regionUnknown', severity: 'warning', params: { regions: 'Blue' } },
  ];
  for (const language of LANGUAGES) {
    for (const notice of notices) {
      const words = wordNotice(speak(language), numbers(language), notice);
      expect(words).toMatch(/ .*\.$/);
    }
  }
  expect(inWords(notices[2]!)).toBe(
    '1 account in TX stays unassigned: no seat of the team that may take it has this region.',
  );
});
