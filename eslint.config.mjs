import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import office from 'eslint-plugin-office-addins';
import hooks from 'eslint-plugin-react-hooks';

/**
 * The rooms and their arrows (src/README.md): what each room may import, and of which rooms it may
 * use types only. A room not named in its own line is closed to it.
 */
const ROOMS = {
  exact: { may: [] },
  plan: { may: ['exact'] },
  engine: { may: ['exact'] },
  geo: { may: ['exact'] },
  text: { may: [] },
  intake: { may: ['plan', 'geo'] },
  carve: { may: ['plan', 'engine', 'geo', 'exact'] },
  quota: { may: ['plan'] },
  loads: { may: ['plan', 'exact'] },
  reports: { may: ['plan', 'quota', 'loads', 'text'] },
  app: {
    may: ['exact', 'plan', 'engine', 'geo', 'text', 'intake', 'carve', 'quota', 'loads', 'reports'],
  },
  workbook: { may: ['plan'], types: ['reports', 'app'] },
  worker: { may: ['engine'], types: ['carve', 'app'] },
  taskpane: { may: ['app', 'text'], types: ['plan'] },
  commands: { may: ['app', 'text'], types: ['plan'] },
  workbench: { may: [] },
};
/** Wiring may import anything; the spreadsheet host must stay out of the production bundle. */
const ENTRY = 'entry';

const roomPattern = (room) => `(^|/)\\.\\./(\\.\\./)*${room}(/|$)`;

const roomRules = Object.entries(ROOMS).map(([room, { may, types = [] }]) => {
  const closed = [...Object.keys(ROOMS), ENTRY].filter((r) => r !== room && !may.includes(r));
  const patterns = closed.map((r) => ({
    regex: roomPattern(r),
    allowTypeImports: types.includes(r),
    message: `The room "${room}" may not import from "${r}" (src/README.md).`,
  }));
  return {
    files: [`src/${room}/**/*.{ts,tsx}`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
});

const inexact = [
  'exp',
  'expm1',
  'log',
  'log1p',
  'log2',
  'log10',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'atan2',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh',
  'pow',
  'cbrt',
  'hypot',
  'random',
];

/** What writes into the workbook: within a job of the door, or to undo one, or into hidden sheets of ours. */
const WRITERS = [
  ...['door', 'checkpoint', 'lease', 'hidden', 'hidden-store', 'store-pieces', 'office-workbook'],
  ...[
    'account-columns',
    'anchors',
    'apply',
    'cell-looks',
    'cells',
    'charts',
    'extend-table',
    'insert-sheets',
  ],
  ...[
    'list-rows',
    'made-list',
    'new-row',
    'order-names',
    'place-in-rows',
    'raise-tables',
    'sheets',
    'styles',
    'validations',
  ],
  ...[
    'fill-cells',
    'restore-accounts',
    'revert',
    'revert-added',
    'revert-names',
    'clear-sheets',
    'restore-sheets',
  ],
  ...['room-for-columns', 'spoken-elsewhere', 'unfill-cells'],
];
const WRITTEN = [
  ...[
    'values',
    'formulas',
    'numberFormat',
    'formula',
    'calculationMode',
    'visibility',
    'visible',
    'position',
  ],
  ...['columnHidden', 'rowHidden', 'columnWidth', 'rowHeight', 'style', 'rule', 'showTotals', 'showHeaders'],
];
const WRITING = [
  ...['delete', 'insert', 'clear', 'clearAll', 'convertToRange', 'resize', 'protect', 'unprotect'],
  ...['freezeAt', 'freezeRows', 'freezeColumns', 'unfreeze', 'merge', 'unmerge', 'copyFrom', 'moveTo'],
];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    plugins: { 'office-addins': office },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/workbook/**/*.ts'],
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    // Everything is written through one door: whoever writes is listed, and is a job of it or undoes one.
    files: ['src/workbook/**/*.ts'],
    ignores: WRITERS.map((name) => `src/workbook/${name}.ts`),
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          `AssignmentExpression[left.property.name=/^(${WRITTEN.join('|')})$/]`,
          `CallExpression[callee.property.name=/^(${WRITING.join('|')})$/]:not([arguments.0.type=/^(Identifier|BinaryExpression)$/])`,
          'CallExpression[callee.property.name="add"][callee.object.property.name=/^(worksheets|tables|names|charts|columns|rows)$/]',
        ].map((selector) => ({ selector, message: 'Writes without the door (src/workbook/door.ts).' })),
      ],
    },
  },
  {
    // Only one room touches Office.js, and a web view knows nothing of Node.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/workbook/**', 'src/entry/**', 'src/workbench/**', 'src/geo/pack/**'],
    rules: { 'no-restricted-globals': ['error', 'Excel', 'Office', 'OfficeExtension', 'process'] },
  },
  {
    // V8 versions disagree in the last bit of these; the same workbook must give the same plan everywhere.
    files: ['src/{exact,engine,geo,carve}/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...inexact.map((property) => ({
          object: 'Math',
          property,
          message: 'Not the same bits in every JavaScript engine: use src/exact.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "BinaryExpression[operator='**']",
          message: 'Inexact in some engines: use src/exact or multiply.',
        },
      ],
    },
  },
  {
    // Tight loops over typed arrays know their indices to be in range.
    files: ['src/engine/**/*.ts', 'src/exact/**/*.ts', 'src/geo/**/*.ts', 'test/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['**/*.tsx'], plugins: { 'react-hooks': hooks }, rules: hooks.configs.recommended.rules },
  ...roomRules,
  {
    // The composition roots may import anything, but the spreadsheet host serves headless runs alone.
    files: ['src/entry/**/*.{ts,tsx}'],
    ignores: ['src/entry/headless*.ts', 'src/entry/workbench.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: roomPattern('workbench'),
              message: 'Only entry/headless.ts and entry/workbench.ts run the host.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { globals: { ...globals.node } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['src/entry/headless*.ts', 'test/bench/**'], rules: { 'no-console': 'off' } },
);
