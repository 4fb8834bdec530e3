import { sampleSheets } from '../app/sample/sample';
import { PATIENCE_MS } from '../workbook/lease';
import { OfficeWorkbook } from '../workbook/office-workbook';

/** Ribbon commands without a pane. Excel wants every event completed, whatever happened. */
void Office.onReady().then(() => {
  Office.actions.associate('insertSampleData', (event: Office.AddinCommands.Event) => {
    const workbook = new OfficeWorkbook({ now: () => new Date() }, PATIENCE_MS);
    void workbook.insert(sampleSheets()).finally(() => {
      event.completed();
    });
  });
});
