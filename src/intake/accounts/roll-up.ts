import type { Cell, SourceTable } from '../../plan/cells';
import type { AccountField, AccountMapping } from '../../plan/fields';
import type { Finding } from '../../plan/findings';
import { cellText, isBlank, isErrorText, isPlaceholder, trimText } from '../cells/cell-text';
import { FindingList } from '../cells/finding-list';
import { readFlagText } from '../cells/flags';
import { isNorthAmerica, sayWorldRegions } from '../cells/world-regions';
import type { ReadContext } from '../columns/column-reader';
import { readDateColumn } from '../columns/column-reader';
import { readNumberColumn } from '../columns/number-column';
import { withoutHeadersAgain } from '../columns/rows';
import { foldText } from '../../geo';
import { headerWords } from '../headers/header-words';
import type { RowKind, RowMeaning } from '../headers/row-kind';
import { customerKey } from './shared-key';

/** A column of customers made from rows of something else. */
export interface RolledColumn {
  readonly field: AccountField | 'rows';
  readonly cells: readonly Cell[];
  /** Column of the rows that it was made from, 0-based; −1 for a count. */
  readonly from: number;
  /** What each of its cells was multiplied with: the column of how many, or the months of a year. */
  readonly times?: { readonly column: number } | { readonly factor: number };
}

/** Customers made from rows of deals, orders or the like. */
export interface RolledUp {
  readonly kind: RowKind;
  readonly columns: readonly RolledColumn[];
  /** Body row of each customer's first row. */
  readonly firstRow: Int32Array;
  /** Everybody who holds a row, whoever has most of a customer's: each is a seat. */
  readonly holders: readonly string[];
  /** Customers whose rows are not all held by the same. */
  readonly shared: number;
  /** Currencies that the rows say they are in, and their amounts show. */
  readonly currencies: readonly string[];
  /** Columns of the rows that tell how it stands with them: won, lost, open. */
  readonly states: readonly number[];
  /** Rows that were summed up, and rows that name no customer and were left out. */
  readonly rows: number;
  readonly nameless: number;
  /** Of the rows those that are over (cancelled, churned): what they brought is not summed up. */
  readonly ended: number;
  /** What was not plainly a number in the columns that are summed up. */
  readonly findings: readonly Finding[];
}

/** What is taken from a customer's first row that has it. */
const CARRIED: readonly AccountField[] = [
  'parentName',
  'segment',
  'industry',
  'street',
  'city',
  'county',
  'state',
  'postalCode',
  'country',
  'latitude',
  'longitude',
  'currency',
  'currentTerritory',
  'region',
  'employees',
];

const AMOUNT: Readonly<Partial<Record<RowKind, readonly RegExp[]>>> = {
  deal: [
    /^(?:est|estimated|expected deal|deal|opportunity|opp|close) (?:revenue|value|amount|size)$/,
    /^(?:amount|value|total|total amount|betrag|montant|importe|valor|金額)$/,
    /^(?:acv|tcv|arr|revenue|umsatz)$/,
    /\b(?:amount|value)$/,
    /^(?:final|net|total|actual|closed) (?:mrr|arr|acv|tcv|price)$/,
    /\b(?:mrr|arr|acv|tcv)$/,
    /^(?:arr|acv|mrr|tcv|revenue|amount|value|deal|opportunity) (?:potential|forecast|estimate)$|^potential (?:arr|acv|mrr|value|revenue|amount)$/,
    /^(?:valor|importe|montant|importo|betrag|monto|bedrag)\b|\b(?:wert|umsatz|betrag|volumen|montant)$/,
    // Weighed by its probability where an amount stands beside it, the amount itself where none does.
    /^expected ?revenue$/,
  ],
  quote: [/^(?:total contract value|total|amount|annual commit)$/, /\b(?:amount|value|total)$/],
  order: [
    /^(?:line total|order total|total (?:amount|amt|price|due|value)|grand total|net (?:amount|amt))$/,
    /^gross (?:amount|amt)$/,
    /^(?:valor|importe|montant|importo|betrag|monto|bedrag) (?:total|faturad[oa]|liquido|neto|net|facturado|facture|netto|vendido)$/,
    /^(?:amount|total|sales|revenue|umsatz|montant|importe|valor|sales amount|extended price|payment value|faturamento|faturado|fatturato|omzet|tutar|kwota|mebleg|売上|金額)$|^(?:fat|faturamento|receita|fatturato) (?:liquid[oa]|brut[oa]|total|net|netto)$/,
    /^(?:amount|total) (?:billed|paid|invoiced|due|charged|net|gross)$|^(?:billed|paid|invoiced) total$/,
    /\b(?:price )?sub ?total$/,
    /\b(?:amount|amt|total|sales)$/,
    /^(?:order|sale|invoice|purchase) value$/,
    /^total (?:de (?:la )?)?(?:venta|ventas|vente|ventes|venda|vendas|vendita|pedido|commande|factura|facture|compra|facturado|faturado)$|^(?:venta|vente|venda|vendita|pedido|commande|factura|facture|compra|zakup|sprzedaz) total$/,
    /^(?:betrag|importo|bedrag|umsatz|montant|importe|valor)\b/,
    /^(?:net|netto|gross|brutto)(?: value)?$/,
  ],
  // What was ordered on a visit; a visit itself is worth nothing.
  activity: [/^(?:order|sales?|booked|ordered) (?:value|amount|total)$/],
  subscription: [
    /^(?:(?:current|total|active|ending|contract) )?(?:arr|annual (?:recurring revenue|value|amount|commit)|acv)$/,
    /^(?:mrr|monthly (?:recurring revenue|price|fee|amount|revenue|charge))$/,
    /^(?:total commit value|contract value|total contract value|tcv|(?:annual )?(?:commit|committed|commitment)(?: (?:spend|amount|value|revenue))?|contracted (?:amount|value|revenue))$/,
    /^(?:price|amount|value|revenue)$/,
  ],
};
/** What a contract brought once, not every year. */
const ONCE = [/^(?:financed|leased|loan|purchase|order|invoice|invoiced) (?:amount|value|total)$/];
const WON_AMOUNT = /^(?:actual|won|closed won|final) (?:revenue|amount|value)$/;
const STATE_OF_DEAL =
  /^(?:sales |deal |opportunity |opp |pipeline )?(?:stage|stage ?name|phase|status|state)$|^(?:deal |opportunity )?(?:outcome|result)$|^(?:vertriebsphase|verkaufsphase|etape|etapa|estagio|fase|フェーズ)$/;
const IS_WON = /^is ?won$|^won$|^(?:win|won) ?flag$|^gewonnen$/;
const IS_CLOSED = /^is ?closed$|^closed$/;
const WON = /\bwon\b|^won|gewonnen|gagn|ganad|ganh|abgeschlossen|受注|^success/i;
/** How it stands with the customer, where a deal says nothing else: one that was won, and one that has left since. */
const CUSTOMER_NOW = /^(?:(?:active|current|existing) )?customer$/i;
const CUSTOMER_ONCE = /^(?:churned|former|lost|ex)\b.*\bcustomer$|^churned$/i;
/** The end of a funnel that has but one: who lost is not in it. */
const CLOSED_ALONE = /^(?:closed|fechad[oa]|ferm[ée]e?|chius[oa]|cerrad[oa])$/i;
const LOST = /\blost\b|verloren|perdu|perdid|cancel|abandon|\bdead\b|失注|disqualif|declin/i;
const ENDED =
  /\b(?:churned|cancel(?:l?ed)?|expired|ended|terminated|inactive|lapsed|gekundigt|beendet|abgelaufen|inaktiv|resilie|expire|annule|inactif|cancelad[oa]|encerrad[oa]|inativ[oa]|vencid[oa]|inactiv[oa]|disdett[oa]|scadut[oa]|opgezegd|beeindigd)\b/;
/** Orders that came to nothing, or were taken back. */
const CANCELLED =
  /\b(?:cancel(?:l?ed)?|void(?:ed)?|rejected|storniert|annule|cancelad[oa]|annullat[oa]|geannuleerd|returned|refunded|retourniert|erstattet|retourne|rembourse|devuelt[oa]|reembolsad[oa]|devolvid[oa]|rimborsat[oa]|geretourneerd)\b/;
const STATE_OF_ORDER =
  /^(?:(?:order|invoice|sale|payment|shipment) )?(?:status|state)$|^(?:status|estado|statut|stato) (?:order|pedido|do pedido|del pedido|commande|ordine)$|^(?:auftrags?|bestell)status$/;
const STATE_OF_CONTRACT =
  /^(?:(?:current|subscription|contract|account|customer|license|licence) )?(?:status|state)$|^(?:vertragsstatus|statut|estado|stato)$/;
const MONTHLY = /\b(?:mrr|monthly)\b/;
/** A currency behind a header's words. */
const CURRENCY =
  / (?:in )?(?:usd|eur|gbp|chf|cad|aud|inr|brl|jpy|mxn|cop|clp|ars|zar|sgd|aed|sek|nok|dkk|pln|dollars?|euros?|db)$/;
const QUANTITIES = [
  /^(?:quantity|qty|units|menge|quantite|cantidad|quantidade|ilosc|aantal|miktar)(?: (?:sold|ordered|vendue?|vendida|verkauft|commandee?|pedida))?$/,
];
const PRICES = [
  /^(?:unit ?price|price|einzelpreis|stuckpreis|prix unitaire|(?:precio|preco|prezzo|cena|fiyat|prijs)(?: (?:unitario|jednostkowa))?)$/,
];

/**
 * Sums rows up by customer: a deal that is open counts as pipeline, a won one as booked; orders as booked; a
 * subscription as what it brings in a year. The holder is who has most of a customer's rows.
 *
 * @param mapping columns of the rows as they would be read as accounts: place, holder, last activity
 */
export function rollUp(table: SourceTable, meaning: RowMeaning, mapping: AccountMapping): RolledUp {
  const source = withoutHeadersAgain(table);
  const { customer, customerId } = meaning;
  const key = customerId ?? customer ?? -1;
  const groups = new Map<string, number[]>();
  let nameless = 0;
  for (let row = 0; row < source.rowCount; row++) {
    const text = textIn(source, key, row) ?? textIn(source, customer ?? -1, row);
    if (text === undefined) {
      if (source.columns.some((cells) => !isBlank(cells[row]))) nameless++;
      continue;
    }
    const one = customerKey(text);
    const group = groups.get(one);
    if (group === undefined) groups.set(one, [row]);
    else group.push(row);
  }
  const customers = [...groups.values()];
  const first = (column: number) => customers.map((rows) => firstFilled(source, column, rows));
  const columns: RolledColumn[] = [];
  if (customerId !== undefined)
    columns.push({ field: 'accountId', cells: first(customerId), from: customerId });
  if (customer !== undefined) columns.push({ field: 'accountName', cells: first(customer), from: customer });
  for (const field of ['owner', 'ownerId'] as const) {
    const column = mapping[field];
    if (column === undefined || column === customer || column === customerId) continue;
    columns.push({ field, cells: customers.map((rows) => most(source, column, rows)), from: column });
  }
  for (const field of CARRIED) {
    const column = mapping[field];
    if (column === undefined || column === customer || column === customerId) continue;
    const isOfTheWorld = OF_THE_WORLD.includes(field) && sayWorldRegions(source.columns[column] ?? []);
    const cells = isOfTheWorld
      ? customers.map((rows) => firstFilled(source, column, rows, isNorthAmerica))
      : first(column);
    columns.push({ field, cells, from: column });
  }
  const over = OF_STATE[meaning.kind] === undefined ? undefined : endedRows(source, meaning.kind);
  const context = contextOf(source);
  const shown = new Set<string>();
  columns.push(...moneyOf(context, meaning.kind, customers, over, mapping.bookingsYtd, shown));
  if (mapping.currency !== undefined)
    for (let row = 0; row < source.rowCount; row++) {
      const code = textIn(source, mapping.currency, row)?.toUpperCase();
      if (code !== undefined) shown.add(code);
    }
  const { lastActivity } = mapping;
  if (lastActivity !== undefined) {
    const dates = readDateColumn(contextOf(source), lastActivity);
    const latest = customers.map((rows) =>
      Math.max(...rows.map((row) => dates[row] ?? NaN).filter((d) => d > 0)),
    );
    columns.push({
      field: 'lastActivity',
      cells: latest.map((date) => (date > 0 ? date : '')),
      from: lastActivity,
    });
  }
  columns.push({ field: 'rows', cells: customers.map((rows) => rows.length), from: -1 });
  return {
    kind: meaning.kind,
    columns,
    currencies: [...shown],
    states: meaning.kind === 'deal' ? stateColumns(source) : over === undefined ? [] : [over.column],
    holders: holdersIn(source, mapping.owner ?? mapping.ownerId),
    shared: sharedAmong(source, mapping.owner ?? mapping.ownerId, customers),
    firstRow: Int32Array.from(customers, ([row = 0]) => row),
    rows: customers.reduce((sum, rows) => sum + rows.length, 0),
    nameless,
    ended: customers.reduce((sum, rows) => sum + rows.filter((row) => over?.is(row) === true).length, 0),
    findings: context.findings.finish(),
  };
}

/** Kinds whose rows may have come to nothing, and the words for it. */
const OF_STATE: Readonly<Partial<Record<RowKind, { readonly state: RegExp; readonly over: RegExp }>>> = {
  subscription: { state: STATE_OF_CONTRACT, over: ENDED },
  order: { state: STATE_OF_ORDER, over: CANCELLED },
};

/** Which subscriptions are over, or orders cancelled, by their status; undefined where no column says so of any, or says so of all. */
function endedRows(
  source: SourceTable,
  kind: RowKind,
): { column: number; is: (row: number) => boolean } | undefined {
  const { state, over } = OF_STATE[kind] ?? { state: STATE_OF_CONTRACT, over: ENDED };
  const column = source.headers.findIndex((header) => state.test(headerWords(header).phrase));
  if (column < 0) return undefined;
  const is = (row: number) => over.test(foldText(textIn(source, column, row) ?? ''));
  const rows = Array.from({ length: source.rowCount }, (_, row) => row);
  return rows.some(is) && !rows.every(is) ? { column, is } : undefined;
}

function holdersIn(source: SourceTable, column: number | undefined): string[] {
  const holders = new Set<string>();
  for (let row = 0; row < source.rowCount; row++) {
    const text = textIn(source, column ?? -1, row);
    if (text !== undefined) holders.add(text);
  }
  return [...holders];
}

/** How many customers have rows of several holders. */
function sharedAmong(
  source: SourceTable,
  column: number | undefined,
  customers: readonly (readonly number[])[],
): number {
  if (column === undefined) return 0;
  return customers.filter(
    (rows) => new Set(rows.flatMap((row) => textIn(source, column, row)?.toLowerCase() ?? [])).size > 1,
  ).length;
}

function moneyOf(
  context: ReadContext,
  kind: RowKind,
  customers: readonly number[][],
  over: ReturnType<typeof endedRows>,
  /** The column that would be read as what was sold, were the rows accounts. */
  sold: number | undefined,
  /** Takes the currencies that amounts show. */
  currencies: Set<string>,
): RolledColumn[] {
  const { source } = context;
  const numbersIn = (column: number) => {
    const { values, currencies: shown } = amountsIn(context, column);
    for (const code of shown ?? []) if (code !== undefined) currencies.add(code);
    return values;
  };
  const phrases = source.headers.map((header) => headerWords(header).phrase);
  const amount = columnOf(phrases, AMOUNT[kind === 'record' ? 'order' : kind] ?? [], source);
  const summed = (
    field: AccountField,
    values: Float64Array,
    from: number,
    counts: (row: number) => boolean = () => true,
  ): RolledColumn => ({
    field,
    cells: customers.map((rows) => {
      const filled = rows.filter((row) => counts(row) && !Number.isNaN(values[row] ?? NaN));
      return filled.length === 0 ? '' : filled.reduce((sum, row) => sum + (values[row] ?? 0), 0);
    }),
    from,
  });
  if ((kind === 'order' || kind === 'record') && amount === undefined) {
    const quantity = columnOf(phrases, QUANTITIES, source);
    const price = columnOf(phrases, PRICES, source);
    if (quantity === undefined || price === undefined) {
      if (sold === undefined || NO_SALE.test(phrases[sold] ?? '')) return [];
      return [summed('bookingsYtd', numbersIn(sold), sold, (row) => over?.is(row) !== true)];
    }
    const pieces = numbersIn(quantity);
    const worth = numbersIn(price).map((value, row) => value * (pieces[row] ?? NaN));
    const sum = summed('bookingsYtd', worth, price, (row) => over?.is(row) !== true);
    return [{ ...sum, times: { column: quantity } }];
  }
  if (amount === undefined && kind === 'subscription') {
    const once = columnOf(phrases, ONCE, source);
    return once === undefined ? [] : [summed('bookingsYtd', numbersIn(once), once)];
  }
  if (amount === undefined) return [];
  const values = numbersIn(amount);
  if (kind === 'subscription') {
    const months = MONTHLY.test(phrases[amount] ?? '') ? 12 : 1;
    const inYear = values.map((value) => value * months);
    const sum = summed('arr', inYear, amount, (row) => over?.is(row) !== true);
    return [months === 1 ? sum : { ...sum, times: { factor: months } }];
  }
  if (kind === 'order' || kind === 'record' || kind === 'activity')
    return [summed('bookingsYtd', values, amount, (row) => over?.is(row) !== true)];
  const stateOf = statesOf(source, phrases);
  if (stateOf === undefined) return [summed('openPipeline', values, amount)];
  const actual = columnOf(phrases, [WON_AMOUNT], source);
  const won = actual === undefined ? values : numbersIn(actual);
  return [
    summed('openPipeline', values, amount, (row) => stateOf(row) === 'open'),
    summed('bookingsYtd', won, actual ?? amount, (row) => stateOf(row) === 'won'),
  ];
}

const stateColumns = ({ headers }: SourceTable): number[] =>
  headers.flatMap((header, column) => {
    const { phrase } = headerWords(header);
    return STATE_OF_DEAL.test(phrase) || IS_WON.test(phrase) || IS_CLOSED.test(phrase) ? [column] : [];
  });

/** Whether a deal is open, won or lost: by its flags, else by its stage or status. */
function statesOf(
  source: SourceTable,
  phrases: readonly string[],
): ((row: number) => 'open' | 'won' | 'lost') | undefined {
  const isWon = phrases.findIndex((phrase) => IS_WON.test(phrase));
  const isClosed = phrases.findIndex((phrase) => IS_CLOSED.test(phrase));
  const stages = phrases.flatMap((phrase, column) => (STATE_OF_DEAL.test(phrase) ? [column] : []));
  if (isWon < 0 && stages.length === 0) return undefined;
  const flag = (column: number, row: number) => {
    const cell = source.columns[column]?.[row] ?? '';
    return typeof cell === 'boolean'
      ? cell
      : typeof cell === 'number'
        ? cell !== 0
        : readFlagText(trimText(cell));
  };
  // Of a flag that is blank where nothing is decided, a no is lost.
  const mayBeBlank =
    isWon >= 0 && (source.columns[isWon] ?? []).slice(0, source.rowCount).some((cell) => isBlank(cell));
  return (row) => {
    // `CLOSED_WON`, `closed-won` and `ClosedWon` as they are said.
    const said = stages.map((column) =>
      (textIn(source, column, row) ?? '').replace(/[_-]+/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'),
    );
    for (const text of said) {
      if (WON.test(text)) return 'won';
      if (LOST.test(text)) return 'lost';
    }
    if (isWon < 0 && isClosed < 0 && said.some((text) => CLOSED_ALONE.test(text))) return 'won';
    const [alone = '', ...more] = said.filter((text) => text !== '');
    if (more.length === 0 && CUSTOMER_ONCE.test(alone)) return 'lost';
    if (more.length === 0 && CUSTOMER_NOW.test(alone)) return 'won';
    if (isWon >= 0 && flag(isWon, row) === true) return 'won';
    if (isClosed >= 0 && flag(isClosed, row) === true) return 'lost';
    if (mayBeBlank && flag(isWon, row) === false) return 'lost';
    return 'open';
  };
}

/** Totals of what is no money, or not what was sold. */
const NO_SALE =
  /\b(?:peso|weight|gewicht|poids|gewogen|volume|volumen|kg|tons?|litros?|liters?|units?|pieces|qty|quantity|quantidade|cantidad|quantite|menge|anzahl|discount|desconto|descuento|rabatt|remise|returns?|troca|devolucion|devolucao|freight|frete|flete|shipping|tax|iva|mwst|tva|imposto|impuesto|cost|costs|custo|costo|kosten|cout)\b/;

function columnOf(
  phrases: readonly string[],
  wanted: readonly RegExp[],
  source: SourceTable,
): number | undefined {
  const isNoSale = (phrase: string) => wanted !== QUANTITIES && wanted !== PRICES && NO_SALE.test(phrase);
  for (const pattern of wanted) {
    const column = phrases.findIndex(
      (phrase, c) => pattern.test(phrase.replace(CURRENCY, '')) && !isNoSale(phrase) && hasNumbers(source, c),
    );
    if (column >= 0) return column;
  }
  return undefined;
}

function hasNumbers(source: SourceTable, column: number): boolean {
  const filled = (source.columns[column] ?? []).filter((cell) => !isBlank(cell)).slice(0, 100);
  return (
    2 * filled.filter((cell) => typeof cell === 'number' || /\d/.test(cellText(cell))).length > filled.length
  );
}

function contextOf(source: SourceTable): ReadContext {
  const rows = Int32Array.from({ length: source.rowCount }, (_, row) => row);
  return { source, rows, findings: new FindingList() };
}

const amountsIn = (context: ReadContext, column: number) =>
  readNumberColumn(context, column, { kind: 'money', signed: true });

/** A filled cell as text; undefined for a blank, an error or a placeholder. */
function textIn(source: SourceTable, column: number, row: number): string | undefined {
  const cell = source.columns[column]?.[row];
  if (cell === undefined || isBlank(cell)) return undefined;
  const text = trimText(cellText(cell));
  return isErrorText(text) || isPlaceholder(text) ? undefined : text;
}

/** Fields in which `NA` beside `EMEA` is a part of the world, no blank. */
const OF_THE_WORLD: readonly AccountField[] = ['currentTerritory', 'region'];

/** @param isMeant cells that are meant, though they stand for nothing elsewhere */
function firstFilled(
  source: SourceTable,
  column: number,
  rows: readonly number[],
  isMeant: (cell: Cell) => boolean = () => false,
): Cell {
  for (const row of rows) {
    const cell = source.columns[column]?.[row];
    if (cell !== undefined && (isMeant(cell) || textIn(source, column, row) !== undefined))
      return typeof cell === 'string' ? trimText(cell) : cell;
  }
  return '';
}

/** What most of the rows say; of equals what stands first. */
function most(source: SourceTable, column: number, rows: readonly number[]): Cell {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = textIn(source, column, row);
    if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  let best = '';
  for (const [text, count] of counts) if (count > (counts.get(best) ?? 0)) best = text;
  return best;
}
