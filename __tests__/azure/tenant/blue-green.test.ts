import { platform, sharedTenant } from "../../support/files";
import { resourcesByPath, type StackJson, synthStack } from "../../support/synth";

/** The stack of a tenant at some time, by what its file says of the endpoint. */
function stackAt(endpoint: object): Record<string, unknown> {
  const stack = synthStack("tenant-globex", platform(), [
    sharedTenant("globex", { azure: { endpoints: [{ name: "fraud", ...endpoint }] } }),
  ]);
  return allByPath(stack);
}

function allByPath(stack: StackJson): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(stack.resource).flatMap((type) => Object.entries(resourcesByPath(stack, type))),
  );
}

/** What one edit of the file changes: what comes, what goes, and what is not as it was. */
function edit(before: Record<string, unknown>, after: Record<string, unknown>) {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return {
    come: paths.filter((path) => !(path in before)),
    gone: paths.filter((path) => !(path in after)),
    changed: paths.filter(
      (path) => path in before && path in after && JSON.stringify(before[path]) !== JSON.stringify(after[path]),
    ),
  };
}

describe("a new model takes the place of the old one by two edits of one file", () => {
  const blue = { name: "blue", model: "fraud:7", instanceType: "Standard_F4s_v2" };
  const green = { ...blue, name: "green", model: "fraud:8" };
  const at = "endpoint-fraud/deployments";

  const start = stackAt({ deployments: [blue] });
  const added = stackAt({ deployments: [blue, green], traffic: { blue: 0, green: 100 } });
  const end = stackAt({ deployments: [green] });

  test("the first adds green beside blue and moves the traffic, for Azure deletes no deployment that has traffic", () => {
    expect(edit(start, added)).toEqual({
      come: [`${at}/deployment-green`],
      gone: [],
      changed: [`${at}/drain`, `${at}/traffic`],
    });
    expect(added[`${at}/traffic`]).toMatchObject({ body: { properties: { traffic: { blue: 0, green: 100 } } } });
  });

  test("the second removes blue, to which no request goes any more", () => {
    expect(edit(added, end)).toEqual({
      come: [],
      gone: [`${at}/deployment-blue`],
      changed: [`${at}/drain`, `${at}/traffic`],
    });
    expect(end[`${at}/traffic`]).toMatchObject({ body: { properties: { traffic: { green: 100 } } } });
  });

  test("of the drain only the order changes, so that Terraform has nothing to do about it", () => {
    const withoutOrder = [start, added, end].map((stack) => {
      const { depends_on: order, ...drain } = stack[`${at}/drain`] as Record<string, unknown>;
      return JSON.stringify(drain);
    });

    expect(new Set(withoutOrder).size).toBe(1);
  });
});
