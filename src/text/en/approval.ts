/** Proposals that wait for a manager, and what the log says of decisions, pay and loads. */
export const approval = {
  'column.approval': 'Approval',
  'column.approvalBy': 'Approval By',
  'column.approvalFor': 'Approval For',
  'approval.approved': 'Approved',
  'approval.rejected': 'Rejected',
  'validation.approval.prompt':
    'Approved or Rejected; blank is waiting. It counts for the territory in Approval For: of another proposal it says nothing.',
  'validation.approval.error': 'Pick Approved or Rejected, or leave the cell empty.',
  'action.askApproval': 'Put up for decision',
  'action.decideProposal': 'Decide',
  'action.putBackRejected': 'Put rejected ones back',
  'news.asked':
    '{count, plural, one {# proposal is} other {# proposals are}} put up for decision: the list says in Approval By whose {count, plural, one {it is} other {they are}} and in Approval For of what; the answer goes into Approval.{nobody, plural, =0 {} one { Of # nobody leads the territory: type into Approval By who decides.} other { Of # nobody leads the territories: type into Approval By who decides.}}',
  'news.decided':
    '{account}, proposed for {territory}, {said, select, approved {is approved} rejected {is rejected} other {waits again}}.',
  'news.acceptedApproved':
    '{count, plural, one {# approved change is} other {# approved changes are}} accepted and on the log.{left, plural, =0 {} one { # is not approved and stays proposed.} other { # are not approved and stay proposed.}}',
  'news.rejectedBack':
    '{count, plural, one {# rejected account is where it was accepted; the log says who rejected it.} other {# rejected accounts are where they were accepted; the log says who rejected them.}}',
  'failure.approvalOff':
    'Proposals wait for no manager in this plan: switch that on first (In-year, Approval by managers).',
  'failure.nothingToAsk': 'There is nothing to put up for decision that has not been already.',
  'failure.noneApproved':
    'None of what is proposed is approved, and approval by managers is on: only what they approve is accepted.',
  'failure.noneRejected': 'None of what is proposed is rejected.',
  'failure.notPutUp': 'Nothing that is proposed for {account} was put up for decision.',
  'log.approved': 'Approved',
  'log.rejected': 'Rejected',
  'log.decidedBy': 'Decided by',
  'log.decidedAt': 'Decision taken over',
  'year.approval': 'Approval by managers',
  'year.approvalOn': 'What is proposed waits for the manager who gets the account',
  'year.approvalHint':
    'Put up for decision, a proposal has its manager and its territory beside it in the list; the manager picks Approved or Rejected there. A decision counts as long as that territory is what is proposed. Accept takes what is approved. Nothing is blocked: cells can be edited and proposals made as before.',
  'year.about.approval':
    '{on, select, yes {{open, plural, =0 {Nothing waits} one {# proposal is undecided} other {# proposals are undecided}}} other {Off: whoever accepts decides}}',
  'year.approvalCount':
    '{waiting, plural, =0 {None waits} one {# waits} other {# wait}} for a decision, {approved, plural, one {# is approved} other {# are approved}}, {rejected, plural, one {# is rejected} other {# are rejected}}{notAsked, plural, =0 {} one {; # is not put up for decision yet} other {; # are not put up for decision yet}}{unread, plural, =0 {} one {; # has a word in Approval that is neither Approved nor Rejected, and waits} other {; # have a word in Approval that is neither Approved nor Rejected, and wait}}.',
  'year.approvalVoid':
    '{count, plural, one {# was put up for another territory than is proposed now: what was decided then does not count.} other {# were put up for other territories than are proposed now: what was decided then does not count.}}',
  'year.approvalBy':
    '{by, select, none {Nobody leads the territory} other {{by}}}: {waiting, plural, =0 {none waits} one {# waits} other {# wait}}, {approved, plural, one {# approved} other {# approved}}, {rejected, plural, one {# rejected} other {# rejected}}',
  'year.changeDecision':
    '{change} – {state, select, approved {{nobody, select, yes {approved, nobody says by whom} other {approved by {by}}}} rejected {{nobody, select, yes {rejected, nobody says by whom} other {rejected by {by}}}} waiting {waits for {by}} unread {waits for {by}: its decision cannot be read} other {not put up for decision yet}}',
  'year.acceptApproved': '{count, plural, one {Accept # approved change} other {Accept # approved changes}}',
  'year.nobodyLeads': 'nobody',
  'log.payFrom': 'Variable pay on it, from',
  'log.payTo': 'Variable pay on it, to',
  'log.payWhy': 'Why no pay',
  'log.pay.notIssued': 'No quota is issued: nothing goes along',
  'log.pay.noQuota': 'It brings no quota along',
  'log.pay.noRate': 'Base, variable or quota of a seat is not known',
  'log.loadFile': 'Load file',
  'log.loadedAt': 'Last said',
  'log.result': 'Result',
  'log.result.open': 'Written, no answer yet',
  'log.result.loaded': 'Loaded',
  'log.result.failed': 'Refused{error, select, none {} other {: {error}}}',
  'log.applied': 'Applied',
};
