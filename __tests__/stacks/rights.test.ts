import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CUSTOM_ROLES } from "../../lib/blueprint/custom-roles";
import { tenantStack } from "../../lib/blueprint/tenant";
import { azureOf, sampleBlueprint, temporaryFolder } from "../support/files";
import { rightsTable, rowOf, rowsOfTable, type StackOfFiles, typeOfPrincipal } from "../support/rights";
import { type Arguments, resourcesByPath, type StackJson, stackText, synthesizeTo } from "../support/synth";

const DOCUMENT = join(__dirname, "../../docs/rights.md");

const sample = sampleBlueprint();
const blueprint = azureOf(sample);
const outdir = temporaryFolder();
synthesizeTo(outdir, sample);

const json = (stack: string) => JSON.parse(stackText(outdir, stack)) as StackJson;
const platformStacks = ["hub", "ml-workspace"].map((name): [string, StackOfFiles] => [
  name,
  { json: json(name), blueprint, tenant: undefined },
]);
const tenantStacks = blueprint.tenants.map((tenant): [string, StackOfFiles] => [
  tenantStack(tenant.tenant),
  { json: json(tenantStack(tenant.tenant)), blueprint, tenant },
]);
const stacks = [...platformStacks, ...tenantStacks];

const assignmentsOf = (stack: StackOfFiles): [path: string, assignment: Arguments][] =>
  Object.entries(resourcesByPath(stack.json, "azurerm_role_assignment"));

describe.each(stacks)("the role assignments of the sample stack %s", (_, stack) => {
  test("are rows of the table of rights", () => {
    const rows = rowsOfTable();
    const strangers = assignmentsOf(stack).map(([path, assignment]) => [path, rowOf(stack, assignment)] as const);

    expect(strangers.filter(([, row]) => !rows.includes(row))).toEqual([]);
  });

  test("are on single resources, never on a resource group or a subscription", () => {
    const wide = assignmentsOf(stack).filter(
      ([, { scope }]) => !/^\$\{(?!azurerm_(resource_group|subscription))|\/providers\/./.test(String(scope)),
    );

    expect(wide).toEqual([]);
  });

  test("tell the principal's type, which Azure cannot look up before it is replicated", () => {
    const told = assignmentsOf(stack).map(([path, { principal_type }]) => [path, principal_type]);
    const right = assignmentsOf(stack).map(([path, assignment]) => [path, typeOfPrincipal(stack, assignment)]);

    expect(told).toEqual(right);
  });

  test("are the only way in which it gives rights on Azure", () => {
    const others = Object.entries(stack.json.resource)
      .filter(([type]) => type !== "azurerm_role_assignment")
      .filter(([type, resources]) =>
        /^azurerm_.*(role_assignment|role_management|access_policy)|Microsoft\.Authorization\/(?!roleDef)/.test(
          `${type} ${JSON.stringify(Object.values(resources).map(({ type: arm }) => arm))}`,
        ),
      );

    expect(others).toEqual([]);
  });
});

test("Every row of the table of rights is given in a sample stack: no right is there for nothing.", () => {
  const given = new Set(
    stacks.flatMap(([, stack]) => assignmentsOf(stack).map(([, assignment]) => rowOf(stack, assignment))),
  );

  expect(rowsOfTable().filter((row) => !given.has(row))).toEqual([]);
});

test("No two assignments give one principal the same role on the same resource, which Azure refuses.", () => {
  const all = stacks.flatMap(([name, stack]) =>
    assignmentsOf(stack).map(([, { scope, principal_id, role_definition_id }]) =>
      [scope, principal_id]
        .map((id) => (String(id).startsWith("${") ? `${name} ${String(id)}` : id))
        .join(` ${String(role_definition_id)} `),
    ),
  );

  expect(all.filter((assignment, index) => all.indexOf(assignment) !== index)).toEqual([]);
});

test("docs/rights.md is the table of rights; if it is not, run `UPDATE_DOCS=1 npx jest __tests__/stacks/rights`.", () => {
  const customRoles = Object.entries(CUSTOM_ROLES).map(
    ([name, { description, actions }]) =>
      `**${name}**: ${description}\n\n${actions.map((action) => `- \`${action}\``).join("\n")}`,
  );
  const text = `# Who has which right

Written by \`__tests__/stacks/rights.test.ts\` from the table \`RIGHTS\` in [\`lib/blueprint/roles.ts\`](../lib/blueprint/roles.ts);
the test also compares every role assignment of the sample stacks with it. Every assignment is on a single resource,
never on a resource group or a subscription.

${rightsTable()}

A tenant with an \`application\` has one more kind of right, in Microsoft Entra: its scorers get the app role \`Scorer\` of
that application.

## The custom roles

They stand in the hub's stack, and can be assigned in the subscriptions that the platform's file names.

${customRoles.join("\n\n")}
`;
  if (process.env.UPDATE_DOCS === "1") writeFileSync(DOCUMENT, text);

  expect(readFileSync(DOCUMENT, "utf8")).toBe(text);
});
