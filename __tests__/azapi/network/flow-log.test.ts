import { FlowLog, type FlowLogProps } from "../../../lib/azapi/network/flow-log";
import { acmeStack, onlyResource } from "../synthesized";

function synthesizedWith(props: Partial<FlowLogProps> = {}): Record<string, unknown> {
  const stack = acmeStack();
  new FlowLog(stack, "log", {
    name: "acme--flow-log",
    networkWatcherId: "/watcher",
    location: "westeurope",
    networkId: "/network",
    storageId: "/storage",
    identityId: "/identity",
    retentionDays: 30,
    ...props,
  });
  return onlyResource(stack, "azapi_resource");
}

test("a flow log records the traffic of a network, keeps it for a time, and is not processed by default", () => {
  expect(synthesizedWith().body).toEqual({
    properties: {
      targetResourceId: "/network",
      storageId: "/storage",
      enabled: true,
      format: { type: "JSON", version: 2 },
      retentionPolicy: { enabled: true, days: 30 },
    },
  });
});

test("a flow log is processed into a workspace of its region by that workspace's id alone", () => {
  expect(synthesizedWith({ analyticsWorkspaceId: "/workspace" }).body).toMatchObject({
    properties: {
      flowAnalyticsConfiguration: {
        networkWatcherFlowAnalyticsConfiguration: {
          enabled: true,
          workspaceResourceId: "/workspace",
          workspaceRegion: "westeurope",
          trafficAnalyticsInterval: 60,
        },
      },
    },
  });
});

test("a flow log is a child of the network watcher and is written with an identity, for the account has no keys", () => {
  expect(synthesizedWith()).toMatchObject({
    type: "Microsoft.Network/networkWatchers/flowLogs@2024-05-01",
    parent_id: "/watcher",
    identity: [{ type: "UserAssigned", identity_ids: ["/identity"] }],
  });
});

test("creation is retried while the network watcher or the identity's role is not there yet", () => {
  expect(synthesizedWith()).toMatchObject({
    retry: { error_message_regex: ["ParentResourceNotFound", "PrincipalNotFound", "AuthorizationFailed"] },
    timeouts: { create: "15m" },
  });
});

test("a flow log can be tagged", () => {
  expect(synthesizedWith({ tags: { tenant: "acme" } }).tags).toEqual({ tenant: "acme" });
});
