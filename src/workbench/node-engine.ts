import { LocaleType, LogLevel, Univer } from '@univerjs/core';
import {
  ArrayValueObject,
  BooleanValueObject,
  FormulaDataModel,
  ValueObjectFactory,
  NumberValueObject,
  functionStatistical,
  functionMath,
  functionMeta,
  DependencyManagerService,
  CELL_INVERTED_INDEX_CACHE,
  IFunctionService,
  Interpreter,
  StringValueObject,
  UniverDocsPlugin,
  UniverFormulaEnginePlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsPlugin,
} from '@univerjs/preset-sheets-node-core';
import type { SpreadsheetEngine } from './grid/engine';
import { mendUniver } from './grid/mend-univer';
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
  mendUniver({
    ArrayValueObject,
    BooleanValueObject,
    CELL_INVERTED_INDEX_CACHE,
    DependencyManagerService,
    functionMath,
    functionMeta,
    functionStatistical,
    Interpreter,
    NumberValueObject,
    StringValueObject,
    ValueObjectFactory,
  });
  shareFormulas(univer.__getInjector().get(FormulaDataModel));
  return {
    univer,
    knowsFunction: (name) => univer.__getInjector().get(IFunctionService).hasExecutor(name),
  };
}
