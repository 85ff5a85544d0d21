/** An IPv4 range in CIDR form, such as 10.20.8.0/24. */
export interface Cidr {
  /** The first address, as an unsigned 32-bit integer. */
  readonly first: number;
  /** How many leading bits are fixed, 0 to 32. */
  readonly prefixLength: number;
}

const FORM = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/**
 * Reads an IPv4 range such as "10.20.8.0/24".
 *
 * @returns the range, or a sentence that says what is wrong and what to write instead: another form, an octet over 255,
 * a leading zero (some tools read it as octal), a prefix over 32, or host bits that are set.
 */
export function parseCidr(text: string): Cidr | string {
  const match = FORM.exec(text);
  if (match === null) return 'is not an IPv4 range; use one such as "10.20.8.0/24"';
  const parts = match.slice(1);
  const octets = parts.slice(0, 4).map(Number);
  const prefixLength = Number(parts[4]);
  if (octets.some((octet) => octet > 255)) return "has a number over 255 in its address; use 0 to 255";
  if (parts.some((part) => part.length > 1 && part.startsWith("0"))) return "has a leading zero; leave it out";
  if (prefixLength > 32) return "has a prefix over /32; use a smaller number";
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const first = address - (address % size({ first: address, prefixLength }));
  if (first !== address) {
    return `has host bits set; use "${formatCidr({ first, prefixLength })}", the range that holds this address`;
  }
  return { first, prefixLength };
}

/** Reads an IPv4 range that is known to be well formed. Throws for any other text. */
export function cidr(text: string): Cidr {
  const range = parseCidr(text);
  if (typeof range === "string") throw new Error(`"${text}" ${range}`);
  return range;
}

/** The range as text, as in "10.20.8.0/24". */
export function formatCidr({ first, prefixLength }: Cidr): string {
  return `${[24, 16, 8, 0].map((shift) => (first >>> shift) & 255).join(".")}/${prefixLength}`;
}

/** How many addresses the range has. */
export function size({ prefixLength }: Cidr): number {
  return 2 ** (32 - prefixLength);
}

/** Whether every address of `inner` is in `outer`. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return inner.first >= outer.first && inner.first + size(inner) <= outer.first + size(outer);
}

/** Whether the two ranges have an address in common. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return contains(a, b) || contains(b, a);
}

/**
 * The range of the given prefix that begins `offset` addresses after the first address of `parent`.
 * Throws when that range is not aligned to its own size or not inside the parent: a mistake in a table of subnets.
 */
export function subnetAt(parent: Cidr, offset: number, prefixLength: number): Cidr {
  const subnet = { first: parent.first + offset, prefixLength };
  if (subnet.first % size(subnet) !== 0 || !contains(parent, subnet)) {
    throw new Error(`no /${prefixLength} begins ${offset} addresses into ${formatCidr(parent)}`);
  }
  return subnet;
}
