import { ComputeInstance, type ComputeInstanceProps } from "../../../lib/azapi/ml/compute-instance";
import { Fn } from "../../../lib/terraform/cdktf";
import { acmeStack, onlyResource } from "../synthesized";

const ada: ComputeInstanceProps = {
  name: "ada-acme-ciabcde",
  location: "westeurope",
  workspaceId: "/workspace",
  vmSize: "STANDARD_DS3_V2",
  user: { objectId: "user", tenantId: "entra" },
  identityId: "/identity",
};

function synthesizedWith(props: Partial<ComputeInstanceProps>): Record<string, unknown> {
  const stack = acmeStack();
  new ComputeInstance(stack, "ada", { ...ada, ...props });
  return onlyResource(stack, "azapi_resource");
}

test("an instance belongs to one person, takes Entra ID only, and has neither a public address nor SSH", () => {
  expect(synthesizedWith({})).toMatchObject({
    type: "Microsoft.MachineLearningServices/workspaces/computes@2025-06-01",
    parent_id: "/workspace",
    body: {
      properties: {
        computeType: "ComputeInstance",
        disableLocalAuth: true,
        properties: {
          vmSize: "STANDARD_DS3_V2",
          applicationSharingPolicy: "Personal",
          computeInstanceAuthorizationType: "personal",
          personalComputeInstanceSettings: { assignedUser: { objectId: "user", tenantId: "entra" } },
          sshSettings: { sshPublicAccess: "Disabled" },
          enableNodePublicIp: false,
        },
      },
    },
  });
});

test("an instance runs with the given identity", () => {
  expect(synthesizedWith({}).identity).toEqual([{ type: "UserAssigned", identity_ids: ["/identity"] }]);
});

test("another size, person or identity replaces the instance, for a second PUT would overwrite it", () => {
  expect(synthesizedWith({}).replace_triggers_external_values).toEqual([
    "STANDARD_DS3_V2",
    { objectId: "user", tenantId: "entra" },
    "/identity",
  ]);
});

test("an instance is deleted with its machine, which Azure asks to be told", () => {
  expect(synthesizedWith({}).delete_query_parameters).toEqual({ underlyingResourceAction: ["Delete"] });
});

test("other tags leave the instance as it is", () => {
  expect(synthesizedWith({ tags: { tenant: "acme" } })).toMatchObject({
    tags: { tenant: "acme" },
    lifecycle: { ignore_changes: ["tags"] },
  });
});

test("creation is retried while Azure does not know the identity or its roles", () => {
  expect(synthesizedWith({}).retry).toMatchObject({
    error_message_regex: ["PrincipalNotFound", "AuthorizationFailed"],
  });
});

test.each(["abc", "ada-acme-ci22222", "A-1b", `a${"b".repeat(23)}`])("the name %s is accepted", (name) => {
  expect(() => synthesizedWith({ name })).not.toThrow();
});

test.each(["ab", `a${"b".repeat(24)}`, "1ada", "ada-", "ada-22222", "ada_acme", ""])(
  'the name "%s" is refused',
  (name) => {
    expect(() => synthesizedWith({ name })).toThrow(
      `acme/ada: the name "${name}" must have 3 to 24 letters, digits and dashes, start with a letter and have one after its last dash`,
    );
  },
);

test("a name that only Terraform knows is not checked", () => {
  expect(() => synthesizedWith({ name: Fn.join("-", ["ada", "${random_id.x.hex}"]) })).not.toThrow();
});
