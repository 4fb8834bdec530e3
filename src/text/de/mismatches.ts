import type { mismatches as en } from '../en/mismatches';

/** Ein anderes System neben dem Plan. */
export const mismatches: Record<keyof typeof en, string> = {
  'sheet.mismatches': 'Systemabweichungen',
  'sheet.fixes': 'Korrektur Zeilen',
  'sheet.fixesBack': 'Korrektur Zeilen zurück',
  'sheet.fixAdds': 'Korrektur neu',
  'sheet.fixAddsBack': 'Korrektur neu zurück',
  'action.compareSystem': 'Mit dem Plan vergleichen',
  'writing.mismatches': 'Vergleich mit dem Plan …',
  'news.mismatches':
    '{name} neben dem angenommenen Plan: {agree, number} von {rows, plural, one {# Zeile} other {# Zeilen}} stimmen überein, {differ, plural, =0 {nichts weicht ab} one {# Angabe weicht ab} other {# Angaben weichen ab}}. Siehe {sheet}.',
  'failure.noSystem': 'Neben Liste und Team gibt es keine Tabelle {name}.',
  'failure.systemNoKey':
    'Keine Spalte von {name} lässt sich den Kunden zuordnen: Nötig ist eine mit ihren Nummern, Webdomains, Postleitzahlen, Staaten oder Ländern.',
  'failure.systemSaysNothing':
    'Keine Spalte von {name} sagt, wem die Kunden gehören: Nötig ist eine mit Betreuern oder Gebieten.',
  'year.system': 'Systemabweichungen',
  'year.systemHint':
    'Was ein anderes System sagt, auf ein eigenes Blatt einfügen: Betreuer, Verteilung von Leads oder Fällen, Kampagnen, Marketinglisten. Verglichen wird mit dem angenommenen Plan, nach Kundennummer, sonst nach Webdomain, Postleitzahl, Staat oder Land.',
  'year.systemNone': 'In dieser Mappe ist keine weitere Tabelle.',
  'year.systemTable': 'Tabelle des anderen Systems',
  'year.systemFound':
    '{name}: {agree, number} von {rows, plural, one {# Zeile} other {# Zeilen}} sagen, was der Plan sagt, {differ, plural, =0 {nichts weicht ab} one {# Angabe weicht ab} other {# Angaben weichen ab}}.',
  'year.systemKind': '{kind}: {count, number}',
  'mismatch.title': '{name} neben dem Plan',
  'mismatch.headline':
    '{agree, number} von {rows, plural, one {# Zeile} other {# Zeilen}} sagen, was der Plan sagt; {differ, plural, =0 {nichts weicht ab} one {# Angabe weicht ab} other {# Angaben weichen ab}}',
  'mismatch.join.id': 'Zeilen gehören zu Kunden nach deren Nummern.',
  'mismatch.join.domain': 'Zeilen gehören zu Kunden nach deren Webdomains.',
  'mismatch.join.place':
    'Zeilen gehören zu Kunden nach deren Ort: nach Postleitzahl, sonst nach Staat, sonst nach Land.',
  'mismatch.note':
    'Verglichen mit dem angenommenen Plan am {at}. Was dort steht, was der Plan sagt und der Stand jeder Zeile folgen den Zellen.',
  'mismatch.files':
    'Was sich richten lässt, steht in Dateien mit den Spalten des anderen Systems, samt dem, was sie zurücknimmt: Korrektur Zeilen (ändern), Korrektur neu (neue Zeilen). #N/A leert eine Zelle.',
  'mismatch.kind': 'Was nicht stimmt',
  'mismatch.found': 'Gefunden',
  'mismatch.open': 'Noch offen',
  'mismatch.row': 'Zeile',
  'mismatch.key': 'Schlüssel dort',
  'mismatch.they': 'Steht dort jetzt',
  'mismatch.territory': 'Gebiet nach dem Plan',
  'mismatch.plan': 'Der Plan sagt',
  'mismatch.state': 'Stand',
  'mismatch.fix': 'Was zu tun ist',
  'mismatch.listKey': 'In der Liste',
  'mismatch.word': 'Wie es dort geschrieben wird',
  'mismatch.agree': 'Sagen, was der Plan sagt',
  'mismatch.silent': 'Nichts zu vergleichen',
  'mismatch.check': 'Zeilen dort jetzt weniger Zeilen oben',
  'mismatch.listed': 'Zeile für Zeile: {listed, number} von {count, number}',
  'mismatch.words': 'Wen der Plan in jedem Gebiet hat, und wie {name} ihn schreibt',
  'mismatch.several': '{differ, number} von {count, number} Kunden',
  'mismatch.isOpen': 'Offen',
  'mismatch.isSettled': 'Erledigt',
  'mismatch.isShared': 'Geteilt',
  'mismatch.code.stranger': 'Kunde ist nicht im Plan',
  'mismatch.code.double': 'Doppelt betreut',
  'mismatch.code.repeated': 'Steht zweimal da',
  'mismatch.code.noOwner': 'Kein Betreuer',
  'mismatch.code.unknownOwner': 'Unbekannter Betreuer',
  'mismatch.code.inactiveOwner': 'Nicht aktiver Betreuer',
  'mismatch.code.owner': 'Anderer Betreuer',
  'mismatch.code.territory': 'Anderes Gebiet',
  'mismatch.code.shared': 'Ort ist nach dem Plan geteilt',
  'mismatch.code.open': 'Niemand hat das Gebiet',
  'mismatch.code.gap': 'Lücke: keine Zeile dafür',
  'mismatch.fix.stranger': 'Dort herausnehmen oder den Kunden in die Liste aufnehmen',
  'mismatch.fix.double': 'Eine Zeile mit {word} lassen; die anderen: {rows}',
  'mismatch.fix.repeated': 'Diese Zeile herausnehmen; dasselbe steht in {rows}',
  'mismatch.fix.noOwner': '{word} eintragen (in Korrektur Zeilen)',
  'mismatch.fix.unknownOwner': '{word} eintragen (in Korrektur Zeilen)',
  'mismatch.fix.inactiveOwner': '{word} eintragen (in Korrektur Zeilen)',
  'mismatch.fix.owner': '{word} eintragen (in Korrektur Zeilen)',
  'mismatch.fix.territory': '{word} eintragen (in Korrektur Zeilen)',
  'mismatch.fix.shared':
    'Eine Zeile nach Ort kann das nicht sagen: auch nach Kunde, Branche oder Größe verteilen',
  'mismatch.fix.open': '{territory} einen Betreuer oder eine Vertretung geben',
  'mismatch.fix.gap': 'Eine Zeile mit {word} hinzufügen (in Korrektur neu)',
  'mismatch.fix.nobody':
    'In keiner Datei: Für {territory} ist niemand Aktives so bekannt, wie dort geschrieben wird. Dem Gebiet einen Betreuer geben oder in der Teamliste seine E-Mail oder Nummer nennen',
};
