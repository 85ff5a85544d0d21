import { platform, tenant } from "../support/files";
import { resourcesOf, synthStack } from "../support/synth";

test("Every wait for role assignments takes two minutes, after the assignments it waits for.", () => {
  const stack = synthStack("tenant-acme", platform(), [tenant("acme", { azure: { endpoints: [{ name: "churn" }] } })]);
  const waits = Object.values(resourcesOf(stack, "time_sleep"));
  expect(waits).not.toHaveLength(0);
  for (const wait of waits) {
    expect(wait).toMatchObject({ create_duration: "120s" });
    expect(wait.depends_on).toEqual(expect.arrayContaining([expect.stringMatching(/^azurerm_role_assignment\./)]));
  }
});
