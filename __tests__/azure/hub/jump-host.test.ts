import { ADMINS, platform, SSH_KEY, USERS, WHOLE_HUB } from "../../support/files";
import { addressOf, allBefore } from "../../support/references";
import { onlyResource, resourcesByPath, type StackJson, synthStack } from "../../support/synth";

const hub = (people: object = {}): StackJson =>
  synthStack(
    "hub",
    platform({ azure: { hub: { ...WHOLE_HUB, jumpHost: { ...(WHOLE_HUB.jumpHost as object), ...people } } } }),
  );
const stack = hub();
const machine = onlyResource(stack, "azurerm_linux_virtual_machine");

describe("the jump host", () => {
  test("has no public address", () => {
    const [configuration] = onlyResource(stack, "azurerm_network_interface").ip_configuration as object[];

    expect(configuration).not.toHaveProperty("public_ip_address_id");
    expect(Object.keys(resourcesByPath(stack, "azurerm_public_ip")).sort()).toEqual([
      "bastion/public-ip",
      "egress/public-ip",
    ]);
  });

  test("starts from signed code with a virtual TPM, and is encrypted on its host", () => {
    expect(machine).toMatchObject({ secure_boot_enabled: true, vtpm_enabled: true, encryption_at_host_enabled: true });
  });

  test("takes the key of the file for its own account, and no password", () => {
    expect(machine).toMatchObject({
      disable_password_authentication: true,
      admin_username: "platform",
      admin_ssh_key: [{ username: "platform", public_key: SSH_KEY }],
    });
    expect(machine).not.toHaveProperty("admin_password");
  });

  test("is signed in to with Entra ID, which needs the extension and an identity of the machine", () => {
    expect(machine.identity).toEqual({ type: "SystemAssigned" });
    expect(onlyResource(stack, "azurerm_virtual_machine_extension")).toMatchObject({
      publisher: "Microsoft.Azure.ActiveDirectory",
      type: "AADSSHLoginForLinux",
      auto_upgrade_minor_version: true,
    });
  });

  test("is patched by Azure, and keeps its boot diagnostics in no account of ours", () => {
    expect(machine).toMatchObject({
      patch_mode: "AutomaticByPlatform",
      patch_assessment_mode: "AutomaticByPlatform",
      boot_diagnostics: {},
    });
  });

  test("gets its cloud-init as Azure takes it: in base64", () => {
    expect(Buffer.from(machine.custom_data as string, "base64").toString()).toMatch(/^#cloud-config\n/);
  });

  test("has no name that Azure would make up", () => {
    expect(machine.os_disk).toMatchObject({ name: "mlp-dev--hub-disk-jump" });
  });

  test("comes after its subnet has rules and a way out, through which its packages come", () => {
    const before = allBefore(stack, addressOf(stack, "jump-host/machine"));

    expect(before).toContain(addressOf(stack, "jump-host/subnet/association"));
    expect(before).toContain(addressOf(stack, "egress/jump-host"));
    expect(before).toContain(addressOf(stack, "egress/address"));
  });
});

test("Nothing stands in the jump host's subnet before the subnet has its rules.", () => {
  const before = allBefore(stack, addressOf(stack, "jump-host/network-interface"));

  expect(before).toContain(addressOf(stack, "jump-host/subnet/association"));
});

describe("the people of the jump host", () => {
  const scopes = (who: string, from = stack) =>
    Object.values(resourcesByPath(from, "azurerm_role_assignment"))
      .filter(({ principal_id }) => principal_id === who)
      .map(
        ({ scope, role_definition_id }) =>
          `${String(role_definition_id).slice(-36)} ${String(scope).split(".")[0] ?? ""}`,
      )
      .sort();
  const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
  const connect = ["azurerm_bastion_host", "azurerm_linux_virtual_machine", "azurerm_network_interface"].map(
    (type) => `${READER} \${${type}`,
  );

  test("sign in at the machine alone, and read it, its interface and Bastion", () => {
    expect(scopes(ADMINS)).toEqual([
      "1c0163c0-47e6-4577-8991-ea5c82e286e4 ${azurerm_linux_virtual_machine",
      ...connect,
    ]);
    expect(scopes(USERS)).toEqual([...connect, "fb879df8-f326-4884-b1cf-06f3ad86be52 ${azurerm_linux_virtual_machine"]);
  });

  test("have addresses that a change of the lists moves for nobody else", () => {
    const other = { group: "a0000000-0000-4000-8000-00000000000a" };
    const changed = resourcesByPath(hub({ admins: [other, { group: ADMINS }] }), "azurerm_role_assignment");

    expect(changed).toMatchObject(resourcesByPath(stack, "azurerm_role_assignment"));
  });

  test("keep the roles of both lists at their addresses when they move from one to the other", () => {
    const pathsOf = (who: string, from = stack) =>
      Object.entries(resourcesByPath(from, "azurerm_role_assignment"))
        .filter(([, { principal_id }]) => principal_id === who)
        .map(([path]) => path);
    const promoted = hub({ admins: [{ group: ADMINS }, { group: USERS }], users: [] });

    expect(pathsOf(USERS).filter((path) => pathsOf(USERS, promoted).includes(path))).toEqual(
      ["bastion", "machine", "networkInterface"].map((on) => `jump-host/person ${USERS}/${on} Reader`),
    );
  });

  test("may be administrators only", () => {
    expect(scopes(USERS, hub({ users: [] }))).toEqual([]);
  });
});
