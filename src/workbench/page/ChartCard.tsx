import { useEffect } from 'react';

/** The place of one chart over the grid; Univer mounts it, the chart is drawn into its canvas. */
export function chartCard(id: string, onMounted: () => void) {
  return function ChartCard() {
    useEffect(() => {
      onMounted();
    }, []);
    return (
      <div className="chart-card">
        <canvas id={`chart-${id}`} />
      </div>
    );
  };
}
