import type { Random } from '../../exact/random';

/** Made-up names. Any likeness to a company or a person is chance. */
export const INDUSTRIES = [
  'Manufacturing',
  'Healthcare',
  'Retail',
  'Technology',
  'Financial Services',
  'Logistics',
  'Education',
  'Energy',
  'Construction',
  'Food & Beverage',
] as const;

const FIRST = [
  'Bright',
  'North',
  'Blue',
  'Summit',
  'Harbor',
  'Cedar',
  'Iron',
  'Silver',
  'Prairie',
  'Union',
  'Granite',
  'Lake',
  'Pioneer',
  'Crescent',
  'Redwood',
  'Sterling',
  'Keystone',
  'Atlas',
  'Delta',
  'Maple',
  'Canyon',
  'Orchard',
] as const;
const SECOND = [
  'field',
  'gate',
  'stone',
  'bridge',
  'wood',
  'ridge',
  'way',
  'point',
  'view',
  'line',
  'port',
  'crest',
] as const;
const TAIL: Readonly<Record<string, readonly string[]>> = {
  Manufacturing: ['Fabrication', 'Tooling', 'Components', 'Plastics'],
  Healthcare: ['Clinics', 'Medical Group', 'Health Partners', 'Diagnostics'],
  Retail: ['Outfitters', 'Stores', 'Markets', 'Home Goods'],
  Technology: ['Systems', 'Software', 'Networks', 'Analytics'],
  'Financial Services': ['Credit Union', 'Advisors', 'Insurance', 'Capital'],
  Logistics: ['Freight', 'Logistics', 'Warehousing', 'Transport'],
  Education: ['Academy', 'College', 'Schools', 'Learning'],
  Energy: ['Power', 'Solar', 'Energy', 'Utilities'],
  Construction: ['Builders', 'Contracting', 'Concrete', 'Roofing'],
  'Food & Beverage': ['Foods', 'Bakery', 'Beverage Co.', 'Farms'],
};
const FORM = ['Inc.', 'LLC', 'Corp.', '', '', 'Co.', 'Group'] as const;

const GIVEN = [
  'Amara',
  'Ben',
  'Carla',
  'Diego',
  'Elena',
  'Farid',
  'Grace',
  'Hugo',
  'Ines',
  'Jonas',
  'Kira',
  'Leo',
  'Maya',
  'Noah',
  'Olga',
  'Pavel',
  'Quinn',
  'Rosa',
  'Sami',
  'Tessa',
  'Uma',
  'Victor',
  'Wendy',
  'Yusuf',
  'Zoe',
] as const;
const FAMILY = [
  'Adler',
  'Bauer',
  'Castillo',
  'Doyle',
  'Evans',
  'Fischer',
  'Gupta',
  'Hansen',
  'Ito',
  'Jensen',
  'Khan',
  'Lindqvist',
  'Moreau',
  'Novak',
  'O’Brien',
  'Park',
  'Rossi',
  'Santos',
  'Turner',
  'Vargas',
  'Walsh',
  'Young',
] as const;

const one = (random: Random, list: readonly string[]): string =>
  list[Math.floor(random() * list.length)] ?? '';

export function accountName(random: Random, industry: string): string {
  const name = `${one(random, FIRST)}${one(random, SECOND)} ${one(random, TAIL[industry] ?? ['Services'])}`;
  return `${name} ${one(random, FORM)}`.trim();
}

export function personName(random: Random): string {
  return `${one(random, GIVEN)} ${one(random, FAMILY)}`;
}
