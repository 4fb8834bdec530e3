/**
 * The events this host tells, by class. Registering needs nothing of the host: it tells every event, and
 * the client keeps those it has handlers for. An event not listed is refused loudly, since its handler
 * would never be called.
 */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  Workbook: ['SelectionChanged'],
  WorksheetCollection: [
    'Activated',
    'Added',
    'Calculated',
    'DataChanged',
    'Deactivated',
    'Deleted',
    'ProtectionChanged',
    'SelectionChanged',
  ],
  Worksheet: [
    'Activated',
    'Calculated',
    'DataChanged',
    'Deactivated',
    'ProtectionChanged',
    'SelectionChanged',
  ],
  TableCollection: ['Added', 'DataChanged', 'Deleted'],
  Table: ['DataChanged', 'SelectionChanged'],
  ChartCollection: ['Added', 'Deleted'],
};

const REGISTRATION = /^_(?:un)?register(\w+)event$/i;

/** True or false for the registration of an event; undefined if the method is none. */
export function isKnownRegistration(className: string, method: string): boolean | undefined {
  const event = REGISTRATION.exec(method)?.[1];
  if (event === undefined) return undefined;
  return (EVENTS[className] ?? []).some((known) => known.toLowerCase() === event.toLowerCase());
}
