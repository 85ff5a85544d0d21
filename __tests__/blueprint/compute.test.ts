import fc from "fast-check";
import { isoDuration } from "../../lib/blueprint/compute";
import { tenant, TENANT_SUBSCRIPTION } from "../support/files";
import { dedicatedPlace, tenantOf, workspaceStackOf } from "./configs";

const cluster = { name: "cpu", vmSize: "Standard_DS3_v2", maxNodes: 4 };
const instance = { name: "ada", vmSize: "Standard_DS11_v2", user: TENANT_SUBSCRIPTION };
const computeOf = (compute: object) => dedicatedPlace(tenantOf(tenant("acme", { azure: { compute } }))).compute;

describe("the cluster that builds images", () => {
  test("costs nothing without a build", () => {
    expect(workspaceStackOf().workspace.imageBuild.cluster).toEqual({
      name: "image-build",
      vmSize: "STANDARD_DS3_V2",
      priority: "Dedicated",
      nodes: { min: 0, max: 2 },
      idle: "PT5M",
    });
  });

  test("has the size that the platform's file says, in the shared workspace and in those of tenants", () => {
    const changes = { azure: { imageBuildVmSize: "Standard_D4s_v5" } };

    expect(workspaceStackOf(changes).workspace.imageBuild.cluster.vmSize).toBe("STANDARD_D4S_V5");
    expect(dedicatedPlace(tenantOf(tenant("acme"), changes)).workspace.imageBuild.cluster.vmSize).toBe(
      "STANDARD_D4S_V5",
    );
  });
});

describe("a tenant's compute", () => {
  test.each([{}, { clusters: [] }, { instances: [], clusters: [] }])(
    "is left out when the file lists none: %j",
    (none) => {
      expect(computeOf(none)).toBeUndefined();
    },
  );

  test("has clusters by the name in the file, for jobs name them", () => {
    expect(computeOf({ clusters: [{ ...cluster, minNodes: 1, idleMinutes: 90, priority: "low-priority" }] })).toEqual({
      identity: "mlp-dev-acme--id-compute",
      clusters: [
        {
          name: "cpu",
          vmSize: "STANDARD_DS3_V2",
          priority: "LowPriority",
          nodes: { min: 1, max: 4 },
          idle: "PT1H30M",
        },
      ],
      instances: [],
    });
  });

  test("has instances with names that are unique in the region", () => {
    expect(computeOf({ instances: [instance] })?.instances).toEqual([
      {
        key: "ada",
        name: expect.stringMatching(/^ada-acme-ci[a-z2-7]{5}$/) as string,
        vmSize: "STANDARD_DS11_V2",
        user: TENANT_SUBSCRIPTION,
        idle: "PT1H",
      },
    ]);
  });
});

describe("a duration", () => {
  test.each([
    [1, "PT1M"],
    [15, "PT15M"],
    [60, "PT1H"],
    [90, "PT1H30M"],
    [1440, "P1D"],
    [1441, "P1DT1M"],
    [4320, "P3D"],
  ])("of %d minutes is %s", (minutes, text) => {
    expect(isoDuration(minutes)).toBe(text);
  });

  test("means the minutes that it was made from", () => {
    const minutesOf = (text: string) => {
      const [, days = "0", hours = "0", minutes = "0"] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text) ?? [];
      return (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
    };

    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (minutes) => minutesOf(isoDuration(minutes)) === minutes),
    );
  });
});
