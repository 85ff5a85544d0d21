import type { PolicyDocument, PolicyPrincipal, Statement, Texts } from "../../../lib/aws/iam/policy";
import { conditionHolds } from "./condition";
import { matches, matchesAction } from "./glob";
import type { Asker, Context, Request } from "./request";
import { and, not, or, type Truth } from "./truth";
import { substituted } from "./variables";

/** What stands between a role and a resource of its own account. */
export interface Policies {
  /** The role's own policies. */
  readonly identity: readonly PolicyDocument[];
  /** The boundary of the role. Default: it has none. */
  readonly boundary?: PolicyDocument | undefined;
  /** The policy of the resource. Default: it has none. */
  readonly resource?: PolicyDocument | undefined;
}

/**
 * Whether a request is allowed: true in every context that it may have, false in none, null in some. The asker and the
 * resource are of one account.
 */
export function verdict(policies: Policies, request: Request): Truth {
  const { identity, boundary, resource } = policies;
  if ("service" in request.asker) return direct(resource, request);
  const grants = resource === undefined ? NOTHING : grantsOf(resource, request);
  const own = allows(identity, request);
  const limit = boundary === undefined ? true : allows([boundary], request);
  const byPolicies = needsResourcePolicy(request.action) ? and([own, grants.toAccount]) : own;
  const allowed = or([and([or([byPolicies, grants.toRole]), limit]), grants.toSession]);
  if (allowed === false) return false;
  const denied = or([denies([...identity, ...(boundary === undefined ? [] : [boundary])], request), grants.denies]);
  return and([allowed, not(denied)]);
}

/** Nobody may use a key, or take a role, unless its policy says so, whatever the asker's own policies say. */
function needsResourcePolicy(action: string): boolean {
  return /^kms:/i.test(action) || /^sts:(assumerole|tagsession|setsourceidentity)/i.test(action);
}

/** What the policy of a resource gives to a role, by how it names it. */
interface Grants {
  /** To the role's account, which leaves it to the role's own policies. */
  readonly toAccount: Truth;
  /** To the role, which its boundary limits. */
  readonly toRole: Truth;
  /** To its session, or to everybody: no boundary limits that, except by a Deny. */
  readonly toSession: Truth;
  readonly denies: Truth;
}

/** Without a policy, a key cannot be used: KMS gives each key one. */
const NOTHING: Grants = { toAccount: false, toRole: false, toSession: false, denies: false };

type Named = "toAccount" | "toRole" | "toSession";

function grantsOf(policy: PolicyDocument, request: Request): Grants {
  const applying = policy.Statement.map((statement) => ({ statement, applies: applies(statement, request) }));
  const allowed = (named: Named) =>
    or(
      applying
        .filter(({ statement }) => statement.Effect === "Allow" && namesOf(statement, request.asker).has(named))
        .map((entry) => entry.applies),
    );
  return {
    toAccount: allowed("toAccount"),
    toRole: allowed("toRole"),
    toSession: allowed("toSession"),
    denies: or(
      applying
        .filter(({ statement }) => statement.Effect === "Deny" && namesOf(statement, request.asker).size > 0)
        .map((entry) => entry.applies),
    ),
  };
}

function direct(policy: PolicyDocument | undefined, request: Request): Truth {
  if (policy === undefined) return false;
  const { toRole, denies } = grantsOf(policy, request);
  return and([toRole, not(denies)]);
}

/** How a statement names the asker; empty when it does not. */
function namesOf({ Principal, NotPrincipal }: Principals, asker: Asker): ReadonlySet<Named> {
  if (NotPrincipal !== undefined) return namedBy(NotPrincipal, asker).size > 0 ? new Set() : new Set(["toSession"]);
  return Principal === undefined ? new Set() : namedBy(Principal, asker);
}

interface Principals {
  readonly Principal?: PolicyPrincipal;
  readonly NotPrincipal?: PolicyPrincipal;
}

function namedBy(principal: PolicyPrincipal, asker: Asker): ReadonlySet<Named> {
  if (principal === "*") return new Set(["toSession"]);
  if ("service" in asker) {
    return new Set("Service" in principal && list(principal.Service).includes(asker.service) ? ["toRole"] : []);
  }
  if (!("AWS" in principal)) return new Set();
  const [, partition = "", , , account = "", role = ""] = asker.roleArn.split(":");
  const name = role.split("/").at(-1) ?? "";
  return new Set(
    list(principal.AWS).flatMap((value): Named[] => {
      if (value === "*" || value.startsWith(`arn:${partition}:sts::${account}:assumed-role/${name}/`))
        return ["toSession"];
      if (value === asker.roleArn) return ["toRole"];
      return value === account || value === `arn:${partition}:iam::${account}:root` ? ["toAccount"] : [];
    }),
  );
}

function allows(policies: readonly PolicyDocument[], request: Request): Truth {
  return oneApplies(policies, "Allow", request);
}

function denies(policies: readonly PolicyDocument[], request: Request): Truth {
  return oneApplies(policies, "Deny", request);
}

function oneApplies(policies: readonly PolicyDocument[], effect: string, request: Request): Truth {
  let found: Truth = false;
  for (const { Statement: statements } of policies) {
    for (const statement of statements) {
      const truth = statement.Effect === effect && applies(statement, request);
      if (truth === true) return true;
      if (truth === null) found = null;
    }
  }
  return found;
}

/** Whether a statement is about a request, whoever asks. One that is false ends it: most are. */
function applies(statement: Statement, { action, resource, context }: Request): Truth {
  const { Resource, NotResource, Condition = {} } = statement;
  if (!isAboutAction(statement, action)) return false;
  const about =
    NotResource === undefined
      ? // Trust policies name no resource, and those of repositories need not.
        Resource === undefined || oneMatches(Resource, resource, context)
      : not(oneMatches(NotResource, resource, context));
  if (about === false) return false;
  const truths: Truth[] = [about];
  for (const [operator, keys] of Object.entries(Condition)) {
    for (const [key, values] of Object.entries(keys)) {
      const holds = conditionHolds(operator, key, list(values), context);
      if (holds === false) return false;
      truths.push(holds);
    }
  }
  return and(truths);
}

const actions = new WeakMap<Statement, Map<string, boolean>>();

/** The same statement is asked about the same action for every resource. */
function isAboutAction(statement: Statement, action: string): boolean {
  const { Action, NotAction } = statement;
  let known = actions.get(statement);
  if (known === undefined) actions.set(statement, (known = new Map<string, boolean>()));
  let about = known.get(action);
  if (about === undefined) {
    const named = (patterns: Texts) => list(patterns).some((pattern) => matchesAction(pattern, action));
    about = (Action === undefined || named(Action)) && (NotAction === undefined || !named(NotAction));
    known.set(action, about);
  }
  return about;
}

function oneMatches(patterns: Texts, resource: string, context: Context): Truth {
  let found: Truth = false;
  for (const pattern of list(patterns)) {
    const truth = matchesFilled(pattern, resource, context);
    if (truth === true) return true;
    if (truth === null) found = null;
  }
  return found;
}

function matchesFilled(pattern: string, resource: string, context: Context): Truth {
  const filled = substituted(pattern, context);
  if (filled === "absent") return false;
  if (filled === "free") return matches(pattern.replaceAll(/\$\{[^{}]+\}/g, "*"), resource) === false ? false : null;
  return matches(filled, resource);
}

function list(texts: Texts): readonly string[] {
  return typeof texts === "string" ? [texts] : texts;
}
