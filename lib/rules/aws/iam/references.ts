/**
 * The most characters of what stands in the place of a reference, by the end of its name. ARNs are counted with the longest
 * partition and region; ids are those that AWS gives.
 */
const LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/^aws_kms_key\.[\w-]+\.arn$/, 87],
  [/^aws_kms_key\.[\w-]+\.(key_id|id)$/, 36],
  [/^aws_iam_(role|policy)\.[\w-]+\.arn$/, 150],
  [/^aws_sagemaker_domain\.[\w-]+\.id$/, 14],
  [/^aws_security_group\.[\w-]+\.id$/, 20],
  [/^aws_subnet\.[\w-]+\.id$/, 24],
  [/^aws_vpc\.[\w-]+\.id$/, 21],
  [/^aws_vpc_endpoint\.[\w-]+\.id$/, 22],
  [/^aws_vpc_endpoint\.[\w-]+\.prefix_list_id$/, 20],
];

/** The same for what the foundation publishes, by the last parts of the parameter's name. */
const PARAMETER_LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/\/vpc-id$/, 21],
  [/\/subnet-id\/[^/]+$/, 24],
  [/\/endpoint-security-group-id$/, 20],
  [/\/s3-prefix-list-id$/, 20],
  [/\/s3-endpoint-id$/, 22],
];

/** The most characters of any other reference. */
const OTHER = 90;

/** A reference of Terraform, as in "${aws_kms_key.x.arn}"; not a variable of IAM, which Terraform writes with "$$". */
const REFERENCE = /(?<!\$)\$\{((?![\w.-]+:)[^{}*?$][^{}]*)\}/g;

/** A variable of IAM as JSON of Terraform has to write it, and as it must not. */
const ESCAPED_VARIABLE = /\$\$\{/g;
const BARE_VARIABLE = /(?<!\$)\$\{[\w.-]+:[^{}]*\}/g;

/** Reads a policy that stands in JSON of Terraform. Undefined when it is no JSON. */
export function parsePolicy(text: string): unknown {
  const policy = parseJson(text.replaceAll(ESCAPED_VARIABLE, "${"));
  if (policy !== undefined) return policy;
  // A reference may hold quotes, as in data.x["a"], which are none of the JSON around it.
  const quoted = text.replaceAll(REFERENCE, (reference) => reference.replaceAll(/(?<!\\)"/g, String.raw`\"`));
  return parseJson(quoted.replaceAll(ESCAPED_VARIABLE, "${"));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Variables of IAM that Terraform would take for expressions of its own. */
export function bareVariables(text: string): string[] {
  return text.includes("${") ? [...new Set(text.match(BARE_VARIABLE))] : [];
}

/**
 * A policy with the longest text that may stand in the place of each reference, as many characters as IAM will count.
 *
 * @param parameterName the name of the SSM parameter that a data source reads, by the data source's id
 */
export function longest(text: string, parameterName: (id: string) => string | undefined): string {
  if (!text.includes("${")) return text;
  return text
    .replaceAll(REFERENCE, (_, inner: string) => "x".repeat(lengthOf(inner.trim(), parameterName)))
    .replaceAll(ESCAPED_VARIABLE, "${");
}

function lengthOf(reference: string, parameterName: (id: string) => string | undefined): number {
  const parameter = /^data\.aws_ssm_parameter\.([\w-]+)\.(?:insecure_)?value$/.exec(reference)?.[1];
  const name = parameter === undefined ? undefined : parameterName(parameter);
  const table = name === undefined ? LENGTHS : PARAMETER_LENGTHS;
  return table.find(([form]) => form.test(name ?? reference))?.[1] ?? OTHER;
}
