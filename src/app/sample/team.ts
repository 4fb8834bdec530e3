import type { Random } from '../../exact/random';
import { haversineKm } from '../../geo/sphere';
import type { DataSheet } from '../ports';
import { pointOf } from './cities';
import type { SampleRep } from './last-year';
import { sheetOf } from './sheet-of';

const HEADERS = [
  'Rep ID',
  'Rep Name',
  'Email',
  'CRM User ID',
  'Role',
  'Vertical',
  'Manager',
  'Hire Date',
  'Start Date',
  'FTE',
  'Base',
  'Target Variable',
  'OTE',
  'Current Quota',
  'Attainment',
  'Capacity Hours',
  'Home Zip',
  'Covered By',
  'Active',
] as const;
type Row = Readonly<Record<(typeof HEADERS)[number], string | number | boolean>>;

const FORMATS: Readonly<Partial<Record<(typeof HEADERS)[number], string>>> = {
  'Hire Date': 'yyyy-mm-dd',
  'Start Date': 'yyyy-mm-dd',
  FTE: '0%',
  Base: '$#,##0',
  'Target Variable': '$#,##0',
  OTE: '$#,##0',
  'Current Quota': '$#,##0',
  Attainment: '0%',
  'Home Zip': '@',
};

/** As Salesforce has them: 18 characters. */
const userId = (n: number): string => `0055e00000${String(n).padStart(5, '0')}AAA`;

const MANAGERS = ['Dana Whitfield', 'Luis Ferreira', 'Priya Raman', 'Karen Boyd'];
/** Hours a year with customers and on the way to them. */
const HOURS = 990;
/** Those who help: name, role, vertical, part of full time; so many as a team of twenty has. */
const HELPERS: readonly (readonly [name: string, role: string, vertical: string, fte: number])[] = [
  ['Maya Lindqvist', 'Solutions Engineer', '', 1],
  ['Owen Castellano', 'Solutions Engineer', '', 1],
  ['Ines Barros', 'Senior Solutions Engineer', '', 1],
  ['Theo Nakata', 'Solutions Engineer', '', 1],
  ['Ruth Okafor', 'Customer Success Manager', '', 1],
  ['Jonas Weber', 'Customer Success Manager', '', 1],
  ['Lena Petrov', 'Customer Success Manager', '', 0.8],
  ['Sam Delgado', 'Sales Development Representative', '', 1],
  ['Abby Crane', 'Sales Development Representative', '', 1],
  ['Ivy Sutton', 'Sales Development Representative', '', 1],
  ['Noel Banks', 'Sales Development Representative', '', 1],
  ['Hana Kim', 'Industry Specialist', 'Healthcare', 1],
];
/** Of all seats these are somebody who has just begun, and somebody who works three days a week. */
const NEW_HIRE = 1;
const PART_TIME = 4;

/**
 * A team as it is in the autumn of planning: most with a quota and what came of it, one who has just begun, one part-timer,
 * a seat that is filled in spring and covered until then by whoever lives nearest, those who lead them, and those who help.
 * @param past draws of what was last year
 */
export function rosterSheet(
  random: Random,
  roster: readonly SampleRep[],
  today: number,
  past: Random,
): DataSheet {
  const seats = roster.map((rep, j): Row => {
    const { name, zip, tbh } = rep;
    const base = 70000 + 5000 * Math.floor(random() * 8);
    const variable = base - 5000 * Math.floor(random() * 4);
    const hired = today - 200 - Math.floor(random() * 2600);
    const fte = j === PART_TIME ? 0.6 : 1;
    const ote = fte * (base + variable);
    const quota = Math.round((ote * (4.2 + 1.2 * past())) / 10000) * 10000;
    const attained = Math.round(100 * (0.7 + 0.5 * past())) / 100;
    const isNew = j === NEW_HIRE;
    return {
      'Rep ID': tbh ? '' : `R${String(100 + j)}`,
      'Rep Name': tbh ? '' : name,
      Email: tbh ? '' : addressOf(name),
      'CRM User ID': tbh ? '' : userId(100 + j),
      Role: base >= 95000 ? 'Senior Account Executive' : 'Account Executive',
      Vertical: '',
      Manager: MANAGERS[Math.floor((j * MANAGERS.length) / roster.length)] ?? '',
      'Hire Date': tbh ? '' : isNew ? today : hired,
      'Start Date': tbh ? firstOfMarch(today) : isNew ? today : '',
      FTE: fte,
      Base: fte * base,
      'Target Variable': fte * variable,
      OTE: ote,
      'Current Quota': tbh || isNew ? '' : quota,
      Attainment: tbh || isNew ? '' : attained,
      'Capacity Hours': fte * HOURS,
      'Home Zip': zip[0],
      'Covered By': tbh ? nearest(rep, roster).name : '',
      Active: !tbh,
    };
  });
  const leads = MANAGERS.map((name, m): Row => {
    const base = 120000 + 5000 * Math.floor(past() * 5);
    return {
      'Rep ID': `M${String(10 + m)}`,
      'Rep Name': name,
      Email: addressOf(name),
      'CRM User ID': userId(10 + m),
      Role: 'Regional Sales Manager',
      Vertical: '',
      Manager: '',
      'Hire Date': today - 1500 - Math.floor(past() * 2000),
      'Start Date': '',
      FTE: 1,
      Base: base,
      'Target Variable': base,
      OTE: 2 * base,
      'Current Quota': '',
      Attainment: '',
      'Capacity Hours': '',
      'Home Zip': '',
      'Covered By': '',
      Active: true,
    };
  });
  const helpers = HELPERS.map(([name, role, vertical, fte], n): Row => {
    const base = 65000 + 5000 * Math.floor(past() * 6);
    const variable = Math.round((base * 0.25) / 1000) * 1000;
    return {
      'Rep ID': `H${String(10 + n)}`,
      'Rep Name': name,
      Email: addressOf(name),
      'CRM User ID': userId(50 + n),
      Role: role,
      Vertical: vertical,
      Manager: MANAGERS[n % MANAGERS.length] ?? '',
      'Hire Date': today - 300 - Math.floor(past() * 1500),
      'Start Date': '',
      FTE: fte,
      Base: fte * base,
      'Target Variable': fte * variable,
      OTE: fte * (base + variable),
      'Current Quota': '',
      Attainment: '',
      'Capacity Hours': '',
      'Home Zip': '',
      'Covered By': '',
      Active: true,
    };
  });
  const rows = [...seats, ...leads, ...helpers].map((row) => HEADERS.map((header) => row[header]));
  return sheetOf('Reps', HEADERS, rows, FORMATS);
}

const addressOf = (name: string): string => `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.com`;

/** 1900 serial of the first of March after a day of autumn. */
function firstOfMarch(today: number): number {
  const epoch = Date.UTC(1899, 11, 30);
  const year = new Date(epoch + today * 86_400_000).getUTCFullYear();
  return Math.round((Date.UTC(year + 1, 2, 1) - epoch) / 86_400_000);
}

function nearest(seat: SampleRep, roster: readonly SampleRep[]): SampleRep {
  const km = (rep: SampleRep) => haversineKm(pointOf(seat.home), pointOf(rep.home));
  return roster.filter((rep) => rep !== seat).reduce((best, rep) => (km(rep) < km(best) ? rep : best));
}
