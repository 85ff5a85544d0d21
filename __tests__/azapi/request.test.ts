import { AzapiResource } from "../../lib/azapi/resource";
import { TerraformOutput } from "../../lib/terraform/cdktf";
import { acmeStack, synthesized } from "./synthesized";

function output(path: string, responseExportValues?: string[]): unknown {
  const stack = acmeStack();
  const resource = new AzapiResource(stack, "endpoint", {
    type: "A/b@1",
    name: "n",
    parentId: "/p",
    body: {},
    ...(responseExportValues && { responseExportValues }),
  });
  new TerraformOutput(stack, "value", { value: resource.output(path) });
  const { output: outputs } = synthesized(stack) as unknown as { output: { value: { value: unknown } } };
  return outputs.value.value;
}

test("an output is an interpolation of the response", () => {
  expect(output("properties.scoringUri", ["properties.scoringUri"])).toBe(
    "${azapi_resource.endpoint.output.properties.scoringUri}",
  );
});

test("everything below an exported path can be read", () => {
  expect(output("properties.scoringUri", ["properties"])).toBe(
    "${azapi_resource.endpoint.output.properties.scoringUri}",
  );
});

test("every path can be read if the whole response is exported", () => {
  expect(output("properties.scoringUri", ["*"])).toContain("scoringUri");
});

test("every path can be read if the provider chooses what it exports", () => {
  expect(output("properties.scoringUri")).toContain("scoringUri");
});

test.each(["properties.swaggerUri", "properties.scoringUriOld", "properties"])(
  "the output %s is refused because it is not exported",
  (path) => {
    expect(() => output(path, ["properties.scoringUri"])).toThrow(
      `acme/endpoint: the output "${path}" is not exported; responseExportValues has properties.scoringUri`,
    );
  },
);
