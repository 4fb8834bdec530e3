import type { Places } from '../../src/plan/accounts';
import { haversineKm, loadLookup } from '../../src/geo';
import { fetchChunkFromDisk } from '../../src/geo/pack/from-disk';
import {
  locate,
  lookupFor,
  mapAccountColumns,
  mapRepColumns,
  placeRoster,
  readAccounts,
  readRoster,
  worksheetColumns,
} from '../../src/intake';
import { PlaceMethod } from '../../src/plan/accounts';
import { textAt } from '../../src/plan/columns';
import type { FindingCode } from '../../src/plan/findings';
import { textTable } from './table';

async function place(text: string) {
  const source = textTable(text);
  const { mapping } = mapAccountColumns(source);
  const { accounts } = readAccounts(source, mapping);
  const lookup = await lookupFor(accounts, fetchChunkFromDisk);
  const { places, findings } = locate(accounts, lookup, worksheetColumns(source, mapping));
  const near = (i: number, latitude: number, longitude: number) =>
    haversineKm({ latitude: places.latitude[i]!, longitude: places.longitude[i]! }, { latitude, longitude });
  return {
    places,
    near,
    methods: [...places.method].map((method) => PlaceMethod[method]),
    regions: [...places.method].map((_, i) => textAt(places.region, i)),
    countries: [...places.method].map((_, i) => textAt(places.country, i)),
    codes: (code: FindingCode) => findings.filter((f) => f.code === code),
    findings,
  };
}

describe('locating by US ZIP', () => {
  it('takes whole, shortened, long and padded ZIPs, and lists the padded', async () => {
    const { methods, near, codes, regions } = await place(`
Company|City|State|Zip
A|Boston|MA|02108
B|Newark|NJ|7105
C|New Orleans|LA|70116-1234
D|New Orleans|LA|701161234
E|Newark|NJ|71051234
F|Dallas|TX|TX 75201`);
    expect(methods).toEqual(['Zip', 'Zip', 'Zip', 'Zip', 'Zip', 'Zip']);
    expect(near(1, 40.73, -74.16)).toBeLessThan(6);
    expect(near(4, 40.73, -74.16)).toBeLessThan(6);
    expect(near(3, 29.97, -90.06)).toBeLessThan(6);
    expect(codes('paddedPostcode').map(({ row, understood }) => [row, understood])).toEqual([
      [3, '07105'],
      [6, '07105'],
    ]);
    expect(regions).toEqual(['US-MA', 'US-NJ', 'US-LA', 'US-LA', 'US-NJ', 'US-TX']);
  });

  it('needs neither city nor state nor country', async () => {
    const { methods, countries, regions } = await place(`
Company|Zip
A|80202
B|2108`);
    expect(methods).toEqual(['Zip', 'Zip']);
    expect(countries).toEqual(['US', 'US']);
    expect(regions).toEqual(['US-CO', 'US-MA']);
  });

  it('does not move a list of bare ZIPs abroad for one that lost a digit', async () => {
    const { countries, regions } = await place(`
Company|Zip
A|80202
B|75201-123
C|10001
D|30303
E|60601
F|94105`);
    expect(new Set(countries)).toEqual(new Set(['US']));
    expect(regions[0]).toBe('US-CO');
    const stated = await place(`
Company|State|Zip
A|TX|75201-123`);
    expect(stated.methods).toEqual(['Zip']);
    expect(stated.regions).toEqual(['US-TX']);
  });

  it('believes the city when the ZIP lies in another state', async () => {
    const { methods, near, codes } = await place(`
Company|City|State|Zip
A|Austin|TX|10001`);
    expect(methods).toEqual(['City']);
    expect(near(0, 30.27, -97.74)).toBeLessThan(12);
    expect(codes('placeContradiction')).toMatchObject([
      { row: 2, column: 4, params: { kind: 'zipState', zipRegion: 'US-NY', region: 'US-TX', used: 'city' } },
    ]);
  });

  it('believes the ZIP when the city bears it out against the state', async () => {
    const { methods, regions, codes } = await place(`
Company|City|State|Zip
A|Sausalito|TX|94965`);
    expect(methods).toEqual(['Zip']);
    expect(regions).toEqual(['US-CA']);
    expect(codes('placeContradiction')).toMatchObject([{ params: { used: 'zip' } }]);
  });

  it('places nothing when ZIP and state contradict and no city decides', async () => {
    const { methods, places, regions } = await place(`
Company|State|Zip
A|TX|10001`);
    expect(methods).toEqual(['Region']);
    expect(regions).toEqual(['US-TX']);
    expect(places.latitude[0]).toBeNaN();
  });

  it('falls back to the city, then to the first three digits, when a ZIP is unknown', async () => {
    const { methods, codes } = await place(`
Company|City|State|Zip
A|Austin|TX|78700
B||CO|80200`);
    expect(methods).toEqual(['City', 'Zip3']);
    expect(codes('approximatePlace')).toMatchObject([{ row: 3, params: { kind: 'zip3' } }]);
  });

  it('lists a ZIP and a city of one state that are far apart', async () => {
    const { codes, methods } = await place(`
Company|City|State|Zip
A|Houston|TX|79901`);
    expect(methods).toEqual(['Zip']);
    expect(codes('placeContradiction')).toMatchObject([{ params: { kind: 'zipCity', zipPlace: 'El Paso' } }]);
  });
});

describe('locating by city', () => {
  it('takes states as code, name, or short form', async () => {
    const { methods, regions } = await place(`
Company|City|State
A|Springfield|IL
B|Springfield|Missouri
C|Springfield|Mass.
D|St. Paul|Minnesota`);
    expect(methods).toEqual(['City', 'City', 'City', 'City']);
    expect(regions).toEqual(['US-IL', 'US-MO', 'US-MA', 'US-MN']);
  });

  it('reads the state out of the city cell', async () => {
    const { methods, regions, countries } = await place(`
Company|Headquarters Location
A|Denver, Colorado, United States
B|Austin, TX
C|Dallas, TX 75201
D|Berlin, Germany
E|London, England, United Kingdom`);
    expect(methods).toEqual(['City', 'City', 'Zip', 'City', 'City']);
    expect(regions.slice(0, 3)).toEqual(['US-CO', 'US-TX', 'US-TX']);
    expect(countries).toEqual(['US', 'US', 'US', 'DE', 'GB']);
  });

  it('reads city, state and ZIP off a full address where nothing else has them', async () => {
    const { methods, regions } = await place(`
Company|Address
A|6649 N Blue Gum St, New Orleans, LA 70116
B|12 Oak St, Suite 5, Denver, CO`);
    expect(methods).toEqual(['Zip', 'City']);
    expect(regions).toEqual(['US-LA', 'US-CO']);
  });

  it('takes the first of several places in a cell and lists it', async () => {
    const { codes, regions } = await place(`
Company|all_locations
A|San Francisco, CA, USA; Austin, TX, USA
B|Dallas, TX, Houston, TX
C|New York / London
D|Reno, NV`);
    expect(codes('severalPlaces').map(({ row, params }) => [row, params?.count])).toEqual([
      [2, 2],
      [3, 2],
      [4, 2],
    ]);
    expect(regions).toEqual(['US-CA', 'US-TX', 'US-NY', 'US-NV']);
  });

  it('does not place what is remote', async () => {
    const { methods, codes, places } = await place(`
Company|City|Country
A|Remote|United States
B|Various|United States
C|Denver|United States`);
    expect(methods).toEqual(['Region', 'Region', 'City']);
    expect(places.latitude[0]).toBeNaN();
    expect(codes('noPlace').map(({ row, params }) => [row, params?.reason])).toEqual([
      [2, 'nowhere'],
      [3, 'nowhere'],
    ]);
  });

  it('says when a town without a state is a guess, and when a name was misspelt', async () => {
    const { codes, methods } = await place(`
Company|City|State|Country
A|Springfield||United States
B|Gainsville|FL|United States
C|Boston||United States`);
    expect(methods).toEqual(['City', 'City', 'City']);
    expect(codes('approximatePlace').map(({ row, params }) => [row, params?.kind])).toEqual([
      [2, 'ambiguousCity'],
      [3, 'misspelt'],
    ]);
  });

  it('knows cities of the world under several names', async () => {
    const { methods, near, countries } = await place(`
Company|City|Country
A|München|Germany
B|Munich|DE
C|MÜNCHEN|Deutschland
D|México D.F.|Mexico
E|London|England
F|Ho Chi Minh City|Viet Nam
G|Genève|Schweiz
H|Amsterdam|Holland`);
    expect(methods).toEqual(Array(8).fill('City'));
    for (const i of [0, 1, 2]) expect(near(i, 48.14, 11.58)).toBeLessThan(5);
    expect(countries).toEqual(['DE', 'DE', 'DE', 'MX', 'GB', 'VN', 'CH', 'NL']);
  });

  it('guesses the country of a list that names none, from its cities', async () => {
    const { countries, methods } = await place(`
Firma|PLZ|Ort
A|01067|Dresden
B|80331|München
C|50667|Köln
D|20095|Hamburg`);
    expect(countries).toEqual(['DE', 'DE', 'DE', 'DE']);
    expect(methods).toEqual(['City', 'City', 'City', 'City']);
  });

  it('takes four figures beside towns for the country where both agree, not for ZIPs without their zero', async () => {
    const { countries, codes, near } = await place(`
Hospital|Suburb|Postcode
A|Frankston|3199
B|Geelong|3220
C|Ballarat|3350
D|Fitzroy North Quarter|3068
E|Bendigo|3550`);
    expect(countries).toEqual(['AU', 'AU', 'AU', 'AU', 'AU']);
    expect(codes('paddedPostcode')).toEqual([]);
    // A suburb that nobody knows lies where its postcode says.
    expect(near(3, -37.81, 144.96)).toBeLessThan(40);
    const { countries: alpine } = await place(`
Firma|PLZ|Ort
A|6020|Innsbruck
B|5020|Salzburg
C|4020|Linz
D|8010|Graz`);
    expect(alpine).toEqual(['AT', 'AT', 'AT', 'AT']);
  });

  it('reads postcode and town off addresses in one run, and takes the country that its known towns lie in', async () => {
    const villages = ['Grisolles', 'Babeau', 'Cornil', 'Vezels', 'Lixy', 'Nampty', 'Ozan', 'Sozay'];
    const towns = ['69000 Lyon', '13000 Marseille', '31000 Toulouse', '67000 Strasbourg', '44000 Nantes', '33000 Bordeaux', '59000 Lille', '35000 Rennes']; // prettier-ignore
    const { countries, near, methods } = await place(
      `Nom|Adresse\n${[...towns, ...villages.map((name, i) => `${19000 + 10 * i} ${name}`)]
        .map((end, i) => `Client ${i}|${i + 1} RUE DE LA GARE ${end}`)
        .join('\n')}`,
    );
    expect(new Set(countries)).toEqual(new Set(['FR']));
    expect(near(0, 45.75, 4.85)).toBeLessThan(10);
    // A village is near the middle of its postal area.
    expect([methods[8], near(8, 45.27, 1.77)]).toEqual(['Postcode', expect.closeTo(0, -2)]);
  });

  it('a country alone is one, in a column of places that say theirs', async () => {
    const { countries, methods } = await place(`
Name|Location
A|Asia, India
B|Europe, UK
C|Australia
D|North America, Canada`);
    expect(countries).toEqual(['IN', 'GB', 'AU', 'CA']);
    expect(methods).toEqual(['Region', 'Region', 'Region', 'Region']);
  });

  it('a village of the list’s country is no small town abroad; a number behind a street is no postcode', async () => {
    const { countries, methods } = await place(`
Nombre|Comuna|Dirección
A|Valparaíso|AV. ARGENTINA N 805, L-805
B|Concepción|CALLE 1
C|Temuco|CALLE 2
D|Rancagua|CALLE 3
E|San Ignacio|CALLE 4
F|Antofagasta|CALLE 5`);
    expect(countries[0]).toBe('CL');
    expect([methods[4], countries[4]]).toEqual(['Region', 'CL']);
  });

  it('suburbs that the world does not know are where their four figures are, without a state', async () => {
    const { countries, near } = await place(`
Name|Suburb|Postcode
A|Surry Hills|2010
B|Newtown|2042
C|Fitzroy|3065
D|Toowong|4066
E|Subiaco|6008`);
    expect(countries).toEqual(['AU', 'AU', 'AU', 'AU', 'AU']);
    expect(near(0, -33.885, 151.21)).toBeLessThan(4);
    expect(near(3, -27.48, 152.98)).toBeLessThan(4);
  });

  it('a rural area of Canada is as large as a country: the town that is written is nearer', async () => {
    const { methods, near, regions } = await place(`
Name|City|Province|Postal Code|Country
A|Fernie|BC|V0B 1M0|Canada
B|Tofino|BC|V0R 2Z0|Canada
C|Nowhere at All|BC|V0R 2Z0|Canada
D|Toronto|ON|V0R 2Z0|Canada
E|Vancouver|BC|V6B 1A1|Canada`);
    expect(methods).toEqual(['City', 'City', 'Postcode', 'City', 'Postcode']);
    expect(regions).toEqual(['CA-BC', 'CA-BC', 'CA-BC', 'CA-ON', 'CA-BC']);
    expect(near(0, 49.5, -115.06)).toBeLessThan(5);
    expect(near(1, 49.15, -125.9)).toBeLessThan(5);
    expect(near(4, 49.28, -123.12)).toBeLessThan(5);
  });

  it('suburbs and villages of South Africa and South Korea are where their postcodes are', async () => {
    const african = await place(`
Customer|Suburb|Postal Code|Country
A|Sandton|2196|ZA
B|Claremont|7708|ZA
C|Umhlanga|4320|ZA
D|Hatfield|0083|ZA
E|Nieu-Bethesda|6286|ZA`);
    expect(african.countries).toEqual(['ZA', 'ZA', 'ZA', 'ZA', 'ZA']);
    expect(african.near(0, -26.1, 28.05)).toBeLessThan(40);
    expect(african.near(4, -31.87, 24.55)).toBeLessThan(60);
    const korean = await place(`
Name|District|Postcode|Country
A|Gangnam-gu|06236|South Korea
B|Haeundae-gu|48094|South Korea
C|Nohyeong-dong|63090|South Korea`);
    expect(korean.near(0, 37.5, 127.04)).toBeLessThan(20);
    expect(korean.near(1, 35.16, 129.16)).toBeLessThan(20);
    expect(korean.near(2, 33.48, 126.48)).toBeLessThan(20);
  });

  it('reads lists of Denmark, Norway and Belgium: four figures beside towns are no American ZIPs', async () => {
    const danish = await place(`
Kundenr|Navn|Postnr|By
1|A|2100|København Ø
2|B|8000|Aarhus C
3|C|9000|Aalborg
4|D|7100|Vejle`);
    expect(danish.countries).toEqual(['DK', 'DK', 'DK', 'DK']);
    expect(danish.near(0, 55.68, 12.57)).toBeLessThan(10);
    const norwegian = await place(`
Kundenr|Navn|Postnr|Poststed
1|A|5003|Bergen
2|B|7010|Trondheim
3|C|4006|Stavanger`);
    expect(norwegian.countries).toEqual(['NO', 'NO', 'NO']);
    const belgian = await place(`
Klantnr|Naam|Postcode|Gemeente
1|A|2000|Antwerpen
2|B|9000|Gent
3|C|5000|Namur`);
    expect(belgian.countries).toEqual(['BE', 'BE', 'BE']);
  });

  it('four figures alone are of a dozen countries: none is guessed', async () => {
    const { methods, findings } = await place(`
Name|Postcode
A|2020
B|2170
C|2000
D|2060`);
    expect(methods).toEqual(['None', 'None', 'None', 'None']);
    expect(findings.map(({ code, params }) => [code, params?.reason])).toContainEqual([
      'noPlace',
      'unknownPostcode',
    ]);
  });

  it('knows every canton, and takes no code that one other country has for a customer there', async () => {
    const { regions, countries } = await place(`
Firma|PLZ|Ort|Kanton
A|8200|Schaffhausen|SH
B|9100|Herisau|AR
C|8750|Glarus|GL
D|6370|Stans|NW
E|8001|Zürich|ZH
F|3000|Bern|BE
G|9000|St. Gallen|WB`);
    expect(regions.slice(0, 4)).toEqual(['CH-SH', 'CH-AR', 'CH-GL', 'CH-NW']);
    expect(countries).toEqual(['CH', 'CH', 'CH', 'CH', 'CH', 'CH', 'CH']);
  });

  it('places no town by luck: where most are known nowhere, a namesake abroad is none', async () => {
    const { methods, countries } = await place(`
Name|Suburb
A|Surry Hills West
B|Castle Hillside
C|Miranda
D|Coogee Bay North
E|Ultimo Quay`);
    expect(methods).toEqual(['None', 'None', 'None', 'None', 'None']);
    expect(new Set(countries)).toEqual(new Set([undefined]));
  });

  it('knows the regions of Italy, France, Spain and the Netherlands by name', async () => {
    const { regions, places } = await place(`
Name|Region|Country
A|Lombardia|Italy
B|Valle d'Aosta|IT
C|Provence-Alpes-Côte d'Azur|France
D|Andalucía|Spain
E|Noord-Brabant|NL`);
    expect(regions).toEqual(['IT-25', 'IT-23', 'FR-PAC', 'ES-AN', 'NL-NB']);
    // As an area, never as a point.
    expect([...places.latitude].every(Number.isNaN)).toBe(true);
    expect([...(places.area?.latitude ?? [])].map(Math.round)).toEqual([46, 46, 44, 37, 52]);
  });

  it('a province that is called as a town is where the town is, as an area', async () => {
    const { places, near } = await place(`
Nombre|Pais|Region
A|Guatemala|Escuintla
B|Honduras|Tegucigalpa
C|Nicaragua|Managua
D|Honduras|La Ceiba`);
    expect([...places.latitude].every(Number.isNaN)).toBe(true);
    expect([...(places.area?.latitude ?? [])].map(Math.round)).toEqual([14, 14, 12, 16]);
    expect(near(0, 14, -90)).toBeNaN();
    const sold = await place(`
Name|Country|Region
A|USA|West
B|USA|Midwest
C|USA|Northeast
D|USA|South`);
    expect(new Set([...(sold.places.area?.latitude ?? [NaN])].map(String))).toEqual(new Set(['NaN']));
  });

  it('takes a column of states for the country that knows the most of them', async () => {
    // AL, MA and SC are American states too, SP and RJ are not.
    const { countries } = await place(`
Account Name|City|State
A|Maceió|AL
B|São Luís|MA
C|Florianópolis|SC
D|Campinas|SP
E|Niterói|RJ`);
    expect(countries).toEqual(['BR', 'BR', 'BR', 'BR', 'BR']);
  });

  it('finds a town just across the border of the stated state, and says so', async () => {
    const { countries, methods, findings } = await place(`
Account Name|City|State|Country
A|Lenexa|MO|United States
B|Fargo|MN|United States
C|Lenexa|ME|United States`);
    expect(countries).toEqual(['US', 'US', 'US']);
    expect(methods).toEqual(['City', 'City', 'Region']);
    expect(findings.map(({ code, row, params }) => [code, row, params?.found])).toEqual([
      ['placeContradiction', 2, 'US-KS'],
      ['placeContradiction', 3, 'US-ND'],
      ['noPlace', 4, undefined],
    ]);
  });

  it('says once that only the state is known, and once that no column tells where the accounts are', async () => {
    const { findings, methods } = await place(`
Account Name|Billing State|Billing Country
A|CO|US
B|TX|US`);
    expect(methods).toEqual(['Region', 'Region']);
    expect(findings).toMatchObject([{ code: 'noPlace', row: 0, params: { reason: 'regions', count: 2 } }]);
    const nowhere = await place('Account Name\nA\nB');
    expect(nowhere.findings).toMatchObject([
      { code: 'noPlace', row: 0, params: { reason: 'noColumns', count: 2 } },
    ]);
  });

  it('finds Mobile in Alabama, and nowhere for those who work anywhere', async () => {
    const { methods } = await place(`
Account Name|City|State
A|Mobile|AL
B|Remote|AL`);
    expect(methods).toEqual(['City', 'Region']);
  });

  it('takes the town for its district, and says that this is approximate', async () => {
    const { methods, findings } = await place(`
Account Name|City|State
A|South Attleboro|MA
B|Boone NC|NC`);
    expect(methods).toEqual(['City', 'City']);
    expect(findings.map(({ code, understood }) => [code, understood])).toEqual([
      ['approximatePlace', 'Attleboro'],
      ['approximatePlace', 'Boone'],
    ]);
  });

  it('finds the country in the state column, or in the form of the postcode', async () => {
    const { countries, methods } = await place(`
Company|City|State|Postal Code
A|Singapore|Singapore|
B|Toronto||M4B 1V4
C|Leeds||LS1 4AP
D|Denver|CO|80202
E||UK|`);
    expect(countries).toEqual(['SG', 'CA', 'GB', 'US', 'GB']);
    expect(methods).toEqual(['City', 'Postcode', 'City', 'Zip', 'Region']);
  });

  it('believes the city abroad when the state is another, and lists it', async () => {
    const { methods, regions, codes } = await place(`
Company|City|State|Country
A|München|HE|Germany`);
    expect(methods).toEqual(['City']);
    expect(regions).toEqual(['DE-BY']);
    expect(codes('placeContradiction')).toMatchObject([{ params: { kind: 'otherRegion', found: 'DE-BY' } }]);
  });
});

describe('weighing what is said of a place', () => {
  const near = (places: Places, i: number, latitude: number, longitude: number) => {
    expect(Math.abs((places.latitude[i] ?? NaN) - latitude)).toBeLessThan(0.4);
    expect(Math.abs((places.longitude[i] ?? NaN) - longitude)).toBeLessThan(0.6);
  };

  it('a postal area tells towns of one name apart, and stands in for a town that is not known', async () => {
    const { places } = await place(`
Store Name|City|State/Province|Country|Postcode
A|Stockbridge|SCT|GB|EH3 6SY
B|Belmont|ENG|GB|DH1 2AA
C|Xyzzytown||GB|SW9 7SB`);
    near(places, 0, 55.95, -3.2);
    near(places, 1, 54.78, -1.57);
    near(places, 2, 51.5, -0.1);
  });

  it('coordinates and town that agree beat the ZIP', async () => {
    const { places } = await place(`
Company|City|State|ZIP|Country|Latitude|Longitude
A|Houston|TX|79901|US|29.76|-95.37`);
    near(places, 0, 29.76, -95.37);
  });

  it('a column of countries is one, whatever it is called; a lucky town says nothing of the others', async () => {
    const { countries, methods } = await place(`
account|office_location
A|United States
B|Kenya
C|Germany
D|Panama
E|Brazil`);
    expect(countries).toEqual(['US', 'KE', 'DE', 'PA', 'BR']);
    expect(new Set(methods)).toEqual(new Set(['Region']));
  });

  it('letters that are no state are unknown, not a country', async () => {
    const { countries } = await place('Company|City|State\nA|Austin|TX\nB|Dallas|TX\nC||BI');
    expect(countries[2]).not.toBe('BI');
  });
});

describe('never taking a state or country for a point', () => {
  it('keeps the region but no coordinates, and lists the account', async () => {
    const { methods, places, regions, countries, codes } = await place(`
Company|City|State|Country
A||Ohio|United States
B|||Germany
C|Xyzzytown|Ohio|United States
D|||`);
    expect(methods).toEqual(['Region', 'Region', 'Region', 'Region']);
    expect([...places.latitude].every(Number.isNaN)).toBe(true);
    expect(regions.slice(0, 3)).toEqual(['US-OH', undefined, 'US-OH']);
    expect(countries.slice(0, 3)).toEqual(['US', 'DE', 'US']);
    expect(codes('noPlace').map(({ row, params }) => [row, params?.reason])).toEqual([
      [4, 'unknownCity'],
      [2, 'regionOnly'],
      [3, 'regionOnly'],
      [5, 'blank'],
    ]);
    // Ohio and Germany have a middle, for what lies beside what; nobody stands there on the map.
    expect(Array.from(places.area?.latitude ?? [], (degrees) => Math.round(degrees))).toEqual([
      41,
      51,
      41,
      NaN,
    ]);
  });

  it('lists a country that is none', async () => {
    const { codes } = await place(`
Company|City|Country
A|Denver|EMEA
B|Boston|USA
C|Reno|USA`);
    expect(codes('unknownCountry')).toMatchObject([{ row: 2, column: 3, read: 'EMEA' }]);
  });
});

describe('locating by coordinates', () => {
  it('takes them when they agree with the address, or when there is no address', async () => {
    const { methods, near, countries } = await place(`
Company|City|State|Latitude|Longitude
A|Denver|CO|39.7392|-104.9903
B|||48.8566|2.3522`);
    expect(methods).toEqual(['Coordinates', 'Coordinates']);
    expect(near(0, 39.7392, -104.9903)).toBe(0);
    expect(countries).toEqual(['US', 'FR']);
  });

  it('does not believe coordinates in another country than the address, and lists them', async () => {
    const { methods, near, codes } = await place(`
Company|City|Country|Latitude|Longitude
A|Berlin|Germany|40.71|-74.01
B|Paris|France|48.86|2.35`);
    expect(methods).toEqual(['City', 'Coordinates']);
    expect(near(0, 52.52, 13.4)).toBeLessThan(8);
    expect(codes('placeContradiction')).toMatchObject([
      { row: 2, params: { kind: 'country', stated: 'DE', found: 'US', used: 'address' } },
    ]);
  });

  it('does not believe coordinates in another state', async () => {
    const { methods, codes, places } = await place(`
Company|State|Country|Latitude|Longitude
A|TX|US|39.74|-104.99
B|CO|US|39.74|-104.99`);
    expect(methods).toEqual(['Region', 'Coordinates']);
    expect(places.latitude[0]).toBeNaN();
    expect(codes('placeContradiction')).toMatchObject([
      { row: 2, params: { kind: 'region', stated: 'US-TX', found: 'US-CO', used: 'none' } },
    ]);
  });

  it('treats 0, 0 as blank, half a pair as unusable, and puts a lost sign back', async () => {
    const { methods, near, codes } = await place(`
Company|City|State|Latitude|Longitude
A|Denver|CO|0|0
B|Denver|CO|39.7|
C|Denver|CO|39.74|104.99
D|Denver|CO|-104.99|39.74`);
    expect(methods).toEqual(['City', 'City', 'Coordinates', 'Coordinates']);
    expect(near(2, 39.74, -104.99)).toBe(0);
    expect(near(3, 39.74, -104.99)).toBe(0);
    expect(codes('placeContradiction').map(({ row, params }) => [row, params?.kind])).toEqual([
      [3, 'unusable'],
      [4, 'signLost'],
      [5, 'swapped'],
    ]);
    expect(codes('placeholder')).toMatchObject([{ row: 2, read: '0, 0' }]);
  });

  it('accepts remote places and borders', async () => {
    const { methods, findings } = await place(`
Company|State|Country|Latitude|Longitude
Outback|NT|Australia|-23.7|133.87
Tundra|AK|US|67.5|-150.2
Border|KS|US|39.1|-94.62`);
    expect(methods).toEqual(['Coordinates', 'Coordinates', 'Coordinates']);
    expect(findings).toEqual([]);
  });
});

describe('what has to be loaded', () => {
  it('asks for the countries of the accounts only', async () => {
    const source = textTable(`
Company|City|Country
A|Berlin|Germany
B|Toronto|Canada`);
    const { accounts } = readAccounts(source, mapAccountColumns(source).mapping);
    const asked: string[] = [];
    await lookupFor(accounts, (name) => {
      asked.push(name);
      return fetchChunkFromDisk(name);
    });
    expect(asked.sort()).toEqual(['ca', 'de']);
  });

  it('locates nothing, but fails at nothing, without any data', async () => {
    const source = textTable(`
Company|City|Country
A|Berlin|Germany`);
    const { accounts } = readAccounts(source, mapAccountColumns(source).mapping);
    const { places } = locate(accounts, await loadLookup([], fetchChunkFromDisk));
    expect(places.method[0]).toBe(PlaceMethod.Region);
  });
});

describe('the homes of reps', () => {
  it('are found by ZIP, city and state, or the city cell, unless coordinates are given', async () => {
    const source = textTable(`
Rep ID|Rep Name|Role|Home City|Home State|Home Zip|Home Latitude|Home Longitude
R1|Ana Silva|AE|||80202||
R2|Ben Cole|AE|Austin|TX|||
R3|Cho Min|AE|Berlin, Germany||||
R4|Dee Ray|AE|Denver|CO||10|20
R5|Eli Fox|AE|Remote||||`);
    const { roster } = readRoster(source, mapRepColumns(source).mapping);
    const none = textTable('Company|City|State\nA|Denver|CO');
    const { accounts } = readAccounts(none, mapAccountColumns(none).mapping);
    const lookup = await lookupFor(accounts, fetchChunkFromDisk, roster);
    const { reps } = placeRoster(roster, lookup, 'US');
    const km = (i: number, latitude: number, longitude: number) =>
      haversineKm(
        { latitude: reps[i]!.homeLatitude!, longitude: reps[i]!.homeLongitude! },
        { latitude, longitude },
      );
    expect(km(0, 39.75, -105)).toBeLessThan(5);
    expect(km(1, 30.27, -97.74)).toBeLessThan(12);
    expect(km(2, 52.52, 13.4)).toBeLessThan(8);
    expect(km(3, 10, 20)).toBe(0);
    expect(reps[4]!.homeLatitude).toBeUndefined();
  });
});

test('a Japanese address in one cell is read from the large to the small: the town, else the prefecture', async () => {
  const { regions, countries, near, places, methods } = await place(`
会社名|住所
A|北海道旭川市東光３条４丁目１番１号
B|愛知県名古屋市千種区光が丘２－１５－２４
C|茨城県どこにもない市下稲吉２６０７－１８
D|三重県四日市市諏訪町１－５`);
  expect(countries).toEqual(['JP', 'JP', 'JP', 'JP']);
  expect(regions).toEqual(['JP-01', 'JP-23', 'JP-08', 'JP-24']);
  expect(near(0, 43.77, 142.37)).toBeLessThan(15);
  expect(near(1, 35.18, 136.91)).toBeLessThan(15);
  expect(near(3, 34.97, 136.62)).toBeLessThan(15);
  // Of a town that is not known the prefecture is, and no point is made up.
  expect([places.latitude[2], methods[2]]).toEqual([NaN, 'Region']);
});

test('what the French post writes behind the codes of firms is no part of them', async () => {
  const { near } = await place(`
Société|Code postal|Pays
A|75031 CEDEX 01|France
B|69405 Cedex 03|France`);
  expect(near(0, 48.86, 2.35)).toBeLessThan(20);
  expect(near(1, 45.76, 4.84)).toBeLessThan(40);
});

test('a town in the address counts where the column of towns has none that is known', async () => {
  const { near, methods } = await place(`
Company|Address|Town|Country
A|Mall, Shop 4, 1170 Amohau Street, Rotorua, 3010, Lakes|Lakes|New Zealand
B|215 Marshland Road Shirley Christchurch 8083, Canterbury|Canterbury|New Zealand
C|Level 9, Nowhere House|Nowhereville|New Zealand`);
  expect(methods.slice(0, 2)).toEqual(['City', 'City']);
  expect(near(0, -38.14, 176.25)).toBeLessThan(10);
  expect(near(1, -43.53, 172.63)).toBeLessThan(15);
  expect(near(2, 0, 0)).toBeNaN();
});

test('a state’s name that another country has too is the country’s that the coordinates lie in', async () => {
  const peru = [
    ['Lima', -12.05, -77.04],
    ['Cusco', -13.53, -71.97],
    ['Arequipa', -16.4, -71.54],
    ['Piura', -5.19, -80.63],
    ['Tacna', -18.01, -70.25],
    ['Puno', -15.84, -70.02],
    ['Ica', -14.07, -75.73],
    ['Junín', -12.07, -75.2],
    ['Ancash', -9.53, -77.53],
    ['Loreto', -3.75, -73.25],
    ['Ayacucho', -13.16, -74.22],
  ];
  const list = (rows: readonly (readonly (string | number)[])[]) =>
    `Nombre|Departamento|Latitud|Longitud\n${rows.map(([state, ...point], i) => `Tienda ${i}|${state}|${point.join('|')}`).join('\n')}`;
  const found = await place(list([...peru, ['Amazonas', -6.2317, -77.869]]));
  expect(found.methods.at(-1)).toBe('Coordinates');
  expect([found.countries.at(-1), found.near(11, -6.2317, -77.869) < 1]).toEqual(['PE', true]);
  expect(found.codes('placeContradiction')).toEqual([]);
  // Where no country is the list’s, the name stands.
  const alone = await place(list([['Amazonas', -6.2317, -77.869]]));
  expect(alone.methods).not.toContain('Coordinates');
});

test('what is said of a ZIP that stands in an address names it', async () => {
  const { codes } = await place(
    'Name|Address\nA|12 Garza Land, Detroit, MI 69365\nB|9 Ann Place, Denver, CO 80202\nC|3 Oak Street, Boston, MA 02108',
  );
  expect(codes('placeContradiction')).toMatchObject([{ read: '69365', params: { kind: 'zipState' } }]);
});
