import { createHash } from "node:crypto";
import { isAbsolute, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ArtifactLocation, Log, ReportingDescriptor, Result } from "sarif";
import { formatFinding } from "./finding";
import type { LocatedFinding } from "./report";
import type { Rule, Severity } from "./rule";

/** How code hosts rank a severity: SARIF's own level, and GitHub's "security-severity" from 0 to 10. */
const LEVELS: Readonly<Record<Severity, { level: "error" | "warning" | "note"; score: string }>> = {
  critical: { level: "error", score: "9.5" },
  high: { level: "error", score: "8.0" },
  medium: { level: "warning", score: "5.5" },
  low: { level: "note", score: "2.0" },
};

/** The tool that a log names. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}

/**
 * Findings as a log in SARIF 2.1.0 (OASIS), which code hosts show on pull requests. An accepted finding is suppressed.
 * GitHub reads of it what "SARIF support for code scanning" names.
 *
 * @param rules all rules that were held against the stacks, also those that found nothing
 */
export function sarif(findings: readonly LocatedFinding[], rules: readonly Rule[], tool: Tool): Log {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { ...tool, rules: rules.map(descriptor) } },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => result(finding, rules)),
      },
    ],
  };
}

function descriptor({ id, severity, title, reason, fix, source, controls }: Rule): ReportingDescriptor {
  const { level, score } = LEVELS[severity];
  const text = `${reason} To mend it, ${fix}. Source: ${source}.`;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: reason },
    help: { text, markdown: `${text}\n\n${controls.map((control) => `- ${control}`).join("\n")}` },
    defaultConfiguration: { level },
    properties: { "security-severity": score, precision: "very-high", tags: ["security", ...controls] },
  };
}

function result({ finding, exception, accepted, file, line }: LocatedFinding, rules: readonly Rule[]): Result {
  const { rule, resource, address, argument } = finding;
  return {
    ruleId: rule.id,
    ruleIndex: rules.indexOf(rule),
    level: LEVELS[rule.severity].level,
    message: { text: formatFinding(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(file),
          region: { startLine: line },
        },
        logicalLocations: [{ name: address, fullyQualifiedName: resource, kind: "resource" }],
      },
    ],
    // Of what the finding is about, not of the line: lines move.
    partialFingerprints: { "resourceAndArgument/v1": fingerprint(rule.id, resource, argument) },
    ...(accepted && exception
      ? { suppressions: [{ kind: "external", status: "accepted", justification: exception.reason }] }
      : {}),
  };
}

/** A file of the repository by its path there, and any other one by its whole path. */
function artifact(file: string): ArtifactLocation {
  const path = relative(".", file);
  if (path.startsWith("..") || isAbsolute(path)) return { uri: pathToFileURL(file).href };
  return { uri: path.split(sep).map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}

function fingerprint(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 32);
}
