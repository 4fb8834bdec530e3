/** Das Jahr: was vorgeschlagen und angenommen ist, und Dateien für andere Systeme. */
export const year = {
  'sheet.loadFiles': 'Ladedateien',
  'sheet.loadMoves': 'Laden Wechsel',
  'sheet.loadMovesBack': 'Laden Wechsel zurück',
  'sheet.loadTerritories': 'Laden Gebiete',
  'sheet.loadOwners': 'Laden Betreuer',
  'sheet.loadOwnersBack': 'Laden Betreuer zurück',
  'sheet.loadDeals': 'Laden Chancen',
  'sheet.loadDealsBack': 'Laden Chancen zurück',
  'sheet.loadContacts': 'Laden Kontakte',
  'sheet.loadContactsBack': 'Laden Kontakte zurück',
  'sheet.loadLeave': 'Laden Kunden raus',
  'sheet.loadLeaveBack': 'Laden Kunden raus zurück',
  'sheet.loadJoin': 'Laden Kunden rein',
  'sheet.loadJoinBack': 'Laden Kunden rein zurück',
  'sheet.loadUsersOut': 'Laden Nutzer raus',
  'sheet.loadUsersOutBack': 'Laden Nutzer raus zurück',
  'sheet.loadUsersIn': 'Laden Nutzer rein',
  'sheet.loadUsersInBack': 'Laden Nutzer rein zurück',
  'sheet.loadRouting': 'Laden Zuteilung',
  'loads.title': 'Dateien, die den Plan in andere Systeme bringen',
  'loads.headline':
    '{changed, number} von {accounts, number} Kunden wechseln Betreuer oder Gebiet; {blocked, plural, =0 {keiner fehlt in einer Datei} one {# fehlt in einer Datei, siehe unten} other {# fehlen in einer Datei, siehe unten}}',
  'loads.target.hubspot':
    'Für den Import von Unternehmen in HubSpot: Kunden nach Record ID, Betreuer nach E-Mail.',
  'loads.target.plain': 'Eine einfache Liste: nichts sagt, aus welchem System die Kunden kommen.',
  'loads.accuracy':
    'Laden Zuteilung schickt {agree, number} der {of, number} Kunden mit bekanntem Ort in das Gebiet, in dem sie sind.',
  'loads.none': 'Es gibt nichts zu laden: jeder Kunde ist, wo der Plan ihn hat.',
  'loads.file': 'Datei',
  'loads.object': 'Objekt',
  'loads.operation': 'Was sie tut',
  'loads.rows': 'Zeilen',
  'loads.takesBack': 'Nimmt zurück',
  'loads.loaded': 'Geladen',
  'loads.failed': 'Abgelehnt',
  'loads.open': 'Ohne Antwort',
  'loads.blocks': 'In der Datei?',
  'loads.blocked': 'Nein',
  'loads.told': 'Ja',
  'loads.problem': 'Warum',
  'loads.row': 'Zeile',
  'loads.owner': 'Betreuer in den Dateien',
  'loads.inFiles': 'Kunden beim Schreiben',
  'loads.acceptedNow': 'Angenommen jetzt',
  'loads.check': 'Was angenommen war und ist (bei einer Differenz: Dateien neu schreiben)',
  'loads.do.update': 'Ändern',
  'loads.do.insert': 'Einfügen',
  'loads.do.delete': 'Löschen',
  'loads.do.import': 'Importieren',
  'loads.do.table': 'Zuteilungstabelle',
  'loads.undo.update': 'Zurück: ändern',
  'loads.undo.insert': 'Zurück: einfügen',
  'loads.undo.delete': 'Zurück: löschen',
  'loads.undo.import': 'Zurück: importieren',
  'loads.undo.table': 'Zurück',
  'loads.problem.noId': 'Der Kunde hat keine Nummer',
  'loads.problem.strangeId': '{id} ist keine Nummer eines Kunden in Salesforce',
  'loads.problem.idTwice': '{id} steht in mehreren Zeilen, die zu verschiedenen Betreuern gehen',
  'loads.problem.openTerritory':
    '{territory} ist offen, und niemand vertritt: einen Betreuer nennen, oder jemanden in der Spalte für die Vertretung',
  'loads.problem.noUser': '{owner} ist nicht unter den Nutzern, die die Mappe kennt',
  'loads.problem.twoUsers':
    'Mehrere Nutzer heißen {owner}: in der Teamliste jedem eine Nummer oder E-Mail geben',
  'loads.problem.noUserId':
    '{owner} hat keine Nutzernummer oder E-Mail: einen Export der Nutzer auf ein Blatt legen, oder eine Spalte in die Teamliste',
  'loads.problem.inactiveUser': '{owner} ist nicht aktiv und kann nichts betreuen',
  'loads.problem.noOldOwner':
    'Der Betreuer von heute ({owner}) ist nicht mit Nummer oder E-Mail bekannt, die Zeile ließe sich nicht zurücknehmen: einen Export der Nutzer, auch der ausgeschiedenen, auf ein Blatt legen',
  'loads.problem.noOwner':
    'Er hat nach der Liste heute keinen Betreuer, die Zeile ließe sich also nicht zurücknehmen',
  'loads.problem.noClear':
    'Er hat heute keinen Betreuer; ein Import kann ihm einen geben, aber nicht wieder nehmen',
  'loads.problem.noTerritoryId':
    '{territory} ist noch nicht im Export von Territory2: erst die Gebiete laden und neu exportieren',
  'loads.problem.noAssociation':
    'Was er verlassen muss, ist nicht bekannt: einen Export von ObjectTerritory2Association auf ein Blatt legen',
  'loads.problem.noStamp': 'Eine seiner Zellen (Do Not Modify) ist leer',
  'loads.problem.formulaText':
    '{count, plural, one {{text} beginnt} other {# Texte, als erster {text}, beginnen}} wie eine Formel: in der Datei, wie es ist',
  'loads.problem.notPlaced': 'Der Kunde ist in keinem Gebiet, das angenommen wurde',
  'action.loads': 'Ladedateien schreiben',
  'writing.loads': 'Die Dateien werden geschrieben',
  'news.loads':
    '{files, plural, =0 {Es gibt nichts zu laden} one {# Datei mit {rows, plural, one {# Zeile} other {# Zeilen}} ist geschrieben} other {# Dateien mit {rows, plural, one {# Zeile} other {# Zeilen}} sind geschrieben}}; {sheet} {files, plural, =0 {sagt, warum} other {führt sie auf}}.',
  'year.page': 'Im Jahr',
  'year.noPlan': 'Erst einen Plan behalten: Dateien und Ereignisse gelten dem angenommenen Plan.',
  'year.loads': 'Ladedateien',
  'year.loadsHint':
    'Dateien für das CRM, mit dem, was sie zurücknimmt: Betreuer, Gebiete, Chancen und Kontakte, eine Zuteilung. Nur angenommene Änderungen, jede Datei auf einem eigenen Blatt.',
  'year.download': '{name}.csv herunterladen',
  'year.rows': '{rows, plural, one {# Zeile} other {# Zeilen}}',
  'year.answered': '{loaded, number} geladen, {failed, number} abgelehnt, {open, number} ohne Antwort',
  'year.blocked':
    '{count, plural, one {# Zeile fehlt oder ist} other {# Zeilen fehlen oder sind}} anzusehen: {sheet} sagt, warum.',
  'year.downloadHint':
    'Wo der Bereich keine Dateien speichern darf, das Blatt gleichen Namens als CSV UTF-8 speichern.',
  'loads.target.salesforce': 'Für den Data Loader von Salesforce: die meisten Kundennummern sind von dort.',
  'loads.more.salesforce':
    'Exporte von Nutzern, Territory2, ObjectTerritory2Association, UserTerritory2Association, offenen Chancen oder Kontakten auf Blättern dieser Mappe machen auch dafür Dateien.',
  'loads.target.dynamics':
    'Für Dynamics: dessen eigener Export mit neuen Betreuern. Eine Zeile, die dort seither geändert wurde, wird abgelehnt.',
  'loads.more.dynamics':
    'Nach dem Import ist jeder Stempel ein anderer: die drei Spalten (Do Not Modify) eines neuen Exports in die Rücknahme setzen, bevor sie geladen wird.',
  'loads.at': 'Wie angenommen am {at}; der Plan gilt ab {from}.',
  'loads.save': 'Jedes Blatt ist eine Datei: als CSV UTF-8 speichern, oder aus dem Bereich herunterladen.',
  'loads.result':
    'Das Ergebnis eines Laders auf ein Blatt legen und die Dateien neu schreiben: übrig bleibt, was er abgelehnt hat, und zurückgenommen wird nur, was er angenommen hat.',
  'loads.problems':
    '{count, plural, =0 {Jede Zeile kann geladen werden} one {# Zeile zum Nachsehen} other {# Zeilen zum Nachsehen}}',
  'loads.listed': 'Zeile für Zeile: {listed, number} von {count, number}',
  'sheet.changeLog': 'Änderungen',
  'log.title': 'Was angenommen wurde, seit der Plan behalten ist',
  'log.headline': '{count, plural, one {# Änderung} other {# Änderungen}}',
  'log.note.sheet':
    'Jede Zeile ist, wie sie war, als sie angenommen wurde. Anteile sind % des fairen Anteils an {metric}, vor und nach allem, was zusammen angenommen wurde. Die blauen Zellen gehören Ihnen.',
  'log.id': 'Nummer',
  'log.at': 'Angenommen',
  'log.by': 'Von wem',
  'log.reason': 'Warum',
  'log.note': 'Notiz',
  'log.effective': 'Gültig ab',
  'log.fromBefore': 'Von, vorher',
  'log.fromAfter': 'Von, nachher',
  'log.toBefore': 'Nach, vorher',
  'log.toAfter': 'Nach, nachher',
  'log.status': 'Stand',
  'log.accepted': 'Angenommen',
  'log.reversed': 'Zurückgenommen',
  'log.newAccount': 'Neuer Kunde',
  'action.acceptChanges': 'Annehmen',
  'action.putBack': 'Zurücksetzen',
  'action.placeAccounts': 'Gebiete finden',
  'news.accepted':
    '{count, plural, one {# Änderung ist} other {# Änderungen sind}} angenommen und verzeichnet.{left, plural, =0 {} one { # nennt kein Gebiet des Plans und wartet.} other { # nennen kein Gebiet des Plans und warten.}}',
  'news.putBack':
    '{count, plural, =0 {Nichts war vorgeschlagen} one {# Kunde ist, wo er angenommen war} other {# Kunden sind, wo sie angenommen waren}}.',
  'news.placed':
    '{count, plural, =0 {Kein Kunde wurde eingeteilt} one {# Kunde hat jetzt ein Gebiet} other {# Kunden haben jetzt ein Gebiet}}, vorgeschlagen und noch nicht angenommen.{left, plural, =0 {} one { # darf nirgends hin.} other { # dürfen nirgends hin.}}',
  'failure.damagedLog':
    'Das Verzeichnis der Änderungen, das diese Mappe bei sich hat, ist nicht mehr lesbar. Nichts wurde geändert: schreiben Sie vom Blatt Änderungen ab, was Sie brauchen, und holen Sie Hilfe.',
  'failure.changesMoved':
    'Was vorgeschlagen ist, hat sich geändert, seit es gezeigt wurde. Sehen Sie es noch einmal an, dann annehmen.',
  'failure.nothingProposed': 'Es gibt nichts anzunehmen.',
  'failure.noSeats':
    'Das Team hat nicht eine Stelle für jedes Gebiet des Plans, also lässt sich niemand einteilen: planen Sie neu.',
  'year.changes': 'Vorgeschlagene Änderungen',
  'year.noChanges': 'Jeder Kunde ist, wo er angenommen ist.',
  'year.change': '{label}: {was} → {is}',
  'year.nowhere': 'kein Gebiet',
  'year.strange': 'ein solches Gebiet gibt es nicht',
  'year.more': '{count, plural, one {und # weitere} other {und # weitere}}',
  'year.by': 'Angenommen von',
  'year.reason': 'Warum (fürs Verzeichnis)',
  'year.effective': 'Gültig ab',
  'year.acceptCount': '{count, plural, one {# Änderung annehmen} other {# Änderungen annehmen}}',
  'year.new': 'Neue Kunden',
  'year.newCount': '{count, plural, one {# Kunde hat} other {# Kunden haben}} noch kein Gebiet.',
  'year.newHint':
    'Jeder kommt ins nächste Gebiet, das ihn haben darf und in seiner Toleranz bleibt: vorgeschlagen, zum Ansehen und Annehmen.',
  'year.share': '{territory}: {before} → {after} eines fairen Anteils',
};
