import { principalsOf } from "../../lib/blueprint/principal";

test("a group is a principal of type Group", () => {
  expect(principalsOf([{ group: "g" }])).toEqual([{ objectId: "g", type: "Group" }]);
});

test("a service principal is a principal of type ServicePrincipal, so that Azure need not look it up", () => {
  expect(principalsOf([{ servicePrincipal: "s" }])).toEqual([{ objectId: "s", type: "ServicePrincipal" }]);
});

test("principals keep their order", () => {
  expect(principalsOf([{ group: "b" }, { servicePrincipal: "a" }]).map(({ objectId }) => objectId)).toEqual(["b", "a"]);
});

test("a list without entries has no principals", () => {
  expect(principalsOf([])).toEqual([]);
});
