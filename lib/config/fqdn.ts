import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { nonAscii } from "./problem";

/** The longest host name that DNS takes. */
const LONGEST_HOST = 253;
const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$/;
const STORAGE_HOST = /\.(blob|dfs|file|queue|table|web)\.core\.windows\.net$/;

/** The form of the destination of an FQDN rule, for editors. */
export const FQDN_PATTERN = HOST.source;

/**
 * What is wrong with the destination of an FQDN rule, a host or `*.domain`; undefined if nothing is. Storage is refused:
 * an account anywhere takes data out of the network, and a private endpoint reaches one account alone.
 */
export function fqdnProblem(host: string): string | undefined {
  if (isHost(host)) return storageProblem(host);
  if (host === "") return 'is empty; use a host such as "pypi.org", or "*.pypi.org"';
  if (/^[*.]+$/.test(host)) return 'allows every host; use one host, or a domain such as "*.pypi.org"';

  const odd = nonAscii(host);
  if (odd !== undefined) {
    const ascii = domainToASCII(host);
    return isHost(ascii) ? `${odd}; if it is meant, use "${ascii}"` : `${odd}; use ASCII letters`;
  }
  const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.exec(host);
  const alone = host
    .slice(isUrl?.[0].length ?? 0)
    .replace(/[/?#:].*$/s, "")
    .toLowerCase();
  if (isUrl !== null) return `is a URL; ${useHost(alone)}`;
  if (isIP(host.replace(/^\[|\]$|\/\d+$/g, "")) !== 0) return "is an IP address; use the name of its host";
  if (alone !== host.toLowerCase()) return `has a port or a path; ${useHost(alone)}`;
  for (const [wrong, mended] of [
    ["has spaces around it", host.trim()],
    ["has upper-case letters", host.toLowerCase()],
    ["ends in a dot", host.replace(/\.$/, "")],
  ] as const) {
    if (mended !== host && isHost(mended)) return `${wrong}; use "${mended}"`;
  }
  if (host.includes("_")) return "has an underscore, which no host name has; check its spelling";
  if (/^\*\.[a-z]+$/.test(host)) return "allows every host of a top-level domain; use a domain below it";
  if (host.lastIndexOf("*") > 0) return 'has a "*" that is not its first label; use one host, or "*." before a domain';
  if (host.length > LONGEST_HOST) return `has ${host.length} characters; use ${LONGEST_HOST} at most`;
  return 'is not a host name; use one such as "pypi.org", or "*.pypi.org"';
}

function isHost(text: string): boolean {
  return text.length <= LONGEST_HOST && HOST.test(text);
}

function useHost(host: string): string {
  return isHost(host) ? `use the host alone: "${host}"` : "use the host alone";
}

function storageProblem(host: string): string | undefined {
  const isStorage = STORAGE_HOST.test(host);
  if (host.startsWith("*.") && (isStorage || "any.blob.core.windows.net".endsWith(host.slice(1)))) {
    return "reaches everybody's storage accounts; use a privateEndpoint rule to the one that is needed";
  }
  return isStorage ? "is a storage host; use a privateEndpoint rule, which reaches that account alone" : undefined;
}
