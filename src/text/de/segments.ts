export const segments = {
  'sheet.segments': 'Segmente',
  'action.segments': 'Segmente und Märkte',
  'column.segment': 'Segment',
  'column.segmentRule': 'Segment nach Regel',
  'column.segmentKept': 'Bisheriges Segment',
  'column.segmentFamily': 'Segment der Gruppe',
  'column.segmentWords': 'Regeln nach Wörtern',
  'column.segmentNote': 'Hinweis zum Segment',

  'segments.title': '{plan}: Segmente, Kanäle und Märkte',
  'segments.about':
    'Die erste Regel, die ein Kunde erfüllt, nennt sein Segment; was eine Regel leer lässt, fragt sie nicht. Blaue Zellen gehören Ihnen: Die Spalte der Liste und jede Zahl hier folgen sofort.',
  'segments.aboutOwn':
    'Segmente sind die der Spalte {column} Ihrer Liste. Für Regeln statt dessen sagen Sie, dass keine Spalte der Liste das Segment ist.',
  'segments.asAt':
    'Bisherige Segmente und die der Gruppen sind vom {date}: Ein Kunde nahe einer Grenze bleibt, wo er an diesem Tag war, bis dieses Blatt noch einmal geschrieben wird.',
  'segments.missing': 'Die Liste sagt nicht, oder keine Formel kann summieren: {names}.',
  'segments.unreadable': 'Keine Formel kann {names} lesen: Regeln können nicht danach fragen.',
  'segments.values':
    'Die Liste ist lang: Segmente sind Werte von diesem Tag. Schreiben Sie das Blatt noch einmal, damit Änderungen zählen.',
  'segments.rules': 'Regeln, die erste erfüllte zählt. Mehrere Wörter mit ; dazwischen',
  'segments.bySegment': 'Nach Segment',
  'segments.byChannel': 'Nach Kanal',
  'segments.markets': 'Lohnende Märkte',
  'segments.goals': 'Ziele des Plans',
  'segments.other': 'Übrige',
  'segments.large': 'Großkunden',
  'segments.medium': 'Mittelstand',
  'segments.small': 'Kleinkunden',
  'segments.all': 'Alle Kunden',
  'segments.none': 'Ohne',
  'segments.near': 'Geblieben: nahe der Grenze',
  'segments.asParent': 'Wie die Mutter',
  'segments.was': 'Bisher',
  'segments.check.near': 'Kunden nahe einer Grenze, geblieben, wo sie waren',
  'segments.check.parent': 'Kunden im Segment ihrer Mutter, gegen die Regeln',
  'segments.check.left': 'Kunden in keiner Zeile der Tabelle darunter',

  'segments.from.employees': 'Mitarbeiter ab',
  'segments.below.employees': 'Mitarbeiter unter',
  'segments.from.annualRevenue': 'Umsatz ab',
  'segments.below.annualRevenue': 'Umsatz unter',
  'segments.from.potential': 'Potenzial ab',
  'segments.below.potential': 'Potenzial unter',
  'segments.inAll': 'Kunden jetzt',

  'segments.part': 'Teil der Kunden',
  'segments.customers': 'Bestandskunden',
  'segments.won': 'Gewonnener Teil',
  'segments.conversion': 'Abschlussquote',
  'segments.churned': 'Abgewandert',
  'segments.risk': 'Gefährdet',
  'segments.riskMean': 'Abwanderungsrisiko, Mittel',
  'segments.average': 'ARR je Bestandskunde',
  'segments.deal': 'Mittlerer Abschluss',
  'segments.penetration': 'ARR ÷ Potenzial',
  'segments.growth': 'Wachstum, Mittel',
  'segments.score': 'Bewertung, Mittel',

  'segments.cost': 'Kosten der Plätze',
  'segments.neededIs':
    'Nötige Plätze = Stunden der Kunden ÷ Stunden eines vollen Platzes, beides vom Blatt Arbeitslast.',
  'segments.hereIs.segment':
    'Vorhandene Plätze = Plätze des Segments; nennt das Team keine Segmente, jeder Platz geteilt nach den Stunden seiner Kunden.',
  'segments.hereIs.channel':
    'Vorhandene Plätze = Plätze, jeder geteilt nach den Stunden seiner Kunden. An Kunden ohne Gebiet arbeitet niemand.',
  'segments.costIs':
    'Kosten der Plätze = Gesamtkosten jedes Platzes vom Blatt Vergütung, ebenso geteilt; Plätze ohne Stunden stehen allein in der Zeile aller Kunden.',
  'segments.noCost':
    'Was Plätze kosten, steht hier, wo es das Blatt Vergütung gibt: Schreiben Sie Quoten, dann dieses Blatt noch einmal.',
  'segments.noEffort':
    'Nötige und vorhandene Plätze und Kosten stehen hier, wo es das Blatt Arbeitslast gibt: Schreiben Sie es, dann dieses Blatt noch einmal.',

  'segments.rank': 'Rang',
  'segments.market': 'Markt',
  'segments.open': 'Offenes Potenzial',
  'segments.rate': 'Davon gewonnen',
  'segments.stay': 'Bleibt',
  'segments.worth': 'Lohnt sich',
  'segments.worthIs':
    'Nach {market}. Lohnt sich = offenes Potenzial (Potenzial weniger ARR){rate, select, conversion { × Abschlussquote (gewonnen ÷ gewonnen und verloren)} won { × gewonnener Teil (Bestandskunden ÷ Kunden)} other {}}{stay, select, yes { × was bleibt (1 − abgewandert oder gefährdet)} other {}}.',
  'segments.noMarkets':
    'Märkte haben einen Rang, wo die Liste ein Potenzial und eine Spalte von Branchen, Bundesländern oder Ländern hat.',

  'segments.ruleNth': '{what} (Regel {number, number})',
  'segments.goal': 'Ziel',
  'segments.measure': 'Maß',
  'segments.measurePrompt': 'Eine der Spalten der Tabelle nach Segment.',
  'segments.target': 'Zielwert',
  'segments.now': 'Jetzt',
  'segments.verdict': 'Erreicht?',
  'segments.met': 'Erreicht',
  'segments.short': 'Noch nicht',

  'segments.set.family': 'Gruppen zusammen',
  'segments.set.deadZone': 'Tote Zone',
  'segments.set.market': 'Märkte sind',
  'segments.means.family': 'WAHR: Eine Gruppe hat das Segment ihrer obersten Mutter',
  'segments.means.deadZone': 'So nahe an der Grenze bleibt ein Kunde in seinem Segment',
  'segments.means.market': 'Eines von {choices}; zählt, wenn das Blatt noch einmal geschrieben wird',
} as const;
