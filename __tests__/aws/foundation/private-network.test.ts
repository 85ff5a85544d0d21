import { addressOf } from "../../support/references";
import { onlyResource, resourcesByPath, resourcesOf, synthStack } from "../../support/synth";
import { awsPlatform } from "../../support/files";

const foundation = (changes: object = {}) =>
  synthStack("aws-foundation", awsPlatform({ aws: { foundation: { addressSpace: "10.40.0.0/20", ...changes } } }));

describe("the private network", () => {
  const stack = foundation();

  test("leads nowhere: no gateway, no route, no address of the internet", () => {
    const types = Object.keys(stack.resource);

    expect(types.filter((type) => /gateway|^aws_route$|peering|transit|eip|nat/.test(type))).toEqual([]);
    expect(JSON.stringify(stack.resource)).not.toMatch(/0\.0\.0\.0\/0|::\/0/);
    expect(Object.keys(onlyResource(stack, "aws_route_table"))).not.toContain("route");
  });

  test("resolves the private names of interface endpoints", () => {
    expect(onlyResource(stack, "aws_vpc")).toMatchObject({ enable_dns_support: true, enable_dns_hostnames: true });
  });

  test("gives each zone a quarter of its range, and no machine in it a public address", () => {
    const subnets = Object.values(resourcesOf(stack, "aws_subnet"));

    expect(subnets.map(({ availability_zone: zone, cidr_block: range }) => [zone, range])).toEqual([
      ["eu-central-1a", "10.40.0.0/22"],
      ["eu-central-1b", "10.40.4.0/22"],
    ]);
    expect(subnets.map(({ map_public_ip_on_launch: open }) => open)).toEqual([false, false]);
  });

  test("keeps its subnets when a zone is added behind the others", () => {
    const more = foundation({ availabilityZones: ["eu-central-1a", "eu-central-1b", "eu-central-1c"] });

    expect(resourcesByPath(more, "aws_subnet")).toMatchObject(resourcesByPath(stack, "aws_subnet"));
  });

  test("has one route table, which every subnet uses and the endpoint of S3 writes to", () => {
    const routes = `\${${addressOf(stack, "foundation/network/routes")}.id}`;
    const associations = Object.values(resourcesOf(stack, "aws_route_table_association"));
    const endpoint = resourcesByPath(stack, "aws_vpc_endpoint")["foundation/s3-endpoint"];

    expect(associations.map(({ route_table_id: id }) => id)).toEqual([routes, routes]);
    expect(endpoint).toMatchObject({ vpc_endpoint_type: "Gateway", route_table_ids: [routes] });
  });

  test("closes the security group that AWS puts everything into that has no other", () => {
    const { ingress, egress } = onlyResource(stack, "aws_default_security_group");

    expect([ingress, egress]).toEqual([undefined, undefined]);
  });
});
