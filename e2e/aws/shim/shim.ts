import { Accounts } from "./accounts";
import {
  type Call,
  type Json,
  jsonOf,
  operationOf,
  type Protocol,
  protocolOf,
  type RawRequest,
  signatureOf,
} from "./call";
import type { Remedy } from "./gap";
import { remedyFor } from "./gaps";
import { Memory } from "./memory";

/** An answer over HTTP. */
export interface RawAnswer {
  /** The status code. */
  readonly status: number;
  /** The headers, by their names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body; empty when there is none. */
  readonly body: Buffer;
}

/** Asks moto. */
export type Upstream = (request: RawRequest) => Promise<RawAnswer>;

/** What stands between terraform and moto: fills the gaps in moto that the table `GAPS` names, and nothing else. */
export class Shim {
  private readonly memory = new Memory();
  private readonly accounts: Accounts;

  constructor(
    private readonly moto: Upstream,
    platformAccount: string,
  ) {
    this.accounts = new Accounts(platformAccount);
  }

  /** Answers a request: by itself, or with moto's answer. */
  async handle(request: RawRequest): Promise<RawAnswer> {
    const signature = signatureOf(request);
    const account = String(request.headers[ACCOUNT_HEADER] ?? this.accounts.of(signature?.accessKey));
    const { service = "", region = "" } = signature ?? {};
    const call: Call = { service, region, account, ...operationOf(request) };
    const remedy = remedyFor(call) ?? {};

    const own = remedy.answer?.(call, this.memory);
    if (own !== undefined) return jsonAnswer(own.status ?? 200, own.json);

    const answer = await this.moto(forMoto(request, call, remedy, this.memory));
    if (answer.status >= 500) return unknownToMoto(call, protocolOf(request));
    this.accounts.learn(call, answer.body.toString("utf8"));
    return this.amended(answer, call, remedy);
  }

  private amended(answer: RawAnswer, call: Call, { amend, amendXml, amendError }: Remedy): RawAnswer {
    const { status, headers, body } = answer;
    if (status === 200 && amend !== undefined) {
      return { ...answer, body: encoded(amend(jsonOf(body), call, this.memory)) };
    }
    if (status === 200 && amendXml !== undefined) {
      return { ...answer, body: Buffer.from(amendXml(body.toString("utf8"), call, this.memory)) };
    }
    if (status === 400 && amendError !== undefined) return jsonAnswer(status, amendError(jsonOf(body)), headers);
    return answer;
  }
}

/** The header by which moto lets a request say its account. */
const ACCOUNT_HEADER = "x-moto-account-id";

function forMoto(request: RawRequest, call: Call, { rewrite }: Remedy, memory: Memory): RawRequest {
  const body = rewrite === undefined ? request.body : encoded(rewrite(call, memory));
  return { ...request, body, headers: { ...request.headers, [ACCOUNT_HEADER]: call.account } };
}

/** What moto does not know, or breaks on: said so at once, for the provider repeats a 500 for minutes. */
function unknownToMoto({ service, operation }: Call, protocol: Protocol): RawAnswer {
  const code = "UnknownToMoto";
  const message = `moto cannot do ${service} ${operation}, and the shim has no remedy`;
  if (protocol === "json") return jsonAnswer(400, { __type: code, message });
  const error = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  const body = { s3: error, ec2: `<Response><Errors>${error}</Errors></Response>` }[service];
  return {
    status: 400,
    headers: { "content-type": "text/xml" },
    body: Buffer.from(body ?? `<ErrorResponse>${error}</ErrorResponse>`),
  };
}

function jsonAnswer(status: number, json: Json, headers: RawAnswer["headers"] = {}): RawAnswer {
  const type = status === 200 ? {} : { "x-amzn-errortype": String(json.__type) };
  return {
    status,
    headers: { ...headers, "content-type": "application/x-amz-json-1.1", ...type },
    body: encoded(json),
  };
}

function encoded(json: Json): Buffer {
  return Buffer.from(JSON.stringify(json));
}
