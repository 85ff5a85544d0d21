import { made } from "../../../../e2e/azure/stand-in/computed";
import type { Attribute, ValueType } from "../../../../e2e/azure/stand-in/schema";
import { dynamic, type Values } from "../../../../e2e/azure/stand-in/values";

const settings = { subscriptionId: "s", tenantId: "t" };
const attribute = (name: string, type: ValueType = "string"): Attribute => ({
  name,
  type,
  required: false,
  optional: false,
  computed: true,
});
const madeOf = (type: string, name: string, values: Values = {}, valueType?: ValueType) =>
  made({ type, identity: { id: "/things/one" }, settings, values }, attribute(name, valueType));

describe("a computed attribute", () => {
  test("is the id, the tenant's id, or a GUID that is always the same for the resource.", () => {
    expect(madeOf("x", "id")).toBe("/things/one");
    expect(madeOf("x", "tenant_id")).toBe("t");
    expect(madeOf("x", "principal_id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(madeOf("x", "principal_id")).toBe(madeOf("x", "principal_id"));
    expect(madeOf("x", "principal_id")).not.toBe(madeOf("x", "client_id"));
  });

  test("of an application is the GUID in its id.", () => {
    expect(madeOf("azuread_application", "object_id")).toBe("one");
  });

  test("of which nothing is known says that it is made up.", () => {
    expect(madeOf("x", "primary_location")).toBe("stand-in:primary_location");
  });

  test.each<{ type: ValueType; value: unknown }>([
    { type: "number", value: 0 },
    { type: "bool", value: false },
    { type: ["list", "string"], value: [] },
    { type: ["map", "string"], value: {} },
  ])("has the type that it must have: $type.", ({ type, value }) => {
    expect(madeOf("x", "anything", {}, type)).toEqual(value);
  });
});

describe("what azapi keeps of an answer", () => {
  test("is what the arguments export.", () => {
    const values = {
      name: "churn",
      location: "northeurope",
      response_export_values: dynamic(["properties.scoringUri", "properties.a"]),
    };

    expect(madeOf("azapi_resource", "output", values, "dynamic")).toEqual(
      dynamic({
        properties: {
          scoringUri: "https://churn.northeurope.inference.ml.azure.com/score",
          a: "stand-in:properties.a",
        },
      }),
    );
  });

  test("is nothing when they export nothing: who reads it then gets an error.", () => {
    expect(madeOf("azapi_resource", "output", {}, "dynamic")).toEqual(dynamic({}));
  });
});
