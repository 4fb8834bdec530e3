import { LocaleType, LogLevel, Univer } from '@univerjs/core';
import {
  ArrayValueObject,
  BooleanValueObject,
  FormulaDataModel,
  IFunctionService,
  StringValueObject,
  UniverDocsPlugin,
  UniverFormulaEnginePlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsPlugin,
} from '@univerjs/preset-sheets-node-core';
import type { SpreadsheetEngine } from './grid/engine';
import { mendWildcards } from './grid/wildcards';
import { shareFormulas } from './grid/shared-formulas';

/** Univer without a user interface: cells, styles and formulas. */
export function createNodeEngine(): SpreadsheetEngine {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  mendWildcards({ ArrayValueObject, BooleanValueObject, StringValueObject });
  shareFormulas(univer.__getInjector().get(FormulaDataModel));
  return {
    univer,
    knowsFunction: (name) => univer.__getInjector().get(IFunctionService).hasExecutor(name),
  };
}
