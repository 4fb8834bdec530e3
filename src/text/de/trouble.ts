import type { trouble as en } from '../en/trouble';

/** Failures, notices and findings: what happened, where, and what to do. */
export const trouble: Record<keyof typeof en, string> = {
  'failure.cellEditMode':
    'Eine Zelle wird bearbeitet. Drücken Sie im Blatt Enter oder Esc und versuchen Sie es erneut.',
  'failure.protectedSheet':
    '{sheet, select, none {Das Blatt ist geschützt.} other {Das Blatt {sheet} ist geschützt.}} Heben Sie den Schutz auf (Überprüfen, Blattschutz aufheben) und versuchen Sie es erneut.{outcome, select, back { Die Mappe wurde zurückgesetzt.} broken {} other { Nichts wurde geändert.}}',
  'failure.noRoom':
    'In {address}, wo die neuen Spalten hinkämen, steht etwas. Verschieben Sie es und versuchen Sie es erneut.{outcome, select, back { Die Mappe wurde zurückgesetzt.} broken {} other { Nichts wurde geändert.}}',
  'failure.sheetEnds':
    'Die Liste reicht fast bis zum rechten Rand des Blatts {sheet}: Daneben {needed, plural, one {wird # Spalte} other {werden # Spalten}} gebraucht, und es gibt dort {free, plural, =0 {keine} other {nur #}}. Rücken Sie sie nach links oder auf ein anderes Blatt.{outcome, select, back { Die Mappe wurde zurückgesetzt.} broken {} other { Nichts wurde geändert.}}',
  'failure.sheetTaken':
    'Eine Ihrer Tabellen in {address} steht dort, wo Evenfield schreibt. Verschieben Sie sie und versuchen Sie es noch einmal.{outcome, select, back { Die Mappe wurde zurückgesetzt.} broken {} other { Nichts wurde geändert.}}',
  'failure.mergedCells':
    'In {address} stehen verbundene Zellen, und eine Excel-Tabelle kann keine enthalten. Heben Sie die Verbindung auf (Start, Verbinden und zentrieren, Zellverbund aufheben) und versuchen Sie es erneut.{outcome, select, back { Die Mappe wurde zurückgesetzt.} broken {} other { Nichts wurde geändert.}}',
  'failure.tooManyToKeep':
    '{cells, number} Zellen würden überschrieben, und was darin steht, ist mehr, als Evenfield zum Zurücksetzen aufheben kann. Speichern Sie eine Kopie der Mappe, löschen Sie {spare, select, none {Spalten von Evenfield aus der Liste (sie werden} other {die Spalte {spare} aus der Liste (sie wird}} neu geschrieben), und versuchen Sie es noch einmal.{outcome, select, back { Die Mappe wurde zurückgesetzt.} broken {} other { Nichts wurde geändert.}}',
  'failure.payloadTooLarge':
    'Excel lehnte eine Anfrage als zu groß ab.{outcome, select, back { Die Mappe wurde zurückgesetzt.} untouched { Nichts wurde geändert.} other {}}',
  'failure.hostGone':
    'Excel antwortet nicht. Öffnen Sie den Bereich neu: eine unfertige Änderung wird dann zurückgenommen.',
  'failure.notSupported': 'Diese Excel-Version kann das nicht: {message}',
  'failure.tableGone': '{name} ist nicht mehr in der Mappe. Lesen Sie die Mappe neu.',
  'failure.sheetHidden':
    'Das Blatt {sheet} ist ausgeblendet. Blenden Sie es ein (Rechtsklick auf ein Blattregister, Einblenden), um die Zelle zu sehen.',
  'failure.headerRowOff':
    'Die Kopfzeile der Tabelle {name} ist ausgeschaltet, daher sagt nichts, welche Spalte welche ist. Klicken Sie in die Tabelle, setzen Sie das Häkchen bei Tabellenentwurf, Überschrift, und versuchen Sie es erneut.{outcome, select, back { Die Mappe wurde zurückgesetzt.} untouched { Nichts wurde geändert.} other {}}',
  'failure.nameTaken':
    'Es gibt schon ein Blatt, eine Tabelle oder einen definierten Namen, der {name} heißt. Benennen Sie um, was so heißt, oder nehmen Sie eine leere Mappe.',
  'failure.pendingDecision': 'Behalten Sie zuerst den angewendeten Plan, oder setzen Sie ihn zurück.',
  'failure.pastedOver':
    '{count, plural, one {# Kunde steht} other {# Kunden stehen}} nicht neben dem Gebiet, das der Plan {count, plural, one {ihm} other {ihnen}} gab: Vielleicht wurde über die Liste etwas eingefügt, oder sie wurde ohne alle ihre Spalten sortiert. {open, select, yes {Zurücksetzen nimmt den Plan zurück.} other {Bringen Sie die Zeilen zurück, oder sehen Sie Sperren und Gründe durch, die neben denselben Zeilen stehen, und entwerfen Sie neu.}}',
  'failure.nothingPending':
    'Es gibt nichts mehr zu behalten oder zurückzusetzen. Vielleicht wurde das in einem anderen Bereich entschieden.',
  'failure.broken':
    'Eine Änderung brach ab und ist noch nicht zurückgenommen. {reason} Zurücksetzen versucht es noch einmal; Behalten lässt alles, wie es jetzt ist.',
  'failure.otherPane':
    'Ein anderer Bereich schreibt gerade in diese Mappe oder hat eine Entscheidung offen. Nichts wurde geschrieben. Lesen Sie noch einmal, wenn er fertig ist.',
  'failure.protectedBook':
    'Die Struktur der Mappe ist geschützt, daher kann kein Blatt hinzukommen oder wegfallen. Heben Sie den Schutz auf (Überprüfen, Arbeitsmappe schützen) und versuchen Sie es erneut.{outcome, select, back { Die Mappe wurde zurückgesetzt.} broken {} other { Nichts wurde geändert.}}',
  'failure.protectedHidden':
    'Das Blatt {sheet}, auf dem Evenfield aufhebt, was es braucht, ist mit einem Kennwort geschützt, vielleicht von einem Makro, das alle Blätter schützt. Es ist so gut verborgen, dass Excel es nicht auflistet. Lassen Sie das Makro den Schutz aufheben; oder drücken Sie Alt+F11, wählen Sie {sheet}, setzen Sie Visible auf xlSheetVisible und heben Sie den Schutz auf (Überprüfen, Blattschutz aufheben). Versuchen Sie es dann erneut.{outcome, select, back { Die Mappe wurde zurückgesetzt.} broken {} other { Nichts wurde geändert.}}',
  'failure.journalDamaged':
    'Was Evenfield aufgehoben hat, um seine letzte Änderung dieser Mappe zurückzunehmen, ist beschädigt; sie lässt sich nicht mehr zurücknehmen.{half, select, no {} yes { Sie brach auf halbem Weg ab: Sehen Sie die Spalten und Blätter von Evenfield durch, bevor Sie sich darauf verlassen.} other { Vielleicht brach sie auf halbem Weg ab: Sehen Sie die Spalten und Blätter von Evenfield durch, bevor Sie sich darauf verlassen.}} Behalten lässt alles, wie es jetzt ist; was vorher da war, steht nur noch in früheren Fassungen der Datei.',
  'failure.journalForeign':
    'Was Evenfield aufgehoben hat, um seine letzte Änderung dieser Mappe zurückzunehmen, stammt von einer anderen Version von Evenfield, und diese kann es nicht lesen.{half, select, no {} yes { Die Änderung brach auf halbem Weg ab: Sehen Sie die Spalten und Blätter von Evenfield durch, bevor Sie sich darauf verlassen.} other { Vielleicht brach die Änderung auf halbem Weg ab: Sehen Sie die Spalten und Blätter von Evenfield durch, bevor Sie sich darauf verlassen.}} Behalten lässt alles, wie es jetzt ist; was vorher da war, steht nur noch in früheren Fassungen der Datei.',
  'failure.listIsRange':
    'Die Gebietsliste hat neue Namen, aber die Kunden auf {sheet} behalten die alten: Sie sind keine Excel-Tabelle mehr. Machen Sie sie wieder zu einer (Einfügen, Tabelle), dann folgen die Namen.',
  'failure.adviceOver':
    'Die Liste hat sich geändert, seit dies vorgeschlagen wurde; es wurde nicht ausgeführt. Sehen Sie, was jetzt vorgeschlagen wird.',
  'failure.editRange':
    'Die Kunden auf {sheet} sind keine Excel-Tabelle mehr. Machen Sie wieder eine daraus (Einfügen, Tabelle) und versuchen Sie es erneut. Es wurde nichts geändert.',
  'failure.editColumnGone':
    'Die Spalte {column} steht nicht mehr in der Liste auf dem Blatt {sheet}. Es wurde nichts geändert.',
  'failure.noShift':
    '{address} steht rechts neben der Liste und reicht über andere Zeilen als sie; dort lässt sich nichts beiseiteschieben. Verschieben Sie es und versuchen Sie es erneut. Nichts wurde geändert.',
  'failure.noVisibleSheet':
    'Nur Blätter von Evenfield sind sichtbar, und Excel braucht eines, das bleibt. Blenden Sie ein eigenes Blatt ein und versuchen Sie es erneut. Nichts wurde geändert.',
  'failure.otherList':
    'Der Plan dieser Mappe steht auf {name}, und eine Mappe hat einen Plan. Löschen Sie dort die Spalten von Evenfield, oder planen Sie diese Liste in einer Kopie der Mappe. Nichts wurde geändert.',
  'failure.notReverted': '{name} ist noch da, obwohl es hätte wegfallen oder zurückkommen sollen.',
  'failure.host':
    'Excel antwortete mit einem Fehler ({code}): {message}{outcome, select, back { Die Mappe wurde zurückgesetzt.} untouched { Nichts wurde geändert.} other {}}',
  'failure.unexpected': 'In Evenfield ging etwas schief: {message}',
  'failure.noTable': 'Keine Kundenliste gefunden. Sie braucht eine Kopfzeile und je Kunde eine Zeile.',
  'failure.noSelection':
    'Markieren Sie einen zusammenhängenden Bereich: eine Zeile mit Überschriften und die Zeilen darunter.',
  'failure.noAccounts': '{name} hat Überschriften, aber keine Kunden.',
  'failure.notAccounts':
    '{name} ist {kind, select, deal {eine Liste von Verkaufschancen, die keine Kunden nennt} order {eine Liste von Aufträgen, die keine Kunden nennt} subscription {eine Liste von Abonnements, die keine Kunden nennt} quote {eine Liste von Angeboten, die keine Kunden nennt} activity {eine Liste von Aktivitäten} lead {eine Liste von Personen, die keine Firmen nennt} quota {eine Liste von Quoten oder Zielen} territory {eine Liste von Gebieten} project {ein Projektplan} team {eine Liste von Personen des Teams} bareSales {eine Liste ohne Überschriften, die nach Verkäufen aussieht: Tage, Beträge und Namen, die wiederkehren} unnamed {eine Liste, in der keine Spalte einen Kunden nennt, weder mit Namen noch mit einer ID oder Adresse} other {keine Kundenliste}}. Gebraucht wird eine Liste der Kunden: je eine Zeile, oder mehrere mit dem Kunden in jeder. {kind, select, bareSales {Setzen Sie Überschriften über die Spalten, etwa Datum, Kunde, Betrag, oder wählen Sie eine andere Tabelle.} other {Wählen Sie eine andere Tabelle, oder benennen Sie die Spalte mit dem Kunden.}}',
  'failure.tableNotFound': 'Es gibt keine Tabelle und kein Blatt namens {name}. Es gibt: {there}.',
  'failure.tableChosenGone':
    '{name}, früher gewählt, ist nicht mehr in dieser Arbeitsmappe. Gelesen wird die wahrscheinlichste Liste: Sehen Sie nach, ob es die richtige ist.',
  'failure.sheetGone':
    'Das Blatt {sheet} ist nicht mehr in der Arbeitsmappe, und {names, select, none {Spalten der Liste richten} other {{names}{columns, select, yes { und Spalten der Liste} other {}} {count, plural, one {richtet} other {richten}}}} sich danach: Was sie davon sagen, ist ein Fehler, leer oder veraltet, bis ein Plan angewendet{alone, select, yes { oder {sheet} neu geschrieben} other {}} wird.',
  'failure.recordUnreadable':
    'Die Aufzeichnung des Plans in dieser Arbeitsmappe ist nicht lesbar, deshalb werden seine Einstellungen nicht übernommen. Vielleicht hat sie ein neueres Evenfield geschrieben.',
  'failure.ownColumnGone':
    'Die Spalte {column} ist auf dem Blatt {sheet} nicht mehr zu finden. Aus ihrer Tabelle wird nichts gelesen, bis sie wieder so heißt.',
  'failure.ownRowTwice':
    '{address} spricht von demselben wie {other}: {name}. Nur eine der beiden Zeilen kann gelten. Aus ihrer Tabelle wird nichts gelesen, bis eine von ihnen weg ist; was vorher gelesen wurde, gilt weiter.',
  'failure.typedColumnGone':
    'Die Spalte {column} ist auf dem Blatt {sheet} nicht mehr zu finden. Würde das Blatt neu geschrieben, ginge verloren, was in ihrer Tabelle eingetragen ist. Geben Sie der Spalte ihren Namen zurück, oder löschen Sie das Blatt, wenn nichts darauf gebraucht wird; dann versuchen Sie es noch einmal. Nichts wurde geändert.',
  'failure.ownTableGone':
    '{count, plural, one {Die Tabelle {names} ist} other {Die Tabellen {names} sind}} nicht mehr zu finden, vielleicht in einen Bereich umgewandelt. Was auf dem Blatt {sheet} in {count, plural, one {ihren} other {deren}} Zellen steht, wird nicht gelesen, bis es {count, plural, one {eine Tabelle dieses Namens} other {Tabellen dieser Namen}} wieder gibt: Markieren Sie die Zellen (Einfügen, Tabelle) und benennen Sie sie, oder wenden Sie einen Plan neu an.',
  'failure.scenarioGone': 'Das Szenario {name} ist nicht mehr in der Arbeitsmappe.',
  'failure.scenarioName': 'Ein Name hat 1 bis {most} Zeichen.',
  'failure.scenarioNamed': 'Ein Szenario heißt schon {name}. Geben Sie diesem einen anderen Namen.',
  'failure.scenarioSeats':
    'Das Szenario {name} hat {then, plural, one {# Gebiet} other {# Gebiete}}, jetzt wären es {now}: Das Team oder die Betreuer in der Liste sind andere. Nichts wurde geändert.',
  'failure.scenariosFull': 'Es gibt schon {most} Szenarien. Löschen Sie zuerst eines.',
  'failure.noStandingPlan':
    'In dieser Liste steht kein Plan. Wenden Sie einen an und behalten Sie ihn, dann verlangen Sie das Blatt noch einmal.',
  'failure.changedSinceDesign':
    'Die Arbeitsmappe ist nicht mehr die, aus der dieser Plan entstand. {outcome, select, back {Die Mappe wurde zurückgesetzt.} other {Nichts wurde geschrieben.}} Planen Sie noch einmal.',
  'failure.rowsChanged':
    '{total, plural, one {# Zeile hat} other {# Zeilen haben}} sich seit diesem Plan geändert: {added, plural, =0 {} other {# neu{gone, plural, =0 {{changed, plural, =0 {} other {, }}} other {, }}}}{gone, plural, =0 {} other {# weg{changed, plural, =0 {} other {, }}}}{changed, plural, =0 {} other {# mit anderen Werten}}. {outcome, select, back {Die Mappe wurde zurückgesetzt.} other {Nichts wurde geschrieben.}} Planen Sie noch einmal, oder schreiben Sie den Plan für die übrigen.',
  'failure.sheetMoved':
    'Zeilen, Spalten oder Tabellen des Blatts {sheet} verschoben sich, während es beschrieben wurde; vielleicht arbeitet gerade jemand anderes daran.{outcome, select, back { Die Mappe wurde zurückgesetzt.} untouched { Nichts wurde geändert.} other {}}',
  'failure.typedMeanwhile':
    'In {address} hat jemand anderes etwas eingetragen, während dort geschrieben wurde. Was eingetragen wurde, bleibt.{outcome, select, back { Alles andere wurde zurückgesetzt.} other {}} Versuchen Sie es noch einmal.',
  'failure.movedTo': 'Zellen, die im Weg standen, stehen jetzt in {movedTo}.',
  'failure.rowsMoved':
    'Die Zeilen der Liste verschoben sich jedes Mal, während sie beschrieben wurden; vielleicht sortiert oder filtert sie gerade jemand anderes.{outcome, select, back { Die Mappe wurde zurückgesetzt.} untouched { Nichts wurde geändert.} other {}}',
  'failure.nothingToBalance': '{name} hat keine Zahlenspalte zum Ausgleichen.',
  'failure.metricMissing':
    'Es gibt keine Zahlenspalte für {metric}. Wählen Sie eine andere, oder benennen Sie die Spalte.',
  'failure.metricEmpty': 'Die Spalte für {metric} hat keine Zahl über 0; es gibt nichts auszugleichen.',
  'failure.metricTwice': '{metric} wird schon ausgeglichen.',
  'failure.metricRowsTwice':
    '{metric} steht in mehreren Zeilen der Tabelle der Größen auf dem Blatt Gebietsplan. Keine davon gilt, bis nur noch eine da ist.',
  'failure.balancedElsewhere':
    'Nichts wurde geändert: Ein anderer Bereich hat {metric} inzwischen aus dem Ausgleich genommen. Jetzt sehen Sie, was gilt.',
  'failure.tooManyTerritories':
    '{territories, number} Gebiete wurden verlangt, aber es gibt nur {accounts, number} Kunden.',
  'failure.noSuchTerritory':
    'Die Einstellungen sprechen von {ids}, aber der Plan hat die {territories, number} Gebiete {first} bis {last}.',
  'failure.tooManySeats':
    '{list, select, none {Die Liste nennt {territories, number} Betreuer} other {Die Teamliste {list} hat {territories, number} Stellen}}, aber es gibt nur {accounts, number} Kunden. Wählen Sie eine andere Teamliste, oder sagen Sie, wie viele Gebiete es werden sollen.',
  'failure.noTerritoryCount':
    'Wie viele Gebiete? Weder Teamliste noch Betreuerspalte sagen es. Nennen Sie eine Zahl.',
  'failure.oneAccount':
    '{name} hat einen einzigen Kunden: Es gibt nichts zu teilen. Wählen Sie eine andere Tabelle.',
  'failure.mixedCurrencies':
    'Die Beträge stehen in mehreren Währungen ({currencies}). Sie lassen sich nicht addieren: geben Sie unter Gleichgewicht, Ändern, Wechselkurse an, oder wählen Sie eine andere Größe.',
  'failure.badSettings':
    'Einstellung {path}: {expected, select, never {die gibt es nicht} other {erwartet {expected, select, number {eine Zahl} integer {eine ganze Zahl} boolean {WAHR oder FALSCH} date {ein Datum} string {Text} metric {eine Größe} metricTwice {jede Größe einmal} alike {region, segment, industry, type oder size, je einmal, mit + dazwischen} tiersNone {mindestens eine Stufe} tiersStart {Stufen, die bei 0 beginnen} tiersOrder {dass jede Stufe beginnt, wo die davor endet, und über ihrem Anfang endet} tiersEnd {dass die letzte Stufe mit „und darüber“ endet} atLeast {mindestens {limit}} atMost {höchstens {limit}} above {mehr als {limit}} letters {höchstens {limit} Zeichen} many {{limit} davon} oneOf {eines von {limit}} territoryId {die Kennung eines Gebiets wie T07} quotaRow {Gebiet und Zeile wie T07.1} currency {das Kürzel einer Währung wie EUR} country {das Kürzel eines Landes wie AU} field {der Name eines Feldes} Object {Einstellungen mit Namen} object {Einstellungen mit Namen} other {{expected}}}, gefunden {received}}}.',
  'failure.sameTerritoryName':
    'Zwei Gebiete heißen {name} in der Liste auf dem Blatt Gebietsplan. Geben Sie jedem einen eigenen Namen.',
  'failure.badTerritoryName':
    '{why, select, blank {Gebiet {id} hat in der Gebietsliste keinen Namen mehr: Es heißt weiter {before}, aber die Blätter können es nicht zählen} padded {„{name}“ (Gebiet {id}) beginnt oder endet mit einem Leerzeichen; Formeln sehen es, Menschen nicht} value {„{name}“ (Gebiet {id}) liest sich wie eine Zahl, ein Datum, WAHR, FALSCH oder ein Fehler, so dass Formeln es nicht davon unterscheiden können} reserved {„{name}“ (Gebiet {id}) steht für Kunden ohne Gebiet} other {Der Name von Gebiet {id} ist länger, als Formeln vergleichen können}}. Geben Sie ihm einen anderen Namen{why, select, blank { oder wieder diesen} other {}}.',
  'failure.territoryRowGone':
    'Die Zeile von {name} ({id}) fehlt in der Liste auf dem Blatt Gebietsplan. Ein Gebiet entfällt über die Teamliste oder über eine kleinere Anzahl der Gebiete; bis dahin bleibt {name} im Plan.',
  'failure.rowsBeyondNumber':
    'Die Zahl der Gebiete ist {territories, number}, aber mit {rows, plural, one {der neuen Zeile} other {den # neuen Zeilen}} der Liste auf dem Blatt Gebietsplan sind es {made, number}: So viele werden geplant. Nehmen Sie neue Zeilen weg, oder geben Sie eine größere Zahl an.',
  'failure.fileNotFound': 'Es gibt keine Datei {name}.',
  'failure.notAWorkbook':
    '{name} ließ sich nicht als Arbeitsmappe (.xlsx) oder Texttabelle (.csv) lesen: {message}',
  'failure.wouldOverwriteInput': 'Die Ausgabe darf nicht die Eingabedatei sein: {name}.',
  'failure.badArgument': '{message}',
  'notice.chosen.balance':
    'Ausgeglichen wird {metric}: {reason, select, potential {die Liste hat ein Potenzial} arrAndPipeline {kein Potenzial, dafür ARR und offene Pipeline} arr {kein Potenzial, dafür ARR} openPipeline {zu wenige Kunden haben Potenzial, ARR oder Gebuchtes, dafür offene Pipeline} bookings {kein Potenzial, dafür das Verkaufte oder Gebuchte} employees {weder Potenzial noch ein eigener Betrag, dafür Mitarbeiter} mixed {die Beträge stehen in mehreren Währungen, dafür dies} noOwn {weder Potenzial noch ein eigener Betrag noch eine Zahl der Mitarbeiter, jeder Kunde zählt gleich} other {weder Potenzial noch ein Betrag noch eine Zahl der Mitarbeiter gefunden, jeder Kunde zählt gleich}}.',
  'notice.revenueLeftOut':
    '{header, select, none {Der Jahresumsatz} other {„{header}“}} ist der eigene Umsatz der Kunden und bleibt außen vor.',
  'notice.singleOwner':
    '{name} betreut alles, was betreut wird ({accounts, plural, one {# Kunde} other {# Kunden}}), und bleibt außen vor: Einer für alles ist kein Team.',
  'notice.moneyBeside':
    'Die Liste selbst hat keine solchen Beträge: „{headers}“ aus {name} wird {kind, select, list {} open {über offene Verkaufschancen je Kunde summiert und } won {über gewonnene Verkaufschancen je Kunde summiert und } deals {über offene und gewonnene Verkaufschancen je Kunde summiert und } other {je Kunde summiert und }}für {known, number} von {accounts, plural, one {# Kunden} other {# Kunden}} gelesen{by, select, none {} other {, zugeordnet nach „{by}“}}{unknown, plural, =0 {} one {; # Kunde dort ist nicht in der Liste} other {; # Kunden dort sind nicht in der Liste}}{twice, plural, =0 {} one {; # Zeile der Liste hat Nummer oder Namen einer darüber und bekommt nichts, damit er einmal zählt} other {; # Zeilen der Liste haben Nummer oder Namen einer darüber und bekommen nichts, damit jeder einmal zählt}}{ended, plural, =0 {} one {; # Zeile dort kam nicht zustande oder ist beendet und zählt nicht} other {; # Zeilen dort kamen nicht zustande oder sind beendet und zählen nicht}}.{others, plural, =0 {} one { {also} hat auch solche Beträge und blieb außen vor.} other { {also} haben auch solche Beträge und blieben außen vor.}}',
  'notice.currenciesBeside':
    'Die Liste selbst hat keine solchen Beträge. Die aus {name} sind in mehreren Währungen ({currencies}) und wurden nicht gelesen: Bringen Sie sie dort in eine.',
  'notice.fewBeside':
    'Beträge in {name} gibt es nur für {known, number} von {accounts, plural, one {# Kunden} other {# Kunden}}: zu wenige, um danach zu verteilen.',
  'notice.heldElsewhere':
    'Keine Spalte der Liste sagt, wer einen Kunden betreut; daher werden alle geplant, als wären sie niemandes. „{header}“ aus {name} nennt Personen: holen Sie das als Spalte in die Liste, und der Plan geht von ihnen aus.',
  'notice.likeLists':
    '{name} wurde genommen. {count, plural, one {{names} ist eine Liste wie diese und blieb außen vor} other {{names}{more, plural, =0 {} other { und # weitere}} sind Listen wie diese und blieben außen vor}}: Kopieren Sie sie in eine, um sie zusammen zu planen, oder wählen Sie eine andere Liste.',
  'notice.strewnOwners':
    'Die Spalte der Betreuer nennt {owners, number} Personen für {accounts, plural, one {# Kunden} other {# Kunden}}: Das ist kein Team, und aus ihnen werden keine Gebiete. Wählen Sie eine andere Spalte für den Betreuer, wenn sie nicht stimmt, oder eine Teamliste.',
  'notice.carrying':
    '{carry, number} von {people, number} Personen der Teamliste betreuen Kunden; die anderen leiten oder helfen und bekommen kein Gebiet.',
  'notice.seatsWithout':
    '{territories, plural, one {# Gebiet} other {# Gebiete}} für {seats, number} Stellen: {names}{more, plural, =0 {} other { und # weitere}} bekommen keines. Wer das ist, bestimmen Sie, indem Sie andere auf der Teamliste als nicht aktiv kennzeichnen.',
  'notice.editsKept':
    '{count, plural, one {# Kunde bleibt} other {# Kunden bleiben}} dort, wohin Sie {count, plural, one {ihn} other {sie}} von Hand gestellt haben: gesperrt als Entscheidung der Leitung. Leeren Sie die Zelle in der Spalte der Sperren, wenn der Plan wieder entscheiden soll.',
  'notice.stays':
    '{count, plural, one {# Kunde bleibt} other {# Kunden bleiben}} wie gewünscht beim bisherigen Betreuer ({why, select, churn {hohes Abwanderungsrisiko} recent {Betreuerwechsel in den letzten zwei Jahren} openDeal {offenes Geschäft mit Abschluss in 90 Tagen} renewal {Verlängerung in 90 Tagen} other {Bestandskunden}}{why, select, churn {} customer {} other {, Tage ab dem {date} gezählt}}).',
  'notice.placedAgain':
    '{count, plural, one {# Kunde, der von Hand ohne Gebiet war, wird} other {# Kunden, die von Hand ohne Gebiet waren, werden}} von diesem Entwurf wieder zugeteilt. Einer, den niemand haben soll, bekommt „Nicht zuteilen“ in seine Zelle „Sperre“.',
  'notice.ownerTwice': '{name} hat {count, number} Gebiete: {ids}.',
  'notice.asListed':
    '{count, plural, one {# Gebiet wird} other {# Gebiete werden}} so geplant, wie Sie es in die Liste auf dem Blatt Gebietsplan geschrieben haben, nicht wie auf der Teamliste: {ids}.',
  'notice.derived':
    '{kind, select, noHeader {{name} hat keine Überschriften: {accounts, plural, one {# Zeile wird} other {# Zeilen werden}} nach ihren Werten gelesen.} headersBelow {{name} hat Platzhalter als Überschriften und die eigenen in der ersten Zeile: {accounts, plural, one {# Zeile wird} other {# Zeilen werden}} unter diesen gelesen.} other {{name} enthält {kind, select, deal {Verkaufschancen} order {Aufträge} subscription {Abonnements oder Verträge} lead {Personen} activity {Aktivitäten} quote {Angebote} record {mehrere Zeilen je Kunde} other {Zeilen}}: {rows, plural, one {# Zeile wurde} other {# Zeilen wurden}} zu {accounts, plural, one {# Kunden} other {# Kunden}} zusammengefasst{money, select, yes {{kind, select, deal { (offene Beträge als Pipeline, gewonnene als gebucht)} order { (Beträge als gebucht{ended, plural, =0 {} one {; # stornierter oder zurückgegebener zählt nicht} other {; # stornierte oder zurückgegebene zählen nicht}})} record { (Beträge als gebucht)} activity { (Bestelltes als gebucht)} subscription { (Beträge als ARR, monatliche mal zwölf{ended, plural, =0 {} one {; # beendetes zählt nicht} other {; # beendete zählen nicht}})} other {}}} other {}}{nameless, plural, =0 {} other {; # ohne Kunden {nameless, plural, one {blieb} other {blieben}} außen vor}}.}} Anwenden fügt sie als Blatt {sheet} hinzu.',
  'notice.sharedHolders':
    'Die Zeilen von {count, number} von {accounts, plural, one {# Kunden} other {# Kunden}} nennen mehrere Personen: Wer die meisten hat, hat den Kunden.',
  'notice.mixedCurrencies':
    'Beträge in mehreren Währungen ({currencies}) werden nicht addiert. Geben Sie unter Gleichgewicht, Ändern, Wechselkurse an, um Geld auszugleichen.',
  'notice.obstacle.oversized':
    '{account} allein hat {value} {metric}, mehr als ein Gebiet haben darf ({limit}). {unit, select, none {Nehmen Sie ihn als benannten Kunden heraus} other {Lassen Sie kleinere Orte ganz}}, planen Sie weniger Gebiete, oder erhöhen Sie die Toleranz.',
  'notice.apart':
    'Kunden, die gesperrt sind oder nirgends sonst hin dürfen, füllen {territories} allein. Ohne sie weichen die anderen Gebiete höchstens {worst} {metric} von ihrem fairen Anteil ab{floor, select, none {} other {, und keiner kann besser sein als {floor}}}.',
  'notice.oversized':
    '{unit, select, none {{accounts, plural, one {# übergroßer Kunde ist} other {# übergroße Kunden sind}}} other {{accounts, plural, one {# Kunde ist} other {# Kunden sind}} von einem Ort, der für einen fairen Anteil zu groß ist, und}} für sich: {territories} {count, plural, one {hat} other {haben}} {accounts, plural, one {ihn} other {sie}} als Soll und keinen Teil vom Rest. Die anderen Gebiete weichen höchstens {worst} von ihrem fairen Anteil an dem ab, was von {metric} übrig ist{floor, select, none {} other {, und kein Plan kann unter {floor} bleiben}}. Mit {accounts, plural, one {ihm} other {ihnen}} aufgeteilt läge das äußerste {worstWith} daneben{floorWith, select, none {} other {, kein Plan unter {floorWith}}}.',
  'notice.obstacle.pinned':
    'Die Kunden, die an {territory} gebunden sind oder nirgends sonst hin dürfen, haben {value} {metric}, mehr als erlaubt ({limit}). Lösen Sie eine Sperre, lassen Sie sie anderswohin, oder erhöhen Sie die Toleranz.',
  'notice.obstacle.tooMuch':
    'Kunden, die nur nach {territories} dürfen, haben {value} {metric}; zusammen fassen diese {limit}.',
  'notice.obstacle.tooLittle':
    '{territories} lassen sich nicht füllen: erlaubte Kunden haben {value} {metric}, nötig sind {limit}.',
  'notice.nowhere.coverage':
    '{accounts, plural, one {# Kunde ist} other {# Kunden sind}} {model, select, pool {im Pool} partner {bei Partnern} other {als nicht zuzuteilen vermerkt}}: ohne Gebiet und außerhalb des Gleichgewichts.',
  'notice.nowhere.book':
    '{accounts, plural, one {# Interessent ist} other {# Interessenten sind}} im Pool: Die Bestände der Stellen sind voll. Sie stehen außerhalb des Gleichgewichts, gereiht für den Fall, dass Platz wird.',
  'notice.bookLimit':
    '{limit, select, none {{territory} braucht mehr Stunden, als sein Bestand erlaubt} other {{territory} hat {accounts} Kunden, mehr als die {limit} seines Bestands}}: Alle anderen sind Bestandskunden, gesperrt oder von einer Familie.',
  'notice.nowhere.segment':
    '{accounts, plural, one {# Kunde} other {# Kunden}} im Segment {segment}{metric, select, none {} other { mit {value} {metric}}} {accounts, plural, one {bleibt} other {bleiben}} ohne Gebiet: Keine Stelle des Teams, die {accounts, plural, one {ihn} other {sie}} haben darf, hat dieses Segment.',
  'notice.nowhere.region':
    '{accounts, plural, one {# Kunde} other {# Kunden}} in {region}{metric, select, none {} other { mit {value} {metric}}} {accounts, plural, one {bleibt} other {bleiben}} ohne Gebiet: Keine Stelle des Teams, die {accounts, plural, one {ihn} other {sie}} haben darf, hat diese Region.',
  'notice.bound.bySegment':
    'Kunden bleiben im Segment ihres Betreuers, da Team und Liste Segmente nennen{ours, select, none {} other { (die der Liste stehen in unserer Spalte {ours})}}; jedes Segment wird unter seinen Stellen gerecht geteilt.',
  'notice.seatsOfAnySegment':
    'Kunden bleiben im Segment ihres Betreuers, doch {seats, plural, one {# Stelle nennt kein Segment und nimmt Kunden aus allen} other {# Stellen nennen kein Segment und nehmen Kunden aus allen}}. Darum gilt das Soll für die ganze Liste, nicht je Segment: Nennt jede Stelle ein Segment, so wird jedes unter seinen Stellen gerecht geteilt.',
  'notice.accountsOfAnySegment':
    '{accounts, plural, one {# Kunde nennt kein Segment und darf zu jeder Stelle: Er zählt} other {# Kunden nennen kein Segment und dürfen zu jeder Stelle: Sie zählen}} im Segment der Stelle, die {accounts, plural, one {ihn} other {sie}} hat.',
  'notice.namedSeats':
    '{names}: {count, plural, one {ein Platz} other {Plätze}} für benannte Kunden. Dort {accounts, plural, one {bleibt # Kunde} other {bleiben # Kunden}} außerhalb des Ausgleichs, und es kommen keine hinzu.',
  'notice.namedShare':
    '{names}: {count, plural, one {# Platz hat} other {# Plätze haben}} eine Rolle für benannte Kunden, doch {why, select, nothing {ohne das, was dort ist, blieben zu wenige Kunden oder niemand für den Rest} other {von {accounts, plural, one {# Kunden} other {# Kunden}} dort {marked, plural, one {ist # als benannt gekennzeichnet} other {sind # als benannt gekennzeichnet}}; das hebt {count, plural, one {ihn} other {sie}} zu wenig ab}}: {count, plural, one {er wird} other {sie werden}} ausgeglichen wie alle anderen.{why, select, nothing {} other { Sollen sie behalten, was sie haben: Benannte Kunden getrennt auf WAHR setzen.}}',
  'notice.namedWaiting':
    '{names}: {count, plural, one {ein Platz} other {Plätze}} für benannte Kunden, noch ohne Kunden: dafür gibt es kein Gebiet, bis in der Liste ein Kunde diesen Betreuer hat.',
  'notice.namedFamilies':
    '{accounts, plural, one {# Kunde} other {# Kunden}} aus {families, plural, one {# Konzern} other {# Konzernen}}, von {families, plural, one {dem} other {denen}} ein Platz für benannte Kunden einen Teil hat, {accounts, plural, one {wird} other {werden}} getrennt davon verteilt. Soll der Konzern dort ganz sein, gibt man {accounts, plural, one {ihn} other {sie}} in der Liste diesem Platz.',
  'notice.namedElsewhere':
    '{count, plural, one {1 Kunde ist als benannt gekennzeichnet und auf keinem Platz für benannte Kunden: er wird verteilt wie alle anderen.} other {# Kunden sind als benannt gekennzeichnet und auf keinem Platz für benannte Kunden: sie werden verteilt wie alle anderen.}} Wer sie aus dem Ausgleich nehmen will, gibt sie in der Liste einem solchen Platz.',
  'notice.bound.byRegion':
    'Kunden bleiben in der Region ihres Betreuers, da Team und Liste Regionen nennen{fair, select, yes {; jede Region wird gerecht unter ihren eigenen Stellen geteilt} other {}}.',
  'notice.unitsCut':
    'Von den {unit, select, zip {PLZ} zip3 {PLZ3} county {Kreise} state {Bundesländer} other {Länder}}, die ganz bleiben sollten, {units, plural, one {ist #} other {sind #}} in mehr als einem Gebiet ({names}{more, plural, =0 {} other { und # weitere}}): Sperren oder Regeln haben {accounts, plural, one {# Kunden} other {# Kunden}} davon anderswo.',
  'notice.unitless':
    '{accounts, plural, one {# Kunde nennt} other {# Kunden nennen}} {unit, select, zip {keine PLZ} zip3 {keine PLZ} county {keinen Kreis} state {kein Bundesland} other {kein Land}} und {accounts, plural, one {kommt für sich oder mit seiner Familie} other {kommen für sich oder mit ihren Familien}} in ein Gebiet.',
  'notice.skillsIdle':
    'Fähigkeiten sollen binden, aber keine im Team unterscheidet Stellen nach einer Branche der Liste: Sie binden keinen Kunden.',
  'notice.regionUnknown':
    'Die Regionen {regions} des Teams sind weder Staaten noch Länder, und kein Kunde nennt sie; sie binden keinen Kunden.',
  'notice.obstacle.cap':
    'Die Grenze für Wechsel ({by, select, money {Geld} customers {Bestandskunden} arr {ARR der Bestandskunden} active {aktive Interessenten} untouched {unberührte Interessenten} activeAccounts {Bestandskunden und aktive Interessenten} other {Kunden}}) ist zu eng für die Toleranz: {allowed} erlaubt, etwa {needed} nötig.',
  'notice.obstacle.conflict':
    '{account} und {other} sind eine Familie, aber an verschiedene Gebiete gebunden; die erste Sperre gilt.',
  'notice.obstacle.empty': 'Es gibt weniger Kunden als Gebiete: {territories, number} bleiben leer.',
  'notice.outOfBand':
    'Die Toleranz ±{tolerance} für {metric} war nicht zu erreichen; der nächste gefundene Plan weicht {worst} ab{floor, select, none {} other {, und keiner kann besser sein als {floor}}}.',
  'notice.notLocated':
    '{accounts, plural, one {# Kunde hat} other {# Kunden haben}} keinen Ort und {accounts, plural, one {geht} other {gehen}} mit anderen desselben Landes oder Betreuers, sonst wohin das Gleichgewicht es will.',
  'notice.lookupFailed':
    'Die Ortsdaten für {countries} ließen sich nicht laden; nur Koordinaten wurden benutzt.',
  'notice.countryUnknown':
    '{count, plural, one {# Kunde nennt einen Ort oder eine Postleitzahl, und nichts sagt, in welchem Land: Er ist} other {# Kunden nennen einen Ort oder eine Postleitzahl, und nichts sagt, in welchem Land: Sie sind}} nirgends. Welches Land ist es? Sagen Sie es bei den Orten unter Ändern oder als Einstellung country (AU, NO, NZ).',
  'notice.noPlaces':
    'Nichts sagt, wo die Kunden sind: {alike, select, none {{owners, select, yes {Sie bleiben bei ihren Betreuern, soweit das Gleichgewicht es zulässt; die Gebiete sind nicht kompakt.} other {Die Gebiete sind ausgeglichen, aber nicht kompakt.}}{could, select, none {} other { Kunden mit gleichem Wert in {could} können stattdessen zusammenkommen: zu sagen unter Ausgleich, Ändern, oder als Einstellung alike.}}} other {Wer in {alike} gleich ist, kommt zusammen, soweit das Gleichgewicht{owners, select, yes { und die Betreuer es zulassen} other { es zulässt}}.}}',
  'notice.regionsOnly':
    '{all, select, yes {Von allen Kunden} other {Von {accounts, plural, one {# Kunden} other {# Kunden}}}} ist nur das Land oder die Region bekannt: Ganze Regionen bleiben beisammen, wo das Gleichgewicht es zulässt.',
  'notice.doubtfulColumn':
    '{field}: Spalte „{header}“ wurde genommen; „{other}“ passte auch. Ändern Sie es, wenn es falsch ist.',
  'notice.columnGone':
    '{field}: Die gewählte Spalte „{header}“ gibt es nicht mehr; {other, select, none {keine andere wurde genommen} other {„{other}“ wurde genommen}}. Ändern Sie es, wenn das falsch ist.',
  'notice.teamColumnGone':
    '{repField} in der Teamliste: Die gewählte Spalte „{header}“ gibt es nicht mehr; {other, select, none {keine andere wurde genommen} other {„{other}“ wurde genommen}}. Ändern Sie es, wenn das falsch ist.',
  'notice.keptBefore':
    'In der Eingabe steht ein Plan, der weder behalten noch zurückgesetzt wurde. Er gilt als behalten: Der neue Plan beginnt mit ihm, und Zurücksetzen führt zu ihm zurück.',
  'notice.notCalculated':
    'Es sind so viele Kunden, dass die Formeln erst beim Öffnen in Excel berechnet werden.',
  'notice.notCarried': 'Der Kopie fehlt, was nicht übernommen werden konnte: {items}.',
  'notice.findings':
    '{count, plural, one {# Zelle oder Zeile braucht} other {# Zellen oder Zeilen brauchen}} einen Blick: {title}.',
  'finding.more': 'Und {count, number} weitere davon in derselben Spalte.',
  'findings.more': 'weitere',
  'finding.textNumber': '„{read}“ ist Text; gelesen als {understood}.',
  'findings.textNumber': 'Text, der wie eine Zahl aussieht',
  'finding.magnitude': '„{read}“ gelesen als {understood}.',
  'findings.magnitude': 'Zahl mit Größenwort',
  'finding.ambiguousNumber': '„{read}“ gelesen als {understood}; es könnte auch {otherwise} sein.',
  'findings.ambiguousNumber': 'Zahl mit zwei Lesarten',
  'finding.notANumber': '„{read}“ ist keine Zahl; gilt als fehlend.',
  'findings.notANumber': 'keine Zahl',
  'finding.dateNotNumber':
    '{count, plural, =0 {„{read}“ ist ein Datum, keine Zahl; gilt als fehlend. Bitte die Zahl eintippen, oder der Zelle ein Zahlenformat geben, falls es eine ist.} other {„{read}“ zeigt in {count, number} seiner {filled, number} gefüllten Zellen Datumswerte; sie gelten als fehlend. Falls es Zahlen sind, braucht die Spalte ein Zahlenformat; sonst bitte eine andere Spalte wählen.}}',
  'findings.dateNotNumber': 'Datum unter Zahlen',
  'finding.shownAsDate':
    '{count, plural, =0 {Die Zelle zeigt ein Datum, doch {read} ist kein Tag unserer Zeit: es zählt als Zahl. Bitte der Zelle ein Zahlenformat geben.} other {„{read}“ zeigt in {count, number} seiner {filled, number} gefüllten Zellen Datumswerte, doch Zahlen wie {understood} sind keine Tage unserer Zeit: alles zählt als Zahl. Bitte der Spalte ein Zahlenformat geben.}}',
  'findings.shownAsDate': 'Zahl, als Datum angezeigt',
  'finding.negative': '{read} ist negativ; im Gleichgewicht zählt es als 0.',
  'findings.negative': 'negative Zahl',
  'finding.placeholder': '„{read}“ steht für fehlende Daten.',
  'findings.placeholder': 'Platzhalter',
  'finding.errorCell': 'Die Zelle zeigt {read}; gilt als fehlend.',
  'findings.errorCell': 'Fehler in einer Zelle',
  'finding.notADate': '„{read}“ ist kein Datum; gilt als fehlend.',
  'findings.notADate': 'kein Datum',
  'finding.ambiguousDate': '„{read}“ gelesen als {understood}; Tag und Monat könnten vertauscht sein.',
  'findings.ambiguousDate': 'Datum mit zwei Lesarten',
  'finding.mixedCurrency': '„{read}“ steht in einer anderen Währung als der Rest der Spalte.',
  'findings.mixedCurrency': 'mehrere Währungen',
  'finding.formulaText': '„{read}“ ist Text und bleibt Text.',
  'findings.formulaText': 'Text, der wie eine Formel beginnt',
  'finding.noId': 'Dieser Kunde hat keine Nummer; er zählt nach seiner Zeile.',
  'findings.noId': 'keine Kundennummer',
  'finding.duplicateId': '{read} steht auch in Zeile {otherRow, number, ::group-off}; beide werden geplant.',
  'findings.duplicateId': 'doppelte Kundennummer',
  'finding.duplicateName': '„{read}“ steht mehr als einmal; jede Zeile wird geplant.',
  'findings.duplicateName': 'doppelter Kundenname',
  'finding.sameIdOtherForm':
    '{read} ist derselbe Kunde wie in Zeile {otherRow, number, ::group-off} (15 und 18 Zeichen).',
  'findings.sameIdOtherForm': 'gleiche Kundennummer in zwei Formen',
  'finding.unknownParent':
    '{count, plural, one {Die Mutter {read} steht nicht in der Liste.} other {Die Mütter von # Kunden, etwa {read}, stehen nicht in der Liste.}}',
  'findings.unknownParent': 'unbekannte Mutter',
  'finding.parentCycle': '{read} ist über andere seine eigene Mutter; die Familie wurde dort getrennt.',
  'findings.parentCycle': 'Mütter im Kreis',
  'finding.rollUp':
    '{read} ist etwa die Summe ihrer {children, number} Töchter: sie zählen vielleicht doppelt.',
  'findings.rollUp': 'Mutter, die ihre Töchter mitzählt',
  'finding.paddedPostcode': '{read} gelesen als {understood}.',
  'findings.paddedPostcode': 'PLZ ohne führende Null',
  'finding.noPlace':
    '{reason, select, unknownCity {Der Ort „{read}“ ist nicht bekannt.} unknownPostcode {Die Postleitzahl „{read}“ ist nicht bekannt.} regionOnly {Nur „{read}“ ist bekannt.} nowhere {„{read}“ ist kein Ort.} regions {Von {count, plural, one {# Kunden} other {# Kunden}} ist nur das Land oder die Region bekannt.} noColumns {Keine Spalte sagt, wo die Kunden sind.} blanks {{count, plural, one {# Kunde nennt} other {# Kunden nennen}} keinen Ort.} other {Die Adresse ist leer.}} {reason, select, regions {Jeder geht mit seiner Region und mit den Regionen daneben.} noColumns {Sie gehen nach dem heutigen Betreuer, wo er bekannt ist, und nach dem Gleichgewicht.} blanks {Sie gehen nach dem heutigen Betreuer, wo er bekannt ist, und nach dem Gleichgewicht.} other {Der Kunde geht mit anderen seines Landes oder Betreuers, sonst wohin das Gleichgewicht es will.}}',
  'findings.noPlace': 'kein Ort gefunden',
  'finding.approximatePlace':
    '„{read}“ liegt ungefähr richtig{understood, select, none {} other {, als {understood}}}.',
  'findings.approximatePlace': 'ungefährer Ort',
  'finding.placeContradiction':
    '{kind, select, country {Die Koordinaten {read} liegen in {found}, nicht in {stated}} elsewhere {Die Koordinaten {read} liegen nicht in {stated}} region {Die Koordinaten {read} liegen in {found}, nicht in {stated}} postcode {Die Koordinaten {read} liegen {km, number} km von der Postleitzahl, aber beim Ort} address {Die Koordinaten {read} liegen {km, number} km von der Adresse entfernt} zipState {Die PLZ {read} liegt in {zipRegion}, nicht in {region}} zipCity {Die PLZ {read} liegt {km, number} km von {city} entfernt} otherRegion {{city} liegt in {found}, nicht in {region}} signLost {Den Koordinaten {read} fehlt ein Minuszeichen} swapped {Breite und Länge sind in {read} vertauscht} unusable {{read} können keine Koordinaten sein} other {{read} passt nicht zum Rest der Adresse}}{used, select, coordinates {; die Koordinaten gelten} address {; die Adresse gilt} city {; der Ort gilt} zip {; die PLZ gilt} zip3 {; die ersten drei Stellen gelten} none {; der Kunde hat keinen Ort} other {}}.',
  'findings.placeContradiction': 'Ort und Adresse widersprechen sich',
  'finding.unknownCountry': 'Das Land „{read}“ ist nicht bekannt.',
  'findings.unknownCountry': 'unbekanntes Land',
  'finding.severalPlaces': '„{read}“ nennt {count, number} Orte; der erste wurde benutzt.',
  'findings.severalPlaces': 'mehrere Orte in einer Zelle',
  'finding.lostDegrees':
    '„{read}“ in {header} ist keine Gradzahl, {count, number} Zellen dort sind keine: Die Spalte blieb außen vor. Ging das Dezimalzeichen unterwegs verloren (aus 40,46 wurde 4046), exportieren Sie die Liste neu.',
  'findings.lostDegrees': 'Grade ohne Dezimalzeichen',
  'finding.doubtfulColumn': 'Spalte „{read}“: bitte prüfen, als was sie gelesen wurde.',
  'findings.doubtfulColumn': 'zweifelhafte Spalte',
  'finding.blankRows':
    '{count, plural, one {# leere Zeile wurde} other {# leere Zeilen wurden}} ausgelassen.',
  'findings.blankRows': 'leere Zeilen',
  'finding.hiddenRows':
    '{count, plural, one {# ausgeblendete Zeile wird} other {# ausgeblendete Zeilen werden}} {included, plural, =0 {ausgelassen} other {mitgeplant}}.',
  'findings.hiddenRows': 'ausgeblendete Zeilen',
  'finding.totalsRow': 'Die Zeile „{read}“ sieht wie eine Summe aus und wurde ausgelassen.',
  'findings.totalsRow': 'Summenzeile',
  'finding.headerAgain': 'Die Zeile wiederholt die Überschriften und wurde ausgelassen.',
  'findings.headerAgain': 'Überschriften noch einmal in der Liste',
  'finding.mojibake':
    '„{read}“ wirkt verstümmelt{understood, select, none {} other {; gemeint ist vielleicht {understood}}}.',
  'findings.mojibake': 'verstümmelte Buchstaben',
  'finding.departedOwner':
    '{read} ist nicht mehr da; {count, plural, one {der Kunde ist} other {die # Kunden sind}} frei.',
  'findings.departedOwner': 'Betreuer nicht mehr da',
  'finding.queueOwner':
    '{read} ist keine Person; {count, plural, one {der Kunde ist} other {die # Kunden sind}} frei.',
  'findings.queueOwner': 'Betreuer ist keine Person',
  'finding.unknownOwner':
    '{read} steht nicht auf der Teamliste; {count, plural, one {der Kunde ist} other {die # Kunden sind}} frei.',
  'findings.unknownOwner': 'unbekannter Betreuer',
  'finding.ownerWithoutSeat':
    '{read} bekommt kein Gebiet; {count, plural, one {dieser Kunde ist} other {diese # Kunden sind}} frei.',
  'findings.ownerWithoutSeat': 'Betreuer ohne Gebiet',
  'finding.repWithoutName': 'Diese Stelle hat keinen Namen; gilt als offen.',
  'findings.repWithoutName': 'Betreuer ohne Namen',
  'finding.duplicateRep':
    '{read} steht zweimal im Team; {counts, select, both {ohne Kennung können das zwei Personen sein, also sind beide Zeilen Stellen: Löschen Sie eine, wenn es eine Person ist} other {die erste Zeile gilt}}.',
  'findings.duplicateRep': 'Betreuer doppelt',
  'finding.repIdTwice':
    'Die Kennung {read} gehört hier {rep} und in Zeile {otherRow} {other}: Sie gelten als zwei Personen, und Kunden, die diese Kennung nennen, zählen alle für eine von beiden. Geben Sie einer Zeile eine andere Kennung.',
  'findings.repIdTwice': 'Eine Kennung für zwei Personen',
  'finding.repNameTwice':
    '{read} steht mit anderer Kennung auch in Zeile {otherRow}: Das gilt als zwei Personen. Kunden, die den Betreuer ohne Kennung nennen, zählen alle für eine von beiden: Nennen Sie dort die Kennung.',
  'findings.repNameTwice': 'Ein Name für zwei Personen',
  'finding.sharedTerritory':
    '{rep} ist in „{read}“, {other} in Zeile {otherRow} auch: {seats, select, one {Sie teilen sich eine Stelle. Sagen Sie auf dem Blatt Quote unter den Betreuern, die sich eine Stelle teilen, welchen Teil der Quote jeder hat} two {Jede Zeile ist eine Stelle mit eigenem Gebiet. Teilen sie sich eine, so setzen Sie „Stellen teilen“ auf dem Blatt Gebietsplan auf WAHR, oder wählen Sie es auf der Seite} other {Jede Zeile ist eine Stelle mit eigenem Gebiet. Soll nur eine es haben, so löschen Sie die andere Zeile}}.',
  'findings.sharedTerritory': 'Gebiet in zwei Zeilen',
  'finding.openWithoutCover':
    'Die offene Stelle {read} vertritt niemand, bis sie besetzt ist: Nennen Sie jemanden unter „Vertreten durch“.',
  'findings.openWithoutCover': 'Offene Stelle ohne Vertretung',
  'finding.largeAccount': '{read} ist größer als der faire Anteil eines Gebiets.',
  'finding.unknownLock':
    '„{read}“ ist keine Art von Sperre. {kept, select, nowhere {Sie hält nichts: Der Kunde hat weder ein Gebiet des Plans noch einen Betreuer im Team.} other {Der Kunde bleibt trotzdem, wie mit „Hier lassen“.}} Wählen Sie eine Art aus der Liste, oder leeren Sie die Zelle.',
  'findings.unknownLock': 'unbekannte Art von Sperre',
  'finding.lockNowhere':
    '{why, select, blank {Dieser Kunde ist gesperrt („{read}“), hat aber keinen Betreuer im Team.} team {Dieser Kunde ist in {read} gesperrt, aber das Team hat sich seit dem Plan geändert, und von niemandem darin ist bekannt, dass er dieses Gebiet hat.} other {Dieser Kunde ist gesperrt, aber {read} ist kein Gebiet des Plans.}} {kept, select, owner {Er bleibt bei seinem Betreuer.} other {Die Sperre hält nichts; der Kunde wird zugeteilt wie jeder andere.}}',
  'findings.lockNowhere': 'Sperre ohne Gebiet',
  'finding.unknownTerritory':
    '{why, select, team {Der Kunde wurde von Hand nach {read} gelegt, aber das Team hat sich seit dem Plan geändert, und von niemandem darin ist bekannt, dass er dieses Gebiet hat.} other {„{read}“ ist kein Gebiet des Plans, daher zählt die Ausgewogenheit den Kunden in keinem.}} Der nächste Plan teilt ihn zu wie jeden anderen. Wählen Sie ein Gebiet aus der Liste, oder leeren Sie die Zelle.',
  'findings.unknownTerritory': 'unbekanntes Gebiet',
  'finding.unknownCoverage':
    '„{read}“ ist kein Betreuungsmodell (direkt, Pool, Partner, nicht zuteilen); {count, plural, one {der Kunde wird} other {# Kunden werden}} zugeteilt wie direkt betreute.',
  'findings.unknownCoverage': 'unbekanntes Betreuungsmodell',
  'findings.largeAccount': 'sehr großer Kunde',
  'findings.range': 'Spanne von Zahlen',
  'finding.range': '„{read}“ ist eine Spanne; gelesen als Mitte, {understood}.',
  'findings.clockTime': 'Zeit statt Stunden',
  'finding.clockTime': 'Zeiten gelten als Stunden: „{read}“ als {understood}.',
  'findings.headerUnit': 'Einheit in der Überschrift',
  'finding.headerUnit': '„{read}“ nennt eine Einheit; ein typischer Wert gilt als {understood}.',
  'findings.scaleUnclear': 'vielleicht fehlende Einheit',
  'finding.scaleUnclear':
    '„{read}“ hat typische Werte von {understood}, wenig für einen Jahresumsatz. Falls es Tausend oder Millionen sind, gehört das in die Überschrift, etwa „{read} (in Mio.)“.',
  'findings.percentScale': 'Prozentwerte',
  'finding.percentScale': 'Die Werte sind Prozent; {read} gilt als {understood}.',
  'findings.notAFlag': 'weder ja noch nein',
  'finding.notAFlag': '„{read}“ ist weder ja noch nein; gilt als fehlend.',
  'findings.idsDifferByCase': 'Nummern nur nach Groß und Klein verschieden',
  'finding.idsDifferByCase':
    '{read} unterscheidet sich nur nach Groß und Klein von einer anderen Nummer; es sind zwei Kunden, aber Excel hält sie für einen.',
  'findings.counted':
    '{severity, select, error {Fehler} warning {Prüfen} other {Hinweis}}: {title}, {count, number}{row, plural, =0 {} other { (zuerst in Zeile {row, number, ::group-off})}}.',
};
