import * as v from 'valibot';
import type { Cell } from '../../plan/cells';
import type { Failure } from '../../plan/failures';
import { defaultSettings } from '../../plan/settings';
import { refusalOf, type Said } from './said';

/** Name under which the workbook keeps what was said of the settings. */
export const STORED_KEY = 'settings';
const STORED_SCHEMA = 2;

/** What was said in the pane and on the sheet since the plan that stands was designed. */
export interface Stored {
  /** When that plan was designed; null before the first. What was said before a plan is in its record. */
  readonly since: string | null;
  readonly said: Said;
  /** Blue cells that differ from what Apply wrote and have been taken over already. */
  readonly taken: Readonly<Record<string, Cell>>;
}

const StoredSchema = v.object({
  schema: v.literal(STORED_SCHEMA),
  since: v.nullable(v.string()),
  said: v.record(v.string(), v.unknown()),
  taken: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
});

export const storedForm = (stored: Stored): v.InferOutput<typeof StoredSchema> => ({
  schema: STORED_SCHEMA,
  ...stored,
});

/**
 * What the workbook keeps, in any form we ever wrote. What can no longer be said is left out, one by one,
 * and each is told.
 */
export function readStored(raw: unknown, since: string | null): { stored: Stored; refused: Failure[] } {
  const parsed = v.safeParse(StoredSchema, raw);
  const stored = parsed.success ? parsed.output : { since, said: fromFirstForm(raw), taken: {} };
  if (stored.since !== since) return { stored: { since, said: {}, taken: {} }, refused: [] };
  const said: Record<string, unknown> = {};
  const refused: Failure[] = [];
  for (const [key, value] of Object.entries(stored.said)) {
    const refusal = refusalOf({ [key]: value });
    if (refusal === undefined) said[key] = value;
    else refused.push(refusal);
  }
  return { stored: { since, said, taken: stored.taken }, refused };
}

/** The first form held all settings, defaults included: what differs from them was said. */
function fromFirstForm(raw: unknown): Said {
  if (typeof raw !== 'object' || raw === null) return {};
  const usual: Readonly<Record<string, unknown>> = defaultSettings;
  return Object.fromEntries(
    Object.entries(raw).filter(
      ([key, value]) =>
        key !== 'schema' && key !== 'language' && JSON.stringify(value) !== JSON.stringify(usual[key]),
    ),
  );
}
