import { hubOf } from "./configs";

const hubWith = (egress: string) => hubOf({ azure: { hub: { addressSpace: "10.20.0.0/22", egress } } });

test("a hub has a way out only if the file says so", () => {
  expect(hubWith("nat-gateway")).toHaveProperty("natGateway");
  expect(hubWith("none")).not.toHaveProperty("natGateway");
  expect(hubOf()).not.toHaveProperty("natGateway");
});
