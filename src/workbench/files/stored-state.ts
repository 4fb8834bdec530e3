import type { WorkbookPackage } from './package';
import { child, parseXml, textOf } from './xml';

/** What an add-in keeps with a document. */
export interface StoredState {
  readonly settings: Readonly<Record<string, unknown>>;
  /** Custom properties of sheets, by sheet name. */
  readonly sheetProperties: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Custom XML parts of the add-in. */
  readonly xmlParts: readonly string[];
}

/**
 * Settings and sheet properties travel as one custom XML part with JSON in it. Excel keeps such a part
 * as it is; its own place for settings belongs to the add-in's identity in the store.
 */
const NAMESPACE = 'urn:add-in-workbench:state';

export async function readStoredState(parts: WorkbookPackage): Promise<StoredState> {
  const items = parts.paths.filter((path) => /^customXml\/item\d+\.xml$/i.test(path));
  let state: Pick<StoredState, 'settings' | 'sheetProperties'> = { settings: {}, sheetProperties: {} };
  const xmlParts: string[] = [];
  for (const path of items) {
    const xml = (await parts.text(path)) ?? '';
    if (xml.includes(NAMESPACE))
      state = { ...state, ...(JSON.parse(textOf(child(parseXml(xml), 'state'))) as object) };
    else xmlParts.push(xml);
  }
  return { ...state, xmlParts };
}

/** The custom XML parts to write; none if there is nothing to keep. */
export function storedStateParts(state: StoredState): string[] {
  const { settings, sheetProperties, xmlParts } = state;
  const isEmpty = Object.keys(settings).length === 0 && Object.keys(sheetProperties).length === 0;
  if (isEmpty) return [...xmlParts];
  const json = escapeMarkup(JSON.stringify({ settings, sheetProperties }));
  return [`<?xml version="1.0" encoding="UTF-8"?><state xmlns="${NAMESPACE}">${json}</state>`, ...xmlParts];
}

/** JSON has no characters that XML forbids, once its markup is escaped. */
const escapeMarkup = (json: string) =>
  json.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
