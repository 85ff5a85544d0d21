import { platform, sharedTenant, tenant } from "../support/files";
import { addresses, synthStack } from "../support/synth";

test("No address of a tenant's stack has the tenant's name in it, so that stacks of one kind are alike.", () => {
  const azure = { endpoints: [{ name: "churn" }] };
  const acme = synthStack("tenant-acme", platform(), [tenant("acme", { azure })]);
  const initech = synthStack("tenant-initech", platform(), [tenant("initech", { azure })]);
  expect(addresses(acme)).toEqual(addresses(initech));
});

test("An endpoint that is added leaves the addresses of the others as they are, wherever it stands in the list.", () => {
  const stack = (names: string[]) =>
    addresses(
      synthStack("tenant-acme", platform(), [
        tenant("acme", { azure: { endpoints: names.map((name) => ({ name })) } }),
      ]),
    );
  expect(stack(["aaa", "churn"])).toEqual(expect.arrayContaining(stack(["churn"])));
});

test("A tenant without endpoints is valid: its stack has the place for them.", () => {
  const { output } = synthStack("tenant-acme", platform(), [tenant("acme")]);
  expect(output?.endpoint_ids).toEqual({ value: {} });
});

test("A shared tenant's workspace outputs are literals, for another stack owns the workspace.", () => {
  const { output } = synthStack("tenant-globex", platform(), [sharedTenant("globex")]);
  expect(output?.workspace_id?.value).toMatch(/^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/mlp-dev--ml-rg\//);
  expect(output?.workspace_name?.value).toBe("mlp-dev--ws");
});
