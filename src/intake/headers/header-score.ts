import { isOneSlipAway } from '../../geo';
import type { Phrases } from './account-headers';
import { foldHeader, headerWords, type HeaderWords } from './header-words';

/** Words before a field's own name that say whose it is or which address, from wanted to unwanted. */
const QUALIFIERS: readonly (readonly [loss: number, words: string])[] = [
  [0, 'account|accounts|company|customer|client|organization|organisation|acct|firm|org|cust'],
  [
    0,
    'billing|bill to|address 1|address1|adresse 1|adresse1|direccion 1|endereco 1|indirizzo 1|adres 1|primary|main|hq|headquarters|headquarter|corporate|siege|sede|hauptsitz|sitz|rechnungs|rechnung|facturation|fact',
  ],
  [
    0.02,
    'str|bill|comp|loc|phys|store|facility|provider|hospital|location|site|dealer|branch|outlet|school|current|business|sales|lead|prospect|firmen|unternehmens|unternehmen|kunden|empresa|cliente|societe|entreprise',
  ],
  [
    0.04,
    'physical|street|office|registered|reg|legal|address|addr|add|adresse|direccion|endereco|home|full|total|geo|crm|sfdc|salesforce|sf|hubspot|primary address',
  ],
  [
    0.12,
    'mailing|shipping|ship to|ship|delivery|lieferung|liefer|versand|livraison|livr|liv|address 2|adresse 2|direccion 2|endereco 2|postal',
  ],
  [0.25, 'other|address 3|secondary|alternate|alt|remit|sold to'],
];

/** Words in front that make it another thing's field: whose city, which owner. */
const ANOTHERS =
  /^(?:previous|prior|former|original|secondary|second|backup|next|last opp|last opportunity|last deal|last order|opp|deal|recent|contact|created|modified|last modified|opportunity|old|lead source|partner|invoice|order|product|created by|tax|support|ticket|case)\b/;

/** Short words that mean a field inside a longer header too; others (`cap`, `st`, `am`) only alone. */
const SHORT_PARTS = /^(?:zip|plz|ort|arr|acv|mrr|nps|icp|tam|lat|lon|lng)$/;

/** Words that mean a field alone, and within a longer header mostly something else: `Feature Class`. */
const GENERIC =
  /^(?:class|classification|grade|category|rating|ranking|score|priority|exempt|protected|hold|fixed|locked|exclude|excluded|hours|visits|calls|sales|orders|target|plan|status|group|level|product|products|market|channel|team|class|format|relationship)$/;

/** Words behind a field's name that change nothing. */
const TRAILERS =
  /\s(?:text|value|amount|amt|field|converted|base|usd|eur|gbp|chf|cad|aud|inr|brl|jpy|mxn|cop|clp|ars|zar|sgd|aed|sek|nok|dkk|pln|local currency|label|txt|c|fy ?\d{2,4}|\d{4}|display|formula|name|nm|desc|range|band|bucket|bracket)$/;

/** Which address it is, behind the field's name: `Ville de facturation`, `Straße (Lieferung)`. */
const OF = '\\s(?:de la |de l |de |d |da |do |del |della |di |per |fur |der )?';
const BEHIND: readonly (readonly [loss: number, address: string, pattern: RegExp])[] = [
  [
    0.005,
    'billing',
    new RegExp(
      `${OF}(?:facturation|facturacion|faturamento|cobranca|fatturazione|rechnung|rechnungsanschrift|rechnungsadresse|billing|siege|sede)$`,
    ),
  ],
  [
    0.125,
    'shipping',
    new RegExp(
      `${OF}(?:livraison|expedition|envio|entrega|spedizione|versand|lieferung|lieferanschrift|lieferadresse|versandanschrift|shipping|mailing)$`,
    ),
  ],
];

/** Sizes of what is no people: `Store Size` in square metres. */
const SIZE_OF_THINGS =
  /^(?:store|shop|floor|unit|lot|site|plot|plant|farm|field|order|deal|outlet|property) size$/;

/** Below this nothing that was found in a header is likely: it may be misspelt. */
const HARDLY = 0.5;
/** A shorter header is too like too many others. */
const SHORTEST_MISSPELT = 7;
/** Texts whose meaning is remembered. */
const MOST_ANSWERS = 5_000;

interface Known {
  readonly field: string;
  readonly weight: number;
}

/** Phrases turned round: which fields a phrase may mean. Made once for accounts, once for reps. */
export class HeaderDictionary {
  private readonly known = new Map<string, Known[]>();
  /** Phrases without their spaces, for `STRCITY` and `custname`. */
  private readonly glued = new Map<string, string>();
  private readonly longest: number;
  /** Answers to `scores`: every look at a workbook asks about the same cells; emptied when it gets large. */
  private readonly answers = new Map<string, HeaderMeaning>();

  /** The first list that has a phrase for a field says how surely it is meant. */
  constructor(...lists: readonly Readonly<Partial<Record<string, Phrases>>>[]) {
    let longest = 1;
    for (const [field, phrases] of lists.flatMap((headers) => Object.entries(headers))) {
      for (const [weight, list] of phrases ?? []) {
        for (const phrase of list
          .split('|')
          .map(foldHeader)
          .filter((text) => text !== '')) {
          const all = this.known.get(phrase) ?? [];
          if (!all.some((other) => other.field === field)) all.push({ field, weight });
          this.known.set(phrase, all);
          this.glued.set(phrase.replace(/ /g, ''), phrase);
          longest = Math.max(longest, phrase.split(' ').length);
        }
      }
    }
    this.longest = longest;
  }

  /** How surely a header means each field, 0…1, without a look at the cells. */
  scores(header: string): HeaderMeaning {
    let answer = this.answers.get(header);
    if (answer === undefined) {
      answer = this.workOut(header);
      if (this.answers.size >= MOST_ANSWERS) this.answers.clear();
      this.answers.set(header, answer);
    }
    return answer;
  }

  private workOut(header: string): HeaderMeaning {
    const words = headerWords(header);
    const scores = new Map<string, number>();
    const note = (phrase: string, factor: number) => {
      for (const { field, weight } of this.known.get(phrase) ?? []) {
        scores.set(field, Math.max(scores.get(field) ?? 0, weight * factor));
      }
    };
    note(words.phrase, 1);
    if (words.bare !== words.phrase) note(words.bare, 0.97);
    let address = '';
    for (const phrase of new Set([words.phrase, words.bare])) {
      for (const { rest, factor, taken } of withoutQualifiers(phrase)) {
        note(rest, factor);
        if (address === '') address = taken;
      }
    }
    const other = ANOTHERS.test(words.phrase) ? 0.6 : 1;
    for (const [phrase, factor] of this.partsOf(words.bare)) note(phrase, factor * other);
    if (scores.size === 0) {
      const glued = this.unglue(words.phrase.replace(/ /g, ''));
      if (glued !== undefined) note(glued.phrase, glued.factor);
    }
    // `x1`, `City 1`: the first of several, or a name that a tool has numbered.
    if (scores.size === 0) note(words.phrase.replace(/ ?\d+$/, ''), 0.95);
    if (Math.max(0, ...scores.values()) < HARDLY) {
      for (const phrase of this.misspelt(words.bare)) note(phrase, 0.8);
    }
    if (SIZE_OF_THINGS.test(words.bare)) scores.delete('employees');
    return { words, scores, address };
  }

  /** Phrases that differ from a header by one letter: `Addresse`, `code_postale`, `Longtitude`. */
  private misspelt(header: string): readonly string[] {
    if (header.length < SHORTEST_MISSPELT) return [];
    return [...this.known.keys()].filter(
      (phrase) => phrase.length >= SHORTEST_MISSPELT && isOneSlipAway(header, phrase),
    );
  }

  /** The phrase in a header written in one word, with a qualifier before it or without. */
  private unglue(text: string, depth = 0): { phrase: string; factor: number } | undefined {
    const whole = this.glued.get(text);
    if (whole !== undefined) return { phrase: whole, factor: 1 };
    if (depth === 2) return undefined;
    for (const { word, loss } of QUALIFIER_LIST) {
      const prefix = word.replace(/ /g, '');
      const rest = text.startsWith(prefix) ? this.unglue(text.slice(prefix.length), depth + 1) : undefined;
      if (rest !== undefined) return { phrase: rest.phrase, factor: rest.factor - 0.03 - loss };
    }
    return undefined;
  }

  /** Runs of words inside a longer header, at a loss for every word that is left over. */
  private *partsOf(phrase: string): Generator<[string, number]> {
    const words = phrase.split(' ');
    if (UNSPACED.test(phrase)) {
      // Scripts without spaces: `取引先の住所` ends in the field's name.
      for (let at = 1; at < phrase.length - 1; at++) {
        yield [phrase.slice(at).trim(), 0.62 + (0.3 * (phrase.length - at)) / phrase.length];
      }
    }
    for (let length = Math.min(this.longest, words.length - 1); length >= 1; length--) {
      for (let at = 0; at + length <= words.length; at++) {
        const part = words.slice(at, at + length).join(' ');
        // The last words carry the meaning: `Next Renewal Date`, `Customer Industry`.
        const atEnd = at + length === words.length;
        const share = length / words.length;
        const factor = (atEnd ? 0.62 : 0.36) + 0.3 * share;
        if (part.length > 3 || SHORT_PARTS.test(part))
          yield [part, GENERIC.test(part) ? 0.7 * factor : factor];
      }
    }
  }
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export interface HeaderMeaning {
  readonly words: HeaderWords;
  readonly scores: ReadonlyMap<string, number>;
  /** The qualifier that was taken off (`billing`, `shipping`), to keep one address together. */
  readonly address: string;
}

function* withoutQualifiers(phrase: string): Generator<{ rest: string; factor: number; taken: string }> {
  let rest = phrase;
  let factor = 1;
  const taken: string[] = [];
  const trailed = rest.replace(TRAILERS, '');
  if (trailed !== rest) {
    rest = trailed;
    factor -= 0.03;
    yield { rest, factor, taken: '' };
  }
  for (const [loss, address, pattern] of BEHIND) {
    const before = rest.replace(pattern, '');
    if (before !== rest) yield { rest: before, factor: factor - loss, taken: address };
  }
  for (let round = 0; round < 3; round++) {
    const match = qualifierOf(rest);
    if (match === undefined) return;
    rest = rest.slice(match.word.length + 1);
    factor -= match.loss + 0.005;
    taken.push(match.word);
    yield { rest, factor, taken: taken.join(' ') };
  }
}

const QUALIFIER_LIST = QUALIFIERS.flatMap(([loss, words]) =>
  words.split('|').map((word) => ({ word, loss })),
).sort((a, b) => b.word.length - a.word.length);

function qualifierOf(phrase: string): { word: string; loss: number } | undefined {
  return QUALIFIER_LIST.find(({ word }) => phrase.startsWith(`${word} `));
}
