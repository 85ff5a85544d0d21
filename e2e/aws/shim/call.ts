/** A JSON object of a request or an answer. */
export type Json = Readonly<Record<string, unknown>>;

/** A request to AWS, as far as a remedy has to know it. */
export interface Call {
  /** The service in the request's signature, as in `sagemaker`. */
  readonly service: string;
  /** The operation, as in `CreateDomain`; of S3 the method and the subresource, as in `PUT lifecycle`. */
  readonly operation: string;
  /** The account that it is about, in 12 digits. */
  readonly account: string;
  /** The region in the request's signature; empty when it is not signed. */
  readonly region: string;
  /** The path of the request; of S3 it begins with the bucket. */
  readonly path: string;
  /** The parameters of the request; of S3 a body that is JSON, such as a policy. */
  readonly input: Json;
}

/** How a service writes its answers. */
export type Protocol = "json" | "query" | "rest";

/** What a request's signature says. moto does not check it, and neither does the shim. */
export interface Signature {
  /** The id of the access key that signed it, by which the account is known. */
  readonly accessKey: string;
  /** The region, as in `eu-central-1`. */
  readonly region: string;
  /** The service, as in `sagemaker`. */
  readonly service: string;
}

/** A request as it comes in. */
export interface RawRequest {
  /** The method, as in `POST`. */
  readonly method: string;
  /** The path and the query, as in `/bucket?lifecycle`. */
  readonly url: string;
  /** The headers, by their names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body as it was sent; empty when there is none. */
  readonly body: Buffer;
}

const CREDENTIAL = /Credential=(?<accessKey>[^/]+)\/\d+\/(?<region>[^/]+)\/(?<service>[^/]+)\//;

/** Reads the signature of a request. Undefined when it is not signed. */
export function signatureOf({ headers }: Pick<RawRequest, "headers">): Signature | undefined {
  const groups = CREDENTIAL.exec(text(headers.authorization))?.groups;
  return groups as Signature | undefined;
}

/** How the service of a request speaks. */
export function protocolOf({ headers }: Pick<RawRequest, "headers">): Protocol {
  if (text(headers["x-amz-target"]) !== "") return "json";
  return text(headers["content-type"]).includes("x-www-form-urlencoded") ? "query" : "rest";
}

/** The operation of a request, and its parameters. */
export function operationOf(request: RawRequest): Pick<Call, "operation" | "path" | "input"> {
  const [path = "/", query = ""] = request.url.split("?");
  switch (protocolOf(request)) {
    case "json": {
      const operation = text(request.headers["x-amz-target"]).split(".").at(-1) ?? "";
      return { operation, path, input: jsonOf(request.body) };
    }
    case "query": {
      const input = Object.fromEntries(new URLSearchParams(request.body.toString("utf8")));
      return { operation: input.Action ?? "", path, input };
    }
    case "rest": {
      const [subresource = ""] = [...new URLSearchParams(query).keys()].filter((key) => key !== "x-id");
      return { operation: `${request.method} ${subresource}`.trim(), path, input: jsonOf(request.body) };
    }
  }
}

/** A parameter that is text; empty when it is absent. */
export function textOf(input: Json, name: string): string {
  return text(input[name]);
}

/** The ARN of a resource in the account and region of a call. */
export function arnOf({ account, region, service }: Call, resource: string): string {
  return `arn:${partitionOf(region)}:${service}:${region}:${account}:${resource}`;
}

/** The JSON object that a body holds; empty when it holds none. */
export function jsonOf(body: Buffer): Json {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null ? (value as Json) : {};
  } catch {
    return {};
  }
}

function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
