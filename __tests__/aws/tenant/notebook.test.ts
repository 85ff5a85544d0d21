import { Notebook } from "../../../lib/aws/tenant/notebook";
import { idleStopScript } from "../../../lib/aws/tenant/idle-stop-script";
import { awsTenantOf, ENVIRONMENT, synthAws, tenantResources } from "../../support/aws-stack";
import { addressOf, allBefore } from "../../support/references";
import { onlyResource } from "../../support/synth";

const tenant = awsTenantOf({
  aws: { notebooks: [{ name: "research", instanceType: "ml.t3.medium", idleMinutes: 45 }] },
});
const stackOf = ({ retiring = false, environment = ENVIRONMENT } = {}) =>
  synthAws((scope) => {
    const resources = { ...tenantResources(scope, tenant), environment };
    for (const notebook of tenant.notebooks)
      new Notebook(scope, `notebook-${notebook.key}`, { notebook, resources, retiring });
  });

const stack = stackOf();
const notebook = onlyResource(stack, "aws_sagemaker_notebook_instance");

test("A notebook has no way to the internet, only one into the tenant's network.", () => {
  expect(notebook).toMatchObject({
    direct_internet_access: "Disabled",
    subnet_id: ENVIRONMENT.subnetIds[0],
    security_groups: ["sg-0000000000000002"],
  });
});

test("Who works in it is not root, and its metadata asks for a session.", () => {
  expect(notebook).toMatchObject({
    root_access: "Disabled",
    instance_metadata_service_configuration: { minimum_instance_metadata_service_version: "2" },
  });
});

test("Its volume is encrypted with the tenant's key, and it works with the tenant's role.", () => {
  expect(notebook.kms_key_id).toMatch(/^arn:aws:kms:/);
  expect(notebook.role_arn).toBe(tenant.execRole.arn);
});

test("It has itself stopped after the time in the file.", () => {
  const { on_start: script, name } = onlyResource(stack, "aws_sagemaker_notebook_instance_lifecycle_configuration");

  expect(Buffer.from(script as string, "base64").toString()).toBe(idleStopScript(45));
  expect(name).toBe("mlp-dev-acme--research");
  expect(notebook.lifecycle_config_name).toBe(`\${${addressOf(stack, "notebook-research/start")}.name}`);
});

test("It is made when the role's policies are there: without them it could not stop itself, nor start with the key.", () => {
  expect(allBefore(stack, addressOf(stack, "notebook-research/instance"))).toContain(addressOf(stack, "ready"));
});

test("Its volume is protected against deletion until the tenant retires.", () => {
  expect(notebook).toMatchObject({ lifecycle: { prevent_destroy: true } });
  expect(onlyResource(stackOf({ retiring: true }), "aws_sagemaker_notebook_instance")).toMatchObject({
    lifecycle: { prevent_destroy: false },
  });
});

test("Without a subnet SageMaker would put it into a network of its own: the synthesis stops.", () => {
  expect(() => stackOf({ environment: { ...ENVIRONMENT, subnetIds: [] } })).toThrow(
    'the notebook "research" has no subnet to stand in',
  );
});
