import type { JudgedFinding } from "./stack-check";

/** A finding, and the line of a file at which people look for it. */
export interface LocatedFinding extends JudgedFinding {
  /** The file: that of the tenant or of the platform; of a stack that the project did not write, its own. */
  readonly file: string;
  /** The line, from 1. */
  readonly line: number;
}

/** A finding as `npm run check -- --json` writes it. */
export interface FindingJson {
  readonly rule: string;
  readonly severity: string;
  readonly stack: string;
  readonly file: string;
  readonly line: number;
  readonly resource: string;
  readonly address: string;
  readonly argument: string;
  /** The value that is there, as JSON, cut; null when there is none. */
  readonly found: string | null;
  readonly must: string;
  readonly fix: string;
  readonly controls: readonly string[];
  /** Present when an exception accepts the finding. */
  readonly accepted?: { readonly reason: string; readonly expires: string };
}

/** Findings as plain data. */
export function findingsJson(findings: readonly LocatedFinding[]): FindingJson[] {
  return findings.map(({ finding, exception, accepted, file, line }) => {
    const { rule, ...rest } = finding;
    return {
      rule: rule.id,
      severity: rule.severity,
      file,
      line,
      ...rest,
      found: rest.found ?? null,
      fix: rule.fix,
      controls: rule.controls,
      ...(accepted && exception ? { accepted: { reason: exception.reason, expires: exception.expires } } : {}),
    };
  });
}
