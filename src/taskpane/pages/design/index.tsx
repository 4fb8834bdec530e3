import { useMemo } from 'react';
import { designPage as designView } from '../../../app/pages/design/view';
import type { PaneState } from '../../../app/state';
import { usePane } from '../../pane-context';
import type { Page } from '../page';
import { DesignActions } from './DesignActions';
import { EmptyWorkbook } from './EmptyWorkbook';
import { Found } from './Found';
import { PlanPreview } from './PlanPreview';

/** Carving: what was found, then the plan as a preview. */
export const designPage: Page = {
  key: 'design',
  title: ({ designed }) => (designed === undefined ? 'pane.title' : 'pane.previewTitle'),
  Body: DesignBody,
  Actions: DesignActions,
};

function DesignBody({ state }: { state: PaneState }) {
  const { say, numbers } = usePane();
  const view = useMemo(() => designView(say, numbers), [say, numbers]);
  const { summary, preview, isStale, staleWords } = view(state);
  if (state.isEmpty) return <EmptyWorkbook />;
  if (preview !== undefined)
    return (
      <PlanPreview preview={preview} stale={isStale ? (staleWords ?? say('preview.stale')) : undefined} />
    );
  return summary === undefined ? null : <Found summary={summary} />;
}
