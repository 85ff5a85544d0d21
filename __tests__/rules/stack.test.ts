import { Stack } from "../../lib/rules/stack";

const stackOf = (resource: unknown) => new Stack("example", { resource });

describe("The resources of a stack", () => {
  test.each([
    ["maps", { aws_vpc: { a: { cidr_block: "x" } } }],
    ["lists of maps", [{ aws_vpc: [{ a: [{ cidr_block: "x" }] }] }]],
  ])("are found in %s, both of which Terraform reads.", (_, resource) => {
    expect(stackOf(resource).resources("aws_vpc")).toMatchObject([
      { address: "aws_vpc.a", content: { cidr_block: "x" } },
    ]);
  });

  test.each([undefined, null, 1, "x", [], [1], { aws_vpc: null }, { aws_vpc: { a: "x" } }, { aws_vpc: [[]] }])(
    "are none in %j.",
    (resource) => {
      expect(stackOf(resource).all).toEqual([]);
    },
  );

  test("of azapi are found by their ARM type, whatever its case and version.", () => {
    const stack = stackOf({ azapi_resource: { a: { type: "microsoft.network/VirtualNetworks@2024-05-01" } } });

    expect(stack.resources("Microsoft.Network/virtualNetworks")).toHaveLength(1);
  });

  test("of azapi have a body, also if it stands as text.", () => {
    const stack = stackOf({ azapi_resource: { a: { type: "A.B/c@1", body: '{"properties":{"x":1}}' } } });

    expect(stack.resources("A.B/c")[0]?.content.body).toEqual({ properties: { x: 1 } });
  });

  test.each([
    ["azapi_resource", undefined, false],
    ["azapi_update_resource", undefined, true],
    ["azapi_resource_action", "POST", true],
    ["azapi_resource_action", "PUT", false],
  ])("of the type %s with the method %s are partial: %s.", (type, method, partial) => {
    const stack = stackOf({ [type]: { a: { type: "A.B/c@1", method } } });

    expect(stack.resources("A.B/c")).toMatchObject([{ partial }]);
  });

  test("come with ephemeral ones, modules and the providers that are required.", () => {
    const stack = new Stack("example", {
      ephemeral: { azurerm_key_vault_secret: { a: {} } },
      module: { m: { source: "./m" } },
      terraform: { required_providers: { aws: { source: "aws" } } },
    });

    expect(stack.all.map(({ address }) => address)).toEqual([
      "ephemeral.azurerm_key_vault_secret.a",
      "module.m",
      "required_provider.aws",
    ]);
  });

  test("come with data sources, providers, backends and outputs.", () => {
    const stack = new Stack("example", {
      data: { aws_vpc: { a: {} } },
      provider: { aws: [{}, { alias: "other" }] },
      terraform: { backend: { s3: {} } },
      output: { o: {} },
    });

    expect(stack.all.map(({ address }) => address)).toEqual([
      "data.aws_vpc.a",
      "provider.aws",
      "provider.aws.other",
      "backend.s3",
      "output.o",
    ]);
  });
});

describe("A value names a resource", () => {
  const stack = stackOf({
    aws_s3_bucket: { a: { bucket: "data" }, b: { bucket: "logs" } },
    aws_s3_bucket_versioning: { v: { bucket: "${aws_s3_bucket.a.bucket}" }, loop: { bucket: "${self}" } },
  });
  const [bucket] = stack.resources("aws_s3_bucket");
  const names = (value: unknown) => {
    const isNamed = bucket !== undefined && stack.names(value, bucket);
    // Both ways to ask give one answer.
    expect(stack.namedBy(value).some((resource) => resource === bucket)).toBe(isNamed);
    return isNamed;
  };

  test.each([
    ["a reference", "${aws_s3_bucket.a.id}"],
    ["a reference with something behind it", "${aws_s3_bucket.a.arn}/*"],
    ["an argument of another resource that passes it on", "${aws_s3_bucket_versioning.v.bucket}"],
    ["its own name", "data"],
    ["an id that ends in its name", "/subscriptions/1/storage/DATA"],
  ])("if it is %s.", (_, value) => {
    expect(names(value)).toBe(true);
  });

  test.each([
    ["another resource", "${aws_s3_bucket.b.id}"],
    ["nothing that is there", "${aws_s3_bucket.c.id}"],
    ["another argument of what passes it on", "${aws_s3_bucket_versioning.v.id}"],
    ["a name that ends alike", "more-data"],
    ["a name that is longer", "data2"],
    ["no text", 1],
  ])("but not if it names %s.", (_, value) => {
    expect(names(value)).toBe(false);
  });
});

test("Resources that pass a name on in a circle name each other, and the search ends.", () => {
  const circle = stackOf({ t: { a: { name: "${t.b.name}" }, b: { name: "${t.a.name}" } } });

  expect(circle.namedBy("${t.a.name}").map(({ id }) => id)).toEqual(["a", "b"]);
});

describe("A resource depends on another one", () => {
  const stack = stackOf({
    t: {
      a: {},
      b: { depends_on: ["t.a"] },
      c: { block: [{ argument: "x${t.b.id}y" }] },
      d: { depends_on: ["t.d", "t.missing"] },
    },
  });
  const dependsOn = (from: string, to: string) => {
    const [one, other] = [stack.find(`t.${from}`), stack.find(`t.${to}`)];
    return one !== undefined && other !== undefined && stack.dependsOn(one, other);
  };

  test.each([
    ["b", "a", "by depends_on"],
    ["c", "b", "by a reference within a block"],
    ["c", "a", "by what stands between them"],
  ])("%s on %s, %s.", (from, to) => {
    expect(dependsOn(from, to)).toBe(true);
  });

  test("a does not depend on c, which depends on it.", () => {
    expect(dependsOn("a", "c")).toBe(false);
  });

  test("Circles and addresses of nothing end the search.", () => {
    expect(dependsOn("d", "a")).toBe(false);
  });
});
