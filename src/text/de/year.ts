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
  'sheet.loadQuotas': 'Laden Quoten',
  'sheet.loadQuotasBack': 'Laden Quoten zurück',
  'sheet.loadQuotasNewBack': 'Laden Quoten zurück neu',
  'sheet.loadQuotaList': 'Laden Quotenliste',
  'sheet.loadTeamOut': 'Laden Account-Team raus',
  'sheet.loadTeamOutBack': 'Laden Acct-Team raus zurück',
  'sheet.loadTeamIn': 'Laden Account-Team rein',
  'sheet.loadTeamInBack': 'Laden Acct-Team rein zurück',
  'sheet.loadTeamList': 'Laden Account-Teams',
  'sheet.loadZipLists': 'Laden PLZ-Listen',
  'loads.title': 'Dateien, die den Plan in andere Systeme bringen',
  'loads.headline':
    '{changed, number} von {accounts, number} Kunden wechseln Betreuer oder Gebiet; {blocked, plural, =0 {keiner fehlt in einer Datei} one {# fehlt in einer Datei, siehe unten} other {# fehlen in einer Datei, siehe unten}}',
  'loads.target.hubspot':
    'Für den Import von Unternehmen in HubSpot: Kunden nach Record ID, Betreuer nach E-Mail.',
  'loads.target.plain': 'Eine einfache Liste: nichts sagt, aus welchem System die Kunden kommen.',
  'loads.accuracy':
    'Laden Zuteilung schickt {agree, number} der {of, number} Kunden, von denen sie etwas weiß, in das Gebiet, in dem sie sind; von Kunden, die sie noch nicht kennt, etwa {part, number, percent}. Es gilt die erste Zeile, die passt.',
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
  'loads.do.upsert': 'Upsert',
  'loads.do.delete': 'Löschen',
  'loads.do.import': 'Importieren',
  'loads.do.table': 'Zuteilungstabelle',
  'loads.undo.update': 'Zurück: ändern',
  'loads.undo.insert': 'Zurück: einfügen',
  'loads.undo.upsert': 'Zurück: Upsert',
  'loads.undo.delete': 'Zurück: löschen',
  'loads.undo.import': 'Zurück: importieren',
  'loads.undo.table': 'Zurück',
  'loads.problem.noId': 'Der Kunde hat keine Nummer',
  'loads.problem.strangeId': '{id} ist keine Nummer eines Kunden in Salesforce',
  'loads.problem.idTwice':
    '{id} steht in mehreren Zeilen, die zu verschiedenen Betreuern oder Gebieten gehen',
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
  'loads.problem.notIssued': 'Quoten sind nicht ausgegeben: noch soll niemand daran gemessen werden',
  'loads.problem.noForecastType':
    'Nichts sagt, zu welchem Forecast Quoten gehören: Nötig ist auf einem Blatt ein Export von ForecastingType oder ForecastingQuota',
  'loads.problem.twoForecastTypes':
    'Im Export von ForecastingType stehen {count, number} aktive Forecasts von Beträgen: nur den lassen, zu dem die Quoten gehören',
  'loads.problem.noQuotaCurrency': 'Der Plan nennt keine Währung, es gilt also die dessen, der lädt',
  'loads.problem.quotaUnknownBefore':
    'Kein Export von ForecastingQuota steht auf einem Blatt: Was vorher war, ist unbekannt, also lassen sich nur neu angelegte Zeilen zurücknehmen, nach dem Ergebnis des Laders',
  'loads.problem.weekPeriods':
    'Perioden sind vier und fünf Wochen lang: Das passt nur, wo Salesforce ein eigenes Geschäftsjahr mit denselben Tagen hat',
  'loads.problem.quotasLeft':
    '{count, plural, one {# Quote} other {# Quoten}} des Jahres von Benutzern, die in diesem Plan oder dort nichts tragen: bleiben, wie sie sind',
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
    'Das Ergebnis eines Laders auf ein Blatt legen und die Dateien neu schreiben: übrig bleibt, was er abgelehnt hat; die Rücknahme lässt das weg. Ergebnisse gelten in der Folge der Blätter: alte weg.',
  'loads.problems':
    '{count, plural, =0 {Jede Zeile kann geladen werden} one {# Zeile zum Nachsehen} other {# Zeilen zum Nachsehen}}',
  'loads.listed': 'Zeile für Zeile: {listed, number} von {count, number}',
  'sheet.changeLog': 'Änderungen',
  'log.title': 'Änderungen, im Lauf des Jahres angenommen',
  'log.headline': '{count, plural, one {# Änderung} other {# Änderungen}}',
  'log.note.sheet':
    'Jede Zeile ist, wie sie war, als sie angenommen wurde. Anteile sind % des fairen Anteils an {metric}, vor und nach allem, was zusammen angenommen wurde. Was ein neuer Plan mitbringt, steht nicht hier. Variable darauf ist, was bei der Rate der Stelle (Zielvariable ÷ Quote) vor der Änderung auf seiner Jahresquote liegt. Was Ladedateien und ihre Ergebnisse sagen, kommt später. Die blauen Zellen gehören Ihnen.',
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
    '{count, plural, =0 {Kein Kunde wurde eingeordnet.} one {# Kunde hat jetzt ein Gebiet, vorgeschlagen und noch nicht angenommen.} other {# Kunden haben jetzt ein Gebiet, vorgeschlagen und noch nicht angenommen.}}{left, plural, =0 {} one { # darf nirgends hin.} other { # dürfen nirgends hin.}}',
  'failure.damagedLog':
    'Das Verzeichnis der Änderungen, das diese Mappe bei sich hat, ist nicht mehr lesbar. Nichts wurde geändert: schreiben Sie vom Blatt Änderungen ab, was Sie brauchen, und holen Sie Hilfe.',
  'failure.changesMoved':
    'Was vorgeschlagen ist, hat sich geändert, seit es gezeigt wurde. Sehen Sie es noch einmal an, dann annehmen.',
  'failure.nothingProposed': 'Es gibt nichts anzunehmen.',
  'failure.noSeats':
    'Das Team hat nicht einen Platz für jedes Gebiet des stehenden Plans: Seither kam jemand dazu oder ging. Die Teamliste wieder so einrichten, wie sie für den Plan war, oder neu entwerfen.',
  'year.changes': 'Vorgeschlagene Änderungen',
  'year.noChanges': 'Jeder Kunde ist, wo er angenommen ist.',
  'year.change': '{label}: {was} → {is}',
  'year.nowhere': 'kein Gebiet',
  'year.strange': 'ein solches Gebiet gibt es nicht',
  'against.lock': 'gesperrt: {lock}',
  'against.family':
    'getrennt von {left, plural, one {# Kunden} other {# Kunden}} {unit, select, zip {der PLZ} zip3 {der PLZ3} county {des Kreises} state {des Bundeslands} country {des Landes} other {der Familie}}',
  'against.coverage':
    '{model, select, pool {im Pool betreut} partner {von einem Partner betreut} other {als nicht zuzuteilen vermerkt}}',
  'against.book': 'im Pool, weil kein Platz ist',
  'against.segment': 'kein Gebiet für Segment {segment}',
  'against.skill': 'kein Gebiet mit Fähigkeit für {industry}',
  'against.region': 'kein Gebiet für {region}',
  'year.against':
    '{count, plural, one {# Änderung geht} other {# Änderungen gehen}} gegen eine Regel des Plans, wie bei den genannten steht. Das Blatt Änderungen hält es bei jeder fest.',
  'log.against': 'Dagegen',
  'year.more': '{count, plural, one {und # weitere} other {und # weitere}}',
  'year.by': 'Angenommen von',
  'year.reason': 'Warum (fürs Verzeichnis)',
  'year.effective': 'Gültig ab',
  'year.acceptCount': '{count, plural, one {# Änderung annehmen} other {# Änderungen annehmen}}',
  'action.spread': 'Kunden verteilen',
  'action.rebalance': 'Wenigste Wechsel vorschlagen',
  'news.spread':
    '{count, plural, =0 {{territory} hat keinen Kunden, der anderswohin könnte.} one {# Kunde aus {territory} ist für ein anderes Gebiet vorgeschlagen, noch nicht angenommen.} other {# Kunden aus {territory} sind für andere Gebiete vorgeschlagen, noch nicht angenommen.}}{left, plural, =0 {} one { # darf nirgends sonst hin und bleibt.} other { # dürfen nirgends sonst hin und bleiben.}}',
  'news.rebalanced':
    '{count, plural, =0 {Kein Wechsel ist vorgeschlagen} one {# Wechsel ist vorgeschlagen} other {# Wechsel sind vorgeschlagen}}; {out, plural, =0 {dann ist jedes Gebiet in seiner Toleranz} one {# Gebiet ist dann außerhalb der Toleranz} other {# Gebiete sind dann außerhalb der Toleranz}}.',
  'failure.badBudget': 'Wie viele Kunden wechseln dürfen, ist ein Teil von ihnen: zwischen 0 und 100 %.',
  'against.apart':
    '{from, plural, one {# Kunde} other {# Kunden}} {unit, select, zip {der PLZ} zip3 {der PLZ3} county {des Kreises} state {des Bundeslands} country {des Landes} other {der Familie}} {from, plural, one {ist} other {sind}} anderswo beisammen',
  'year.strays': 'Am falschen Platz',
  'year.straysCount':
    '{count, plural, one {# Kunde steht} other {# Kunden stehen}}, wo die Regeln des Plans {count, plural, one {ihn} other {sie}} nicht haben: Segment, Region, Betreuung oder Mutter haben sich geändert, oder das Team.',
  'year.stray': '{label}, in {territory}: {why}',
  'action.placeStrays': 'Plätze vorschlagen',
  'news.straysPlaced':
    '{count, plural, =0 {Kein Kunde wurde eingeordnet} one {# Kunde ist für den Platz vorgeschlagen, den die Regeln haben} other {# Kunden sind für die Plätze vorgeschlagen, die die Regeln haben}}.{left, plural, =0 {} one { # darf nirgends hin und bleibt.} other { # dürfen nirgends hin und bleiben.}}',
  'year.leaver': 'Jemand geht',
  'year.leaverHint':
    'Mit Nachfolge: den Namen als Betreuer in den Gebietsplan schreiben. Ohne: Die Kunden gehen an die nächsten Gebiete, von denen keines mehr als 15 % über seinen Anteil kommt, solange ein anderes Platz hat; vorgeschlagen, nicht angenommen. Gebiet und Ziel bleiben für die nächste Person.',
  'year.territory': 'Gebiet',
  'year.rebalance': 'Zurück in die Toleranz',
  'year.rebalanceOut':
    '{out, plural, =0 {Jedes Gebiet ist in seiner Toleranz} one {# Gebiet ist außerhalb der Toleranz} other {# Gebiete sind außerhalb der Toleranz}}, nach den Gebietszellen, wie sie sind.',
  'year.most': 'Höchstens, % der Kunden',
  'year.new': 'Neue Kunden',
  'year.newCount': '{count, plural, one {# Kunde hat} other {# Kunden haben}} noch kein Gebiet.',
  'year.newHint':
    'Jeder kommt ins nächste Gebiet, das ihn haben darf und in seiner Toleranz bleibt: vorgeschlagen, zum Ansehen und Annehmen.',
  'year.share': '{territory}: {before} → {after} eines fairen Anteils',
  'sheet.health': 'Zustand',
  'action.health': 'Zustand schreiben',
  'year.health': 'Zustand',
  'year.healthHint':
    'Das Blatt Zustand zählt mit Formeln, was abgewichen ist, wer vernachlässigt ist und was verlängert wird, im Ganzen und nach Gebiet.',
  'health.title': '{plan}: wie es ihm geht',
  'health.headline': 'Zeilen zum Nachsehen: {looks}',
  'health.note':
    'Jede Zahl folgt der Liste und dem Blatt Gleichgewicht von heute; geplant am {date}. Die blauen Zellen gehören Ihnen.',
  'health.review': 'Nächste Durchsicht in {days} Tagen',
  'health.reviewLate': 'Die Durchsicht ist seit {days} Tagen fällig',
  'health.noReview': 'Keine Durchsicht ist gesetzt: einen Tag in die blaue Zelle unten tippen',
  'health.line': 'Was',
  'health.now': 'Jetzt',
  'health.designed': 'Wie geplant',
  'health.state': 'Stand',
  'health.where': 'Nachsehen in',
  'health.look': 'Ansehen',
  'health.fine': 'Gut',
  'health.settings': 'Was als was zählt',
  'health.territories': 'Nach Gebiet',
  'health.outOfBand': 'Gebiete außerhalb der Toleranz',
  'health.worst': 'Größte Abweichung vom fairen Anteil: {metric}',
  'health.nowhere': 'Kunden in keinem Gebiet des Plans',
  'health.unassigned': 'Davon Unassigned',
  'health.proposed': 'Änderungen vorgeschlagen und nicht angenommen',
  'health.accounts': 'Kunden in der Liste',
  'health.openSeats': 'Gebiete, für die jemand gesucht wird',
  'health.over': 'Gebiete mit zu viel Arbeit: Aufwand über Kapazität',
  'health.under': 'Gebiete mit Luft: Aufwand unter Kapazität',
  'health.neglected': 'Vernachlässigt: länger still als der Takt',
  'health.renewals': 'Verlängerungen, die kommen',
  'health.renewalsSum': 'ARR in diesen Verlängerungen',
  'health.proposedIn': 'Vorgeschlagen, nicht angenommen',
  'health.neglectedColumn': 'Vernachlässigt',
  'health.renewalsColumn': 'Verlängerungen',
  'health.renewalsArr': 'ARR, das verlängert wird',
  'health.kept': 'Rhythmus gehalten: Anteil dieser Kunden, um die sich rechtzeitig gekümmert wurde',
  'health.keptColumn': 'Rhythmus gehalten',
  'health.conversion': 'Abschlussquote: gewonnene von entschiedenen Geschäften',
  'health.conversionColumn': 'Abschlussquote',
  'health.satisfaction': '{header}, Mittel der Kunden, die einen Wert haben',
  'health.satisfactionColumn': 'Zufriedenheit',
  'health.set.cadence': 'Takt in Tagen (Bestandskunden, sonst die größten)',
  'health.set.largest': 'Anteil der größten, wo keine Bestandskunden bekannt sind',
  'health.set.renewals': 'Tage voraus, in denen Verlängerungen zählen',
  'health.set.over': 'Aufwand %, über dem ein Gebiet zu viel Arbeit hat',
  'health.set.under': 'Aufwand %, unter dem ein Gebiet Luft hat',
  'health.set.review': 'Tag der nächsten Durchsicht',
  'health.means.cadence':
    'Tage, nach denen ein Kunde vernachlässigt ist: ein Bestandskunde; wo keine bekannt sind, einer der größten; einer der besten Stufe, wo das Blatt der Punkte steht',
  'health.means.largest': 'Wo keine Bestandskunden bekannt sind: der Teil der Kunden, die die größten sind',
  'health.means.renewals': 'Von heute an',
  'health.means.over': 'Mehr Arbeit als Stunden: seine Kunden kommen zu kurz',
  'health.means.under': 'Stunden übrig',
  'health.means.review': 'Steht unter dem Titel',
  'health.helpers': 'Helfende, auf denen zu viel liegt',
  'health.atRisk': 'Kunden, die abspringen könnten',
  'health.atRiskSum': 'ARR davon',
  'health.strategic': 'Vernachlässigt in der besten Stufe',
  'action.moveAccount': 'Verschieben',
  'news.accountMoved': '{account} ist für {name} vorgeschlagen.',
  'failure.noSuchAccount':
    '{count, plural, =0 {Die Liste hat keinen Kunden {account}} other {# Kunden heißen {account}: die Nummer nennen}}.',
  'failure.noTerritoryCalled': 'Der Plan hat kein Gebiet {name}.',
  'failure.badEvent': 'Ereignis {number} ist nicht zu lesen: {message}',
  'failure.eventFailed': 'Ereignis {number} geschah nicht: {message}',
  'failure.neededTableGone':
    'Die Tabelle {name} ist nicht mehr in der Mappe, und das Blatt spricht von ihr: neu planen und anwenden, dann das Blatt anfordern.',
  'loads.noneNow': 'Keine Datei hat jetzt eine Zeile: unten steht, warum.',
  'health.noActivityDate': 'Zellen der letzten Aktivität, die kein Datum sind',
  'health.noRenewalDate': 'Zellen der Verlängerung, die kein Datum sind',
  'year.noAccepted':
    'Die Spalte des angenommenen Gebiets ist nicht mehr in der Liste: ohne sie sagt nichts, was angenommen wurde. Ihr Löschen rückgängig machen, oder einen Plan neu anwenden.',
  'loads.problem.damagedId':
    'Die Nummer {id} hat ihre letzten Ziffern verloren: sie wurde als Zahl gelesen; als Text einsetzen',
  'sheet.attainment': 'Erreichung',
  'attainment.title': '{plan}: was gebucht wurde',
  'attainment.fromTable':
    'Aus der Tabelle {name}: jede Buchung geht an den, der darin genannt ist, sonst an den Besitzer am Tag ihres Abschlusses.',
  'attainment.fromList':
    'Aus der Spalte {header} der Liste: was ein Kunde gebracht hatte, als er anderswo angenommen wurde, bleibt bei dem Gebiet, das er verließ. Es zählt für das Gebiet, wer immer es hatte.',
  'attainment.note':
    'Die Quote ist die der vergangenen Monate und des Teils des laufenden, wie der Quotenkalender sie hat. Daneben steht der Anteil des Gebiets, damit niemand für ein armes Gebiet gescholten wird.',
  'attainment.noQuota':
    'Es sind keine Quoten geschrieben: was gebucht wurde, steht da, und nichts ist eine Erreichung.',
  'attainment.territories': 'Nach Gebiet',
  'attainment.periods': 'Wie viel vom Jahr vergangen ist',
  'attainment.credits': 'Wem jede Buchung gutgeschrieben ist',
  'attainment.gone': 'Vergangen',
  'attainment.quota': 'Quote bis heute',
  'attainment.credit': 'Gutgeschrieben',
  'attainment.attained': 'Erreichung',
  'attainment.place': 'Platz',
  'attainment.deal': 'Geschäft',
  'attainment.closed': 'Abgeschlossen am',
  'attainment.amount': 'Betrag',
  'attainment.split': 'Anteil',
  'attainment.rep': 'Gutgeschrieben an',
  'attainment.why': 'Warum',
  'attainment.why.named': 'In der Tabelle genannt',
  'attainment.why.owner': 'Besitzer an diesem Tag',
  'attainment.why.nobody': 'Niemand hatte ihn an diesem Tag',
  'attainment.elsewhere': 'Gebucht, und in keiner Zeile unten',
  'attainment.changed': 'Seither geändert: das Blatt neu schreiben',
  'attainment.unread': 'Zeilen ohne lesbaren Tag, Betrag oder Anteil: nicht gutgeschrieben',
  'attainment.set.asOf': 'Gezählt bis',
  'attainment.set.closed': 'Abgeschlossen bis',
  'attainment.means.asOf': 'Ein Tag; leer: heute',
  'attainment.means.closed':
    'Bis zu diesem Tag wird nichts mehr angenommen: keine Gutschrift ändert sich im Nachhinein',
  'log.booked': 'Bis dahin gebucht',
  'failure.noActuals':
    'Nichts sagt, was gebucht wurde: eine Tabelle auf ein Blatt Bookings setzen (Kunde, Abschlussdatum, Betrag; Gutschrift und Anteil, wo es sie gibt), oder eine Spalte mit den Buchungen des Jahres in die Liste.',
  'failure.bookingsColumns':
    'In {name} fehlt etwas, das Buchungen brauchen. Nicht gefundene Spalten: {columns}.',
  'failure.periodClosed':
    'Alles bis {closed} ist abgeschlossen (Erreichung): eine Änderung ab {day} kann nicht mehr angenommen werden. Einen späteren Tag nennen.',
  'sheet.refresh': 'Auffrischung',
  'refresh.title': 'Aus {name} übernommen',
  'refresh.headline':
    '{cells, plural, =0 {Keine Zelle geändert} one {# Zelle geändert} other {# Zellen geändert}}; {added, plural, =0 {kein Kunde neu} one {# Kunde neu} other {# Kunden neu}}; {gone, plural, =0 {keiner fehlt} one {# steht nicht mehr im Export und bleibt in der Liste} other {# stehen nicht mehr im Export und bleiben in der Liste}}',
  'refresh.changed': 'Geänderte Zellen',
  'refresh.added': 'Neue Kunden',
  'refresh.gone': 'In der Liste, nicht im Export',
  'refresh.column': 'Spalte',
  'refresh.before': 'Vorher',
  'refresh.after': 'Aus dem Export',
  'refresh.renamed': '{header} heißt im Export {called} und hat meist dieselben Zellen: Es wird übernommen.',
  'refresh.lacking': 'Der Export hat keine Spalte für {headers}: Was die Liste dort sagt, bleibt.',
  'refresh.back':
    '{count, plural, one {# Kunde, der den Plan seit dem Entwurf verlassen hat, steht} other {# Kunden, die den Plan seit dem Entwurf verlassen haben, stehen}} im Export: {names}. {count, plural, one {Ist er} other {Sind sie}} wieder da, Sperre leeren und ein Gebiet wählen.',
  'refresh.nameless':
    '{count, plural, one {# Zeile des Exports hat} other {# Zeilen des Exports haben}} keine Kennung und {count, plural, one {bleibt} other {bleiben}} weg.',
  'refresh.twice': 'Doppelt im Kopf des Exports, so dass daraus nichts übernommen wird: {headers}.',
  'verify.noColumn':
    'Die Spalte mit dem entworfenen Gebiet steht nicht mehr in der Liste: Nichts sagt, was entworfen wurde.',
  'failure.formulaInTheWay':
    '{address} ist eine Formel, und der Export hat einen Wert dafür: Eine Formel wird nicht überschrieben. Den Wert einsetzen, oder die Spalte aus dem Export nehmen.',
  'failure.exportTwice':
    'Jede Kennung aus {name}, die in der Liste steht, steht dort mehrmals: Die Zeilen sind keine Kunden, sondern etwa Geschäfte. Es braucht einen Export der Kunden.',
  'failure.mergedBelow':
    'Unter der Liste gibt es verbundene Zellen, in {address}; neue Zeilen müssten sie hinunterschieben, und das tut Excel nicht. Den Verbund aufheben oder die Zellen wegrücken, dann noch einmal versuchen.',
  'refresh.blanks':
    '{count, plural, one {# Zelle ist} other {# Zellen sind}} im Export leer und in der Liste gefüllt: Was die Liste sagt, bleibt.',
  'refresh.errors':
    '{count, plural, one {# Zelle des Exports ist} other {# Zellen des Exports sind}} ein Fehler (#WERT! und dergleichen): Daraus wird nichts übernommen.',
  'refresh.strange':
    '{count, plural, one {# Zelle ist} other {# Zellen sind}} im Export von anderer Art, etwa Text statt einer Zahl (die erste: {first}): Daraus wird nichts übernommen.',
  'refresh.doubled':
    '{count, plural, one {# Kennung steht} other {# Kennungen stehen}} doppelt, in der Liste oder im Export, und niemand weiß, wessen diese Zeilen sind: {ids}. Sie bleiben, wie sie sind.',
  'refresh.formulas': 'Formeln der Liste bleiben: {headers}.',
  'refresh.more': 'Nur im Export, nicht übernommen: {headers}.',
  'refresh.none': 'Nichts ist anders als in der Liste.',
  'action.compareExport': 'Vergleichen',
  'action.takeExport': 'Übernehmen',
  'news.refreshed':
    '{cells, plural, =0 {Keine Zelle} one {# Zelle} other {# Zellen}} geändert, {added, plural, =0 {kein Kunde} one {# Kunde} other {# Kunden}} neu; Gebiete, Sperren und Gründe bleiben, wo sie sind. Das Blatt {sheet} sagt, was sich geändert hat.',
  'action.verify': 'Prüfen',
  'year.verify': 'Den Plan nachrechnen',
  'year.verifyHint':
    'Entwirft den Plan noch einmal aus seinen festgehaltenen Einstellungen und den Zellen, wie sie sind, und vergleicht ihn Kunde für Kunde mit dem entworfenen Gebiet. Nichts wird geschrieben.',
  'verify.same':
    'Mit den festgehaltenen Einstellungen und Startwert {seed, number, ::group-off} über denselben Zellen noch einmal entworfen: {accounts, plural, one {# Kunde steht} other {alle # Kunden stehen}} dort, wo der Entwurf sie hatte.',
  'verify.differs':
    'Mit den festgehaltenen Einstellungen über denselben Zellen noch einmal entworfen, {accounts, plural, one {steht # Kunde} other {stehen # Kunden}} im entworfenen Gebiet anders. Der Plan ist von Version {was}, dies ist {is}.',
  'verify.changed':
    'Der Plan lässt sich nicht nachrechnen, wie er war: Seit dem Entwurf haben sich Zellen oder die Reihenfolge der Zeilen geändert, in {columns}.',
  'verify.onPlan':
    'Kein Entwurf nach seinen Einstellungen allein führt zu diesem Plan: Er wurde über einem früheren entworfen, den es nicht mehr gibt, oder stammt aus einem Szenario, von der Kurve oder aus einzelnen Verschiebungen. Er lässt sich nicht nachrechnen.',
  'verify.early':
    'Der Vermerk zu diesem Plan ist von einer frühen Version und sagt nicht, was gelesen wurde: Er lässt sich nicht nachrechnen.',
  'year.refresh': 'Ein neuer Export',
  'year.refreshHint':
    'Auf ein eigenes Blatt damit. Kunden werden an ihrer Kennung erkannt; was die Liste von Gebieten, Sperren und Gründen sagt, bleibt, und ebenso jede Spalte, die der Export nicht hat.',
  'year.refreshNone': 'In dieser Mappe steht keine andere Kundenliste.',
  'year.export': 'Export',
  'year.refreshFound':
    '{name}: {cells, plural, =0 {keine Zelle ist anders} one {# Zelle ist anders} other {# Zellen sind anders}} bei {both, plural, one {# Kunden} other {# Kunden}}, die beide haben; {added, plural, =0 {kein Kunde ist neu} one {# Kunde ist neu} other {# Kunden sind neu}}; {gone, plural, =0 {keiner fehlt} one {# fehlt darin} other {# fehlen darin}}.',
  'year.refreshColumn': '{header}: {count, plural, one {# Zelle} other {# Zellen}}',
  'failure.noExport': 'Neben der geplanten Liste gibt es keine namens {name}.',
  'failure.exportNoIds':
    '{name} hat keine Spalte, die ihre Kunden an einer Kennung unterscheidet; so lässt sich nichts verbinden. Die Kennung gehört in den Export und in die Liste.',
  'failure.exportStrange':
    'Keine der Kennungen in {name} steht in der Liste: Es ist eine andere Liste, oder die Kennungen sind von anderer Art.',
  'failure.exportChanged':
    'Liste oder Export haben sich seit dem Vergleich geändert. Noch einmal vergleichen, dann übernehmen.',
  'news.nothingNew':
    'Es gibt nichts zu übernehmen{gone, plural, =0 {{lacking, plural, =0 {: Die Liste sagt schon dasselbe.} other {: In den Spalten, die beide haben, sagt die Liste schon dasselbe. Der Export hat keine Spalte für {headers}.}}} one {. 1 Kunde der Liste fehlt im Export und bleibt{lacking, plural, =0 {.} other {; der Export hat keine Spalte für {headers}.}}} other {. # Kunden der Liste fehlen im Export und bleiben{lacking, plural, =0 {.} other {; der Export hat keine Spalte für {headers}.}}}}',
};
