import { useEffect } from 'react';

/**
 * The place of one chart over the grid; Univer mounts it, the chart is drawn into its canvas.
 * @param note what stands there in place of one that is not drawn
 */
export function chartCard(id: string, onMounted: () => void, note?: string) {
  return function ChartCard() {
    useEffect(() => {
      onMounted();
    }, []);
    return (
      <div className="chart-card">{note === undefined ? <canvas id={`chart-${id}`} /> : <p>{note}</p>}</div>
    );
  };
}
