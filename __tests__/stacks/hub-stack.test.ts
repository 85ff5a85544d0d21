import { platform, tenant, WHOLE_HUB } from "../support/files";
import { addresses, synthStack } from "../support/synth";

test("The hub knows no tenant.", () => {
  expect(synthStack("hub", platform(), [tenant("acme")])).toEqual(synthStack("hub", platform()));
});

test("The hub reads nothing: no data source, no remote state.", () => {
  expect(synthStack("hub", platform({ azure: { hub: WHOLE_HUB } }))).not.toHaveProperty("data");
});

test("A hub of a range alone has neither Bastion nor a machine, and no public address.", () => {
  const types = Object.keys(synthStack("hub", platform()).resource);
  expect(types.filter((type) => /bastion|virtual_machine|public_ip|nat_gateway/.test(type))).toEqual([]);
});

test("What is added to a hub later moves nothing that it has.", () => {
  const whole = synthStack("hub", platform({ azure: { hub: WHOLE_HUB } }));
  expect(addresses(whole)).toEqual(expect.arrayContaining(addresses(synthStack("hub", platform()))));
});
