import type { SourceTable } from '../../plan/cells';
import type { AccountField } from '../../plan/fields';
import { MONEY_FIELDS } from '../../plan/metrics';
import { headerWords } from '../headers/header-words';
import type { MappingResult } from './mapping';
import { profileColumn } from './profile';
import { butItsYear, yearOf } from './whose-money';

/** Money that is not what was sold: what it cost, what was earned on it, what is owed or allowed, what people get. */
const NOT_SOLD =
  /\b(?:cost|costs|kosten|cout|couts|costo|custo|achat|achats|einkauf|compra|purchase price|margin|marge|margen|margem|profit|gewinn|benefice|lucro|price|preis|prix|precio|preco|discount|rabatt|remise|credit|kredit|limit|balance|saldo|solde|due|debt|salary|gehalt|salaire|income|einkommen|renda|fee|tax|steuer|tva|iva|shipping|freight|deposit|budget|quota|target|base|bonus|commission|provision)\b/;
/** Words for what was sold, in headers that are no field's own name: `Avg monthly sales`, `Total compras`. */
const SOLD =
  /\b(?:sales|revenue|revenues|turnover|spend|spent|purchases|billings|gmv|mrr|\w*umsatz|\w*omzet|fatturato|ventas|vendas|venda|venta|ventes|faturamento|facturacion|chiffre d affaires|compras|achats|acquisti|order value|orders value)\b|売上/;
/** What is counted or compared, whose it is not, and when: no amount. */
const NO_AMOUNT =
  /\b(?:number|count|qty|quantity|units|rank|ranking|growth|percent|pct|share|index|score|area|sqft|employee|employees|team|rep|reps|manager|channel|region|date|days|last|first|potential|forecast|annual|annuel|anual|annuo|company|parent|anzahl|menge|cantidad|quantidade|nombre)\b/;
const MONEY = 0.6;
const FILLED = 0.3;
/** So many of the customers of the best year have bought in one that is over, at least. */
const WHOLE_YEAR = 0.7;

/**
 * A list without any amount that its headers name: the first column whose cells are written as money (`6 046,86 €`)
 * is what was sold to the customer, unless its header says that it is something else; else the first of numbers whose
 * header has a word for what was sold in it. Shown as doubtful.
 */
export function moneyByCells(
  source: SourceTable,
  found: MappingResult<AccountField>,
): MappingResult<AccountField> {
  if (MONEY_FIELDS.some((field) => found.mapping[field] !== undefined)) return found;
  const columns = [...found.unmapped].sort((a, b) => a - b);
  const phraseOf = (c: number) => headerWords(source.headers[c] ?? '').phrase;
  const amountIf = (isMeant: (phrase: string, c: number, money: number) => boolean) => {
    const isSold = (c: number): boolean => {
      const phrase = phraseOf(c);
      if (phrase === '' || NOT_SOLD.test(phrase)) return false;
      const profile = profileColumn(source.columns[c] ?? [], source.formats[c]);
      const isAmount = profile.number > 0.7 && profile.filled >= FILLED && profile.distinct > 0.1;
      return isAmount && profile.maximum > 1 && isMeant(phrase, c, profile.money);
    };
    const first = columns.find(isSold);
    if (first === undefined || yearOf(phraseOf(first)) === 0) return first;
    const what = butItsYear(phraseOf(first));
    const years = columns.filter((c) => butItsYear(phraseOf(c)) === what && isSold(c));
    // A year that has just begun says little: most of its customers have bought nothing yet.
    const bought = (c: number) =>
      (source.columns[c] ?? []).filter((cell) => /[1-9]/.test(String(cell))).length;
    const most = Math.max(...years.map(bought));
    return years
      .filter((c) => bought(c) >= WHOLE_YEAR * most)
      .reduce((a, b) => (yearOf(phraseOf(b)) > yearOf(phraseOf(a)) ? b : a));
  };
  const column =
    amountIf((_, c, money) => money >= MONEY || isMoneyFormat(source.formats[c] ?? '')) ??
    amountIf((phrase) => SOLD.test(phrase) && !NO_AMOUNT.test(phrase));
  if (column === undefined) return found;
  const choice = { field: 'bookingsYtd', column, confidence: 0.45, remembered: false } as const;
  return {
    mapping: { ...found.mapping, bookingsYtd: column },
    choices: [...found.choices, choice],
    doubtful: [...found.doubtful, choice],
    unmapped: found.unmapped.filter((c) => c !== column),
  };
}

/** A number format that shows a currency. */
const isMoneyFormat = (format: string): boolean => /[$€£¥]/.test(format.replace(/\[\$-[^\]]*\]/g, ''));
