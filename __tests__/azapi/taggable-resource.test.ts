import { TaggableAzapiResource, type Tags } from "../../lib/azapi/taggable-resource";
import { TerraformOutput } from "../../lib/terraform/cdktf";
import { acmeStack, onlyResource, synthesized } from "./synthesized";

function taggable(tags?: Tags): TaggableAzapiResource<object> {
  return new TaggableAzapiResource(acmeStack(), "vault", { type: "A/b@1", name: "n", parentId: "/p", body: {}, tags });
}

test("tags that were set are readable as input", () => {
  expect(taggable({ tenant: "acme" }).tagsInput).toEqual({ tenant: "acme" });
});

test("a resource without tags has an undefined input, yet looks taggable", () => {
  const resource = taggable();

  expect(resource.tagsInput).toBeUndefined();
  expect("tagsInput" in resource).toBe(true);
});

test("an aspect can add a tag to those that were set", () => {
  const resource = taggable({ tenant: "acme" });

  resource.tags = { ...resource.tagsInput, instance: "dev" };

  expect(onlyResource(resource.cdktfStack, "azapi_resource").tags).toEqual({ tenant: "acme", instance: "dev" });
});

test("the keys of tags stay as they are", () => {
  const resource = taggable({ costCentre: "42" });

  expect(onlyResource(resource.cdktfStack, "azapi_resource").tags).toEqual({ costCentre: "42" });
});

test("tags read from the resource are a reference", () => {
  const resource = taggable({ tenant: "acme" });

  new TerraformOutput(resource.cdktfStack, "tags", { value: resource.tags });

  expect(synthesized(resource.cdktfStack)).toMatchObject({
    output: { tags: { value: "${azapi_resource.vault.tags}" } },
  });
});
