import type { quality as en } from '../en/quality';

/** How good the accounts of territories are, and what territories are to reach. */
export const quality: Record<keyof typeof en, string> = {
  'quality.title': 'Güte der Gebiete',
  'quality.about':
    'Wie die Kunden jedes Gebiets sind, ein Merkmal nach dem anderen, und daneben sein Teil des Mittels der Gebiete; mehr ist immer besser. Das Potenzial gilt je voller Stelle.',
  'quality.missing': 'Dafür hat die Liste keine Spalten, oder keine, die Formeln summieren können: {what}.',
  'quality.potential': 'Potenzial hier',
  'quality.potentialOf': 'Potenzial zum Mittel',
  'quality.growth': 'Mittleres Wachstum',
  'quality.growthOf': 'Wachstum zum Mittel',
  'quality.repeat': 'Käufer, die wieder kauften',
  'quality.repeatOf': 'Wiederkauf zum Mittel',
  'quality.kept': 'Gehaltene Kunden',
  'quality.keptOf': 'Gehalten zum Mittel',
  'quality.safe': 'ARR ohne Risiko',
  'quality.safeOf': 'Ohne Risiko zum Mittel',
  'quality.conversion': 'Gewonnene Abschlüsse',
  'quality.conversionOf': 'Gewonnen zum Mittel',
  'quality.ends': '{factor}: {least} des Mittels in {leastAt}, {most} in {mostAt}',
};
