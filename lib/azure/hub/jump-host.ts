import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualMachineExtension } from "@cdktf/provider-azurerm/lib/virtual-machine-extension";
import type { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Construct } from "constructs";
import { JUMP_HOST_ADMIN_GRANTS, JUMP_HOST_USER_GRANTS, type JumpHostBlueprint } from "../../blueprint/jump-host";
import { SecuredSubnet } from "../secured-subnet";
import { Grants } from "../workspace/grants";
import type { Egress } from "./egress";

/** A jump host, and where it stands. */
export interface JumpHostProps {
  /** Names, subnet, size and people. */
  readonly jumpHost: JumpHostBlueprint;
  /** The platform's subscription. */
  readonly subscriptionId: string;
  /** Group of everything. */
  readonly resourceGroup: ResourceGroup;
  /** The hub's network. */
  readonly network: VirtualNetwork;
  /** ARM id of the Bastion host that leads to the machine. */
  readonly bastionId: string;
  /** The way out that sign-in and updates take. */
  readonly egress: Egress | undefined;
}

/**
 * A Linux machine without a public address that people reach through Bastion and sign in to with Entra ID. It starts
 * from signed code only, has a virtual TPM, is encrypted on its host too (the subscription needs the feature
 * Microsoft.Compute/EncryptionAtHost), takes no passwords, and is patched by Azure.
 */
export class JumpHost extends Construct {
  constructor(scope: Construct, id: string, props: JumpHostProps) {
    super(scope, id);
    const { jumpHost, subscriptionId, resourceGroup, network, bastionId, egress } = props;
    const subnet = new SecuredSubnet(this, "subnet", { resourceGroup, network, subnet: jumpHost.subnet });
    const reachable = egress?.open("jump-host", subnet) ?? subnet.secured;
    const networkInterface = new NetworkInterface(this, "network-interface", {
      name: jumpHost.networkInterface,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      ipConfiguration: [{ name: "internal", subnetId: subnet.subnetId, privateIpAddressAllocation: "Dynamic" }],
      dependsOn: [subnet.secured],
    });
    const { name: username, sshPublicKey: publicKey } = jumpHost.account;
    const machine = new LinuxVirtualMachine(this, "machine", {
      name: jumpHost.name,
      computerName: jumpHost.hostName,
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      size: jumpHost.size,
      networkInterfaceIds: [networkInterface.id],
      adminUsername: username,
      adminSshKey: [{ username, publicKey }],
      disablePasswordAuthentication: true,
      identity: { type: "SystemAssigned" },
      secureBootEnabled: true,
      vtpmEnabled: true,
      encryptionAtHostEnabled: true,
      // A kind of disk that every size takes.
      osDisk: { name: jumpHost.disk, caching: "ReadWrite", storageAccountType: "StandardSSD_LRS" },
      sourceImageReference: {
        publisher: "Canonical",
        offer: "ubuntu-24_04-lts",
        sku: "server",
        version: "latest",
      },
      customData: Buffer.from(jumpHost.cloudConfig).toString("base64"),
      patchMode: "AutomaticByPlatform",
      patchAssessmentMode: "AutomaticByPlatform",
      // Empty: kept in a storage account of Azure's own.
      bootDiagnostics: {},
      dependsOn: [reachable],
    });
    new VirtualMachineExtension(this, "entra-login", {
      name: "AADSSHLoginForLinux",
      virtualMachineId: machine.id,
      publisher: "Microsoft.Azure.ActiveDirectory",
      type: "AADSSHLoginForLinux",
      typeHandlerVersion: "1.0",
      autoUpgradeMinorVersion: true,
    });

    const ids = { machine: machine.id, networkInterface: networkInterface.id, bastion: bastionId };
    for (const [principals, grants] of [
      [jumpHost.admins, JUMP_HOST_ADMIN_GRANTS],
      [jumpHost.users, JUMP_HOST_USER_GRANTS],
    ] as const) {
      for (const principal of principals) {
        // Without the name of the list: who moves to the other one keeps the roles that both give. Under another address
        // Terraform would assign them anew before it takes them away, which Azure refuses (RoleAssignmentExists).
        new Grants(this, `person ${principal.objectId}`, principal, grants, { subscriptionId, ids });
      }
    }
  }
}
