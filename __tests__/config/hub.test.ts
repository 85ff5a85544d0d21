import { hub } from "../../lib/config/hub";
import { ADMINS, type Content, SSH_KEY, USERS, WHOLE_HUB } from "../support/files";
import { findings } from "./findings";

const hubFindings = (changes: Content): string[] => findings(hub, { ...WHOLE_HUB, ...changes });
const jumpHost = (changes: Content): Content => ({
  jumpHost: { sshPublicKey: SSH_KEY, admins: [{ group: ADMINS }], ...changes },
});

test("A hub of a range alone has no way in and none out, and keeps flow logs.", () => {
  expect(hub.parse({ addressSpace: "10.20.0.0/22" })).toEqual({
    addressSpace: "10.20.0.0/22",
    privateDnsZones: { existing: {}, linkExisting: true },
    logRetentionDays: 90,
    egress: "none",
    flowLogs: { retentionDays: 90, trafficAnalytics: true },
  });
});

test("A hub with everything is accepted.", () => {
  const flowLogs = { retentionDays: 365, networkWatcher: { resourceGroup: "watchers", name: "nw-westeurope" } };

  expect(hubFindings({ flowLogs })).toEqual([]);
});

test("Bastion alone has two instances, which is the least that Azure takes.", () => {
  expect(hub.parse({ addressSpace: "10.20.0.0/22", bastion: {} }).bastion).toEqual({ scaleUnits: 2 });
});

test.each([1, 51, 2.5])("%d instances of Bastion are refused.", (scaleUnits) => {
  expect(hubFindings({ bastion: { scaleUnits } })).toHaveLength(1);
});

test("Bastion is accepted without a jump host, and egress too.", () => {
  expect(hubFindings({ jumpHost: undefined, egress: "none" })).toEqual([]);
  expect(hubFindings({ jumpHost: undefined, bastion: undefined })).toEqual([]);
});

test("A jump host has a size unless the file says another.", () => {
  expect(hub.parse(WHOLE_HUB).jumpHost?.size).toBe("Standard_D2s_v5");
});

test("A jump host without Bastion is refused with the reason.", () => {
  expect(hubFindings({ bastion: undefined })).toEqual([
    "jumpHost: needs bastion: the machine has no public address; add bastion: {}",
  ]);
});

test.each([undefined, "none"])("A jump host with the egress %s is refused with the reason.", (egress) => {
  expect(hubFindings({ egress })).toEqual([
    "jumpHost: needs egress: nat-gateway: signing in with Entra ID and updates go to the internet, and its subnet has no other way there",
  ]);
});

test("All that a jump host lacks is told at once.", () => {
  expect(hubFindings({ bastion: undefined, egress: "none" })).toHaveLength(2);
});

test("A misspelt egress is told once.", () => {
  expect(hubFindings({ egress: "nat" })).toHaveLength(1);
});

test("A jump host without administrators is refused.", () => {
  expect(hubFindings(jumpHost({ admins: [] }))).toEqual([
    "jumpHost.admins: needs an entry: somebody must be able to maintain the machine",
  ]);
});

test("A user of the jump host who is an administrator too is refused: Azure takes no role twice.", () => {
  expect(hubFindings(jumpHost({ users: [{ group: USERS }, { servicePrincipal: ADMINS }] }))).toEqual([
    `jumpHost.users[1]: "${ADMINS}" is already one of the admins; remove it here`,
  ]);
});

test.each([null, "x", 5, [], { admins: {}, users: 5 }, { admins: [null], users: [{}, null, 5] }])(
  "A jump host of %j is refused without throwing.",
  (content) => {
    expect(hubFindings({ jumpHost: content }).length).toBeGreaterThan(0);
  },
);

test.each(["D2s_v5", "Standard D2s v5", "standard_d2s_v5", ""])("The size %j is refused.", (size) => {
  expect(hubFindings(jumpHost({ size }))).toEqual([expect.stringContaining('use one such as "Standard_D2s_v5"')]);
});

test.each([0, 366, 1.5])("Keeping flow logs for %d days is refused.", (retentionDays) => {
  expect(hubFindings({ flowLogs: { retentionDays } })).toHaveLength(1);
});

test.each([
  ["without a name", { resourceGroup: "watchers" }],
  ["without a group", { name: "watcher" }],
  ["with a name that Azure refuses", { resourceGroup: "watchers", name: "a watcher" }],
  ["in a group whose name Azure refuses", { resourceGroup: "watchers.", name: "watcher" }],
])("A network watcher %s is refused.", (_, networkWatcher) => {
  expect(hubFindings({ flowLogs: { networkWatcher } })).toHaveLength(1);
});
