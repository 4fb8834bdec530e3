/** Was mit einzelnen Kunden außerhalb des Plans geschieht. */
export const accountEvents = {
  'action.accountEvent': 'Vorschlagen, was folgt',
  'log.event.gone': 'Kunde weggefallen',
  'log.event.merged': 'Aufgegangen in {other}',
  'log.event.reparented': 'Neue Mutter: {other}',
  'log.event.owner': 'Neuer Betreuer im CRM: {other}',
  'log.noted': 'Vermerkt',
  'news.accountEvent':
    '{account} ist ab {day} für {territory, select, Unassigned {kein Gebiet} other {{territory}}} vorgeschlagen{kind, select, gone {: er ist weggefallen} merged {: er gehört jetzt zu {other}} reparented {: seine Mutter ist jetzt {other}, und die Liste sagt es} other {: im CRM hat ihn {other}, und die Liste sagt es}}. Noch nicht angenommen.',
  'news.accountNoted':
    '{account} bleibt in {territory, select, Unassigned {keinem Gebiet} other {{territory}}}{kind, select, gone {: er ist weggefallen} merged {: er gehört jetzt zu {other}} reparented {: seine Mutter ist jetzt {other}, und die Liste sagt es} other {: im CRM hat ihn {other}, und die Liste sagt es}}. {tookBack, select, none {} Unassigned {Dass er in keinem Gebiet sein sollte, ist zurückgenommen. } other {Dass {tookBack} für ihn vorgeschlagen war, ist zurückgenommen. }}Das Verzeichnis hat es.',
  'failure.eventDay': '„{day}“ ist kein Tag, ab dem das gelten könnte.',
  'failure.eventNoColumn':
    'Die Liste hat keine Spalte, die {what, select, owner {den Betreuer} other {die Mutter}} eines Kunden nennt, oder der Kunde hat dort nichts, wonach er heißt: es lässt sich nicht eintragen.',
  'failure.eventNoSeat':
    '{count, plural, =0 {„{name}“ hat in diesem Plan kein Gebiet} other {„{name}“ hat in diesem Plan # Gebiete}}: geben Sie den Kunden in das, das Sie meinen.',
  'failure.eventSame': '{account} kann nicht in sich selbst aufgehen und nicht die eigene Mutter sein.',
  'failure.eventRing':
    '{other} steht schon unter {account}: ein Kunde kann nicht unter einen kommen, der in seiner Familie unter ihm steht. Ändern Sie zuerst die Mutter von {other}.',
  'failure.eventNowhere':
    '{account} ist in keinem Gebiet angenommen, also kann nichts dorthin gehen, wo er ist: geben Sie ihn zuerst in eines, oder sagen Sie, welcher Kunde bleibt.',
  'failure.eventAgain': 'Das Verzeichnis hat das von {account} schon ({id}), und es ist nichts mehr zu tun.',
  'year.account': 'Mit einem Kunden geschieht etwas',
  'year.about.account': 'Weggefallen, aufgegangen, andere Mutter, anderer Betreuer im CRM',
  'year.accountHint':
    'Was folgt, wird zuerst gezeigt und dann vorgeschlagen: Annehmen verzeichnet es mit Tag und Grund, Zurücksetzen nimmt den Wechsel weg. Aufgegangen: wer bleibt, behält Gebiet, Quote und Betreuer; der andere geht mit seiner Quote dorthin, bis ein neuer Export eine Zeile für beide hat. Mutter oder Betreuer kommen in die Liste und bleiben dort.',
  'year.accountWhat': 'Was geschah',
  'year.accountOne': 'Kunde nach ID oder Name',
  'year.event.gone': 'Er ist weggefallen',
  'year.event.merged': 'Er ist in einem anderen aufgegangen',
  'year.event.reparented': 'Er hat eine andere Mutter',
  'year.event.owner': 'Das CRM hat einen anderen Betreuer',
  'year.other.merged': 'Der Kunde, der bleibt, nach ID oder Name',
  'year.other.reparented': 'Der Kunde, der jetzt die Mutter ist, nach ID oder Name',
  'year.other.owner': 'Der neue Betreuer',
  'year.eventStays':
    '{label} bleibt in {territory, select, Unassigned {keinem Gebiet} other {{territory}}}: das Verzeichnis bekommt eine Zeile.',
  'year.eventBack':
    'Was jetzt für ihn vorgeschlagen ist ({territory, select, Unassigned {kein Gebiet} other {{territory}}}), wird zurückgenommen.',
  'year.eventCell': '{header} in der Liste: {value}',
};
