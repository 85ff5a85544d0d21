import { compute } from "../../lib/config/compute";
import type { Content } from "../support/files";
import { findings } from "./findings";

const USER = "50000000-0000-4000-8000-000000000005";
const clusterFindings = (cluster: Content) =>
  findings(compute, { clusters: [{ name: "cpu", vmSize: "Standard_DS3_v2", maxNodes: 4, ...cluster }] });
const instanceFindings = (instance: Content) =>
  findings(compute, { instances: [{ name: "ada", vmSize: "Standard_DS3_v2", user: USER, ...instance }] });

test("Neither clusters nor instances are needed.", () => {
  expect(compute.parse({})).toEqual({ clusters: [], instances: [] });
});

test("A cluster costs nothing when it is idle, unless the file says otherwise.", () => {
  expect(compute.parse({ clusters: [{ name: "cpu", vmSize: "Standard_DS3_v2", maxNodes: 4 }] }).clusters).toEqual([
    { name: "cpu", vmSize: "Standard_DS3_v2", maxNodes: 4, minNodes: 0, idleMinutes: 15, priority: "dedicated" },
  ]);
});

test("An instance is shut down after an hour, unless the file says otherwise.", () => {
  const [instance] = compute.parse({ instances: [{ name: "ada", vmSize: "Standard_DS3_v2", user: USER }] }).instances;

  expect(instance?.idleMinutes).toBe(60);
});

describe("A cluster", () => {
  test.each(["cpu", "gpu-a100", "gpu-4-a", "c".repeat(24)])("may be called %s.", (name) => {
    expect(clusterFindings({ name })).toEqual([]);
  });

  test("may not have the name of the cluster that builds images.", () => {
    expect(clusterFindings({ name: "image-build" })).toEqual([
      'clusters[0].name: "image-build" is the cluster that builds images in every workspace; use another name',
    ]);
  });

  test.each<[name: string, finding: string]>([
    ["cp", '"cp" has 2 characters; use 3 at least'],
    ["c".repeat(25), `"${"c".repeat(25)}" has 25 characters; use 24 at most`],
    ["CPU", '"CPU" has upper-case letters; use "cpu"'],
    ["cpu_large", expect.stringMatching(/^"cpu_large" is not a name .*; use "cpu-large"$/) as string],
    [
      "gpu-4",
      expect.stringMatching(/^"gpu-4" is not a name .* after its last hyphen; use one such as "cpu"/) as string,
    ],
  ])("may not be called %s.", (name, finding) => {
    const [found] = clusterFindings({ name });

    expect(found?.replace("clusters[0].name: ", "")).toEqual(finding);
  });

  test("may not keep more nodes than it may have.", () => {
    expect(clusterFindings({ minNodes: 5 })).toEqual(["clusters[0].minNodes: 5 is more than maxNodes, which is 4"]);
  });

  test("may keep as many nodes as it may have.", () => {
    expect(clusterFindings({ minNodes: 4 })).toEqual([]);
  });

  test.each<[field: string, value: unknown]>([
    ["maxNodes", 0],
    ["maxNodes", 1.5],
    ["minNodes", -1],
    ["idleMinutes", 0],
    ["priority", "spot"],
    ["vmSize", "large"],
    ["subnet", "snet"],
  ])("with %s %j is refused.", (field, value) => {
    expect(clusterFindings({ [field]: value })).toHaveLength(1);
  });

  test("with the name of another is refused.", () => {
    const cluster = { name: "cpu", vmSize: "Standard_DS3_v2", maxNodes: 4 };

    expect(findings(compute, { clusters: [cluster, cluster] })).toEqual([
      'clusters[1].name: "cpu" is already used by entry 1 of this list; use another',
    ]);
  });
});

describe("An instance", () => {
  test.each([15, 60, 4320])("may be shut down after %d minutes.", (idleMinutes) => {
    expect(instanceFindings({ idleMinutes })).toEqual([]);
  });

  test.each([14, 4321])("may not be shut down after %d minutes.", (idleMinutes) => {
    expect(instanceFindings({ idleMinutes })).toHaveLength(1);
  });

  test.each<[field: string, value: unknown]>([
    ["user", undefined],
    ["user", "ada@acme.example"],
    ["name", "Ada"],
    ["vmSize", undefined],
    ["ssh", true],
  ])("with %s %j is refused.", (field, value) => {
    expect(instanceFindings({ [field]: value })).toHaveLength(1);
  });

  test("with the name of another is refused.", () => {
    const instance = { name: "ada", vmSize: "Standard_DS3_v2", user: USER };

    expect(findings(compute, { instances: [instance, instance] })).toEqual([
      'instances[1].name: "ada" is already used by entry 1 of this list; use another',
    ]);
  });
});

test.each([null, "x", 5, [], { clusters: null }, { clusters: [null] }, { instances: [5] }])(
  "%j is refused without throwing.",
  (value) => {
    expect(findings(compute, value).length).toBeGreaterThan(0);
  },
);
