import { isMet, namesAction, type Need, toldNeeds } from "./condition-need";
import type { StatementView } from "../iam/statement-view";
import { ACCOUNT, ROLE } from "../iam/rules/example-arns";
import type { ContentRule } from "./policy-view";

/** What rights on some actions need, so that they reach no further than they are meant to. */
interface Row {
  /** Whose roles: those of a tenant, or those of the platform, which deploy. */
  readonly of: "tenant" | "platform";
  readonly actions: readonly string[];
  /** What the ARNs look like for which it counts. Default: whatever they are. */
  readonly on?: RegExp;
  /** Of each list one. */
  readonly needs: readonly (readonly Need[])[];
}

const IN_NETWORK: Row["needs"] = [["present sagemaker:VpcSubnets"], ["present sagemaker:VpcSecurityGroupIds"]];
/** The volumes of an instance are encrypted with the tenant's key, or are local disks, which take none. */
const OWN_VOLUME: Row["needs"] = [["value sagemaker:VolumeKmsKeyArn", "value sagemaker:InstanceTypes"]];
const OWN_TAG: Row["needs"] = [["value aws:ResourceTag/tenant"]];
const tags = (of: string): Row["needs"] => [
  [`present aws:${of}/tenant`],
  [`value aws:${of}/instance`],
  [`value aws:${of}/platform`],
];
/** What it makes has the tags of a tenant of this platform. */
const MAKES = tags("RequestTag");
/** What it changes has them. */
const CHANGES = tags("ResourceTag");
const BY_NAME = /:(endpoint|endpoint-config|model|notebook-instance|processing-job|training-job|transform-job)\//;
const BY_ID = /:(domain|space|user-profile)\//;

/**
 * Sources: Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker", and for Amazon
 * EC2, AWS KMS and IAM; KMS Developer Guide, "kms:GrantIsForAWSResource".
 */
const ROWS: readonly Row[] = [
  {
    of: "tenant",
    actions: ["sagemaker:CreateModel"],
    needs: [["true sagemaker:NetworkIsolation"], ...IN_NETWORK],
  },
  {
    of: "tenant",
    actions: ["sagemaker:CreateProcessingJob", "sagemaker:CreateTrainingJob"],
    needs: [
      ["true sagemaker:InterContainerTrafficEncryption"],
      ...IN_NETWORK,
      ["present sagemaker:OutputKmsKeyArn"],
      ...OWN_VOLUME,
    ],
  },
  {
    of: "tenant",
    actions: ["sagemaker:CreateTransformJob"],
    needs: [["present sagemaker:ModelArn"], ["present sagemaker:OutputKmsKeyArn"], ...OWN_VOLUME],
  },
  {
    of: "tenant",
    actions: ["sagemaker:CreateEndpointConfig"],
    needs: [["present sagemaker:ModelArn"], ...OWN_VOLUME],
  },
  { of: "tenant", actions: ["sagemaker:AddTags"], needs: [["present sagemaker:TaggingAction"]] },
  {
    of: "tenant",
    actions: ["CreatePresignedNotebookInstanceUrl", "DescribeModel", "InvokeEndpoint", "StopTrainingJob"].map(
      (name) => `sagemaker:${name}`,
    ),
    on: BY_NAME,
    needs: OWN_TAG,
  },
  {
    of: "tenant",
    actions: ["DeleteEndpoint", "DeleteEndpointConfig", "DeleteModel", "UpdateEndpoint"].map(
      (name) => `sagemaker:${name}`,
    ),
    on: BY_NAME,
    needs: [...OWN_TAG, ["not aws:ResourceTag/managedBy"]],
  },
  { of: "tenant", actions: ["kms:CreateGrant"], needs: [["true kms:GrantIsForAWSResource"]] },
  {
    of: "tenant",
    actions: ["ec2:CreateNetworkInterfacePermission"],
    needs: [["value ec2:Subnet"], ["value ec2:AuthorizedService"]],
  },
  { of: "tenant", actions: ["ec2:DeleteNetworkInterface"], needs: [["value ec2:Subnet"]] },

  { of: "platform", actions: ["kms:CreateKey", "kms:TagResource"], needs: MAKES },
  {
    of: "platform",
    actions: ["Domain", "Endpoint", "EndpointConfig", "Model", "NotebookInstance", "Space", "UserProfile"].map(
      (what) => `sagemaker:Create${what}`,
    ),
    needs: MAKES,
  },
  { of: "platform", actions: ["sagemaker:AddTags"], on: BY_ID, needs: MAKES },
  { of: "platform", actions: ["ec2:CreateSecurityGroup"], on: /:security-group\//, needs: MAKES },
  {
    of: "platform",
    actions: ["kms:PutKeyPolicy", "kms:RetireGrant", "kms:ScheduleKeyDeletion", "kms:DisableKey"],
    needs: CHANGES,
  },
  { of: "platform", actions: ["kms:CreateGrant"], needs: [...CHANGES, ["true kms:GrantIsForAWSResource"]] },
  {
    of: "platform",
    actions: ["kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext"],
    needs: [["value kms:ViaService"]],
  },
  {
    of: "platform",
    actions: ["DeleteDomain", "DeleteTags", "DeleteUserProfile", "UpdateDomain"].map((name) => `sagemaker:${name}`),
    on: BY_ID,
    needs: CHANGES,
  },
  {
    of: "platform",
    actions: [
      "AuthorizeSecurityGroupEgress",
      "AuthorizeSecurityGroupIngress",
      "CreateNetworkInterface",
      "DeleteSecurityGroup",
    ].map((name) => `ec2:${name}`),
    on: /:security-group\//,
    needs: CHANGES,
  },
  // Tags are set on what is made in the same request, or on what has the platform's tags already.
  {
    of: "platform",
    actions: ["ec2:CreateTags"],
    needs: CHANGES.map((either) => [...either, "value ec2:CreateAction"]),
  },
  { of: "platform", actions: ["ec2:DeleteTags"], needs: CHANGES },
  {
    of: "platform",
    actions: ["iam:CreateRole", "iam:PutRolePermissionsBoundary"],
    needs: [["value iam:PermissionsBoundary"]],
  },
  { of: "platform", actions: ["iam:AttachRolePolicy"], needs: [["value iam:PolicyARN"]] },
  { of: "platform", actions: ["iam:CreateServiceLinkedRole"], needs: [["value iam:AWSServiceName"]] },
  {
    of: "platform",
    actions: ["application-autoscaling:RegisterScalableTarget"],
    needs: [["value application-autoscaling:service-namespace"]],
  },
];

/** Conditions that keep a right to what it is meant for. */
export const identityConditions: ContentRule = {
  id: "aws-policy-conditions",
  severity: "high",
  title: "Rights come with the conditions that keep them to what they are for.",
  reason:
    "Without its condition, a right makes things outside of the network, without the tenant's key or tag, or reaches what " +
    "is another tenant's.",
  fix: "add the conditions, or take the action that needs them out of the statement",
  source: "Service Authorization Reference: Actions, resources, and condition keys for Amazon SageMaker",
  controls: ["MCSB IM-7", "MCSB PA-7"],
  kinds: ["identity", "inline"],
  example: {
    kind: "identity",
    wrong: { Effect: "Allow", Action: "iam:AttachRolePolicy", Resource: ROLE },
    right: {
      Effect: "Allow",
      Action: "iam:AttachRolePolicy",
      Resource: ROLE,
      Condition: {
        ArnEquals: { "iam:PolicyARN": `arn:aws:iam::${ACCOUNT}:policy/mlp-dev/tenant/acme/mlp-dev-acme--use` },
      },
    },
  },
  check: ({ statements, owner }) =>
    statements
      .filter(({ allows }) => allows)
      .flatMap((statement) => {
        const rows = rowsFor(statement, owner.tenant === undefined ? "platform" : "tenant");
        const missing = rows
          .flatMap(({ needs }) => needs)
          .filter((either) => !either.some((need) => isMet(statement, need)));
        if (missing.length === 0) return [];
        return [{ sid: statement.sid, value: statement.actions.join(", "), must: `must have ${toldNeeds(missing)}` }];
      }),
};

function rowsFor(statement: StatementView, of: Row["of"]): readonly Row[] {
  return ROWS.filter(
    (row) =>
      row.of === of &&
      row.actions.some((action) => namesAction(statement, action)) &&
      (row.on === undefined || statement.resources.some((resource) => row.on?.test(resource))),
  );
}
