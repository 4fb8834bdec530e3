import { LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/lib/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalWords from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import {
  ArrayValueObject,
  AutoHeightController,
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
  UniverSheetsCorePreset,
} from '@univerjs/preset-sheets-core';
import coreWords from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationWords from '@univerjs/preset-sheets-data-validation/locales/en-US';
import { UniverSheetsDrawingPreset } from '@univerjs/preset-sheets-drawing';
import drawingWords from '@univerjs/preset-sheets-drawing/locales/en-US';
import { mendUniver } from '../grid/mend-univer';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-drawing/lib/index.css';
import type { SpreadsheetEngine } from '../grid/engine';
import { shareFormulas } from '../grid/shared-formulas';

/** Univer shows these while it calculates, but ships no words for them. */
const MISSING_WORDS = {
  'sheets-formula': {
    progress: {
      analyzing: 'Looking at formulas',
      calculating: 'Calculating',
      'array-analysis': 'Looking at array formulas',
      'array-calculation': 'Calculating array formulas',
      done: 'Calculated',
    },
  },
};

/** Univer with its user interface: tabs, formula bar, drop-downs, conditional formats, undo. */
export interface PageEngine extends SpreadsheetEngine {
  readonly api: FUniver;
}

export function createPageEngine(container: HTMLElement, dark: boolean): PageEngine {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(
        coreWords,
        validationWords,
        conditionalWords,
        drawingWords,
        MISSING_WORDS,
      ),
    },
    logLevel: LogLevel.ERROR,
    darkMode: dark,
  });
  const presets = [
    UniverSheetsCorePreset({ container, toolbar: false, header: true, disableAutoFocus: true }),
    UniverSheetsDataValidationPreset(),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDrawingPreset(),
  ];
  for (const { plugins } of presets) {
    for (const entry of plugins) {
      if (Array.isArray(entry)) univer.registerPlugin(entry[0], entry[1]);
      else univer.registerPlugin(entry);
    }
  }
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
  // A drop-down would make its row as high as its text is in a narrow column: Excel does not.
  AutoHeightController.prototype.getUndoRedoParamsOfAutoHeight = () => ({
    redos: [],
    undos: [],
  });
  shareFormulas(univer.__getInjector().get(FormulaDataModel));
  return {
    univer,
    api: FUniver.newAPI(univer),
    drawsRules: true,
    knowsFunction: (name) => univer.__getInjector().get(IFunctionService).hasExecutor(name),
  };
}
