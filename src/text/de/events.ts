/** Ereignisse des Jahres, die eigene Tage haben, und solche, die ändern, wer welches Gebiet hat. */
export const events = {
  'column.holdOwner': 'Bleibt bei',
  'column.holdUntil': 'Bleibt bis',
  'action.schedule': 'Wechsel vorschlagen',
  'action.due': 'Fälliges ausführen',
  'news.scheduled':
    '{count, plural, one {# Kunde ist} other {# Kunden sind}} für {name} vorgeschlagen, ab {from}{until, select, none {} other { bis einschließlich {until}}}: noch nicht angenommen.',
  'news.due':
    '{ended, plural, =0 {} one {# Kunde wird nicht mehr gehalten: er ist, wo er angenommen wurde. } other {# Kunden werden nicht mehr gehalten: sie sind, wo sie angenommen wurden. }}{back, plural, =0 {} one {# Kunde ist aus der Vertretung zurück, angenommen und verzeichnet. } other {# Kunden sind aus der Vertretung zurück, angenommen und verzeichnet. }}{left, plural, =0 {} one {# bleibt: für ihn ist etwas anderes vorgeschlagen, oder das Gebiet, aus dem er kam, ist weg. } other {# bleiben: für sie ist etwas anderes vorgeschlagen, oder das Gebiet, aus dem sie kamen, ist weg. }}Ladedateien, die vorher geschrieben wurden, sind von vorher.',
  'headless.moved':
    '{moved, plural, one {# Kunde wechselt} other {# Kunden wechseln}} den Betreuer, {stay, plural, one {# bleibt} other {# bleiben}}, {new, number} hatten keinen.',
  'failure.nothingDue': 'Heute ist nichts fällig.',
  'failure.noneSelected':
    'Auf {sheet} ist kein Kunde markiert: markieren Sie dort Zeilen, oder nennen Sie die ID.',
  'failure.scheduleDay':
    '„{day}“ ist kein Tag, ab dem ein Wechsel geplant werden kann: gebraucht wird ein Tag wie {today}, heute oder später.',
  'failure.scheduleUntil':
    '„{day}“ kann nicht der letzte Tag einer Vertretung sein, die am {from} beginnt: gebraucht wird ein Tag nicht vor diesem.',
  'failure.allThere':
    '{count, plural, one {Der Kunde ist} other {Alle # Kunden sind}} schon in {name} angenommen.',
  'failure.coverNowhere':
    '{account} ist in keinem Gebiet angenommen und könnte nirgendwohin zurück: lassen Sie ihn für immer wechseln.',
  'year.due': 'Fällig und noch zu tun',
  'year.scheduled': 'Wechsel an einem Tag',
  'year.scheduledHint':
    'Kunden gehen an einem Tag, der noch kommt, in ein anderes Gebiet, für immer oder für eine Weile. Bis dahin behält sie, wer sie heute hat: angenommen, sagt die Liste das in „Bleibt bei“ und „Bleibt bis“, und Ladedateien für das CRM warten auf den Tag.',
  'year.accounts': 'Kunden nach ID oder Name, mit ; dazwischen (leer: die markierten Zeilen)',
  'year.toTerritory': 'Nach',
  'year.fromDay': 'Ab',
  'year.untilDay': 'Letzter Tag, wenn sie zurückkommen',
  'year.heldLine': '{label}: {was} → {is} ab {day}',
  'year.coveredLine': '{label}: bei {is}, zurück zu {was} ab {day}',
  'year.dueCount':
    '{ended, plural, =0 {} one {Der Tag von # Wechsel ist gekommen. } other {Der Tag von # Wechseln ist gekommen. }}{back, plural, =0 {} one {Die Vertretung für # Kunden ist zu Ende.} other {Die Vertretung für # Kunden ist zu Ende.}}',
  'year.changeDated': '{change}, ab {from}{until, select, none {} other { bis {until}}}',
  'year.shares': '{territory}, % eines fairen Anteils: {effects}',
  'year.effect': '{metric} {before} → {after}',
  'year.quotaEffect': '{territory}, Quote: {before} → {after}',
  'log.until': 'Gültig bis',
  'log.scheduled': 'Geplant',
  'log.coverEnded': 'Vertretung zu Ende',
  'loads.problem.loadedSince':
    'In der Liste ist er bei {owner}, nach einem Ergebnis auf einem Blatt gab ihn ein Ladeprogramm jemand anderem: Die Zeile gibt ihn zurück. Einen neuen Export übernehmen, oder das Ergebnis entfernen, wo die Liste neuer ist',
  'loads.problem.held':
    'Bleibt bis {day} bei {owner, select, none {niemandem} other {{owner}}}: vorher steht er nur in der Liste der Wechsel',
  'quota.moved': 'Gewechselte Kunden',
  'quota.byDates': 'Ausgegeben, nach Daten',
  'quota.movedNet': 'Gekommen ohne Gegangenes',
  'quota.goes': 'Geht mit',
  'quota.since.moved': 'Kunden haben gewechselt',
  'quota.moves.title': 'Kunden, die seit der Ausgabe gewechselt haben: der Rest ihrer Jahresquote geht mit',
  'quota.move.no': 'Nr.',
  'quota.move.from': 'Von ID',
  'quota.move.to': 'Nach ID',
  'quota.move.full': 'Seine Jahresquote',
  'quota.move.rest': 'Rest seines Jahres',
  'quota.move.out': 'Geht',
  'quota.move.in': 'Kommt',
  'quota.move.outGoes': 'Geht: zählt',
  'quota.move.inGoes': 'Kommt: zählt',
  'quota.move.along': 'Geht mit',
  'quota.move.leaves': 'Getragen von {n}',
  'quota.move.comes': 'Getragen nach {n}',
  'quota.move.outBy': 'Gegangen bis {n}',
  'quota.move.inBy': 'Gekommen bis {n}',
  'quota.moves.above': 'Über einem Teil',
  'quota.moves.always': 'Immer',
  'quota.moves.never': 'Nie',
  'quota.set.moves': 'Quote folgt Kunden, die wechseln',
  'quota.set.moveThreshold': 'Wechsel zählen über',
  'quota.unit.moves': 'Auswahl',
  'quota.unit.moveThreshold': '%',
  'quota.means.moves':
    'Nach der Ausgabe: ob ein Kunde, der anderswo angenommen ist, den Rest seiner Quote mitnimmt',
  'quota.means.moveThreshold':
    'Darüber bei einer der beiden Stellen geht die Quote von der einen zur anderen: Zu- minus Abgänge einer Stelle, als Teil ihrer ausgegebenen Quote',
  'log.quota': 'Seine Jahresquote',
  'action.join': 'Ins Gebiet setzen',
  'action.leave': 'Abwesenheit eintragen',
  'action.cover': 'Vertretung eintragen',
  'action.endLeave': 'Zurück',
  'log.joined': 'Neu im Team',
  'log.leave': 'Abwesenheit',
  'log.hold.renewal': 'Gehalten bis zur Verlängerung',
  'log.hold.openDeal': 'Gehalten bis zum Abschluss',
  'action.holdDeals': 'Bis dahin halten',
  'news.held':
    '{count, plural, one {1 Kunde bleibt} other {# Kunden bleiben}} beim bisherigen Betreuer bis {kind, select, renewal {zur Verlängerung} other {zum Abschluss}}: Bleibt bei und Bleibt bis sagen es, das Protokoll hat den Tag, und die Dateien warten darauf.',
  'failure.nothingToHold':
    'Es gibt nichts zu halten: Kein Kunde, den der Plan einem bleibenden Betreuer genommen hat, verlängert oder schließt innerhalb von 90 Tagen ab.',
  'year.hold':
    '{kind, select, renewal {{count, plural, one {1 Kunde, der den Betreuer wechselte, verlängert} other {# Kunden, die den Betreuer wechselten, verlängern}} innerhalb von 90 Tagen} other {{count, plural, one {1 Kunde, der den Betreuer wechselte, hat} other {# Kunden, die den Betreuer wechselten, haben}} ein Geschäft, das innerhalb von 90 Tagen abgeschlossen wird}}. Bis dahin {count, plural, one {kann er} other {können sie}} beim bisherigen Betreuer bleiben.',
  'log.cover': 'Vertretung',
  'log.leaveEnded': 'Zurück aus der Abwesenheit',
  'log.leaveOff': 'Abwesenheit abgesagt',
  'news.joined':
    '{name} hat {territory} ab {start}: das sagen Teamliste, Gebietsliste und Verzeichnis. Kunden und Ziel des Gebiets bleiben, wie sie sind.',
  'news.leave':
    '{owner} ({territory}) ist vom {from} bis {to} abwesend und am {back} zurück. {cover, select, none {Niemand vertritt: Ladedateien nennen weiter den Betreuer.} other {Ladedateien, die in diesen Tagen geschrieben werden, nennen {cover}.}}',
  'news.leaveInstead':
    'Sie tritt an die Stelle der Abwesenheit vom {from} bis {to}: um jene Tage ist die Quote nicht mehr gemindert.',
  'news.leaveEnded': '{owner} hat {territory} wie zuvor: von einer Abwesenheit ist nicht mehr die Rede.',
  'news.leaveShort':
    '{owner} ist zurück und hat {territory} wie zuvor. Die Abwesenheit vom {from} bis {to} bleibt vermerkt: um diese Tage ist die Quote gemindert.',
  'failure.seatTaken':
    '{name} ist nicht offen: {owner} hat es. Ein Nachfolger wird im Gebietsplan als Betreuer eingetragen.',
  'news.cover':
    '{cover, select, none {Niemand vertritt {territory}} other {{cover} vertritt {territory}}}{start, select, none {} other { bis {start}}}{future, select, none {} other {; dann hat es {future}}}. Gleichgewicht und Quote dessen, der vertritt, bleiben, wie sie sind.',
  'failure.rowNotThere':
    '{sheet} hat keine Zeile zu {says}: sie wurde gelöscht, oder es gab sie noch nicht, als das Blatt geschrieben wurde. Schreiben Sie das Blatt neu und versuchen Sie es noch einmal.{outcome, select, back { Die Mappe wurde zurückgesetzt.} untouched { Nichts wurde geändert.} other {}}',
  'failure.notOpen':
    '{name} hat seinen Betreuer: Niemand muss es vertreten. Für Abwesenheit gibt es eine eigene Karte.',
  'failure.seatOpen': '{name} ist offen: niemand hat es, der abwesend sein könnte.',
  'failure.formerOwner':
    '{former}, bisher in {territory}, steht noch auf der Teamliste {list}: mit {name} wäre dort jemand mehr als es Gebiete gibt ({count}). Nehmen Sie die Zeile von der Liste oder setzen Sie sie auf inaktiv und versuchen Sie es noch einmal.',
  'failure.joinerName': 'Wer kommt? Ein Name wird gebraucht.',
  'failure.joinerDay': '„{day}“ ist kein Tag, an dem jemand anfangen kann.',
  'failure.onTeam':
    '{name} steht schon in der Teamliste. Tragen Sie den Namen im Gebietsplan als Betreuer des Gebiets ein.',
  'failure.noTeamList':
    'Es gibt keine Teamliste, in die sich Name und Anfang schreiben ließen. Machen Sie zuerst eine (Teamliste anlegen), oder stellen Sie eine auf ein Blatt.',
  'failure.teamColumn':
    'Die Teamliste {list} hat keine Spalte „{column}“, in die sich das schreiben ließe: fügen Sie eine hinzu und versuchen Sie es erneut.',
  'failure.leaveDays':
    'Eine Abwesenheit hat einen ersten und einen letzten Tag, in dieser Folge: „{from}“ und „{to}“ sind keine.',
  'failure.noLeave':
    '{owner} ({name}) ist nicht abwesend, und keine kommende Abwesenheit ist vermerkt: da ist nichts zu beenden.',
  'failure.sameLeave':
    'Die Abwesenheit von {owner} ({name}) vom {from} bis {to} ist schon so vermerkt: da ist nichts zu ändern.',
  'failure.noCover':
    '{name} kann {owner} nicht vertreten: gebraucht wird jemand anderes aus dem Team, der aktiv ist.',
  'year.joiner': 'Jemand kommt',
  'year.joinerOpen':
    'Ein offenes Gebiet: Name und Anfang kommen in die Teamliste, der Betreuer in die Gebietsliste. Ob und wie lange jemand anläuft, ist Sache der Quote.',
  'year.noOpen': 'Kein Gebiet ist offen.',
  'year.joinerName': 'Name',
  'year.joinerStart': 'Anfang',
  'year.leave': 'Jemand ist eine Weile abwesend',
  'year.leaveHint':
    'Der Plan bleibt, wie er ist. Die Quote wird um die Tage erleichtert (eine Konvention der Quotenplanung), und Ladedateien, die in diesen Tagen geschrieben werden, nennen die Vertretung.',
  'year.leaveFrom': 'Erster Tag',
  'year.leaveTo': 'Letzter Tag',
  'year.cover': 'Vertreten von',
  'year.nobody': 'Niemand',
  'year.leaveLine':
    '{territory}: {owner} ist vom {from} bis {to} abwesend, {cover, select, none {von niemandem vertreten} other {vertreten von {cover}}}; zurück am {back}',
  'year.leaveBack':
    '{territory}: {owner} ist seit {back} zurück: Ladedateien von vorher nennen {cover, select, none {den Betreuer} other {{cover}}}',
  'year.payEffect':
    '{territory}, Vergütung: {amount} variable Zielvergütung im Jahr liegen auf der Quote dessen, was {goes, select, in {kommt} other {geht}}',
  'year.payUnknown':
    '{territory}, Vergütung: wie viel auf der Quote dessen liegt, was {goes, select, in {kommt} other {geht}}, weiß niemand',
  'year.fairShare':
    '{metric}, fairer Anteil einer vollen Stelle: {before} → {after}; {count, plural, one {das andere Gebiet hat} other {# andere haben}} jetzt {least} bis {most} davon, dann {leastThen} bis {mostThen}',
  'year.seatPay': '{territory}, Grundgehalt und variable Zielvergütung des Jahres: {before} → {after}',
  'year.seatPayUnknown':
    '{territory}, Vergütung: niemand kennt Grundgehalt und variable Zielvergütung dieser Stelle',
  'year.afterYear': '{day} liegt nach dem Geschäftsjahr der Quoten, das am {end} endet.',
  'year.payNotIssued': 'Vergütung: noch ist keine Quote ausgegeben, also geht keine mit einem Kunden mit',
  'year.quotaSum': 'Alle ausgegebenen Quoten zusammen: {before} → {after} ({why})',
  'year.quotaSum.toNobody': '{by}: von Kunden, die in keinem Gebiet sind und deren Quote niemand trägt',
  'year.quotaSum.fromNobody':
    '{by}: von Kunden, die von niemandem zurückkommen oder von einer Stelle, die es nicht mehr gibt',
  'year.quotaSum.carried':
    '{by}: die Stellen, die sie verlassen, und die, in die sie kommen, sind im Rest des Jahres nicht gleich da (Beginn, Ende, Abwesenheit, Anlauf)',
  'year.quotaMore': 'und {count, plural, one {# weitere Quote} other {# weitere Quoten}}',
  'year.quotaOthers':
    'und {count, plural, one {# andere Quote} other {# andere Quoten}}, bis Quoten ausgegeben sind',
  'action.merge': 'Zusammenlegung vorschlagen',
  'action.close': 'Schließen',
  'action.reopen': 'Wieder öffnen',
  'log.closed': 'Gebiet geschlossen',
  'log.reopened': 'Gebiet wieder offen',
  'news.merged':
    '{count, plural, one {# Kunde} other {# Kunden}} von {from} {count, plural, one {ist} other {sind}} für {into} vorgeschlagen, noch nicht angenommen. Ist das angenommen, lässt sich {from} schließen.',
  'news.closed':
    '{name} ist geschlossen: sein Ziel haben von jetzt an die anderen, und nichts geht dorthin. Seine Zeile bleibt bis zum nächsten Entwurf.',
  'news.reopened': '{name} ist wieder offen, mit seinem Anteil.',
  'failure.mergeSame': '{name} kann nicht mit sich selbst zusammengelegt werden.',
  'failure.noneThere': 'In {name} hat niemand einen Kunden.',
  'failure.closedAlready': '{name} ist schon {what, select, close {geschlossen} other {offen}}.',
  'failure.notEmpty':
    '{name} kann nicht geschlossen werden: {count, plural, one {# Kunde ist} other {# Kunden sind}} dort, oder dort angenommen. Verteilen Sie es zuerst oder legen Sie es zusammen, und nehmen Sie das an.',
  'failure.lastOpen': '{name} ist das letzte Gebiet, das offen ist.',
  'failure.closedSeat':
    'Gebiet {id} ist geschlossen (sein Kapazitätsanteil im Gebietsplan ist 0). Nehmen Sie seine Stelle aus der Teamliste, oder geben Sie ihm wieder einen Anteil, dann entwerfen Sie.',
  'year.merge': 'Gebiete zusammengelegt oder aufgelöst',
  'year.mergeHint':
    'Zusammengelegt: alle Kunden des einen gehen ins andere, sonst wechselt nichts. Aufgelöst: verteilen Sie seine Kunden (Jemand geht). Ist das angenommen, steht es hier leer und lässt sich schließen: dann haben die anderen sein Ziel.',
  'year.into': 'In',
  'year.empty': '{name} ist leer.',
  'year.closed': '{name} ist geschlossen.',
  'against.closed': 'das Gebiet ist geschlossen',
  'action.carve': 'Gebiet herausschneiden',
  'log.carved': 'Neues Gebiet herausgeschnitten',
  'log.split': 'Gebiet geteilt',
  'news.carved':
    '{owner} steht in der Teamliste und bekäme {name}: {moved, plural, one {# Kunden} other {# Kunden}} ({customers, plural, =0 {kein Bestandskunde} one {# Bestandskunde} other {# Bestandskunden}} darunter) aus {givers}, {share} eines fairen Anteils. Sonst wechselt nichts. Anwenden schreibt das; ohne das nehmen Sie die Zeile wieder aus der Teamliste.',
  'failure.proposedFirst':
    'Etwas ist vorgeschlagen und noch nicht angenommen: nehmen Sie es an oder setzen Sie es zurück, damit das neue Gebiet aus dem geschnitten wird, was gilt.',
  'failure.seatsSet':
    '{name} steht jetzt in der Teamliste, aber die Zahl der Gebiete ist im Gebietsplan gesetzt, sodass es keine Stelle für eines mehr gibt: leeren Sie sie dort und entwerfen Sie.',
  'failure.nothingToCarve':
    '{name} steht jetzt in der Teamliste, aber innerhalb von Grenze und Regeln ließ sich nichts herausschneiden: lassen Sie mehr Kunden wechseln, oder nehmen Sie die Zeile wieder aus der Teamliste.',
  'year.carve': 'Ein neues Gebiet',
  'year.carveHint':
    'Für jemanden, der kommt: aus den überlasteten Gebieten und ihren Nachbarn geschnitten, oder aus einem, das geteilt wird, mit den wenigsten Wechseln. Eine Zeile kommt in die Teamliste, und der Plan wird gezeigt, bevor sonst etwas geschrieben wird.',
  'year.carveFrom': 'Aus',
  'year.overloaded': 'Den überlasteten',
  'year.mostAccounts': 'Höchstens, % aller Kunden',
  'year.mostCustomers': 'Höchstens, % der Bestandskunden',
  'year.preview':
    'Auf der Seite Entwurf wird ein Plan gezeigt: wenden Sie ihn an und entscheiden Sie, oder gehen Sie zurück, dann geht das Jahr weiter.',
  'year.today':
    '{count, plural, =0 {Heute ist nichts zu entscheiden} one {# Sache ist heute zu entscheiden} other {# Sachen sind heute zu entscheiden}}',
  'year.calm':
    'Jeder Kunde steht, wo er angenommen wurde{told, select, yes {; jedes Gebiet liegt in seinen Toleranzen} other {}}.',
  'year.proposedCount':
    '{count, plural, =0 {} one {# wartet darauf, angenommen zu werden} other {# warten darauf, angenommen zu werden}}{strange, plural, =0 {} other {{count, plural, =0 {} other {, }}}}{strange, plural, =0 {} one {# nennt ein Gebiet, das es nicht gibt} other {# nennen Gebiete, die es nicht gibt}}',
  'year.uncovered':
    '{count, plural, one {Niemand vertritt {names}; das Gebiet wartet auf seinen Betreuer.} other {Niemand vertritt # Gebiete, die auf ihre Betreuer warten: {names}.}}',
  'year.events': 'Wenn etwas geschieht',
  'year.others': 'Systeme und Menschen',
  'year.checks': 'Prüfungen',
  'year.about.refresh':
    '{count, plural, =0 {Keine andere Liste in dieser Mappe} one {Eine andere Liste in dieser Mappe: {name}} other {# andere Listen in dieser Mappe}}',
  'year.about.leaver': 'Nachfolge, oder die Kunden gehen an Nachbarn',
  'year.about.joiner':
    '{count, plural, =0 {Kein Gebiet ist offen} one {{name} ist offen} other {# Gebiete sind offen}}',
  'year.about.leave':
    '{count, plural, =0 {Keine Abwesenheit vermerkt} one {# Abwesenheit vermerkt} other {# Abwesenheiten vermerkt}}',
  'year.about.open':
    '{count, plural, one {# wartet auf den Betreuer} other {# warten auf ihre Betreuer}}, {bare, plural, =0 {vertreten} other {# ohne Vertretung}}',
  'year.about.carve': 'Für jemanden, der kommt, aus denen, die zu viel haben',
  'year.about.merge':
    'Aus zweien wird eines{empty, plural, =0 {} other {; # leer}}{closed, plural, =0 {} other {; # geschlossen}}',
  'year.about.schedule': '{count, plural, =0 {Keiner vermerkt} one {# vermerkt} other {# vermerkt}}',
  'year.about.loads':
    '{count, plural, =0 {Nicht geschrieben, seit der Bereich offen ist} one {# Datei geschrieben} other {# Dateien geschrieben}}{held, plural, =0 {} one {; # Zeile zurückgehalten} other {; # Zeilen zurückgehalten}}',
  'year.about.system':
    '{count, plural, =0 {Keine andere Tabelle in dieser Mappe} one {Eine andere Tabelle in dieser Mappe: {name}} other {# andere Tabellen in dieser Mappe}}',
  'year.about.mismatches':
    '{count, plural, =0 {Nichts weicht ab in {name}} one {# Zeile weicht ab in {name}} other {# Zeilen weichen ab in {name}}}',
  'year.about.copies':
    '{count, plural, =0 {Niemand leitet ein Gebiet} one {Planungskopie für # Führungskraft} other {Planungskopien für # Führungskräfte}}{copies, plural, =0 {} one {; # in dieser Mappe} other {; # in dieser Mappe}}',
  'year.about.health': 'Was abweicht, wer vernachlässigt ist, was sich verlängert',
  'year.about.verify': 'Kommt derselbe Plan noch einmal heraus?',
};
