import { z } from "zod";
import { across, type CrossFinding, valueAt } from "./cross-checks";
import { addressRange, resourceGroup } from "./fields";
import { principals } from "./principals";
import { quote } from "./problem";
import { resourceId } from "./resource-id";
import { sshPublicKey } from "./ssh-key";
import { text } from "./text-form";

const privateDnsZones = z.strictObject({
  existing: z.record(z.string(), resourceId("Microsoft.Network/privateDnsZones")).default({}).meta({
    description:
      "The ids of zones that exist elsewhere, by the name of the zone; the hub makes the others. All of them must be in one subscription. On a running platform deploy the tenants and ml-workspace before the hub: Azure deletes no zone that networks are linked to.",
  }),
  linkExisting: z.boolean().default(true).meta({
    description:
      "Whether this platform links its networks to the existing zones. Default: true; false if another team or a policy does.",
  }),
});

/** 2 to 50 is what Azure takes (Learn, "About Bastion configuration settings"). */
const bastion = z.strictObject({
  scaleUnits: z.int().min(2).max(50).default(2).meta({
    description: "How many instances (scale units) the Bastion host has, 2 to 50. Default: 2.",
  }),
});

const jumpHost = z.strictObject({
  sshPublicKey: sshPublicKey().meta({
    description:
      "The SSH public key of the machine's own account, for emergencies: people sign in with Entra ID. ssh-ed25519, or ssh-rsa of 2048 bits or more. Another key makes another machine.",
  }),
  admins: principals
    .min(1, { error: "needs an entry: somebody must be able to maintain the machine" })
    .meta({ description: "Who signs in to the jump host as administrator." }),
  users: principals.default([]).meta({
    description: "Who signs in to the jump host without administrator's rights. Default: nobody.",
  }),
  size: text({
    what: "the name of a size of virtual machines",
    use: 'one such as "Standard_D2s_v5"',
    pattern: /^Standard_[A-Za-z0-9_-]+$/,
    max: 64,
  })
    .default("Standard_D2s_v5")
    .meta({
      description:
        "The machine's size: x64, of the second generation, with encryption at host. Default: Standard_D2s_v5.",
    }),
});

const networkWatcher = z.strictObject({
  resourceGroup: resourceGroup().meta({ description: "The resource group of the network watcher." }),
  name: text({
    what: "the name of a network watcher",
    use: 'one such as "NetworkWatcher_westeurope"',
    pattern: /^[a-zA-Z0-9]([\w.-]*\w)?$/,
    max: 80,
  }).meta({ description: "The name of the network watcher." }),
});

const flowLogs = z.strictObject({
  retentionDays: z.int().min(1).max(365).default(90).meta({
    description:
      "Days that flow logs are kept, 1 to 365. Default: 90; fewer need an exception from azure-flow-log-days.",
  }),
  trafficAnalytics: z.boolean().default(true).meta({
    description: "Whether flow logs are also processed into the hub's Log Analytics workspace. Default: true.",
  }),
  networkWatcher: networkWatcher.optional().meta({
    description:
      "The network watcher of the region, the same names in every subscription. Default: the one that Azure makes by itself, NetworkWatcher_<location> in NetworkWatcherRG.",
  }),
});

/** The section `azure.hub` of the platform's file. */
export const hub = across(
  z.strictObject({
    addressSpace: addressRange({ shortest: 16, longest: 22 }).meta({
      description:
        "The range of the hub's virtual network, /16 to /22. Its subnets have fixed places in the first /22.",
    }),
    privateDnsZones: privateDnsZones.prefault({}).meta({
      description: "The private DNS zones that private endpoints register in.",
    }),
    logRetentionDays: z.int().min(30).max(730).default(90).meta({
      description:
        "Days that the Log Analytics workspace keeps logs, 30 to 730. Default: 90; fewer need an exception from azure-logs-retention.",
    }),
    bastion: bastion.optional().meta({
      description: "Azure Bastion, the way in for people: SSH through a browser or the Azure CLI. Default: none.",
    }),
    jumpHost: jumpHost.optional().meta({
      description: "A Linux machine inside the network that people reach through Bastion. Default: none.",
    }),
    egress: z.enum(["none", "nat-gateway"]).default("none").meta({
      description:
        "The way from the jump host's and the runners' subnets to the internet. none (default): there is none. nat-gateway: a NAT gateway with one public address.",
    }),
    flowLogs: flowLogs.prefault({}).meta({
      description: "Records of the traffic in the hub's network and in the tenants'. They are always on.",
    }),
  }),
  againstJumpHost,
);

/** What a jump host lacks, and who would get rights on it twice. */
function againstJumpHost({ jumpHost: host, bastion: way, egress }: Readonly<Record<string, unknown>>): CrossFinding[] {
  if (host === undefined) return [];
  const lacks = [
    ...(way === undefined ? ["needs bastion: the machine has no public address; add bastion: {}"] : []),
    ...(egress === "none"
      ? [
          "needs egress: nat-gateway: signing in with Entra ID and updates go to the internet, and its subnet has no other way there",
        ]
      : []),
  ];
  return [...lacks.map((message) => ({ path: ["jumpHost"], message })), ...usersWhoAreAdmins(host)];
}

/** Azure refuses the second of two equal assignments, and both lists get the roles that reach the machine. */
function usersWhoAreAdmins(host: unknown): CrossFinding[] {
  const idsOf = (list: unknown) =>
    Array.isArray(list) ? list.map((entry) => valueAt(entry, "group") ?? valueAt(entry, "servicePrincipal")) : [];
  const admins = idsOf(valueAt(host, "admins"));
  return idsOf(valueAt(host, "users")).flatMap((id, index) =>
    id !== undefined && admins.includes(id)
      ? [{ path: ["jumpHost", "users", index], message: `${quote(id)} is already one of the admins; remove it here` }]
      : [],
  );
}
