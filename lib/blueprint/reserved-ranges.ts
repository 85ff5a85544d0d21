import { cidr } from "../config/cidr";

/** Ranges that no network of the platform may touch, and why. */
export const RESERVED_RANGES = [
  { range: "0.0.0.0/8", why: "it means this host" },
  { range: "127.0.0.0/8", why: "it is the loopback range" },
  { range: "168.63.129.16/32", why: "Azure's own DNS and health probes come from it" },
  { range: "169.254.0.0/16", why: "it is the link-local range, with Azure's instance metadata" },
  { range: "172.17.0.0/16", why: "Docker's bridge on Azure Machine Learning compute uses it" },
  { range: "224.0.0.0/4", why: "it is the multicast range" },
  { range: "240.0.0.0/4", why: "it is reserved, with the broadcast address" },
].map(({ range, why }) => ({ range: cidr(range), text: range, why }));
// Sources: Learn, "Azure Virtual Network FAQ" (ranges that cannot be added) and "Secure an Azure Machine Learning
// workspace with virtual networks" (Docker).
