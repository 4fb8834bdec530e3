import type { Finding, FindingCode } from '../../plan/findings';

/** So many findings of one kind in one column are listed one by one; the rest are counted. */
const LISTED_PER_KIND = 2000;

/**
 * Gathers findings in bounded memory. A kind that fills a whole sheet is listed up to a limit, then summed
 * up by one entry (`more`, row 0) that says how many there are, so that nothing passes silently.
 */
export class FindingList {
  private readonly list: Finding[] = [];
  private readonly counts = new Map<string, { count: number; last: Finding }>();

  add(finding: Finding): void {
    const key = `${finding.code}|${finding.sheet}|${finding.column}`;
    const seen = this.counts.get(key);
    if (seen === undefined) this.counts.set(key, { count: 1, last: finding });
    else {
      seen.count++;
      seen.last = finding;
      if (seen.count > LISTED_PER_KIND) return;
    }
    this.list.push(finding);
  }

  /** Whether the next finding of this kind in this column would still be listed: saves making its texts. */
  isOpen(code: FindingCode, sheet: string, column: number): boolean {
    return (this.counts.get(`${code}|${sheet}|${column}`)?.count ?? 0) < LISTED_PER_KIND;
  }

  /** In the order they were found, each kind's remainder at the end. */
  finish(): Finding[] {
    const all = [...this.list];
    for (const { count, last } of this.counts.values()) {
      if (count <= LISTED_PER_KIND) continue;
      all.push({
        code: 'more',
        severity: last.severity,
        sheet: last.sheet,
        row: 0,
        column: last.column,
        read: '',
        params: { code: last.code, count: count - LISTED_PER_KIND, listed: LISTED_PER_KIND },
      });
    }
    return all;
  }
}
