import { platform, tenant } from "../support/files";
import { synthStack } from "../support/synth";

test("The hub knows no tenant.", () => {
  expect(synthStack("hub", platform(), [tenant("acme")])).toEqual(synthStack("hub", platform()));
});

test("The hub reads nothing: no data source, no remote state.", () => {
  expect(synthStack("hub", platform())).not.toHaveProperty("data");
});
