import type { ConditionalSpec, StyleName, TableColumn, ValidationSpec } from '../reports/spec';
import { columnLetters } from '../plan/cells';

/** The one place that knows our colours and fonts in sheets. Contrast on white is 4.5:1 or better. */
const INK = '#242424';
const BRAND = '#0B6A53';
const INPUT_INK = '#1F4FBF';
const INPUT_TINT = '#EAF1FE';
const LINK_INK = '#0563C1';
const EDIT_TINT = '#FFF6DB';
const LOOK = {
  good: { font: '#0B5A2B', fill: '#E3F4E8' },
  bad: { font: '#9C0006', fill: '#FDE7E9' },
  warn: { font: '#6B4E00', fill: '#FFF4CE' },
} as const;

/** Bars of the metrics in their order, and lines of limits. */
export const CHART_INK = { bars: ['#0B6A53', '#2F6FB2', '#B3541E', '#6B4E9B'], limit: '#5B5B5B' } as const;

/** Width of a character of the standard font. */
export const CHARACTER_POINTS = 5.6;
export const TABLE_STYLE = 'TableStyleLight1';

export function dress(range: Excel.Range, style: StyleName): void {
  const { format } = range;
  format.font.color = INK;
  switch (style) {
    case 'title':
      format.font.size = 16;
      format.font.bold = true;
      format.font.color = BRAND;
      return;
    case 'headline':
      format.font.size = 12;
      format.font.bold = true;
      return;
    case 'section':
    case 'sectionFigure':
      format.font.bold = true;
      format.font.color = BRAND;
      format.borders.getItem('EdgeBottom').style = 'Continuous';
      format.borders.getItem('EdgeBottom').color = '#8A8A8A';
      if (style === 'sectionFigure') format.horizontalAlignment = 'Right';
      return;
    case 'label':
      return;
    case 'note':
      format.font.color = '#616161';
      return;
    case 'input':
      format.font.color = INPUT_INK;
      format.fill.color = INPUT_TINT;
      return;
    case 'figure':
      format.horizontalAlignment = 'Right';
      return;
    case 'total':
      format.font.bold = true;
      format.borders.getItem('EdgeTop').style = 'Continuous';
      format.borders.getItem('EdgeTop').color = '#8A8A8A';
      return;
    case 'link':
      format.font.color = LINK_INK;
      format.font.underline = 'Single';
      return;
    case 'editable':
      format.fill.color = EDIT_TINT;
      format.font.color = INPUT_INK;
      return;
  }
}

/** Rules in the order in which they are to be added: Excel puts each new one before the others, and the first that fits wins. */
export const firstLast = <Rule>(rules: readonly Rule[] = []): Rule[] => [...rules].reverse();

/** Adds one conditional format. Excel takes A1 here, so `{cell}` becomes the first body cell. */
export function addConditional(range: Excel.Range, spec: ConditionalSpec, row: number, column: number): void {
  if (spec.kind === 'bar') {
    const bar = range.conditionalFormats.add('DataBar').dataBar;
    bar.positiveFormat.fillColor = BRAND;
    return;
  }
  const custom = range.conditionalFormats.add('Custom').custom;
  custom.rule.formula = spec.formula.replaceAll('{cell}', `$${columnLetters(column + 1)}${row + 1}`);
  custom.format.font.color = LOOK[spec.look].font;
  custom.format.fill.color = LOOK[spec.look].fill;
}

/** Clear first, then rule, then prompt: other orders have lost one of them. */
export function addValidation(range: Excel.Range, spec: ValidationSpec): void {
  const { dataValidation } = range;
  dataValidation.clear();
  dataValidation.rule = { list: { inCellDropDown: true, source: spec.list } };
  dataValidation.ignoreBlanks = true;
  dataValidation.prompt = { showPrompt: true, ...spec.prompt };
  dataValidation.errorAlert = { showAlert: true, style: 'Stop', ...spec.error };
}

/** Formats of a table column's body: number format is set apart, before the values. */
export function dressColumn(
  range: Excel.Range,
  column: Pick<TableColumn, 'style' | 'align' | 'indent'>,
): void {
  if (column.style !== undefined) dress(range, column.style);
  if (column.align === 'right') range.format.horizontalAlignment = 'Right';
  if (column.align === 'center') range.format.horizontalAlignment = 'Center';
  if (column.align === 'left' || column.indent !== undefined) range.format.horizontalAlignment = 'Left';
  if (column.indent !== undefined) range.format.indentLevel = column.indent;
}
