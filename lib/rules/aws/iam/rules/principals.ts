import { GITHUB_ISSUER } from "../../../../blueprint/aws-deploy";
import { isPattern } from "../glob";
import type { StatementRule } from "../rule";
import type { ConditionView, PrincipalView } from "../statement-view";
import { ACCOUNT, BUCKET_OBJECTS, ROLE } from "./example-arns";

/** Everybody, or a whole account where single roles belong. */
export const wildcardPrincipal: StatementRule = {
  id: "aws-iam-wildcard-principal",
  severity: "critical",
  title: "Policies of resources and trusts name whom they let in.",
  reason:
    "Everybody is every tenant and the internet, and whoever may do it in an account is not the one who was meant.",
  fix: "name the roles or the service as Principal; a trust names roles and no accounts",
  source: "IAM User Guide: AWS JSON policy elements: Principal",
  controls: ["FSBP S3.2", "FSBP KMS.5", "FSBP SNS.4"],
  uses: ["trust", "resource"],
  example: {
    kind: "bucket",
    wrong: { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: BUCKET_OBJECTS },
    right: { Effect: "Allow", Principal: { AWS: ROLE }, Action: "s3:GetObject", Resource: BUCKET_OBJECTS },
  },
  check: ({ allows, principals, notPrincipals }, { use }) => {
    if (!allows) return [];
    const wide = principals.filter(
      (principal) => isEverybody(principal) || (use === "trust" && (isAccount(principal) || isUser(principal))),
    );
    return [
      ...wide.map(({ value }) => ({ value, must: "must be a role or a service" })),
      ...notPrincipals.map(({ value }) => ({
        value,
        must: "must not stand in NotPrincipal, with which an Allow lets in all others",
      })),
    ];
  },
};

/** GitHub signs for AWS when the audience is STS (GitHub Docs, "Configuring OpenID Connect in Amazon Web Services"). */
const GITHUB_AUDIENCE = `${GITHUB_ISSUER}:aud`;
/** The provider of GitHub, by its ARN or as a resource of the stack, of which another rule tells the issuer. */
const IS_GITHUB =
  /^(arn:[^:]*:iam::\d{12}:oidc-provider\/token\.actions\.githubusercontent\.com|\$\{aws_iam_openid_connect_provider\..+\})$/;
const STS = "sts.amazonaws.com";

/** A provider of identities signs for all of its users: of GitHub, for the workflows of everybody. */
export const openFederation: StatementRule = {
  id: "aws-iam-open-federation",
  severity: "critical",
  title: "Of providers of identities GitHub alone is trusted, for exact subjects.",
  reason: "It signs for all of its users: GitHub does for the workflows of everybody, and of every branch.",
  fix: "name GitHub's provider, and add StringEquals conditions on its keys :aud and :sub, as in repo:acme/ml:environment:production",
  source: "GitHub Docs: Configuring OpenID Connect in Amazon Web Services",
  controls: ["MCSB IM-3", "MCSB DS-3"],
  uses: ["trust"],
  example: { kind: "trust", wrong: github("repo:acme/*"), right: github("repo:acme/ml:environment:production") },
  check: ({ allows, principals, conditions }) => {
    if (!allows) return [];
    const providers = principals.filter(({ type }) => type === "Federated").map(({ value }) => value);
    const others = providers.filter((value) => !IS_GITHUB.test(value));
    if (others.length > 0) return others.map((value) => ({ value, must: `must be the provider of ${GITHUB_ISSUER}` }));
    const isHeld = (claim: RegExp) =>
      conditions.some(
        (condition) =>
          isPositive(condition) &&
          claim.test(condition.key) &&
          condition.values.length > 0 &&
          !condition.values.some(isPattern) &&
          (condition.key.toLowerCase() !== GITHUB_AUDIENCE || condition.values.every((value) => value === STS)),
      );
    if (isHeld(/:sub$/i) && isHeld(/:aud$/i)) return [];
    return providers.map((value) => ({ value, must: "must come with exact conditions on its keys :aud and :sub" }));
  },
};

/** A role that several services take is passed to one for what the other may do. */
export const oneService: StatementRule = {
  id: "aws-iam-one-service",
  severity: "high",
  title: "A role is taken by one service.",
  reason: "Who may pass the role to one service could have another one do with it what nobody meant.",
  fix: "name one service, and make a role for each other one",
  source: "IAM User Guide: Grant a user permissions to pass a role to an AWS service",
  controls: ["MCSB PA-7"],
  uses: ["trust"],
  example: {
    kind: "trust",
    wrong: taken("sagemaker.amazonaws.com", "ec2.amazonaws.com"),
    right: taken("sagemaker.amazonaws.com"),
  },
  check: ({ allows, principals }) => {
    const services = principals.filter(({ type }) => type === "Service").map(({ value }) => value);
    return allows && services.length > 1 ? [{ value: services.join(", "), must: "must be one service" }] : [];
  },
};

/** A tag of a session wins over that of the role, and the tags of roles say whose they are. */
export const sessionTags: StatementRule = {
  id: "aws-iam-session-tags",
  severity: "critical",
  title: "Nobody sets session tags when taking a role.",
  reason: "A session tag replaces the tag of the role, so whoever takes the role could say which tenant it is.",
  fix: "allow sts:AssumeRole and sts:SetSourceIdentity only",
  source: "IAM User Guide: Pass session tags in AWS STS",
  controls: ["MCSB IM-7"],
  uses: ["trust"],
  example: {
    kind: "trust",
    wrong: { Effect: "Allow", Principal: { AWS: ROLE }, Action: ["sts:AssumeRole", "sts:TagSession"] },
    right: { Effect: "Allow", Principal: { AWS: ROLE }, Action: ["sts:AssumeRole"] },
  },
  check: ({ allows, actions }) =>
    allows
      ? actions
          .filter((action) => TAGS_SESSION.test(action))
          .map((value) => ({ value, must: "must not be allowed in a trust" }))
      : [],
};

/** The action that tags a session, and patterns of it; "*" alone is told by `everyAction`. */
const TAGS_SESSION = /^sts:(\*|t[a-z]*\*|tagsession)$/i;

function taken(...services: readonly string[]) {
  const Condition = {
    StringEquals: { "aws:SourceAccount": ACCOUNT },
    ArnLike: { "aws:SourceArn": `arn:aws:sagemaker:eu-central-1:${ACCOUNT}:*` },
  };
  return { Effect: "Allow", Principal: { Service: services }, Action: "sts:AssumeRole", Condition };
}

function github(subject: string) {
  const key = "token.actions.githubusercontent.com";
  return {
    Effect: "Allow",
    Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${key}` },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { StringLike: { [`${key}:aud`]: "sts.amazonaws.com", [`${key}:sub`]: subject } },
  };
}

/** Whether a condition holds a key to values, and is not true of a request without it. */
export function isPositive({ parts: { base, ifExists, set }, values }: ConditionView): boolean {
  return (
    /^(String|Arn)(Equals|Like)/.test(base) &&
    !ifExists &&
    set !== "ForAllValues" &&
    values.length > 0 &&
    values.every((value) => value !== "" && value !== "*")
  );
}

/** "*" alone, or as the role, the service or the provider of identities. */
function isEverybody({ value }: PrincipalView): boolean {
  return isPattern(value);
}

/** A user has keys that last. */
function isUser({ type, value }: PrincipalView): boolean {
  return type === "AWS" && /^arn:[^:]*:iam::\d{12}:user\//.test(value);
}

function isAccount({ type, value }: PrincipalView): boolean {
  return type === "AWS" && /^(\d{12}|arn:[^:]*:iam::\d{12}:root)$/.test(value);
}
