import { OWN_TAGS, platformTags, TAG_RULES, tenantTags } from "../../lib/blueprint/tags";
import { tenant } from "../support/files";
import { platformConfig, tenantConfig } from "./configs";

const acme = tenantConfig(tenant("acme"));

test("the platform's tags say which platform and instance it is, and that terraform made it", () => {
  expect(platformTags(platformConfig())).toEqual({ platform: "mlp", instance: "dev", managedBy: "terraform" });
});

test("the platform's own tags are on the platform's resources", () => {
  expect(platformTags(platformConfig({ tags: { businessUnit: "research" } }))).toMatchObject({
    businessUnit: "research",
  });
});

test("a tenant's tags say whose it is and where the cost goes, beside those of the platform", () => {
  expect(tenantTags(platformConfig({ tags: { businessUnit: "research" } }), acme)).toEqual({
    businessUnit: "research",
    platform: "mlp",
    instance: "dev",
    managedBy: "terraform",
    tenant: "acme",
    owner: "ml@acme.example",
    costCenter: "4711",
  });
});

test("a tag that the project sets cannot be set to another value", () => {
  const spoof = Object.fromEntries(OWN_TAGS.map((name) => [name, "spoofed"]));

  expect(Object.values(tenantTags(platformConfig({ tags: spoof }), acme))).not.toContain("spoofed");
});

test("the tags that the project sets are those that are listed", () => {
  expect(Object.keys(tenantTags(platformConfig(), acme)).sort()).toEqual([...OWN_TAGS].sort());
});

/** Learn, "Use tags to organize your Azure resources": private DNS zones take 15. IAM User Guide, "Tags for IAM resources": 50. */
test("as many tags are allowed as the tightest resource of a cloud takes", () => {
  expect([TAG_RULES.azure.most, TAG_RULES.aws.most]).toEqual([15, 50]);
});

test.each(Object.entries(TAG_RULES))("the names of the project's own tags are names that %s takes", (_, { name }) => {
  expect(OWN_TAGS.filter((own) => !name.test(own))).toEqual([]);
});
