import { mapAccountColumns, readAccounts } from '../../src/intake';
import { textAt } from '../../src/plan/columns';
import type { AccountNumberField, AccountTextField } from '../../src/plan/fields';
import type { Finding, FindingCode } from '../../src/plan/findings';
import type { Cell } from '../../src/plan/cells';
import { numberAt } from '../../src/plan/columns';
import { table, textTable } from './table';

function read(rows: readonly (readonly Cell[])[], options: Parameters<typeof table>[1] = {}) {
  const source = table(rows, options);
  return readAccounts(source, mapAccountColumns(source).mapping);
}

function numbers(result: ReturnType<typeof read>, field: AccountNumberField): (number | undefined)[] {
  return Array.from({ length: result.accounts.count }, (_, i) => numberAt(result.accounts.number[field], i));
}

function texts(result: ReturnType<typeof read>, field: AccountTextField): (string | undefined)[] {
  return Array.from({ length: result.accounts.count }, (_, i) => textAt(result.accounts.text[field], i));
}

const only = (findings: readonly Finding[], code: FindingCode) => findings.filter((f) => f.code === code);

describe('reading money', () => {
  const column = (...cells: Cell[]) =>
    read([['Account Name', 'Potential'], ...cells.map((cell, i) => [`Firm ${i}`, cell])]);

  it('understands text numbers and lists each with its cell', () => {
    const result = column('$1,500,000.00 ', 2500, '18.3 MM');
    expect(numbers(result, 'potential')).toEqual([1500000, 2500, 18300000]);
    expect(only(result.findings, 'textNumber')).toEqual([
      {
        code: 'textNumber',
        severity: 'note',
        sheet: 'Accounts',
        row: 2,
        column: 2,
        read: '$1,500,000.00',
        understood: '1500000',
      },
    ]);
    expect(only(result.findings, 'magnitude')).toMatchObject([
      { row: 4, read: '18.3 MM', understood: '18300000' },
    ]);
  });

  it('leaves placeholders and errors blank instead of zero', () => {
    const result = column('-', 'N/A', 'NOT AVAILABLE', -999, '-999', '#N/A', '', 0, 5);
    expect(numbers(result, 'potential')).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      0,
      5,
    ]);
    expect(only(result.findings, 'placeholder').map((f) => f.row)).toEqual([2, 3, 4, 5, 6]);
    expect(only(result.findings, 'errorCell')).toMatchObject([{ row: 7, read: '#N/A' }]);
  });

  it('lists what is no number and leaves it blank', () => {
    const result = column('call me', 5, 7);
    expect(numbers(result, 'potential')).toEqual([undefined, 5, 7]);
    expect(only(result.findings, 'notANumber')).toMatchObject([
      { row: 2, read: 'call me', severity: 'warning' },
    ]);
  });

  it('lists both readings of numbers that allow two', () => {
    const result = column('2,024,994', '18,980,944', 950);
    expect(numbers(result, 'potential')).toEqual([2024994, 18980944, 950]);
    expect(only(result.findings, 'ambiguousNumber')).toMatchObject([
      {
        row: 2,
        read: '2,024,994',
        understood: '2024994',
        params: { otherwise: '2024.994' },
        severity: 'warning',
      },
      { row: 3, understood: '18980944', params: { otherwise: '18980.944' } },
    ]);
  });

  it('notices a damaged export, where the comma is the decimal sign and also groups', () => {
    const result = column('2,024,994', '5,70', '34,20', '0,8298');
    expect(numbers(result, 'potential')).toEqual([2024.994, 5.7, 34.2, 0.8298]);
    expect(only(result.findings, 'ambiguousNumber')).toMatchObject([
      { row: 2, understood: '2024.994', params: { otherwise: '2024994' } },
    ]);
  });

  it('lets the other columns decide where one says nothing', () => {
    const result = read([
      ['Firma', 'Potenzial', 'ARR'],
      ['A', '1.234', '12,5'],
      ['B', '2.000', '3,75'],
    ]);
    expect(numbers(result, 'potential')).toEqual([1234, 2000]);
    expect(only(result.findings, 'ambiguousNumber')).toHaveLength(2);
  });

  it('applies the unit of the header and says so once', () => {
    const result = read([
      ['Account Name', 'Potential ($M)'],
      ['A', 18.3],
      ['B', 2],
    ]);
    expect(numbers(result, 'potential')).toEqual([18300000, 2000000]);
    expect(only(result.findings, 'headerUnit')).toMatchObject([
      { row: 0, column: 2, params: { unit: 1000000 } },
    ]);
  });

  it('reads times as hours where hours are counted, by their format or as texts', () => {
    const times = { formats: ['General', '[h]:mm'], formatsApart: [undefined, new Map([[2, '0.0']])] };
    const rows = [
      ['Account Name', 'Workload hours'],
      ['A', 0.25],
      ['B', 1.5],
      ['C', 12],
      ['D', '100:45'],
    ];
    expect(numbers(read(rows, times), 'workloadHours')).toEqual([6, 36, 12, 100.75]);
    expect(numbers(read(rows), 'workloadHours')).toEqual([0.25, 1.5, 12, 100.75]);
  });

  it('does not apply the unit of a header to amounts that are whole already', () => {
    const result = read([
      ['Account Name', 'Potential (in millions)'],
      ['A', 18300000],
      ['B', 2000000],
    ]);
    expect(numbers(result, 'potential')).toEqual([18300000, 2000000]);
    expect(only(result.findings, 'headerUnit')).toMatchObject([{ params: { unit: 1 } }]);
  });

  it('applies units that are glued to the name of a field', () => {
    const result = read([
      ['Account Name', 'annual_revenue_mm', 'arr_k'],
      ['Alder', 890, 12],
      ['Birch', 120, 7.5],
    ]);
    expect(numbers(result, 'annualRevenue')).toEqual([890000000, 120000000]);
    expect(numbers(result, 'arr')).toEqual([12000, 7500]);
    expect(only(result.findings, 'headerUnit').map(({ column }) => column)).toEqual([2, 3]);
  });

  it('warns of revenue that lacks its unit, and leaves it as it is', () => {
    const result = read([
      ['Account Name', 'Annual Revenue', 'Employees'],
      ...[1100.04, 251.41, 647.18, 4968.91, 2819.5].map((value, i) => [`Firm ${i}`, value, 400 + i]),
    ]);
    expect(numbers(result, 'annualRevenue')[0]).toBe(1100.04);
    expect(only(result.findings, 'scaleUnclear')).toMatchObject([
      { severity: 'warning', row: 0, column: 2, read: 'Annual Revenue', understood: '1100.04' },
    ]);
  });

  it('does not warn of the revenue of small firms', () => {
    const result = read([
      ['Account Name', 'Annual Revenue', 'Employees'],
      ...[110000, 25100, 64700, 496000, 281000].map((value, i) => [`Firm ${i}`, value, 2 + i]),
    ]);
    expect(only(result.findings, 'scaleUnclear')).toEqual([]);
  });

  it('warns of negative amounts but keeps them', () => {
    const result = column('(1,234.50)', 5, 6);
    expect(numbers(result, 'potential')).toEqual([-1234.5, 5, 6]);
    expect(only(result.findings, 'negative')).toMatchObject([{ row: 2, understood: '-1234.5' }]);
  });

  it('notices mixed currencies, and keeps which row has which', () => {
    const result = column('$5', '€7', '£9.50', '$1');
    expect(only(result.findings, 'mixedCurrency')).toMatchObject([{ row: 0, read: 'USD, EUR, GBP' }]);
    expect(texts(result, 'currency')).toEqual(['USD', 'EUR', 'GBP', 'USD']);
  });

  it('knows currencies that only the number formats of cells show, where they differ', () => {
    const [dollars, euros] = ['$#,##0', '_-* #,##0 [$€-407]_-'];
    const shown = (...formats: string[]) =>
      readAccounts(
        table([['Account Name', 'Potential'], ...formats.map((_, i) => [`Firm ${i}`, 100 + i])], {
          formats: ['General', dollars],
          formatsApart: [undefined, new Map(formats.map((format, i) => [i, format]))],
        }),
        { accountName: 0, potential: 1 },
      );
    const mixed = shown(dollars, euros, 'General', '"CHF" 0');
    expect(texts(mixed, 'currency')).toEqual(['USD', 'EUR', undefined, 'CHF']);
    expect(only(mixed.findings, 'mixedCurrency')).toMatchObject([{ row: 0, read: 'USD, EUR, CHF' }]);
    expect(shown(dollars, '[$$-409]#,##0', 'General').accounts.text.currency).toBeUndefined();
  });

  it('tells dates from amounts by the formats of cells, and a wrong format from dates', () => {
    const DAY = 'd-mmm-yy';
    const dressed = (format: string, apart: readonly (readonly [number, string])[], ...cells: number[]) =>
      readAccounts(
        table([['Account Name', 'Potential'], ...cells.map((cell, i) => [`Firm ${i}`, cell])], {
          formats: ['General', format],
          formatsApart: [undefined, apart.length === 0 ? undefined : new Map(apart)],
        }),
        { accountName: 0, potential: 1 },
      );
    const amid = dressed('$#,##0', [[1, DAY]], 500, 46143, 46143);
    expect(numbers(amid, 'potential')).toEqual([500, undefined, 46143]);
    const throughout = dressed(DAY, [[2, '0.00']], 46143, 46150, 500);
    expect(numbers(throughout, 'potential')).toEqual([undefined, undefined, 500]);
    expect(throughout.findings.map(({ code, row, params }) => [code, row, params])).toEqual([
      ['dateNotNumber', 0, { count: 2, filled: 3 }],
    ]);
    const mistaken = dressed(DAY, [], 46143, 250000, 1000);
    expect(numbers(mistaken, 'potential')).toEqual([46143, 250000, 1000]);
    expect(mistaken.findings.map(({ code, row, understood }) => [code, row, understood])).toEqual([
      ['shownAsDate', 0, '250000'],
    ]);
  });

  it('takes no amount for a date, in a column that shows dates', () => {
    const { accounts, findings } = readAccounts(
      table([['Account Name', 'Renewal Date'], ...[46143, 46144, 46145].map((day) => [`Firm ${day}`, day])], {
        formats: ['General', 'yyyy-mm-dd'],
        formatsApart: [
          undefined,
          new Map([
            [0, 'General'],
            [1, '$#,##0'],
          ]),
        ],
      }),
      { accountName: 0, renewalDate: 1 },
    );
    expect([...(accounts.number.renewalDate ?? [])]).toEqual([46143, NaN, 46145]);
    expect(only(findings, 'notADate')).toMatchObject([{ row: 3, read: '46144' }]);
  });

  it('knows the currency from the header', () => {
    const result = read([
      ['Account Name', 'ARR (EUR)'],
      ['A', 5],
    ]);
    expect(texts(result, 'currency')).toEqual(['EUR']);
  });
});

describe('reading other kinds of cells', () => {
  it('reads dates of all kinds as serials and lists the ambiguous ones', () => {
    const result = read([
      ['Account Name', 'Renewal Date', 'Last Activity'],
      ['A', 45292, '3/4/2024'],
      ['B', '2024-01-02T00:00:00Z', '5/6/2024'],
      ['C', 'soon', '1/1/2024'],
      ['D', 20240103, ''],
    ]);
    expect(numbers(result, 'renewalDate')).toEqual([45292, 45293, undefined, 45294]);
    expect(numbers(result, 'lastActivity')).toEqual([45355, 45418, 45292, undefined]);
    expect(only(result.findings, 'notADate')).toMatchObject([{ row: 4, read: 'soon' }]);
    expect(only(result.findings, 'ambiguousDate')).toMatchObject([
      { row: 2, understood: '2024-03-04', params: { otherwise: '2024-04-03' } },
      { row: 3, understood: '2024-05-06', params: { otherwise: '2024-06-05' } },
    ]);
  });

  it('lets one date column tell the order of another', () => {
    const result = read([
      ['Account Name', 'Renewal Date', 'Last Activity'],
      ['A', '25/12/2024', '3/4/2024'],
    ]);
    expect(numbers(result, 'lastActivity')).toEqual([45385]); // 3 April
  });

  it('reads yes and no in many forms', () => {
    const cells: Cell[] = [true, false, 'Yes', 'no', 'x', 1, 0, 'Ja', '', 'perhaps'];
    const result = read([
      ['Account Name', 'Exclude from Reassignment'],
      ...cells.map((c, i) => [`Firm ${i}`, c]),
    ]);
    expect(numbers(result, 'excludeFromReassignment')).toEqual([
      1,
      0,
      1,
      0,
      1,
      1,
      0,
      1,
      undefined,
      undefined,
    ]);
    expect(only(result.findings, 'notAFlag')).toMatchObject([{ row: 11, read: 'perhaps' }]);
  });

  it('reads percents as fractions, by their sign or by their size', () => {
    expect(
      numbers(
        read([
          ['Account Name', 'Gross Margin'],
          ['A', '62%'],
          ['B', 0.5],
        ]),
        'grossMargin',
      ),
    ).toEqual([0.62, 0.5]);
    const bySize = read([
      ['Account Name', 'Gross Margin'],
      ['A', 62],
      ['B', 50],
    ]);
    expect(numbers(bySize, 'grossMargin')).toEqual([0.62, 0.5]);
    expect(only(bySize.findings, 'percentScale')).toHaveLength(1);
  });

  it('reads head counts given as ranges, and says so', () => {
    const result = read([
      ['Company', 'Employees'],
      ['A', '51-200'],
      ['B', '10,001+'],
      ['C', '2,100,000'],
    ]);
    expect(numbers(result, 'employees')).toEqual([125.5, 10001, 2100000]);
    expect(only(result.findings, 'range').map((f) => f.row)).toEqual([2, 3]);
    expect(only(result.findings, 'ambiguousNumber')).toEqual([]);
  });

  it('reads degrees with a decimal comma, and with the point of the compass', () => {
    const comma = read([
      ['Company', 'Latitude', 'Longitude'],
      ['A', '48,137', '11,575'],
    ]);
    expect([...numbers(comma, 'latitude'), ...numbers(comma, 'longitude')]).toEqual([48.137, 11.575]);
    const compass = read([
      ['Company', 'Latitude', 'Longitude'],
      ['A', '39.75° N', '104.99 W'],
    ]);
    expect([...numbers(compass, 'latitude'), ...numbers(compass, 'longitude')]).toEqual([39.75, -104.99]);
  });

  it('reads latitude and longitude out of one column, and lists what is no point', () => {
    const source = table([
      ['Account Name', 'Location'],
      ['Alder', 'POINT (-104.99 39.75)'],
      ['Birch', '(40.02, -105.27)'],
      ['Cedar', '77 Pine Rd\nAustin, TX\n(30.27, -97.74)'],
      ['Dune', '32.78, -96.80'],
      ['Elm', 'downtown'],
      ['Fir', ''],
    ]);
    const result = readAccounts(source, { accountName: 0, latitude: 1 });
    expect(numbers(result, 'latitude')).toEqual([39.75, 40.02, 30.27, 32.78, undefined, undefined]);
    expect(numbers(result, 'longitude')).toEqual([-104.99, -105.27, -97.74, -96.8, undefined, undefined]);
    expect(only(result.findings, 'notANumber')).toMatchObject([{ row: 6, column: 2, read: 'downtown' }]);
  });

  it('keeps ids as text, whatever their cells are', () => {
    const result = read([
      ['Account ID', 'Account Name'],
      [292, 'A'],
      ['0017000000abcde', 'B'],
      ['00042', 'C'],
    ]);
    expect(texts(result, 'accountId')).toEqual(['292', '0017000000abcde', '00042']);
  });

  it('does not take state and country codes for placeholders', () => {
    const result = read([
      ['Company', 'State', 'Country'],
      ['A', 'NV', 'US'],
      ['B', 'ND', 'NA'],
      ['C', 'N/A', '-'],
    ]);
    expect(texts(result, 'state')).toEqual(['NV', 'ND', undefined]);
    expect(texts(result, 'country')).toEqual(['US', 'NA', undefined]);
  });

  it('repairs damaged letters in places only, and lists them everywhere', () => {
    const result = read([
      ['Company', 'City'],
      ['MÃ¼ller', 'MÃ¼nchen'],
      ['Aëro', 'Köln'],
    ]);
    expect(texts(result, 'city')).toEqual(['München', 'Köln']);
    expect(texts(result, 'accountName')).toEqual(['MÃ¼ller', 'Aëro']);
    expect(only(result.findings, 'mojibake')).toHaveLength(2);
  });

  it('lists names that a spreadsheet would take for a formula', () => {
    const result = read([['Company'], ['=1+1'], ['@home'], ['A']]);
    expect(only(result.findings, 'formulaText').map((f) => f.row)).toEqual([2, 3]);
  });
});

describe('which rows are accounts', () => {
  it('skips blank rows and says how many, and keeps true row numbers', () => {
    const blank = Array.from({ length: 60 }, () => ['', ' ']);
    const result = read([['Company', 'City'], ['A', 'Denver'], ['', ''], ['B', 'Austin'], ...blank]);
    expect([...result.accounts.sheetRow]).toEqual([2, 4]);
    expect(only(result.findings, 'blankRows')).toMatchObject([
      { row: 0, params: { count: 61, trailing: 60 } },
    ]);
  });

  it('skips totals and report footers but not a firm named Total', () => {
    const result = read([
      ['Company', 'City', 'ARR'],
      ['Total', 'Houston', 5],
      ['A', 'Denver', 3],
      ['Grand Totals (2 records)', '', 8],
      ['Total', '', 8],
      ['Confidential Information - Do Not Distribute', '', ''],
      ['Copyright © 2026', '', ''],
    ]);
    expect(texts(result, 'accountName')).toEqual(['Total', 'A']);
    expect(only(result.findings, 'totalsRow').map((f) => f.row)).toEqual([4, 5, 6, 7]);
  });

  it('reads hidden rows unless told otherwise, and says so', () => {
    const source = textTable(
      `
Company|City
A|Denver
B|Austin`,
      { hiddenRows: [1] },
    );
    const { mapping } = mapAccountColumns(source);
    expect(readAccounts(source, mapping).accounts.count).toBe(2);
    const without = readAccounts(source, mapping, { includeHiddenRows: false });
    expect(without.accounts.count).toBe(1);
    expect(only(without.findings, 'hiddenRows')).toMatchObject([{ params: { count: 1, included: 0 } }]);
  });

  it('copes with a table without any row', () => {
    const result = read([['Company', 'City', 'ARR']]);
    expect(result.accounts.count).toBe(0);
    expect(result.findings).toEqual([]);
  });

  it('sums up findings that would fill the sheet', () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [`Firm ${i}`, `$${i + 1}.50`]);
    const result = read([['Company', 'ARR'], ...rows]);
    expect(only(result.findings, 'textNumber')).toHaveLength(2000);
    expect(only(result.findings, 'more')).toMatchObject([
      { row: 0, column: 2, params: { code: 'textNumber', count: 1000 } },
    ]);
  });
});
