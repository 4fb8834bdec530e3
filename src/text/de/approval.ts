/** Vorschläge, die auf eine Leitung warten, und was das Verzeichnis von Entscheidungen, Vergütung und Laden sagt. */
export const approval = {
  'column.approval': 'Genehmigung',
  'column.approvalBy': 'Genehmigung durch',
  'column.approvalFor': 'Genehmigung für',
  'approval.approved': 'Genehmigt',
  'approval.rejected': 'Abgelehnt',
  'validation.approval.prompt':
    'Genehmigt oder Abgelehnt; leer wartet. Es gilt für das Gebiet in „Genehmigung für“: zu einem anderen Vorschlag sagt es nichts.',
  'validation.approval.error': 'Genehmigt oder Abgelehnt wählen, oder die Zelle leer lassen.',
  'action.askApproval': 'Zur Entscheidung stellen',
  'action.decideProposal': 'Entscheiden',
  'action.putBackRejected': 'Abgelehnte zurücksetzen',
  'news.asked':
    '{count, plural, one {# Vorschlag ist} other {# Vorschläge sind}} zur Entscheidung gestellt: die Liste sagt in „Genehmigung durch“, wer entscheidet, und in „Genehmigung für“, worüber; die Antwort kommt in „Genehmigung“.{nobody, plural, =0 {} one { Bei # leitet niemand das Gebiet: tragen Sie in „Genehmigung durch“ ein, wer entscheidet.} other { Bei # leitet niemand die Gebiete: tragen Sie in „Genehmigung durch“ ein, wer entscheidet.}}',
  'news.decided':
    '{account}, vorgeschlagen für {territory}, {said, select, approved {ist genehmigt} rejected {ist abgelehnt} other {wartet wieder}}.',
  'news.acceptedApproved':
    '{count, plural, one {# genehmigte Änderung ist} other {# genehmigte Änderungen sind}} angenommen und verzeichnet.{left, plural, =0 {} one { # ist nicht genehmigt und bleibt vorgeschlagen.} other { # sind nicht genehmigt und bleiben vorgeschlagen.}}',
  'news.rejectedBack':
    '{count, plural, one {# abgelehnter Kunde ist, wo er angenommen war; das Verzeichnis sagt, wer ihn ablehnte.} other {# abgelehnte Kunden sind, wo sie angenommen waren; das Verzeichnis sagt, wer sie ablehnte.}}',
  'failure.approvalOff':
    'In diesem Plan warten Vorschläge auf keine Leitung: schalten Sie das zuerst ein (Im Jahr, Genehmigung durch Leitungen).',
  'failure.nothingToAsk': 'Es gibt nichts zur Entscheidung zu stellen, was nicht schon gestellt ist.',
  'failure.noneApproved':
    'Nichts von dem, was vorgeschlagen ist, ist genehmigt, und die Genehmigung durch Leitungen ist an: angenommen wird nur, was sie genehmigen.',
  'failure.noneRejected': 'Nichts von dem, was vorgeschlagen ist, ist abgelehnt.',
  'failure.notPutUp': 'Nichts, was für {account} vorgeschlagen ist, wurde zur Entscheidung gestellt.',
  'log.approved': 'Genehmigt',
  'log.rejected': 'Abgelehnt',
  'log.decidedBy': 'Entschieden von',
  'log.decidedAt': 'Entscheidung übernommen',
  'year.approval': 'Genehmigung durch Leitungen',
  'year.approvalOn': 'Vorschläge warten auf die Leitung, die den Kunden bekommt',
  'year.approvalHint':
    'Zur Entscheidung gestellt, hat ein Vorschlag in der Liste seine Leitung und sein Gebiet neben sich; die Leitung wählt dort Genehmigt oder Abgelehnt. Eine Entscheidung gilt, solange dieses Gebiet vorgeschlagen ist. Annehmen nimmt, was genehmigt ist. Nichts ist gesperrt: Zellen lassen sich ändern und Vorschläge machen wie zuvor.',
  'year.about.approval':
    '{on, select, yes {{open, plural, =0 {Nichts wartet} one {# Vorschlag ist unentschieden} other {# Vorschläge sind unentschieden}}} other {Aus: wer annimmt, entscheidet}}',
  'year.approvalCount':
    '{waiting, plural, =0 {Keiner wartet} one {# wartet} other {# warten}} auf eine Entscheidung, {approved, plural, one {# ist genehmigt} other {# sind genehmigt}}, {rejected, plural, one {# ist abgelehnt} other {# sind abgelehnt}}{notAsked, plural, =0 {} one {; # ist noch nicht zur Entscheidung gestellt} other {; # sind noch nicht zur Entscheidung gestellt}}{unread, plural, =0 {} one {; bei # steht in „Genehmigung“ ein Wort, das weder Genehmigt noch Abgelehnt ist, und er wartet} other {; bei # steht in „Genehmigung“ ein Wort, das weder Genehmigt noch Abgelehnt ist, und sie warten}}.',
  'year.approvalVoid':
    '{count, plural, one {# war für ein anderes Gebiet gestellt, als jetzt vorgeschlagen ist: was damals entschieden wurde, gilt nicht.} other {# waren für andere Gebiete gestellt, als jetzt vorgeschlagen sind: was damals entschieden wurde, gilt nicht.}}',
  'year.approvalBy':
    '{by, select, none {Niemand leitet das Gebiet} other {{by}}}: {waiting, plural, =0 {keiner wartet} one {# wartet} other {# warten}}, {approved, plural, one {# genehmigt} other {# genehmigt}}, {rejected, plural, one {# abgelehnt} other {# abgelehnt}}',
  'year.changeDecision':
    '{change} – {state, select, approved {{nobody, select, yes {genehmigt, von wem, sagt niemand} other {genehmigt von {by}}}} rejected {{nobody, select, yes {abgelehnt, von wem, sagt niemand} other {abgelehnt von {by}}}} waiting {wartet auf {by}} unread {wartet auf {by}: die Entscheidung ist nicht lesbar} other {noch nicht zur Entscheidung gestellt}}',
  'year.acceptApproved':
    '{count, plural, one {# genehmigte Änderung annehmen} other {# genehmigte Änderungen annehmen}}',
  'year.nobodyLeads': 'niemand',
  'log.payFrom': 'Variable darauf, von',
  'log.payTo': 'Variable darauf, nach',
  'log.payWhy': 'Warum keine Variable',
  'log.pay.notIssued': 'Keine Quote ist ausgegeben: nichts geht mit',
  'log.pay.noQuota': 'Er bringt keine Quote mit',
  'log.pay.noRate': 'Fixum, Variable oder Quote einer Stelle ist nicht bekannt',
  'log.loadFile': 'Ladedatei',
  'log.loadedAt': 'Zuletzt gemeldet',
  'log.result': 'Ergebnis',
  'log.result.open': 'Geschrieben, noch keine Antwort',
  'log.result.loaded': 'Geladen',
  'log.result.failed': 'Abgelehnt{error, select, none {} other {: {error}}}',
  'log.applied': 'Im CRM',
};
