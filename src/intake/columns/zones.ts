import type { SourceTable } from '../../plan/cells';
import type { AccountField } from '../../plan/fields';
import { headerWords } from '../headers/header-words';
import type { MappingResult } from './mapping';
import { profileColumn } from './profile';

/** Headers that may speak of whose territory it is, and as often say where it is. */
const ZONE = /^(?:zona|zone|area|region|regione|regiao|sector|secteur|bezirk|gebiet)(?: name)?$/;
const DISTRICT = /^(?:district|distrito|distretto|district name)$/;
const PLACES: readonly AccountField[] = ['state', 'city', 'county', 'postalCode', 'latitude'];

/**
 * A column that was taken for the territory of today, and is a place: a zone whose words are states or regions of a
 * country, and a district beside a column of places. What the user has chosen stays.
 */
export function settleZones(
  source: SourceTable,
  found: MappingResult<AccountField>,
): MappingResult<AccountField> {
  const choice = found.choices.find(({ field }) => field === 'currentTerritory');
  if (choice === undefined || choice.remembered) return found;
  const { column } = choice;
  const { phrase } = headerWords(source.headers[column] ?? '');
  const profile = profileColumn(source.columns[column] ?? [], source.formats[column]);
  const isRegion = ZONE.test(phrase) && profile.state > 0.8 && profile.averageLength > 3;
  if (isRegion && found.mapping.state === undefined) return moved(found, column, 'state');
  const besides = PLACES.some((field) => Math.abs((found.mapping[field] ?? NaN) - column) === 1);
  if (DISTRICT.test(phrase) && besides && found.mapping.county === undefined)
    return moved(found, column, 'county');
  return found;
}

function moved(
  found: MappingResult<AccountField>,
  column: number,
  field: AccountField,
): MappingResult<AccountField> {
  const { currentTerritory: _, ...mapping } = found.mapping;
  const named = <Choice extends { readonly field: AccountField }>(choices: readonly Choice[]) =>
    choices.map((choice) => (choice.field === 'currentTerritory' ? { ...choice, field } : choice));
  return {
    ...found,
    mapping: { ...mapping, [field]: column },
    choices: named(found.choices),
    doubtful: named(found.doubtful),
  };
}
