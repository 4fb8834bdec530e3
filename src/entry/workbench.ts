import manifest from '../../manifest.xml';
import { sampleSheets } from '../app/sample/sample';
import { startWorkbench } from '../workbench/page/workbench';

/** Opens the workbench on our sample, or on an empty workbook (`?empty`). */
const empty = new URLSearchParams(location.search).has('empty');
startWorkbench({
  manifest,
  name: empty ? 'Book1.xlsx' : 'CRM export.xlsx',
  tables: () => (empty ? [] : sampleSheets()),
});
