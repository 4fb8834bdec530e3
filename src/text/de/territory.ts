/** Die Seite eines Gebiets. */
export const territory = {
  'territory.page': 'Gebiet',
  'territory.none':
    'Kein Plan steht, der angesehen werden könnte, oder ein anderer wird auf der Seite Entwurf gezeigt.',
  'territory.pick': 'Gebiet',
  'territory.back': 'Zurück',
  'territory.owner':
    '{owner, select, none {Niemand hat es} other {{owner}}}{manager, select, none {} other {, geführt von {manager}}}',
  'territory.waits':
    '{state}: {cover, select, none {niemand vertritt} other {{cover} vertritt}}{future, select, none {} other {; dann für {future}}}{start, select, none {} other {, ab {start}}}',
  'territory.closed': 'Geschlossen: es hat keinen Anteil, und nichts geht dorthin.',
  'territory.accounts':
    '{count, plural, one {# Kunde} other {# Kunden}}{customers, select, none {} 1 {, 1 Bestandskunde} other {, {customers} Bestandskunden}}{money, select, none {} other {, {what} {money}}}',
  'territory.centre': 'Mitte bei {place}; seine Kunden sind im Mittel {distance} davon entfernt',
  'territory.load': '{load} von {target}, ±{tolerance}',
  'territory.loads': '% des fairen Anteils',
  'territory.out': 'außerhalb der Toleranz',
  'territory.largest': 'Größte Kunden',
  'territory.neighbours': 'Nachbarn',
  'territory.neighbourCount':
    '{count, plural, =0 {Keines teilt einen Grenzkunden} one {# Gebiet} other {# Gebiete}}',
  'territory.neighbour': '{name}{owner, select, none {} other { · {owner}}}',
  'territory.border':
    '{here, plural, =0 {Kein Kunde} one {# Kunde} other {# Kunden}} auf dieser Seite der Grenze, {there} auf der anderen',
  'territory.history': 'Was angenommen wurde',
  'territory.historyCount':
    '{count, plural, =0 {Nichts, seit der Plan behalten wurde,} one {# Eintrag} other {# Einträge}} im Protokoll',
  'territory.change':
    '{day}: {what}{reason, select, none {} other { ({reason})}}{by, select, none {} other {, von {by}}}',
  'territory.came': '{name} kam {other, select, none {aus keinem Gebiet} other {aus {other}}}',
  'territory.went': '{name} ging {other, select, none {in kein Gebiet} other {nach {other}}}',
  'territory.seat':
    '{from, select, none {niemand} other {{from}}} → {to, select, none {niemand} other {{to}}}',
  'territory.proposed':
    'Vorgeschlagen, noch nicht angenommen: {comes, plural, =0 {keiner kommt} one {# Kunde kommt} other {# Kunden kommen}}, {goes, plural, =0 {keiner geht} one {# geht} other {# gehen}}.',
  'territory.look': 'Ansehen',
  'territory.rows': 'Nur seine Zeilen zeigen',
  'territory.allRows': 'Alle Zeilen zeigen',
  'territory.sheet': 'Seine Seite zum Drucken',
  'territory.happens': 'Wenn mit ihm etwas geschieht',
  'territory.happensAbout': 'Weggang, Abwesenheit, Teilung, Zusammenlegung',
  'territory.select': 'Ein Klick wählt die Zeile des Kunden aus.',
  'news.rows': 'Auf {sheet} sind nur die Zeilen von {name} zu sehen: die Spalte Gebiet ist gefiltert.',
};
