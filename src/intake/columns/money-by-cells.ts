import type { SourceTable } from '../../plan/cells';
import type { AccountField } from '../../plan/fields';
import { headerWords } from '../headers/header-words';
import type { MappingResult } from './mapping';
import { profileColumn } from './profile';

/** Fields of which one is enough: then the header of no other column need be guessed. */
const AMOUNTS: readonly AccountField[] = [
  'potential',
  'arr',
  'openPipeline',
  'availableToRenew',
  'bookingsYtd',
  'annualRevenue',
];
/** Money that is not what was sold: what it cost, what was earned on it, what is owed or allowed, what people get. */
const NOT_SOLD =
  /\b(?:cost|costs|kosten|cout|couts|costo|custo|achat|achats|einkauf|compra|purchase price|margin|marge|margen|margem|profit|gewinn|benefice|lucro|price|preis|prix|precio|preco|discount|rabatt|remise|credit|kredit|limit|balance|saldo|solde|due|debt|salary|gehalt|salaire|income|einkommen|renda|fee|tax|steuer|tva|iva|shipping|freight|deposit|budget|quota|target|base|bonus|commission|provision)\b/;
const MONEY = 0.6;
const FILLED = 0.3;

/**
 * A list without any amount that its headers name: the first column whose cells are written as money (`6 046,86 €`)
 * is what was sold to the customer, unless its header says that it is something else. Shown as doubtful.
 */
export function moneyByCells(
  source: SourceTable,
  found: MappingResult<AccountField>,
): MappingResult<AccountField> {
  if (AMOUNTS.some((field) => found.mapping[field] !== undefined)) return found;
  const column = [...found.unmapped]
    .sort((a, b) => a - b)
    .find((c) => {
      const header = headerWords(source.headers[c] ?? '');
      if (header.phrase === '' || NOT_SOLD.test(header.phrase)) return false;
      const profile = profileColumn(source.columns[c] ?? [], source.formats[c]);
      const isMoney = profile.money >= MONEY || isMoneyFormat(source.formats[c] ?? '');
      return isMoney && profile.number > 0.7 && profile.filled >= FILLED && profile.distinct > 0.1;
    });
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
