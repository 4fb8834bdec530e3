import { cellAddress, columnLetters, quoteSheet } from '../plan/cells';
import type { Finding, FindingCode, Severity } from '../plan/findings';

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Findings of one kind. */
export interface FindingKind {
  readonly code: FindingCode;
  /** That of its gravest finding. */
  readonly severity: Severity;
  /** How many there are, those included that are only counted. */
  readonly count: number;
  readonly listed: readonly Finding[];
}

/** Findings by kind, the gravest and most frequent first. What is counted only (`more`) counts with its kind. */
export function findingKinds(findings: readonly Finding[]): FindingKind[] {
  const kinds = new Map<FindingCode, { severity: Severity; count: number; listed: Finding[] }>();
  for (const finding of findings) {
    const code = finding.code === 'more' ? (finding.params?.['code'] as FindingCode) : finding.code;
    let kind = kinds.get(code);
    if (kind === undefined) kinds.set(code, (kind = { severity: finding.severity, count: 0, listed: [] }));
    if (ORDER[finding.severity] < ORDER[kind.severity]) kind.severity = finding.severity;
    kind.count += finding.code === 'more' ? Number(finding.params?.['count']) : 1;
    kind.listed.push(finding);
  }
  return [...kinds]
    .map(([code, kind]) => ({ code, ...kind }))
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || b.count - a.count);
}

/** Where a finding is: a cell, else a column; undefined if it speaks of the whole table. */
export function addressOf({ sheet, row, column }: Finding): string | undefined {
  if (row > 0) return cellAddress(sheet, row, Math.max(1, column));
  if (column <= 0) return undefined;
  const letters = columnLetters(column);
  return `${quoteSheet(sheet)}!${letters}:${letters}`;
}
