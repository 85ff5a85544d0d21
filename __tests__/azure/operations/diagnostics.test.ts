import { MonitorActionGroup } from "@cdktf/provider-azurerm/lib/monitor-action-group";
import { DIAGNOSTICS, WITHOUT_DIAGNOSTICS } from "../../../lib/blueprint/diagnostics";
import { azureOf, platform, sampleBlueprint, sharedTenant, temporaryFolder, tenant } from "../../support/files";
import {
  type Arguments,
  resourcesByPath,
  type StackJson,
  stackText,
  synthesizeTo,
  synthStack,
} from "../../support/synth";

const SETTING = "azurerm_monitor_diagnostic_setting";
const settings = (stack: StackJson) => resourcesByPath(stack, SETTING);

const outdir = temporaryFolder();
const blueprint = sampleBlueprint();
synthesizeTo(outdir, blueprint);
const { hub, workspace } = azureOf(blueprint);
const samples = [hub, ...(workspace === undefined ? [] : [workspace]), ...blueprint.tenants].map(
  ({ stack }) => JSON.parse(stackText(outdir, stack)) as StackJson,
);

/** Every resource of the sample stacks, with its type as the table of diagnostics names it. */
function resources(): { type: string; address: string; stack: StackJson }[] {
  return samples.flatMap((stack) =>
    Object.entries(stack.resource).flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, body]) => ({
        type: type === "azapi_resource" ? String(body.type).split("@", 1).join("") : type,
        address: `${type}.${name}`,
        stack,
      })),
    ),
  );
}

describe("diagnostic settings", () => {
  test("are on every resource of the table, in every sample stack", () => {
    const targets = (stack: StackJson) =>
      Object.values(settings(stack)).map(({ target_resource_id: id }) =>
        String(id).replace(/^\$\{(.*)\.id\}.*$/, "$1"),
      );
    const without = resources().filter(
      ({ type, address, stack }) => DIAGNOSTICS[type] !== undefined && !targets(stack).includes(address),
    );
    expect(without.map(({ address }) => address)).toEqual([]);
  });

  test("send everything to the hub's Log Analytics: by reference in the hub, by its id elsewhere", () => {
    const destinations = (stacks: StackJson[]) => [
      ...new Set(
        stacks.flatMap((stack) => Object.values(settings(stack)).map(({ log_analytics_workspace_id: id }) => id)),
      ),
    ];
    expect(destinations(samples.slice(0, 1))).toEqual([
      expect.stringMatching(/^\$\{azurerm_log_analytics_workspace\..*\.id\}$/),
    ]);
    expect(destinations(samples.slice(1))).toEqual([hub.logAnalytics.id]);
  });

  test("of a storage account are those of its services, for the account itself has no logs", () => {
    const own = settings(synthStack("tenant-acme", platform(), [tenant("acme")]));
    expect(
      Object.entries(own)
        .filter(([path]) => path.startsWith("workspace/storage/"))
        .map(([, { target_resource_id: id }]) => String(id).replace(/^.*\}/, ""))
        .sort(),
    ).toEqual(["/blobServices/default", "/fileServices/default", "/queueServices/default", "/tableServices/default"]);
  });

  test("of an online endpoint have its console, traffic and event logs", () => {
    const stack = synthStack("tenant-globex", platform(), [
      sharedTenant("globex", { azure: { endpoints: [{ name: "fraud" }] } }),
    ]);
    expect(settings(stack)["endpoint-fraud/endpoint/diagnostics"]).toMatchObject({
      enabled_log: [
        { category: "AmlOnlineEndpointConsoleLog" },
        { category: "AmlOnlineEndpointTrafficLog" },
        { category: "AmlOnlineEndpointEventLog" },
      ],
      enabled_metric: [{ category: "Traffic" }],
    });
  });

  test("never mix a category with a group of categories, which Azure refuses", () => {
    const mixed = samples.flatMap((stack) =>
      Object.values(settings(stack)).filter(({ enabled_log: logs }) =>
        (logs as Arguments[]).some((log) => "category" in log && "category_group" in log),
      ),
    );
    expect(mixed).toEqual([]);
  });

  test("of a workspace go to tables of their own, not to one that all services share", () => {
    const stack = synthStack("tenant-acme", platform(), [tenant("acme")]);
    const kinds = Object.values(settings(stack)).map(({ log_analytics_destination_type: kind }) => kind);
    expect(kinds.filter((kind) => kind !== undefined)).toEqual(["Dedicated"]);
  });

  test("name a table's kind for workspaces only: elsewhere Azure does not return it, and plans would never be empty", () => {
    const kinds = samples.flatMap((stack) =>
      Object.values(settings(stack))
        .filter((setting) => "log_analytics_destination_type" in setting)
        .map(({ target_resource_id: id }) => String(id).split(".")[0]),
    );
    expect([...new Set(kinds)]).toEqual(["${azurerm_machine_learning_workspace"]);
  });
});

describe("the table of diagnostics", () => {
  test("has no type that another table explains the absence of", () => {
    expect(Object.keys(DIAGNOSTICS).filter((type) => type in WITHOUT_DIAGNOSTICS)).toEqual([]);
  });

  test("leaves out what has no logs and no metrics of its own, such as an action group", () => {
    expect(DIAGNOSTICS[MonitorActionGroup.tfResourceType]).toBeUndefined();
  });
});
