import { SSH_KEY } from "../support/files";
import { type BrokenFile, inAcme, inPlatform } from "./broken-file";

const PLATFORM_FILE = "platform.yaml";
const BACKEND = "{ local: { path: .state } }";
const HUB = "hub: { addressSpace: 10.20.0.0/22 }";
const zone = (name: string, subscription = "20000000-0000-4000-8000-000000000002") =>
  `/subscriptions/${subscription}/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones/${name}`;

const ADMINS = "admins: [{ group: 50000000-0000-4000-8000-000000000005 }]";
const JUMP_HOST = `sshPublicKey: ${SSH_KEY}, ${ADMINS}`;

function hubWithKey(key: string): BrokenFile["breakIn"] {
  const jumpHost = `jumpHost:\n      ${ADMINS}\n      sshPublicKey: ${key}\n`;
  return inPlatform(
    `${HUB}\n`,
    `hub:\n    addressSpace: 10.20.0.0/22\n    bastion: {}\n    egress: nat-gateway\n    ${jumpHost}`,
  );
}

function existingZones(zones: Readonly<Record<string, string>>): BrokenFile["breakIn"] {
  const lines = Object.entries(zones).map(([name, id]) => `        ${name}: ${id}\n`);
  const hub = `hub:\n    addressSpace: 10.20.0.0/22\n    privateDnsZones:\n      existing:\n${lines.join("")}`;
  return inPlatform(`${HUB}\n`, hub);
}

function tags(text: string): BrokenFile["breakIn"] {
  return inPlatform("{ businessUnit: research }", text);
}

const notRelative = 'is not a relative folder below the project; use one such as ".state"';

/** Platforms whose files say what cannot be. */
export const PLATFORM: readonly BrokenFile[] = [
  {
    name: "There is no backend.",
    breakIn: inPlatform(BACKEND, "{}"),
    expected: [`${PLATFORM_FILE}:4:10 backend: needs one of local, azurerm, s3, cloud`],
  },
  {
    name: "There are two backends.",
    breakIn: inPlatform(BACKEND, "{ local: {}, cloud: { organization: acme } }"),
    expected: [`${PLATFORM_FILE}:4:30 backend.cloud: cannot stand beside local; keep one of them`],
  },
  {
    name: "The folder of the state is an absolute path.",
    breakIn: inPlatform(".state", "/var/state"),
    expected: [`${PLATFORM_FILE}:4:27 backend.local.path: "/var/state" ${notRelative}`],
  },
  {
    name: "The folder of the state is outside the project.",
    breakIn: inPlatform(".state", "../state"),
    expected: [`${PLATFORM_FILE}:4:27 backend.local.path: "../state" ${notRelative}`],
  },
  {
    name: "The storage account of the state has a hyphen.",
    breakIn: inPlatform(
      BACKEND,
      "{ azurerm: { subscriptionId: 20000000-0000-4000-8000-000000000002, tenantId: 10000000-0000-4000-8000-000000000001, resourceGroup: tfstate, storageAccount: acme-state } }",
    ),
    expected: [
      /^platform\.yaml:4:\d+ backend\.azurerm\.storageAccount: "acme-state" is not the name of a storage account; use 3 to 24 /,
    ],
  },
  {
    name: "The prefix is too long.",
    breakIn: inPlatform("prefix: mlp", "prefix: mlplatform"),
    expected: [
      `${PLATFORM_FILE}:1:9 prefix: "mlplatform" is not 2 to 8 lower-case letters and digits that begin with a letter; use a short name such as "mlp"`,
    ],
  },
  {
    name: "The region is written as people read it.",
    breakIn: inPlatform("location: westeurope", "location: West Europe"),
    expected: [
      `${PLATFORM_FILE}:8:13 azure.location: "West Europe" is not the short name of an Azure region; use "westeurope"`,
    ],
  },
  {
    name: "A subscription has upper-case letters.",
    breakIn: inPlatform("30000000-0000-4000-8000-000000000003", "3000000A-0000-4000-8000-000000000003"),
    expected: [
      `${PLATFORM_FILE}:9:25 azure.tenantSubscriptions[0]: "3000000A-0000-4000-8000-000000000003" has upper-case letters; use "3000000a-0000-4000-8000-000000000003"`,
    ],
  },
  {
    name: "Nobody deploys.",
    breakIn: inPlatform("[{ servicePrincipal: 40000000-0000-4000-8000-000000000004 }]", "[]"),
    expected: [
      `${PLATFORM_FILE}:10:14 azure.deployers: needs an entry: whoever runs terraform must be able to approve private endpoints`,
    ],
  },
  {
    name: "Logs are kept for too few days.",
    breakIn: inPlatform("addressSpace: 10.20.0.0/22", "addressSpace: 10.20.0.0/22, logRetentionDays: 7"),
    expected: [`${PLATFORM_FILE}:12:56 azure.hub.logRetentionDays: 7 must be at least 30`],
  },
  {
    name: "There is a jump host, and no way to it nor out of it.",
    breakIn: inPlatform(HUB, `hub: { addressSpace: 10.20.0.0/22, jumpHost: { ${JUMP_HOST} } }`),
    expected: [
      `${PLATFORM_FILE}:12:48 azure.hub.jumpHost: needs bastion: the machine has no public address; add bastion: {}`,
      /^platform\.yaml:12:48 azure\.hub\.jumpHost: needs egress: nat-gateway: /,
    ],
  },
  {
    name: "The SSH key of the jump host is a private key, which no message repeats.",
    breakIn: hubWithKey(
      "|\n        -----BEGIN OPENSSH PRIVATE KEY-----\n        c2VjcmV0\n        -----END OPENSSH PRIVATE KEY-----",
    ),
    expected: [
      /^platform\.yaml:18:21 azure\.hub\.jumpHost\.sshPublicKey: is a private key, (?!.*c2VjcmV0).* treat it as leaked/,
    ],
  },
  {
    name: "The SSH key of the jump host is too weak a kind.",
    breakIn: hubWithKey("ssh-dss AAAAB3NzaC1kc3M="),
    expected: [
      /^platform\.yaml:18:21 azure\.hub\.jumpHost\.sshPublicKey: is a key of the type ssh-dss, .*; use ssh-ed25519/,
    ],
  },
  {
    name: "A way out of the hub is misspelt.",
    breakIn: inPlatform("addressSpace: 10.20.0.0/22", "addressSpace: 10.20.0.0/22, egress: nat-gatway"),
    expected: [
      `${PLATFORM_FILE}:12:46 azure.hub.egress: "nat-gatway" is not one of none, nat-gateway; did you mean "nat-gateway"?`,
    ],
  },
  {
    name: "Flow logs are kept for ever.",
    breakIn: inPlatform("addressSpace: 10.20.0.0/22", "addressSpace: 10.20.0.0/22, flowLogs: { retentionDays: 0 }"),
    expected: [`${PLATFORM_FILE}:12:65 azure.hub.flowLogs.retentionDays: 0 must be at least 1`],
  },
  {
    name: "A tag is a number.",
    breakIn: tags("{ businessUnit: 42 }"),
    expected: [`${PLATFORM_FILE}:3:23 tags.businessUnit: expected text, got the number 42; put it in quotes: "42"`],
  },
  {
    name: "A tag is one that the project sets, in another case.",
    breakIn: tags("{ CostCenter: research }"),
    expected: [/^platform\.yaml:3:9 tags\.CostCenter: "CostCenter" is the same tag to Azure as costCenter,/],
  },
  {
    name: "Two tags differ in case only.",
    breakIn: tags("{ unit: research, Unit: sales }"),
    expected: [/^platform\.yaml:3:25 tags\.Unit: "Unit" is the same tag to Azure as unit;/],
  },
  {
    name: "The name of a tag has a character that Azure refuses.",
    breakIn: tags('{ "unit/team": research }'),
    expected: [/^platform\.yaml:3:9 tags\["unit\/team"\]: "unit\/team" /],
  },
  {
    name: "There are more tags than a resource can have.",
    breakIn: tags(`{ ${Array.from({ length: 45 }, (_, index) => `t${index}: x`).join(", ")} }`),
    expected: [/^platform\.yaml:3:7 tags: has 45 tags; .* keep \d+ at most$/],
  },
  {
    name: "An existing zone is none that the platform uses.",
    breakIn: existingZones({ "privatelink.azurecr.oi": zone("privatelink.azurecr.oi") }),
    expected: [
      /^platform\.yaml:16:9 azure\.hub\.privateDnsZones\.existing\["privatelink\.azurecr\.oi"\]: .*; did you mean "privatelink\.azurecr\.io"\?$/,
    ],
  },
  {
    name: "The id of an existing zone is that of another zone.",
    breakIn: existingZones({ "privatelink.azurecr.io": zone("privatelink.api.azureml.ms") }),
    expected: [
      /^platform\.yaml:16:33 .*: is the id of the zone "privatelink\.api\.azureml\.ms"; use that of "privatelink\.azurecr\.io"$/,
    ],
  },
  {
    name: "The id of an existing zone is none.",
    breakIn: existingZones({ "privatelink.azurecr.io": "privatelink.azurecr.io" }),
    expected: [/^platform\.yaml:16:33 .*: "privatelink\.azurecr\.io" is not a resource id; use one such as /],
  },
  {
    name: "Existing zones are in two subscriptions.",
    breakIn: existingZones({
      "privatelink.azurecr.io": zone("privatelink.azurecr.io"),
      "privatelink.vaultcore.azure.net": zone(
        "privatelink.vaultcore.azure.net",
        "30000000-0000-4000-8000-000000000003",
      ),
    }),
    expected: [/^platform\.yaml:17:42 .*: is in another subscription than .*; all .* must be in one$/],
  },
  {
    name: "A limit is unknown.",
    breakIn: inPlatform("linksPerZone: 2000", "linksPerZones: 2000"),
    expected: [/^platform\.yaml:11:13 azure\.limits\.linksPerZones: .*; did you mean "linksPerZone"\?$/],
  },
  {
    name: "A limit is lower than Azure's own.",
    breakIn: inPlatform("linksPerZone: 2000", "linksPerZone: 10"),
    expected: [/^platform\.yaml:11:27 azure\.limits\.linksPerZone: 10 is below Azure's own 1000;/],
  },
  {
    name: "A limit is no whole number.",
    breakIn: inPlatform("linksPerZone: 2000", "linksPerZone: 1500.5"),
    expected: [`${PLATFORM_FILE}:11:27 azure.limits.linksPerZone: expected a whole number, got the number 1500.5`],
  },
  {
    name: "A tenant has a subscription that the platform does not list.",
    breakIn: inAcme("  endpoints:", "  subscriptionId: 90000000-0000-4000-8000-000000000009\n  endpoints:"),
    expected: [
      /^tenants\/acme\.yaml:8:19 azure\.subscriptionId: .*90000000-0000-4000-8000-000000000009.* azure\.tenantSubscriptions /,
    ],
  },
  {
    name: "A tenant is shared, and there is no shared workspace.",
    breakIn: inPlatform("  workspace: {}\n", ""),
    expected: [/^tenants\/globex\.yaml:6:14 azure\.isolation: .*azure\.workspace is not in the platform's file$/],
  },
];
