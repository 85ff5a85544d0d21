import { all, type BrokenFile, inAcme, inPlatform } from "./broken-file";

const ACME = "tenants/acme.yaml";
const fqdn = `${ACME}:12:27 azure.outbound[0].fqdn:`;
const serviceTag = `${ACME}:13:32 azure.outbound[1].serviceTag:`;
const ports = `${ACME}:13:44 azure.outbound[1].ports:`;
const endpoint = `azure.outbound[2].privateEndpoint`;
const againstMode =
  "is for AllowOnlyApprovedOutbound only, and AllowInternetOutbound reaches every host already; remove the rule or change the mode";

function host(text: string): BrokenFile["breakIn"] {
  return inAcme("pypi.org", text);
}

function tag(text: string): BrokenFile["breakIn"] {
  return inAcme("serviceTag: Sql", `serviceTag: ${text}`);
}

function ofPorts(text: string): BrokenFile["breakIn"] {
  return inAcme('"1433"', `"${text}"`);
}

/** Makes the rule to a storage account one to an Application Gateway. */
function toGateway(fqdns: string): BrokenFile["breakIn"] {
  return all(
    inAcme("Microsoft.Storage/storageAccounts", "Microsoft.Network/applicationGateways"),
    inAcme("subresource: dfs", "subresource: appGwPrivateFrontendIpIPv4"),
    inAcme("spark: true", fqdns),
  );
}

const LAKE = "/resourceGroups/data/providers/Microsoft.Storage/storageAccounts/lake";
const quotedId = '"/subscriptions/20000000-0000-4000-8000-000000000002/resource…"';

/** Outbound rules that Azure would refuse, or that would open the managed network. */
export const OUTBOUND: readonly BrokenFile[] = [
  {
    name: "A host is every host.",
    breakIn: host('"*"'),
    expected: [`${fqdn} "*" allows every host; use one host, or a domain such as "*.pypi.org"`],
  },
  {
    name: "A host is every host of a top-level domain.",
    breakIn: host('"*.com"'),
    expected: [`${fqdn} "*.com" allows every host of a top-level domain; use a domain below it`],
  },
  {
    name: "A host is a URL.",
    breakIn: host("https://pypi.org/simple"),
    expected: [`${fqdn} "https://pypi.org/simple" is a URL; use the host alone: "pypi.org"`],
  },
  {
    name: "A host has a port.",
    breakIn: host("pypi.org:443"),
    expected: [`${fqdn} "pypi.org:443" has a port or a path; use the host alone: "pypi.org"`],
  },
  {
    name: "A host is an IP address.",
    breakIn: host("151.101.0.223"),
    expected: [`${fqdn} "151.101.0.223" is an IP address; use the name of its host`],
  },
  {
    name: "A host ends in a dot.",
    breakIn: host("pypi.org."),
    expected: [`${fqdn} "pypi.org." ends in a dot; use "pypi.org"`],
  },
  {
    name: "A host has a letter that only looks right.",
    breakIn: host("pypi.оrg"),
    expected: [
      `${fqdn} "pypi.оrg" has the character "о" U+043E, which is not ASCII; if it is meant, use "pypi.xn--rg-emc"`,
    ],
  },
  {
    name: "A host is a storage account.",
    breakIn: host("lake.blob.core.windows.net"),
    expected: [
      `${fqdn} "lake.blob.core.windows.net" is a storage host; use a privateEndpoint rule, which reaches that account alone`,
    ],
  },
  {
    name: "A host covers all storage accounts.",
    breakIn: host('"*.core.windows.net"'),
    expected: [
      `${fqdn} "*.core.windows.net" reaches everybody's storage accounts; use a privateEndpoint rule to the one that is needed`,
    ],
  },
  {
    name: "A service tag is the whole internet.",
    breakIn: tag("Internet"),
    expected: [
      `${serviceTag} "Internet" opens the managed network to the whole internet; use fqdn rules for the hosts that are needed`,
    ],
  },
  {
    name: "A service tag is all of Azure.",
    breakIn: tag("AzureCloud"),
    expected: [
      `${serviceTag} "AzureCloud" opens the managed network to every machine that anybody runs in Azure; use the tag of the service`,
    ],
  },
  {
    name: "A service tag is all of Azure in a region.",
    breakIn: tag("AzureCloud.westeurope"),
    expected: [
      `${serviceTag} "AzureCloud.westeurope" opens the managed network to every machine that anybody runs in Azure; use the tag of the service`,
    ],
  },
  {
    name: "A service tag is unknown.",
    breakIn: tag("Mainframe"),
    expected: [
      `${serviceTag} "Mainframe" is not a service tag that a managed network knows; use one such as "AzureManagedGrafana" or "EventHub.westeurope"`,
    ],
  },
  {
    name: "A service tag is misspelt.",
    breakIn: tag("AzureMonitr"),
    expected: [
      `${serviceTag} "AzureMonitr" is not a service tag that a managed network knows; did you mean "AzureMonitor"?`,
    ],
  },
  {
    name: "The region of a service tag has upper-case letters.",
    breakIn: tag("Sql.WestEurope"),
    expected: [`${serviceTag} "Sql.WestEurope" has upper-case letters in its region; use "Sql.westeurope"`],
  },
  {
    name: "A port is 0.",
    breakIn: ofPorts("0"),
    expected: [`${ports} "0" has a port that does not exist; use 1 to 65535`],
  },
  {
    name: "A port is 65536.",
    breakIn: ofPorts("443,65536"),
    expected: [`${ports} "443,65536" has a port that does not exist; use 1 to 65535`],
  },
  {
    name: "Ports have spaces between them.",
    breakIn: ofPorts("443, 80"),
    expected: [`${ports} "443, 80" has spaces; use "443,80"`],
  },
  {
    name: "A range of ports ends before it starts.",
    breakIn: ofPorts("8100-8000"),
    expected: [`${ports} "8100-8000" has a range that ends before it starts; use "8000-8100"`],
  },
  {
    name: "A port is a word.",
    breakIn: ofPorts("https"),
    expected: [`${ports} "https" is not a list of ports; use one such as "443", "80,443", "8000-8100" or "*"`],
  },
  {
    name: "A rule about a host has ports.",
    breakIn: host("pypi.org, ports: '443'"),
    expected: [`${ACME}:12:44 azure.outbound[0].ports: is for serviceTag rules only; leave it out`],
  },
  {
    name: "A rule is of two kinds.",
    breakIn: host("pypi.org, serviceTag: Sql"),
    expected: [`${ACME}:12:49 azure.outbound[0].serviceTag: cannot stand beside fqdn; keep one of them`],
  },
  {
    name: "A rule is of no kind.",
    breakIn: inAcme(", fqdn: pypi.org", ""),
    expected: [`${ACME}:12:7 azure.outbound[0]: needs one of fqdn, privateEndpoint, serviceTag`],
  },
  {
    name: "The kind of a rule is misspelt.",
    breakIn: inAcme("fqdn: pypi.org", "fqnd: pypi.org"),
    expected: [`${ACME}:12:21 azure.outbound[0].fqnd: unknown key "fqnd"; did you mean "fqdn"?`],
  },
  {
    name: "Two rules have one name.",
    breakIn: inAcme("name: sql", "name: pypi"),
    expected: [`${ACME}:13:15 azure.outbound[1].name: "pypi" is already used by entry 1 of this list; use another`],
  },
  {
    name: "Two rules have one destination.",
    breakIn: inAcme('serviceTag: Sql, ports: "1433"', "fqdn: pypi.org"),
    expected: [
      `${ACME}:13:7 azure.outbound[1]: has the same destination as entry 1 of this list, "pypi.org"; remove one of them`,
    ],
  },
  {
    name: "A rule is one that Azure adds by itself.",
    breakIn: tag("AzureMonitor"),
    expected: [`${serviceTag} Azure adds "AzureMonitor" to every workspace by itself; remove the rule`],
  },
  {
    name: "A rule is a part of one that Azure adds by itself.",
    breakIn: tag("AzureMonitor.westeurope"),
    expected: [
      `${serviceTag} "AzureMonitor.westeurope" is a part of "AzureMonitor", which Azure adds to every workspace by itself; remove the rule`,
    ],
  },
  {
    name: "A rule's name is too short.",
    breakIn: inAcme("name: sql", "name: db"),
    expected: [`${ACME}:13:15 azure.outbound[1].name: "db" has 2 characters; use 3 at least`],
  },
  {
    name: "Rules about hosts and service tags stand beside AllowInternetOutbound.",
    breakIn: inAcme("firewallSku: Basic", "isolationMode: AllowInternetOutbound"),
    expected: [
      `${ACME}:12:27 azure.outbound[0].fqdn: ${againstMode}`,
      `${ACME}:13:32 azure.outbound[1].serviceTag: ${againstMode}`,
    ],
  },
  {
    name: "A rule about a host stands beside AllowInternetOutbound in the shared workspace.",
    breakIn: inPlatform(
      "workspace: {}",
      "workspace: { managedNetwork: { isolationMode: AllowInternetOutbound }, outbound: [{ name: pypi, fqdn: pypi.org }] }",
    ),
    expected: [`platform.yaml:13:105 azure.workspace.outbound[0].fqdn: ${againstMode}`],
  },
  {
    name: "A sub-resource is of another type.",
    breakIn: inAcme("subresource: dfs", "subresource: vault"),
    expected: [
      `${ACME}:17:22 ${endpoint}.subresource: "vault" is not a sub-resource of Microsoft.Storage/storageAccounts; use blob or dfs or file or queue or table or web`,
    ],
  },
  {
    name: "Spark jobs are let to a vault.",
    breakIn: all(
      inAcme("Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults"),
      inAcme("subresource: dfs", "subresource: vault"),
    ),
    expected: [
      `${ACME}:18:16 ${endpoint}.spark: true is for storage accounts only; Microsoft.KeyVault/vaults takes false`,
    ],
  },
  {
    name: "A network is not made ready for the Spark jobs of a rule.",
    breakIn: inAcme("firewallSku: Basic", "firewallSku: Basic, spark: false"),
    expected: [
      `${ACME}:19:48 azure.managedNetwork.spark: false contradicts entry 3 of outbound, which has spark: true; remove one of them`,
    ],
  },
  {
    name: "A network without a firewall has a SKU for it.",
    breakIn: inPlatform(
      "workspace: {}",
      "workspace: { managedNetwork: { isolationMode: AllowInternetOutbound, firewallSku: Basic } }",
    ),
    expected: [
      "platform.yaml:13:85 azure.workspace.managedNetwork.firewallSku: is for AllowOnlyApprovedOutbound only: this mode has no firewall; remove it",
    ],
  },
  {
    name: "A storage account has hosts.",
    breakIn: inAcme("spark: true", "fqdns: [lake.corp.example]"),
    expected: [
      `${ACME}:18:16 ${endpoint}.fqdns: is for Application Gateways only; Microsoft.Storage/storageAccounts takes none, so remove it`,
    ],
  },
  {
    name: "An Application Gateway has no hosts.",
    breakIn: toGateway(""),
    expected: [
      `${ACME}:15:7 ${endpoint}.fqdns: is required for Microsoft.Network/applicationGateways: the hosts that lead to it, such as [packages.corp.example]`,
    ],
  },
  {
    name: "A host of an Application Gateway has two labels.",
    breakIn: toGateway("fqdns: [corp.example]"),
    expected: [
      `${ACME}:18:17 ${endpoint}.fqdns[0]: "corp.example" has two labels, and a host of a gateway needs three; use one such as "packages.corp.example"`,
    ],
  },
  {
    name: "The target is of a type that no rule can reach.",
    breakIn: inAcme("Microsoft.Storage/storageAccounts", "Microsoft.Compute/virtualMachines"),
    expected: [
      /^tenants\/acme\.yaml:16:21 .*resourceId: .* is the id of a Microsoft\.Compute\/virtualMachines; use that of one of /,
    ],
  },
  {
    name: "The target is a part of a resource.",
    breakIn: inAcme(LAKE, `${LAKE}/blobServices/default`),
    expected: [
      `${ACME}:16:21 ${endpoint}.resourceId: ${quotedId} is the id of something inside a resource; use that of the resource itself`,
    ],
  },
  {
    name: "The target's id has words in lower case.",
    breakIn: inAcme("resourceGroups", "resourcegroups"),
    expected: [`${ACME}:16:21 ${endpoint}.resourceId: ${quotedId} has "resourcegroups"; write "resourceGroups"`],
  },
  {
    name: "The target's group ends in a dot.",
    breakIn: inAcme("/data/", "/data./"),
    expected: [
      `${ACME}:16:21 ${endpoint}.resourceId: ${quotedId} has the resource group "data.", and no group's name ends in a dot; remove it`,
    ],
  },
];
