import { selectedTenants, UsageError } from "../../lib/cli/selection";

const known = ["acme", "acme-eu", "globex"];

test.each([undefined, "", " ", ",", " , "])("Nothing is selected by %j.", (selection) => {
  expect(selectedTenants(selection, known)).toBeUndefined();
});

test("One tenant is selected by its id.", () => {
  expect(selectedTenants("acme", known)).toEqual(["acme"]);
});

test("Several tenants are selected in the order of the known ones.", () => {
  expect(selectedTenants("globex,acme", known)).toEqual(["acme", "globex"]);
});

test("A tenant that is named twice is selected once.", () => {
  expect(selectedTenants("acme,acme", known)).toEqual(["acme"]);
});

test.each(["acme globex", " acme , globex,", "acme\nglobex"])(
  "Commas and spaces stand between ids, as in %j.",
  (selection) => {
    expect(selectedTenants(selection, known)).toEqual(["acme", "globex"]);
  },
);

test("An unknown tenant is an error of usage that lists the known ones.", () => {
  expect(() => selectedTenants("hooli", known)).toThrow(
    new UsageError('TENANTS: there is no tenant "hooli"; known tenants: acme, acme-eu, globex'),
  );
});

test("A misspelt tenant is told with the one that was meant.", () => {
  expect(() => selectedTenants("acme,glbex", known)).toThrow(
    'TENANTS: there is no tenant "glbex" (did you mean "globex"?); known tenants: acme, acme-eu, globex',
  );
});

test("Every unknown tenant is told.", () => {
  expect(() => selectedTenants("hooli,acme,soylent", known)).toThrow(
    'TENANTS: there is no tenant "hooli" or "soylent"; known tenants: acme, acme-eu, globex',
  );
});

test("A selection among no tenants says that there are none.", () => {
  expect(() => selectedTenants("acme", [])).toThrow('TENANTS: there is no tenant "acme"; there are no tenants at all');
});
