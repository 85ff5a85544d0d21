import { stackPlans } from "../../lib/app";
import { checkStack } from "../../lib/rules/check-stack";
import { formatFinding } from "../../lib/rules/finding";
import {
  awsPlatform,
  awsTenant,
  blueprintOf,
  type Content,
  platform,
  PLATFORM_ACCOUNT,
  sharedTenant,
  tenant,
  TENANT_SUBSCRIPTION,
  WHOLE_HUB,
} from "../support/files";
import { wholeAccountTenant, wholeAwsPlatform, wholeAwsTenant } from "../support/iam/whole-files";
import { synthPlan } from "../support/synth";

const HUB = { addressSpace: "10.20.0.0/22" };
const zone = (name: string) =>
  `/subscriptions/${TENANT_SUBSCRIPTION}/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones/${name}`;
const EXISTING = {
  "privatelink.blob.core.windows.net": zone("privatelink.blob.core.windows.net"),
  "privatelink.azurecr.io": zone("privatelink.azurecr.io"),
  "privatelink.monitor.azure.com": zone("privatelink.monitor.azure.com"),
};
const S3 = { bucket: "acme-tfstate", region: "eu-west-1", kmsKeyId: `arn:aws:kms:eu-west-1:${PLATFORM_ACCOUNT}:key/1` };
const hub = (changes: Content) => platform({ azure: { hub: { ...HUB, ...changes } } });
const endpoints = { endpoints: [{ name: "churn" }] };

/** Files of which nothing is wrong, with what few platforms have. */
const FILES: readonly (readonly [what: string, platform: Content, tenants: Content[]])[] = [
  ["as small as can be", platform(), [tenant("acme"), sharedTenant("globex")]],
  ["with a hub that has everything", platform({ azure: { hub: WHOLE_HUB } }), [tenant("acme", { azure: endpoints })]],
  ["without a shared workspace", platform({ azure: { workspace: undefined } }), [tenant("acme")]],
  ["in a region without zones", platform({ azure: { zoneRedundant: false } }), [tenant("acme")]],
  ["without traffic analytics", hub({ flowLogs: { trafficAnalytics: false } }), [tenant("acme")]],
  ["with zones of another team", hub({ privateDnsZones: { existing: EXISTING } }), [tenant("acme")]],
  [
    "with zones that another team links",
    hub({ privateDnsZones: { existing: EXISTING, linkExisting: false } }),
    [tenant("acme"), sharedTenant("globex", { azure: { network: { addressSpace: "10.20.9.0/26" }, ...endpoints } })],
  ],
  [
    "with a tenant in its own subscription",
    platform({ azure: { tenantSubscriptions: [TENANT_SUBSCRIPTION] } }),
    [tenant("acme", { azure: { subscriptionId: TENANT_SUBSCRIPTION, ...endpoints } })],
  ],
  [
    "with a way out to the internet",
    platform({ azure: { workspace: { managedNetwork: { isolationMode: "AllowInternetOutbound" } } } }),
    [tenant("acme", { azure: { managedNetwork: { isolationMode: "AllowInternetOutbound" }, ...endpoints } })],
  ],
  ["that retires", platform({ lifecycle: "retiring" }), [tenant("acme", { lifecycle: "retiring" })]],
  ["of which one tenant retires", platform(), [tenant("acme", { lifecycle: "retiring", azure: endpoints })]],
  ["with its states in S3", { ...platform(), backend: { s3: S3 } }, [tenant("acme")]],
  ["with its states in Terraform's cloud", { ...platform(), backend: { cloud: { organization: "acme" } } }, []],
  [
    "with its states in Azure",
    {
      ...platform(),
      backend: {
        azurerm: {
          subscriptionId: TENANT_SUBSCRIPTION,
          tenantId: TENANT_SUBSCRIPTION,
          resourceGroup: "rg-state",
          storageAccount: "stmlpstate",
        },
      },
    },
    [],
  ],
  ["on AWS, as small as can be", awsPlatform(), [awsTenant("acme")]],
  ["on AWS, with everything", wholeAwsPlatform(), [wholeAwsTenant("acme"), wholeAccountTenant("globex")]],
  ["on AWS, with its states in S3", { ...wholeAwsPlatform(), backend: { s3: S3 } }, [wholeAwsTenant("acme")]],
  [
    "on AWS, that retires",
    { ...wholeAwsPlatform(), lifecycle: "retiring" },
    [
      { ...wholeAwsTenant("acme"), lifecycle: "retiring" },
      { ...wholeAccountTenant("globex"), lifecycle: "retiring" },
    ],
  ],
  [
    "on AWS, without data capture, with one instance",
    wholeAwsPlatform(),
    [
      wholeAwsTenant("acme", {
        serving: [
          {
            name: "churn",
            image: `${PLATFORM_ACCOUNT}.dkr.ecr.eu-central-1.amazonaws.com/mlp-dev/acme/images:churn-3`,
            instanceType: "ml.g5.xlarge",
            instances: 1,
            capturePercent: 0,
          },
        ],
      }),
    ],
  ],
];

test.each(FILES)("No rule finds anything in a platform %s.", (_, platformContent, tenants) => {
  const findings = stackPlans(blueprintOf(platformContent, tenants)).flatMap((plan) =>
    checkStack(plan.name, synthPlan(plan)),
  );

  expect(findings.map(formatFinding)).toEqual([]);
});

test.each([
  ["azure-logs-retention", hub({ logRetentionDays: 30 }), ["hub/logs/workspace"]],
  [
    "azure-flow-log-days",
    hub({ flowLogs: { retentionDays: 7 } }),
    ["hub/flow-logs/hub", "tenant-acme/network/flow-log"],
  ],
])("The file may ask for less than %s wants, and then needs an exception.", (rule, platformContent, resources) => {
  const findings = stackPlans(blueprintOf(platformContent, [tenant("acme")])).flatMap((plan) =>
    checkStack(plan.name, synthPlan(plan)),
  );

  expect(findings.map((finding) => [finding.rule.id, finding.resource])).toEqual(resources.map((path) => [rule, path]));
});
