import { z } from "zod";
import { across, type CrossFinding } from "./cross-checks";
import { text } from "./text-form";

/** The issuer of the tokens of GitHub Actions; an enterprise may have its own below it. */
const GITHUB = "https://token.actions.githubusercontent.com";
const SUBJECT = "repo:acme/models:environment:production";

/** The longest issuer, subject and audience (Microsoft Graph, "federatedIdentityCredential resource type"). */
const MAX = 600;

function issuer() {
  return text({
    what: "the https URL of an issuer of tokens, without query or fragment",
    use: `the "iss" claim of the pipeline's tokens, such as "${GITHUB}"`,
    pattern: /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?(\/[\w.~%-]+)*\/?$/,
    max: MAX,
    mend: (value) => value.replace(/^(http:\/\/)?(?!https:)/, "https://"),
  });
}

function subject() {
  return text({
    what: "one whole subject",
    use: `the whole "sub" claim of the pipeline's tokens, such as "${SUBJECT}": Entra compares every letter and knows no "*"`,
    pattern: /^[^\s*]([^*\n]*[^\s*])?$/,
    max: MAX,
  });
}

function audience() {
  return text({
    what: "one audience",
    use: `the "aud" claim of the pipeline's tokens, such as "api://AzureADTokenExchange"`,
    pattern: /^[^\s*]+$/,
    max: MAX,
  });
}

/** A pipeline that signs in with a token of its own platform, and with no secret. */
const pipeline = across(
  z.strictObject({
    issuer: issuer().meta({
      description: `Who signs the pipeline's tokens: their "iss" claim, an https URL. GitHub: ${GITHUB}.`,
    }),
    subject: subject().meta({
      description: `Which pipeline may sign in: the whole "sub" claim of its tokens. GitHub: ${SUBJECT}.`,
    }),
    audience: audience().default("api://AzureADTokenExchange").meta({
      description: 'Whom the tokens are for: their "aud" claim. Default: api://AzureADTokenExchange.',
    }),
  }),
  againstGitHub,
);

/** A tenant's registration in Microsoft Entra. */
export const application = z.strictObject({
  audience: z.enum(["single-directory", "multiple-directories"]).default("single-directory").meta({
    description:
      "Whose accounts may sign in: those of the platform's Entra tenant (single-directory, the default), or of any that consents (multiple-directories).",
  }),
  pipeline: pipeline.optional().meta({
    description:
      "The tenant's own pipeline, which signs in as the application. In a dedicated tenant it may deploy models, as azure.access.deployers.",
  }),
});

/** A tenant's registration as written in its file, with its defaults. */
export type ApplicationConfig = z.output<typeof application>;

/**
 * What is wrong with a subject of GitHub Actions
 * (GitHub Docs, "OpenID Connect reference", example subject claims).
 */
function againstGitHub(value: Readonly<Record<string, unknown>>): CrossFinding[] {
  const { issuer: from, subject: who } = value;
  if (typeof from !== "string" || !from.startsWith(GITHUB) || typeof who !== "string") return [];
  const [, repository] = /^(repo:[^/:]+\/[^/:]+)(:pull_request)?$/.exec(who) ?? [];
  if (repository === undefined) return [];
  const wrong = who.endsWith(":pull_request")
    ? "is every pull request of the repository, whoever opens it"
    : "names no environment, branch or tag, and GitHub's subjects always do";
  return [{ path: ["subject"], message: `"${who}" ${wrong}; use "${repository}:environment:production", or another` }];
}
