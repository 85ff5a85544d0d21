import { z } from "zod";

/** What gives a secret away, and how an error calls it. */
interface SecretSign {
  /** What the sign is looked for in: the name in upper case without underscores, or the value. */
  readonly in: "name" | "value";
  readonly pattern: RegExp;
  readonly what: string;
}

/**
 * Names that people give to secrets, and what a connection string has in it. A file is read by everybody who sees the
 * repository, and so is a deployment's body by every reader of the workspace.
 */
const SECRET_SIGNS: readonly SecretSign[] = [
  { in: "name", pattern: /KEYS?$/, what: "a key" },
  { in: "name", pattern: /SECRETS?$/, what: "a secret" },
  { in: "name", pattern: /(PASSWORDS?|PASSWD|PASSPHRASE|PWD)$/, what: "a password" },
  { in: "name", pattern: /TOKEN$/, what: "a token" },
  { in: "name", pattern: /CREDENTIALS?$/, what: "a credential" },
  { in: "name", pattern: /CONN(ECTION)?STR(ING)?$/, what: "a connection string" },
  { in: "value", pattern: /\b(AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)=/i, what: "a secret" },
  { in: "value", pattern: /[?&]sig=/i, what: "a shared access signature" },
  { in: "value", pattern: /\b(AKIA|ASIA)[A-Z0-9]{16}\b/, what: "an access key of AWS" },
];

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Environment variables of a container: names and texts. Refuses what looks like a secret, and does not print it.
 *
 * @param instead what to do without a secret, so that it reads on after "files hold references, never secrets:"
 */
export function environmentVariables(instead: string) {
  return z.record(z.string(), z.string()).superRefine(
    (variables, context) => {
      for (const [name, value] of Object.entries(variables)) {
        const problem = problemOf(name, value, `files hold references, never secrets: ${instead}`);
        if (problem !== undefined) context.addIssue({ code: "custom", path: [name], message: problem });
      }
    },
    { when: ({ value }) => typeof value === "object" && value !== null },
  );
}

function problemOf(name: string, value: unknown, fix: string): string | undefined {
  if (!NAME.test(name)) {
    return "is not the name of an environment variable; use letters, digits and underscores, and no digit first";
  }
  const texts = { name: name.toUpperCase().replaceAll("_", ""), value: typeof value === "string" ? value : "" };
  const sign = SECRET_SIGNS.find(({ in: where, pattern }) => pattern.test(texts[where]));
  if (sign === undefined) return undefined;
  return sign.in === "name" ? `has the name of ${sign.what}; ${fix}` : `has ${sign.what} in it; ${fix}`;
}
