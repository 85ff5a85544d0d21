import { awsTenantOf } from "../support/aws-stack";

test("Each user of Studio has a profile and a space of the tenant's.", () => {
  expect(awsTenantOf({ aws: { studio: { users: ["ada", "grace"] } } }).studio).toEqual({
    domain: "mlp-dev-acme--studio",
    users: [
      { key: "ada", profile: "mlp-dev-acme--ada", space: "mlp-dev-acme--ada" },
      { key: "grace", profile: "mlp-dev-acme--grace", space: "mlp-dev-acme--grace" },
    ],
  });
});

test("A tenant without Studio in its file has no domain.", () => {
  expect(awsTenantOf()).not.toHaveProperty("studio");
});
