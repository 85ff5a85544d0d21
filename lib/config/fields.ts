import { parseCidr } from "./cidr";
import { checkedText, text } from "./text-form";

/** Lower-case letters and digits with single hyphens between them, beginning with a letter: an id of the project's own. */
export function identifier({ min, max }: { min?: number; max: number }) {
  return text({
    what: "a name of lower-case letters, digits and single hyphens that begins with a letter",
    use: 'one such as "churn" or "acme-eu"',
    pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    max,
    ...(min === undefined ? {} : { min }),
    mend: (value) =>
      value
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, ""),
  });
}

/** One line of plain text for people, 1 to 256 characters (the limit of an Azure tag's value). */
export function line() {
  return text({
    what: "one line of text",
    use: "text on one line that neither begins nor ends with a space",
    pattern: /^\S(.*\S)?$/u,
    max: 256,
    mend: (value) => value.trim().replace(/\s+/g, " "),
  });
}

const NIL_GUID = "00000000-0000-0000-0000-000000000000";

/** An id of Azure or Microsoft Entra: a GUID in lower case, and not the nil GUID. */
export function guid() {
  return text({
    what: "a GUID",
    use: 'one such as "3f0c5a1e-8f5e-4a63-9a57-0d4c2b1e7f60"',
    pattern: /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/,
    mend: (value) => value.toLowerCase().replace(/^\{(.*)\}$/, "$1"),
  }).refine((value) => value !== NIL_GUID, { error: `"${NIL_GUID}" is the nil GUID; use the real one` });
}

/** An e-mail address. */
export function email() {
  return text({
    what: "an e-mail address",
    use: 'one such as "ml@acme.example"',
    pattern: /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/u,
    max: 254,
    mend: (value) => /<([^<>]*)>/.exec(value)?.[1] ?? value,
  });
}

/** An Azure region in its short form, such as westeurope. */
export function location() {
  return text({
    what: "the short name of an Azure region",
    use: 'one such as "westeurope"',
    pattern: /^[a-z]+[a-z0-9]*$/,
    max: 40,
    mend: (value) => value.toLowerCase().replace(/\s/g, ""),
  });
}

/** The name of an Azure resource group. */
export function resourceGroup() {
  return text({
    what: "the name of a resource group",
    use: "letters, digits and any of _ . ( ) -, but no dot at the end",
    pattern: /^[\w.()-]{0,89}[\w()-]$/,
    max: 90,
  });
}

/** An IPv4 range in CIDR form whose prefix is within the given bounds. */
export function addressRange({ shortest, longest }: { shortest: number; longest: number }) {
  return checkedText((value) => {
    const range = parseCidr(value);
    if (typeof range === "string") return range;
    if (range.prefixLength < shortest) return `is too large; use a range from /${shortest} to /${longest}`;
    if (range.prefixLength > longest) return `is too small; use a range from /${shortest} to /${longest}`;
    return undefined;
  }).meta({ pattern: String.raw`^\d{1,3}(\.\d{1,3}){3}/\d{1,2}$` });
}
