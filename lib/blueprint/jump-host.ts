import { type Cidr } from "../config/cidr";
import type { AzurePlatform } from "../config/platform";
import { localName, type Owner } from "./names";
import { type Principal, principalsOf } from "./principal";
import type { Grant } from "./roles";
import { jumpHostSubnetRules } from "./security-rules";
import { hubSubnetRange, type SubnetBlueprint } from "./subnet";

/** A Linux machine inside the hub's network that people reach through Bastion. */
export interface JumpHostBlueprint {
  /** The name of the virtual machine. */
  readonly name: string;
  /** Its host name within the network. */
  readonly hostName: string;
  /** The name of its network interface. */
  readonly networkInterface: string;
  /** The name of its disk. */
  readonly disk: string;
  /** Its subnet, which it has for itself. */
  readonly subnet: SubnetBlueprint;
  /** Its size, as in Standard_D2s_v5. */
  readonly size: string;
  /** The machine's own account: people sign in with Entra ID. */
  readonly account: { readonly name: string; readonly sshPublicKey: string };
  /** What cloud-init does when the machine starts for the first time. */
  readonly cloudConfig: string;
  /** Who signs in as administrator. */
  readonly admins: readonly Principal[];
  /** Who signs in without administrator's rights. */
  readonly users: readonly Principal[];
}

/** Not one of the names that Azure refuses, such as "admin" (azurerm, the rule of `admin_username`). */
const ACCOUNT = "platform";

/**
 * Packages come over HTTPS, the one way out that the subnet has: the image's own mirror of Ubuntu is reached over plain
 * HTTP, and neither the sign-in extension nor patches would be installed (cloud-init docs, "Apt configure").
 */
const CLOUD_CONFIG = `#cloud-config
apt:
  primary:
    - arches: [default]
      uri: https://archive.ubuntu.com/ubuntu
  security:
    - arches: [default]
      uri: https://security.ubuntu.com/ubuntu
`;

/** Resolves the jump host; undefined when the file has none. */
export function jumpHostBlueprint(
  jumpHost: AzurePlatform["azure"]["hub"]["jumpHost"],
  owner: Owner,
  hub: Cidr,
  bastionSubnet: string,
): JumpHostBlueprint | undefined {
  if (jumpHost === undefined) return undefined;
  const range = hubSubnetRange(hub, "snet-jump");
  return {
    name: localName("virtualMachine", owner, "hub-vm-jump"),
    hostName: "jump",
    networkInterface: localName("networkInterface", owner, "hub-nic-jump"),
    disk: localName("disk", owner, "hub-disk-jump"),
    subnet: {
      name: "snet-jump",
      range,
      securityGroup: localName("networkSecurityGroup", owner, "hub-nsg-jump"),
      rules: jumpHostSubnetRules(range, bastionSubnet),
    },
    size: jumpHost.size,
    account: { name: ACCOUNT, sshPublicKey: jumpHost.sshPublicKey },
    cloudConfig: CLOUD_CONFIG,
    admins: principalsOf(jumpHost.admins),
    users: principalsOf(jumpHost.users),
  };
}

/** What connecting through Bastion takes (Learn, "Create an SSH connection to a Linux VM using Azure Bastion"). */
const CONNECT: readonly Grant[] = [
  { role: "Reader", on: "machine", why: "finds the machine that Bastion connects to" },
  { role: "Reader", on: "networkInterface", why: "reads the private address that Bastion connects to" },
  { role: "Reader", on: "bastion", why: "opens a session of the Bastion host" },
];

/** What an administrator of the jump host gets. */
export const JUMP_HOST_ADMIN_GRANTS: readonly Grant[] = [
  {
    role: "Virtual Machine Administrator Login",
    on: "machine",
    why: "signs in with Entra ID and may use sudo, to maintain the machine",
  },
  ...CONNECT,
];

/** What any other user of the jump host gets. */
export const JUMP_HOST_USER_GRANTS: readonly Grant[] = [
  { role: "Virtual Machine User Login", on: "machine", why: "signs in with Entra ID, without sudo" },
  ...CONNECT,
];
