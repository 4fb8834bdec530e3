import type { quality as en } from '../en/quality';

/** How good the accounts of territories are, and what territories are to reach. */
export const quality: Record<keyof typeof en, string> = {
  'worth.title': 'Güte der Gebiete',
  'worth.about':
    'Wie die Kunden jedes Gebiets sind, ein Merkmal nach dem anderen, und daneben sein Teil des Mittels der Gebiete; mehr ist immer besser. Das Potenzial gilt je voller Stelle.',
  'worth.missing': 'Dafür hat die Liste keine Spalten, oder keine, die Formeln summieren können: {what}.',
  'worth.potential': 'Potenzial hier',
  'worth.potentialOf': 'Potenzial zum Mittel',
  'worth.growth': 'Mittleres Wachstum',
  'worth.growthOf': 'Wachstum zum Mittel',
  'worth.repeat': 'Käufer, die wieder kauften',
  'worth.repeatOf': 'Wiederkauf zum Mittel',
  'worth.kept': 'Gehaltene Kunden',
  'worth.keptOf': 'Gehalten zum Mittel',
  'worth.safe': 'ARR ohne Risiko',
  'worth.safeOf': 'Ohne Risiko zum Mittel',
  'worth.conversion': 'Gewonnene Abschlüsse',
  'worth.conversionOf': 'Gewonnen zum Mittel',
  'worth.ends': '{factor}: {least} des Mittels in {leastAt}, {most} in {mostAt}',

  'sheet.objectives': 'Ziele',
  'objectives.title': '{plan}: was jedes Gebiet erreichen soll',
  'objectives.about':
    'Ziele sind aus den Einstellungen unten vorbelegt; was jetzt so ist, folgt der Liste. Blaue Zellen gehören Ihnen; eine leere Einstellung gilt wie üblich. Ihre eigenen Worte zu einem Gebiet kommen aus dem Gebietsplan.',
  'objectives.asAt':
    'ARR zu Beginn ist, was jedes Gebiet am {date} hatte. Wird das Blatt neu geschrieben, beginnt es neu.',
  'objectives.noQuota':
    'Keine Quoten- und Pipeline-Ziele: Schreiben Sie zuerst Quoten, dann dieses Blatt noch einmal.',
  'objectives.noTier':
    'Keine Besuche: Die Liste hat keine Stufen. Bewerten Sie zuerst die Kunden, dann schreiben Sie dieses Blatt noch einmal.',
  'objectives.missing': 'Dafür hat die Liste keine Spalte, die Formeln summieren können: {what}.',
  'objectives.settings': 'Womit Ziele vorbelegt sind',
  'objectives.territories': 'Ziel und Stand je Gebiet',
  'objectives.quota': 'Quote',
  'objectives.booked': 'Gebucht',
  'objectives.bookedOf': 'Quote erreicht',
  'objectives.pipelineTarget': 'Pipeline-Ziel',
  'objectives.pipeline': 'Offene Pipeline jetzt',
  'objectives.pipelineOf': 'Pipeline erreicht',
  'objectives.arrBefore': 'ARR zu Beginn',
  'objectives.arrTarget': 'ARR zu halten',
  'objectives.arr': 'ARR jetzt',
  'objectives.arrOf': 'ARR erreicht',
  'objectives.callsTarget': 'Besuche zu machen',
  'objectives.calls': 'Besuche gemacht',
  'objectives.callsOf': 'Besuche erreicht',
  'objectives.words': 'Eigene Worte',
  'objectives.set.pipeline': 'Pipeline',
  'objectives.set.retained': 'ARR zu halten',
  'objectives.set.calls': 'Besuche im Jahr',
  'objectives.set.days': 'Tage der Besuche',
  'objectives.means.pipeline': 'Offene Pipeline, in Quoten',
  'objectives.means.retained': 'Teil des ARR zu Beginn, der bleiben soll',
  'objectives.means.calls': 'Bei einem Kunden der besten Stufe',
  'objectives.means.days':
    'Wie weit zurück die Liste Aktivitäten zählt: Zu machen sind die Besuche so vieler Tage',
};
