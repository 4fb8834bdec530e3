/** Zwei Pläne nebeneinander. */
export const beside = {
  'beside.title': 'Karten und Anteile von zweien',
  'beside.about': 'Zwei Pläne auf der Karte, ihre Anteile, und wie viele Kunden bei jemand anderem sind.',
  'beside.left': 'Der erste',
  'beside.right': 'Der zweite',
  'beside.differ':
    '{count, plural, =0 {Jeder Kunde hat in beiden denselben Betreuer.} one {# von {accounts, number} Kunden hat in {right} einen anderen Betreuer als in {left}.} other {# von {accounts, number} Kunden haben in {right} einen anderen Betreuer als in {left}.}}',
  'beside.shares': 'Prozent des fairen Anteils, nach {metric}',
  'beside.noMap': 'Kein Kunde hat einen Ort auf der Karte.',
} as const;
