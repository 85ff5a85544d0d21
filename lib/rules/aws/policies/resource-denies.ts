import { ROLE } from "../iam/rules/example-arns";
import { policyOf, stackWithPolicy } from "../iam/example";
import type { ContentRule } from "./policy-view";
import { anyValues, exactly, missingDenies, policyWith, type RequiredDeny } from "./required-deny";

/** A Deny of something else. */
const OTHER = { Effect: "Deny", Principal: "*", Resource: "*" };

const TOPIC_TLS: readonly RequiredDeny[] = [
  {
    what: "messages without TLS",
    actions: ["sns:Publish"],
    on: { sample: { Resource: "*" }, holds: ({ resources }) => resources.length > 0 },
    when: { "Bool aws:SecureTransport": exactly("false") },
  },
];

const REPOSITORY: readonly RequiredDeny[] = [
  {
    what: "every action on the repository to all but its roles",
    actions: ["ecr:*"],
    // A repository's policy is about the repository, and its statements may leave that out.
    on: { sample: {}, holds: ({ notResources }) => notResources.length === 0 },
    when: { "ArnNotEquals aws:PrincipalArn": anyValues(ROLE) },
  },
];

/** Messages come to a topic by TLS. */
export const topicTls: ContentRule = {
  id: "aws-topic-policy-tls",
  severity: "high",
  title: "The policy of a topic denies messages without TLS.",
  reason: "Without TLS, whoever is on the way reads the alarm, or keeps it.",
  fix: 'add a Deny of sns:Publish to "*" with {"Bool": {"aws:SecureTransport": "false"}} and no other condition',
  source: "Amazon SNS Developer Guide: Amazon SNS security best practices",
  controls: ["MCSB DP-3"],
  kinds: ["topic"],
  example: {
    wrong: stackWithPolicy("topic", policyOf({ ...OTHER, Action: "sns:DeleteTopic" })),
    right: stackWithPolicy("topic", policyWith(TOPIC_TLS, { Principal: "*" })),
  },
  check: (policy) => missingDenies(TOPIC_TLS, policy),
};

/** Whoever is none of a repository's roles is kept out, whatever its own policies say. */
export const repositoryClosed: ContentRule = {
  id: "aws-repository-policy-closed",
  severity: "critical",
  title: "The policy of a repository denies everything to all but its roles.",
  reason: "Without it, any role of the account that may write images puts its own into the tenant's endpoint.",
  fix: 'add a Deny of ecr:* to "*" with {"ArnNotEquals": {"aws:PrincipalArn": [<roles>]}} and no other condition',
  source: "Amazon ECR User Guide: Private repository policies in Amazon ECR",
  controls: ["MCSB PA-7", "MCSB DS-2"],
  kinds: ["repository"],
  example: {
    wrong: stackWithPolicy("repository", policyOf({ ...OTHER, Action: "ecr:DeleteRepository" })),
    right: stackWithPolicy("repository", policyWith(REPOSITORY, { Principal: "*" })),
  },
  check: (policy) => missingDenies(REPOSITORY, policy),
};
