import { ClusterScaling } from "../../../lib/azapi/ml/cluster-scaling";
import { acmeStack, onlyResource } from "../synthesized";

function scaled(idle = "PT15M"): Record<string, unknown> {
  const stack = acmeStack();
  new ClusterScaling(stack, "scaling", { clusterId: "/cluster", nodes: { min: 0, max: 4 }, idle });
  return onlyResource(stack, "azapi_update_resource");
}

test("the number of nodes of a cluster is merged into the cluster", () => {
  expect(scaled()).toMatchObject({
    type: "Microsoft.MachineLearningServices/workspaces/computes@2025-06-01",
    resource_id: "/cluster",
    body: {
      properties: {
        computeType: "AmlCompute",
        properties: {
          scaleSettings: { minNodeCount: 0, maxNodeCount: 4, nodeIdleTimeBeforeScaleDown: "PT15M" },
        },
      },
    },
  });
});

test("a time that Azure does not read is refused", () => {
  expect(() => scaled("15m")).toThrow('acme/scaling: idle is "15m", which is no ISO 8601 duration');
});
