import type { copies as en } from '../en/copies';

/** Planungskopien für Führungskräfte, und was davon zurückkommt. */
export const copies: Record<keyof typeof en, string> = {
  'sheet.copy': 'Planungskopie',
  'action.copy': 'Planungskopie schreiben',
  'action.compareCopy': 'Mit der Liste vergleichen',
  'action.takeCopy': 'Vorschlagen, was die Kopie verlegt hat',
  'action.decideConflict': 'Entscheiden',
  'writing.copy': 'Planungskopie wird geschrieben …',
  'news.copy':
    'Die Planungskopie für {manager} ist geschrieben: {accounts, plural, one {# Kunde} other {# Kunden}}, {team, plural, one {# Gebiet} other {# Gebiete}} des Teams. Das Blatt {sheet} vor dem Teilen in eine eigene Mappe verschieben oder kopieren.',
  'news.copyTaken':
    '{count, plural, =0 {Nichts aus {name} ist vorgeschlagen} one {# Kunde aus {name} ist für sein Gebiet vorgeschlagen} other {# Kunden aus {name} sind für ihre Gebiete vorgeschlagen}}{kept, plural, =0 {} one {, # bleibt, wo die Liste ihn hat} other {, # bleiben, wo die Liste sie hat}}: noch nicht angenommen.{unknown, plural, =0 {} one { Eine ihrer Zellen nennt kein Gebiet dieses Plans und blieb außen vor ({first}).} other { # ihrer Zellen nennen kein Gebiet dieses Plans und blieben außen vor, darunter {first}.}}{strangers, plural, =0 {} one { Eine ihrer Zeilen gehört zu keinem Kunden der Liste, oder zu mehreren.} other { # ihrer Zeilen gehören zu keinem Kunden der Liste, oder zu mehreren.}}',
  'failure.noTeam': 'Niemand namens {name} führt ein Gebiet dieses Plans.',
  'failure.noCopy': 'Auf keinem Blatt {name} steht eine Planungskopie.',
  'failure.copyNoKey':
    'Kunden von {name} lassen sich nicht nach Nummer oder Name unterscheiden, eine Planungskopie fände also nicht zu ihnen zurück.',
  'failure.copyStrange': 'Keiner der Kunden von {name} ist in der Liste.',
  'failure.copyEdited':
    'Auf dem Blatt Planungskopie {count, plural, =0 {stehen Worte} one {steht # Verlegung} other {stehen # Verlegungen}}, die jemand eingetragen hat: erst übernehmen oder das Blatt löschen.',
  'failure.copyChanged': 'Kopie oder Liste haben sich seit dem Vergleich geändert. Noch einmal vergleichen.',
  'failure.conflictsOpen':
    '{count, plural, one {# Kunde wurde} other {# Kunden wurden}} hier und in der Kopie verlegt oder {count, plural, one {hat} other {haben}} dort eine leere Zelle ({label}): für jeden sagen, was gilt.',
  'year.copies': 'Führungskräfte',
  'year.copyHint':
    'Eine Führungskraft bekommt die Kunden des eigenen Teams und die an seiner Grenze, mit Quoten des eigenen Teams und ohne jemandes Vergütung, auf einem Blatt, das in einer eigenen Mappe funktioniert. Was zurückkommt, wird hier auf ein Blatt gelegt und Kunde für Kunde verglichen.',
  'year.copyNone': 'Nach der Teamliste führt niemand ein Gebiet.',
  'year.manager': 'Führungskraft',
  'year.returned': 'Zurückgekommene Kopie',
  'year.copyFound':
    '{name}: {takes, plural, =0 {kein Kunde ist nur dort verlegt} one {# Kunde ist nur dort verlegt} other {# Kunden sind nur dort verlegt}}, {conflicts, plural, =0 {keiner auf beiden Seiten} one {# auf beiden Seiten} other {# auf beiden Seiten}}, {blanks, plural, =0 {} one {# mit leerer Zelle, } other {# mit leeren Zellen, }}{same, plural, =0 {} one {# sagt, was die Liste sagt, } other {# sagen, was die Liste sagt, }}{untouched, plural, one {# ist, wie er war} other {# sind, wie sie waren}}.',
  'year.copyTake':
    '{label}: {mine} → {theirs}{trade, select, none {} other { (Tausch, {trade}: beide müssen zustimmen)}}{why, select, none {} other {. {why}}}',
  'year.copyConflict':
    '{label}: {was} beim Kopieren, hier {mine}, in der Kopie {isBlank, select, true {eine leere Zelle, also {theirs}} other {{theirs}}}{trade, select, none {} other { (Tausch, {trade})}}{why, select, none {} other {. {why}}}',
  'year.copyStrangers':
    '{count, plural, one {# Kunde der Kopie ist nicht oder nicht einmal genau} other {# Kunden der Kopie sind nicht oder nicht einmal genau}} in der Liste: {some}',
  'year.copyUnknown':
    '{count, plural, one {# Zelle nennt} other {# Zellen nennen}} kein Gebiet des Plans: {some}',
  'year.mine': 'Unseres behalten',
  'year.theirs': 'Ihres nehmen',
  'copy.title': 'Planungskopie für {manager}',
  'copy.headline':
    '{territories, plural, one {# Gebiet} other {# Gebiete}} mit {accounts, plural, one {# Kunden} other {# Kunden}}, dazu {border, plural, one {# Kunde} other {# Kunden}} anderer an der Grenze',
  'copy.made': 'Stand: {date}.',
  'copy.what': 'Enthält niemandes Vergütung und Quoten nur des eigenen Teams.',
  'copy.how':
    'In der Spalte Gebiet ein anderes Gebiet wählen, sagen, warum, und das Blatt zurückschicken. Die Zahlen über den Kunden folgen.',
  'copy.territories': 'Gebiete des Teams, und alle anderen',
  'copy.accounts': 'Kunden des Teams, und die anderer an seiner Grenze',
  'copy.team': 'Eigenes Team',
  'copy.quota': 'Quote',
  'copy.elsewhere': 'Kunden nicht in dieser Kopie',
  'copy.target': 'Fairer Anteil: {metric}',
  'copy.share': '% des fairen Anteils: {metric}',
  'copy.key': 'Kundenschlüssel',
  'copy.place': 'Ort',
  'copy.owner': 'Betreuer heute',
  'copy.border': 'An der Grenze zu',
  'copy.why': 'Warum',
  'copy.from': 'Gebiet beim Kopieren',
  'copy.pick': 'Das Gebiet, in dem dieser Kunde sein soll.',
};
