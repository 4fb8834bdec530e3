import type { Host } from '../host';
import type { Sheet } from '../model/sheet';
import type { ConditionalFormat } from '../model/conditional-format';
import type { Validation } from '../model/validation';
import { formatRect } from '../grid/address';
import type { Rect } from '../grid/rect';
import type { PageEngine } from './engine';

type FSheet = NonNullable<
  ReturnType<NonNullable<ReturnType<PageEngine['api']['getActiveWorkbook']>>['getSheetBySheetId']>
>;
type FRange = ReturnType<FSheet['getRange']>;

/**
 * Shows the host's drop-downs and conditional formats in Univer, which has registries of its own for
 * them. A sheet is done anew when what the host holds of it has changed.
 */
export class Mirror {
  private readonly shown = new Map<string, string>();

  constructor(
    private readonly engine: PageEngine,
    private readonly host: Host,
  ) {}

  async refresh(): Promise<void> {
    const { book } = this.host;
    for (const sheet of book.sheets) {
      const state = JSON.stringify([
        sheet.validations.map(({ areas, rule }) => [areas.map(({ rect }) => rect), rule]),
        sheet.conditionalFormats.map(({ areas, type, rule, look }) => [
          areas.map(({ rect }) => rect),
          type,
          rule,
          look,
        ]),
      ]);
      if (this.shown.get(sheet.id) === state || (state === '[[],[]]' && !this.shown.has(sheet.id))) continue;
      this.shown.set(sheet.id, state);
      const shown = this.engine.api.getActiveWorkbook()?.getSheetBySheetId(sheet.id);
      if (!shown) continue;
      await this.showValidations(shown, sheet);
      this.showConditionalFormats(shown, sheet);
    }
  }

  private async showValidations(shown: FSheet, sheet: Sheet): Promise<void> {
    for (const rule of shown.getDataValidations()) await rule.delete();
    for (const validation of sheet.validations) {
      for (const { rect } of validation.areas) {
        const range = rangeOf(shown, rect);
        const built = this.validation(shown, sheet, validation);
        if (built !== undefined) await range.setDataValidation(built);
      }
    }
  }

  private validation(_shown: FSheet, sheet: Sheet, { rule, errorAlert }: Validation) {
    if (rule.list === undefined) return undefined;
    const { source } = rule.list;
    const builder = this.engine.api.newDataValidation();
    const options = {
      allowInvalid: !errorAlert.showAlert || errorAlert.style !== 'Stop',
      showErrorMessage: true,
      error: errorAlert.message,
    };
    if (!source.startsWith('=')) {
      return builder
        .requireValueInList(source.split(',').map((item) => item.trim()))
        .setOptions(options)
        .build();
    }
    const range = this.listRange(sheet, source);
    return range === undefined ? undefined : builder.requireValueInRange(range).setOptions(options).build();
  }

  /** The range a list comes from: an address, or a defined name for one. */
  private listRange(sheet: Sheet, source: string): FRange | undefined {
    const { book } = this.host;
    const name = source.slice(1);
    const formula = book.definedName(name, sheet.name) ?? source;
    const match = /^=(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/i.exec(
      formula,
    );
    if (match === null) return undefined;
    const home = match[1]?.replaceAll("''", "'") ?? match[2];
    const there = home === undefined ? sheet : book.sheetNamed(home);
    if (there === undefined) return undefined;
    return this.engine.api
      .getActiveWorkbook()
      ?.getSheetBySheetId(there.id)
      ?.getRange((match[3] ?? '').replaceAll('$', ''));
  }

  private showConditionalFormats(shown: FSheet, sheet: Sheet): void {
    for (const rule of shown.getConditionalFormattingRules())
      shown.deleteConditionalFormattingRule(rule.cfId);
    // Univer puts each new rule first; the host's first has the highest priority.
    for (const format of [...sheet.conditionalFormats].reverse()) {
      const rule = this.conditionalFormat(shown, sheet, format);
      if (rule !== undefined) shown.addConditionalFormattingRule(rule);
    }
  }

  private conditionalFormat(shown: FSheet, sheet: Sheet, format: ConditionalFormat) {
    const ranges = format.areas.map(({ rect }) => rangeOf(shown, rect).getRange());
    const builder = shown.newConditionalFormattingRule();
    if (format.type === 'Custom') {
      const { formula } = format.rule;
      if (formula === undefined) return undefined;
      let rule = builder.whenFormulaSatisfied(this.plainFormula(sheet, formula));
      if (format.look.fill.color !== undefined) rule = rule.setBackground(format.look.fill.color);
      if (format.look.font.color !== undefined) rule = rule.setFontColor(format.look.font.color);
      if (format.look.font.bold === true) rule = rule.setBold(true);
      return rule.setRanges(ranges).build();
    }
    if (format.type === 'DataBar') {
      return builder
        .setDataBar({
          min: { type: 'min' },
          max: { type: 'max' },
          positiveColor: format.bar.fillColor,
          nativeColor: '#FF0000',
          isShowValue: true,
        } as Parameters<typeof builder.setDataBar>[0])
        .setRanges(ranges)
        .build();
    }
    return undefined;
  }

  /** Univer's conditional formats know no defined names: they are written out. */
  private plainFormula(sheet: Sheet, formula: string): string {
    return formula.replace(/\b[A-Z_][A-Z0-9_.]*\b(?!\()/gi, (word) => {
      const named = this.host.book.definedName(word, sheet.name);
      return named === undefined ? word : named.replace(/^=/, '');
    });
  }
}

const rangeOf = (sheet: FSheet, rect: Rect): FRange => sheet.getRange(formatRect(rect));
