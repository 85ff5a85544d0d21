import { parseCidr } from "../../../config/cidr";
import { each } from "../../list-expectation";
import { passing } from "../../text-expectation";

/** IPv4 ranges; plans take any text for one. */
export const IPV4_RANGES = each(
  passing(problemOf, "must be an IPv4 range without host bits", { right: "10.20.0.0/24", wrong: "10.20.0.1/24" }),
);

/** IPv4 addresses. */
export const IPV4_ADDRESSES = each(
  passing((text) => problemOf(`${text}/32`), "must be an IPv4 address", { right: "10.20.0.4", wrong: "x" }),
);

function problemOf(text: string): string | undefined {
  const range = parseCidr(text);
  return typeof range === "string" ? range : undefined;
}
