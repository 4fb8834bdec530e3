import { mapAccountColumns, mapRepColumns } from '../../src/intake';
import type { AccountField } from '../../src/plan/fields';
import { EXPORTS } from './exports';
import { EXPORTS_ABROAD } from './exports-abroad';
import { table, textTable } from './table';

function headersOf(
  mapping: Partial<Record<string, number>>,
  headers: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(mapping).map(([field, column]) => [field, headers[column ?? -1] ?? '']),
  );
}

describe('mapping the columns of an account table', () => {
  it.each([...EXPORTS, ...EXPORTS_ABROAD].map((fixture) => [fixture.name, fixture] as const))(
    'understands a %s',
    (_, { text, fields }) => {
      const source = textTable(text);
      expect(headersOf(mapAccountColumns(source).mapping, source.headers)).toEqual(fields);
    },
  );

  it.each(['Store Size', 'Plot Size'])('takes %s for no number of people', (header) => {
    const source = textTable(`Store Name|${header}\nAlder|137\nBirch|84\nCedar|91`);
    expect(mapAccountColumns(source).mapping.employees).toBeUndefined();
  });

  it.each([
    ['salesRepEmployeeNumber', 1370, 'ownerId'],
    ['NOMVENDEDOR', 'TANIA RESTREPO', 'owner'],
    ['RIESGO', 13_000_000, undefined],
  ])('takes %s for what it is', (header, cell, field) => {
    const rows = ['Alder', 'Birch', 'Cedar', 'Damson'].map((name, n) => [
      name,
      typeof cell === 'number' ? cell + n : `${cell} ${n}`,
    ]);
    const { mapping } = mapAccountColumns(table([['customerName', header], ...rows]));
    expect(Object.keys(mapping).filter((key) => mapping[key as AccountField] === 1)).toEqual(
      field === undefined ? [] : [field],
    );
  });

  it('reads the address that goods are delivered to, however it is shortened', () => {
    const source = textTable(
      'Nom client|Adresse liv adr|Adresse liv cp|Adresse liv ville\nAlpha|1 rue du Pont|62145|Liettres\nBeta|2 rue Neuve|62420|Billy\nGamma|3 quai Bas|59380|Bergues',
    );
    expect(headersOf(mapAccountColumns(source).mapping, source.headers)).toMatchObject({
      postalCode: 'Adresse liv cp',
      city: 'Adresse liv ville',
    });
  });

  it('reads headers in Cyrillic letters', () => {
    const source = textTable('Агент|Назва|Місто\nТА3|Ранок|Київ\nТА4|Зоря|Одеса\nТА3|Весна|Львів');
    expect(headersOf(mapAccountColumns(source).mapping, source.headers)).toMatchObject({
      owner: 'Агент',
      accountName: 'Назва',
      city: 'Місто',
    });
  });

  it('never uses a column for two fields', () => {
    for (const { text } of [...EXPORTS, ...EXPORTS_ABROAD]) {
      const columns = Object.values(mapAccountColumns(textTable(text)).mapping);
      expect(new Set(columns).size).toBe(columns.length);
    }
  });

  it('does not care for line breaks, case and custom-field suffixes in headers', () => {
    const source = table([
      ['Account\nName', 'ANNUAL\r\nREVENUE', 'billing_postal_code__c', 'STRCITY', '\ufeffSTRSTATE'],
      ['Alder Works', 1200000, '80202', 'Denver', 'CO'],
      ['Birch Foods', 800000, '80301', 'Boulder', 'CO'],
    ]);
    expect(mapAccountColumns(source).mapping).toEqual({
      accountName: 0,
      annualRevenue: 1,
      postalCode: 2,
      city: 3,
      state: 4,
    });
  });

  it('prefers the column whose cells fit: a state code over a state number of the same name', () => {
    const source = textTable(`
store|st|STRSTATE|ZIPCODE
1|5|AR|72756
2|40|OK|74464
3|29|MO|64836`);
    expect(headersOf(mapAccountColumns(source).mapping, source.headers).state).toBe('STRSTATE');
  });

  it('knows a German owner by what he is: responsible', () => {
    const source = textTable(`
Firma|Verantwortlicher|PLZ|Ort|Umsatz
Erle GmbH|Anna Rot|80331|München|1200
Buche AG|Bernd Blau|50667|Köln|900
Birke KG|Anna Rot|10115|Berlin|700`);
    expect(headersOf(mapAccountColumns(source).mapping, source.headers).owner).toBe('Verantwortlicher');
  });

  it('does not take the legal form of a hospital for a sales rep', () => {
    const source = textTable(`
NAME|OWNER|STATE
Alpha|PROPRIETARY|CO
Beta|NON-PROFIT|CO
Gamma|GOVERNMENT - LOCAL|TX`);
    expect(mapAccountColumns(source).mapping.owner).toBeUndefined();
  });

  it('does not take parts of the world for states, nor the top of a hierarchy for a parent', () => {
    const source = table([
      ['Account Name', 'Region', 'Parent'],
      ...Array.from({ length: 30 }, (_, i) => [
        `Firm ${i}`,
        ['EMEA', 'APAC', 'North America'][i % 3] ?? '',
        'All',
      ]),
    ]);
    expect(mapAccountColumns(source).mapping).toEqual({ accountName: 0, region: 1 });
  });

  it('takes a column of many different codes for the names, not one of few kinds', () => {
    const rows = Array.from({ length: 60 }, (_, i) =>
      [`Magasin_${i}`, ['GM', 'PM', 'Corner'][i % 3], 'FRANCE'].join('|'),
    );
    const source = textTable(['Magasin|Type boutique|Pays magasin', ...rows].join('\n'));
    expect(mapAccountColumns(source).mapping).toMatchObject({ accountName: 0, type: 1, country: 2 });
  });

  it('takes points in one column for coordinates, whatever it is called, unless they stand apart', () => {
    const rows = ['39.75|-104.99', '40.02|-105.27', '30.27|-97.74'].map((point, i) => {
      const [latitude = '', longitude = ''] = point.split('|');
      return [`Firm ${i}`, `POINT (${longitude} ${latitude})`, latitude, longitude];
    });
    const both = table([['Name', 'Location', 'Lat', 'Lon'], ...rows]);
    expect(mapAccountColumns(both).mapping).toEqual({ accountName: 0, latitude: 2, longitude: 3 });
    const one = table([['Name', 'Location'], ...rows.map((row) => row.slice(0, 2))]);
    expect(mapAccountColumns(one).mapping).toEqual({ accountName: 0, latitude: 1 });
  });

  it('takes an unknown kind of id before the row numbers of a map layer, but not the id of a region', () => {
    const rows = Array.from({ length: 30 }, (_, i) => [i, `H_${i}`, `R_${i % 4}`, `Firm ${i} Inc`]);
    const source = table([['OBJECTID', 'GIS_ID', 'Region ID', 'Name'], ...rows]);
    expect(mapAccountColumns(source).mapping).toEqual({ accountId: 1, accountName: 3 });
  });

  it('takes words for names rather than tickers, where no header names them', () => {
    const rows = Array.from({ length: 30 }, (_, i) => [
      `TK${String.fromCharCode(65 + i)}`,
      `Alder ${i} Holdings Inc`,
      'Energy',
    ]);
    const source = table([['Ticker', 'Constituent', 'Sector'], ...rows]);
    expect(mapAccountColumns(source).mapping).toEqual({ accountName: 1, industry: 2 });
  });

  it('does not take shares for amounts', () => {
    const rows = Array.from({ length: 30 }, (_, i) => [`Firm ${i}`, i / 40]);
    expect(mapAccountColumns(table([['Account Name', 'Wallet Share'], ...rows])).mapping).toEqual({
      accountName: 0,
    });
  });

  it('forgives a slip in a header', () => {
    const source = textTable(`
Acount Name|Addresse|code_postale|Longtitude|Lattitude
Alder|12 rue du Port|69002|4.83|45.76
Birch|4 avenue Foch|59000|3.06|50.63`);
    expect(mapAccountColumns(source).mapping).toEqual({
      accountName: 0,
      street: 1,
      postalCode: 2,
      longitude: 3,
      latitude: 4,
    });
  });

  it('does not take the firm that owns a place for a sales rep', () => {
    const rows = Array.from({ length: 12 }, (_, i) => [`Inn ${i}`, `Alder ${i} LLC`, 'Denver']);
    expect(
      mapAccountColumns(table([['Business Name', 'Owner Name', 'City'], ...rows])).mapping.owner,
    ).toBeUndefined();
  });

  it('takes size classes in words for a segment, and in numbers for employees', () => {
    const words = textTable(`
Account Name|Company Size
Alder|Small
Birch|Large`);
    expect(mapAccountColumns(words).mapping.segment).toBe(1);
    const ranges = textTable(`
Account Name|Employee Count Range
Alder|11-50
Birch|51-200`);
    expect(mapAccountColumns(ranges).mapping.employees).toBe(1);
  });

  it('takes the shipping address when the billing address is blank', () => {
    const source = textTable(`
Account Name|Billing City|Billing State|Shipping City|Shipping State
Alder|||Denver|CO
Birch|||Boulder|CO`);
    expect(mapAccountColumns(source).mapping).toMatchObject({ city: 3, state: 4 });
  });

  it('recognises columns without headers by their cells, and says that it doubts', () => {
    const source = table([
      ['Column1', 'Column2', 'Column3', 'Column4'],
      ...Array.from({ length: 40 }, (_, i) => [
        `Firm ${i} Inc`,
        ['CO', 'TX', 'NY'][i % 3] ?? '',
        80202 + i,
        ['Ana Silva', 'Ben Cole', 'Cho Min'][i % 3] ?? '',
      ]),
    ]);
    const { mapping, doubtful } = mapAccountColumns(source);
    expect(mapping).toEqual({ accountName: 0, state: 1, postalCode: 2, owner: 3 });
    expect(doubtful.map(({ field }) => field).sort()).toEqual([
      'accountName',
      'owner',
      'postalCode',
      'state',
    ]);
  });

  it('preselects the best of two candidates and names the runner-up', () => {
    const source = textTable(`
Account Name|FY25 ARR|FY24 ARR
Alder|15000|14000
Birch|22000|10000`);
    const { mapping, doubtful } = mapAccountColumns(source);
    expect(mapping.arr).toBe(1);
    expect(doubtful.find(({ field }) => field === 'arr')?.runnerUp?.column).toBe(2);
  });

  it('keeps what was remembered, and leaves out what the user refused', () => {
    const source = textTable(`
Account Name|FY25 ARR|FY24 ARR|Type
Alder|15000|14000|Customer
Birch|22000|10000|Prospect`);
    const { mapping, choices } = mapAccountColumns(source, { arr: 'FY24 ARR', type: null });
    expect(mapping).toEqual({ accountName: 0, arr: 2 });
    expect(choices.find(({ field }) => field === 'arr')).toMatchObject({ remembered: true, confidence: 1 });
  });

  it('forgets a remembered header that is gone', () => {
    const source = textTable(`
Account Name|ARR
Alder|15000`);
    expect(mapAccountColumns(source, { arr: 'Old ARR' }).mapping.arr).toBe(1);
  });

  it('maps nothing in a table without rows or without meaning', () => {
    expect(mapAccountColumns(table([[]])).mapping).toEqual({});
    expect(
      mapAccountColumns(
        table([
          ['foo', 'bar'],
          [1, 2],
        ]),
      ).mapping,
    ).toEqual({});
  });
});

describe('mapping the columns of a roster', () => {
  it('understands the template', () => {
    const source = textTable(`
Rep ID|Rep Name|Email|Role|Segment|Region|Manager|Hire Date|Start Date|Base|Target Variable|OTE|Capacity Hours|Max Accounts|Home Zip|Backfill Target|Active|Skills|Attainment FY24|CRM User ID|Territory2 ID
R1|Ana Silva|ana@x.example|AE|SMB|West|Zed Ott|1/2/2020|2/1/2020|80000|80000|160000|720|150|80202||Yes|Energy|1.05|0055f000001abcDAAQ|0MI5f000000abcDGAQ
|TBH 1||AE|SMB|West|Zed Ott||4/1/2026|80000|80000|160000|720|150|80301|R9|Yes|Food|||`);
    expect(headersOf(mapRepColumns(source).mapping, source.headers)).toEqual({
      repId: 'Rep ID',
      repName: 'Rep Name',
      email: 'Email',
      role: 'Role',
      segment: 'Segment',
      region: 'Region',
      manager: 'Manager',
      hireDate: 'Hire Date',
      startDate: 'Start Date',
      base: 'Base',
      variable: 'Target Variable',
      ote: 'OTE',
      capacityHours: 'Capacity Hours',
      maxAccounts: 'Max Accounts',
      homePostalCode: 'Home Zip',
      backfill: 'Backfill Target',
      active: 'Active',
      skills: 'Skills',
      attainment: 'Attainment FY24',
      crmUserId: 'CRM User ID',
      crmTerritoryId: 'Territory2 ID',
    });
  });

  it('understands an HR export with first and last names', () => {
    const source = textTable(`
EmployeeID|LastName|FirstName|Title|HireDate|City|Region|PostalCode|Country|ReportsTo
1|Dover|Nina|Sales Representative|05/01/1992|Seattle|WA|98122|USA|2
2|Fields|Arno|Vice President, Sales|08/14/1992|Tacoma|WA|98401|USA|`);
    expect(mapRepColumns(source).mapping).toEqual({
      repId: 0,
      lastName: 1,
      firstName: 2,
      role: 3,
      hireDate: 4,
      homeCity: 5,
      homeState: 6,
      homePostalCode: 7,
      homeCountry: 8,
      manager: 9,
    });
  });

  it('understands a German team list', () => {
    const source = textTable(`
Mitarbeiter|Personalnummer|Funktion|Gebiet|Eintritt|Pensum|Grundgehalt|Wohnort|PLZ|Vorgesetzter
Anna Weber|100|Außendienst|Ost|01.02.2020|100%|60000|Dresden|01067|Ida Roth
Ben Krause|101|Außendienst|Süd|01.03.2021|50%|50000|München|80331|Ida Roth`);
    expect(mapRepColumns(source).mapping).toEqual({
      repName: 0,
      repId: 1,
      role: 2,
      territory: 3,
      hireDate: 4,
      capacityShare: 5,
      base: 6,
      homeCity: 7,
      homePostalCode: 8,
      manager: 9,
    });
  });
});

describe('columns that are a place, and columns of another thing', () => {
  const headerOf = (text: string) => {
    const source = textTable(text);
    const { mapping } = mapAccountColumns(source);
    return (field: AccountField) => source.headers[mapping[field] ?? -1];
  };

  it('a zone of regions of a country is where it is; a zone of one’s own words is whose it is', () => {
    const rows = (zones: readonly string[]) =>
      `id|nome|zona\n${Array.from({ length: 12 }, (_, i) => `F${i}|Vivaio ${i} Srl|${zones[i % zones.length]}`).join('\n')}`;
    const places = headerOf(rows(['Lombardia', 'Campania', 'Liguria']));
    expect([places('state'), places('currentTerritory')]).toEqual(['zona', undefined]);
    const own = headerOf(rows(['Nord-Ovest 1', 'Centro 2', 'Isole 3']));
    expect([own('state'), own('currentTerritory')]).toEqual([undefined, 'zona']);
  });

  it('a district beside a column of places is one', () => {
    const row = (i: number) => `R${i}|Agri ${i}|${['Bellary', 'Raichur'][i % 2]}|Karnataka|${i}`;
    const found = headerOf(
      `retailer_id|retailer_name|district|state|visits\n${Array.from({ length: 12 }, (_, i) => row(i)).join('\n')}`,
    );
    expect([found('county'), found('currentTerritory')]).toEqual(['district', undefined]);
  });

  it('an address of e-mail is no street', () => {
    const row = (i: number) => `Larkfield ${i}|sales${i}@example.com|Tech`;
    const found = headerOf(
      `account_name|email_address|industry\n${Array.from({ length: 12 }, (_, i) => row(i)).join('\n')}`,
    );
    expect(found('street')).toBeUndefined();
  });
});

test('a sign-in of each customer is no owner; a pincode is a postcode; sales people hold accounts', () => {
  const rows = Array.from({ length: 12 }, (_, i) => [
    'D_' + 'XYZQ'.charAt(i % 4) + i,
    'Shop ' + i,
    600001 + i,
  ]);
  const shops = table([['userName', 'Name', 'Pincode'], ...rows]);
  expect(headersOf(mapAccountColumns(shops).mapping, shops.headers)).toEqual({
    accountName: 'Name',
    postalCode: 'Pincode',
  });
  const held = table([
    ['codcliente', 'nome', 'CNPJ', 'Sales_people_id', 'Sales_people', 'contract_value_annual'],
    ...rows.map((_, i) => [
      i + 1,
      `Loja ${i}`,
      `38.559.${100 + i}/0001-45`,
      10 + (i % 3),
      'Ada Quill',
      900 + i,
    ]),
  ]);
  expect(headersOf(mapAccountColumns(held).mapping, held.headers)).toMatchObject({
    accountId: 'codcliente',
    ownerId: 'Sales_people_id',
    owner: 'Sales_people',
    arr: 'contract_value_annual',
  });
});

test('names like codes under a header that says name are taken without a doubt', () => {
  const rows = Array.from({ length: 12 }, (_, i) => [`A${i}`, `Hospital_${i}`, 'South']);
  const found = mapAccountColumns(table([['account_id', 'hospital_name', 'region'], ...rows]));
  expect(found.mapping.accountName).toBe(1);
  expect(found.doubtful.map(({ field }) => field)).not.toContain('accountName');
  const unnamed = mapAccountColumns(table([['account_id', 'thing', 'region'], ...rows]));
  expect(unnamed.doubtful.map(({ field }) => field)).toContain('accountName');
});
