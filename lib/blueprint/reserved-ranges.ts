import { type Cidr, cidr } from "../config/cidr";

/** A range that no network of the platform may touch. */
export interface ReservedRange {
  readonly range: Cidr;
  /** The range as text. */
  readonly text: string;
  /** Why, so that it reads on after "which is reserved:". */
  readonly why: string;
}

function reserved(ranges: readonly { range: string; why: string }[]): readonly ReservedRange[] {
  return ranges.map(({ range, why }) => ({ range: cidr(range), text: range, why }));
}

/** Ranges with a meaning of their own on every network (RFC 6890, "Special-Purpose IP Address Registries"). */
const EVERYWHERE = [
  { range: "0.0.0.0/8", why: "it means this host" },
  { range: "127.0.0.0/8", why: "it is the loopback range" },
  { range: "224.0.0.0/4", why: "it is the multicast range" },
  { range: "240.0.0.0/4", why: "it is reserved, with the broadcast address" },
];

/**
 * Azure's. Sources: Learn, "Azure Virtual Network FAQ" (ranges that cannot be added) and "Secure an Azure Machine Learning
 * workspace with virtual networks" (Docker).
 */
export const RESERVED_RANGES = reserved([
  ...EVERYWHERE,
  { range: "168.63.129.16/32", why: "Azure's own DNS and health probes come from it" },
  { range: "169.254.0.0/16", why: "it is the link-local range, with Azure's instance metadata" },
  { range: "172.17.0.0/16", why: "Docker's bridge on Azure Machine Learning compute uses it" },
]);

/**
 * AWS's. Sources: VPC User Guide, "VPC CIDR blocks" (Docker) and "Amazon DNS server" (link-local).
 */
export const AWS_RESERVED_RANGES = reserved([
  ...EVERYWHERE,
  { range: "169.254.0.0/16", why: "it is the link-local range, with AWS's instance metadata and DNS" },
  { range: "172.17.0.0/16", why: "Docker's bridge on SageMaker's instances uses it" },
]);
