import { vmSize } from "../../lib/config/vm-size";
import { findings } from "./findings";

test.each(["Standard_DS3_v2", "STANDARD_DS3_V2", "standard_nc24ads_a100_v4", "Standard_E4-2s_v3", "Standard_F4"])(
  "%s is the name of a size.",
  (size) => {
    expect(findings(vmSize(), size)).toEqual([]);
  },
);

test.each<[size: string, finding: string]>([
  ["DS3_v2", '"DS3_v2" is not the name of a VM size; use "Standard_DS3_v2"'],
  ["DS3 v2", '"DS3 v2" is not the name of a VM size; use "Standard_DS3_v2"'],
  [" Standard_DS3_v2", '" Standard_DS3_v2" has spaces around it; use "Standard_DS3_v2"'],
  ["Standard_", '"Standard_" is not the name of a VM size; use one such as "Standard_DS3_v2"'],
  ["small", '"small" is not the name of a VM size; use one such as "Standard_DS3_v2"'],
  ["", '"" is empty; use one such as "Standard_DS3_v2"'],
])('"%s" is refused with the size to write.', (size, finding) => {
  expect(findings(vmSize(), size)).toEqual([finding]);
});
