import { MAX_TAGS, OWN_TAGS, platformTags, TAG_NAME, tenantTags } from "../../lib/blueprint/tags";
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

/** Learn, "Use tags to organize your Azure resources": private DNS zones take 15. */
test("as many tags are allowed as a private DNS zone takes", () => {
  expect(MAX_TAGS).toBe(15);
});

test("the names of the project's own tags are names that every resource takes", () => {
  expect(OWN_TAGS.filter((name) => !TAG_NAME.test(name))).toEqual([]);
});
