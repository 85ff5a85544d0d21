import type { Json, RawRequest } from "../../../../e2e/aws/shim/call";
import { type RawAnswer, Shim } from "../../../../e2e/aws/shim/shim";

/** An answer as moto gives it: JSON, XML, or a status with nothing. */
export type FakeAnswer = Json | string | { readonly status: number };

/** A shim in front of a moto that says what it is told to say. */
export interface FakeMoto {
  /** What moto was asked, in order. */
  readonly asked: readonly RawRequest[];
  /** Sends a request of a service that speaks JSON. */
  readonly json: (service: string, operation: string, input: Json) => Promise<Json>;
  /** Sends a request of a service that speaks XML. */
  readonly query: (service: string, parameters: Record<string, string>) => Promise<string>;
  /** Sends a request of S3. */
  readonly rest: (method: string, url: string, body?: string) => Promise<string>;
}

/** The account that the shim is started for, and the region of every request. */
export const ACCOUNT = "111122223333";
export const REGION = "eu-central-1";

/** Starts a shim; every answer of moto is the one of the operation, or empty. */
export function fakeMoto(answers: Readonly<Record<string, FakeAnswer>>, key = "e2e"): FakeMoto {
  const asked: RawRequest[] = [];
  const shim = new Shim((request) => {
    asked.push(request);
    return Promise.resolve(answerOf(answers[operationIn(request)] ?? {}));
  }, ACCOUNT);
  const send = async (service: string, request: Partial<RawRequest>): Promise<string> => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${key}/20250101/${REGION}/${service}/aws4_request, Signature=x`;
    const headers = { authorization, ...request.headers };
    const { body } = await shim.handle({ method: "POST", url: "/", body: Buffer.alloc(0), ...request, headers });
    return body.toString("utf8");
  };
  return {
    asked,
    json: async (service, operation, input) =>
      JSON.parse(
        await send(service, {
          headers: { "x-amz-target": `X.${operation}` },
          body: Buffer.from(JSON.stringify(input)),
        }),
      ) as Json,
    query: (service, parameters) =>
      send(service, {
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: Buffer.from(new URLSearchParams(parameters).toString()),
      }),
    rest: (method, url, body = "") => send("s3", { method, url, body: Buffer.from(body) }),
  };
}

function operationIn({ headers, method, url, body }: RawRequest): string {
  const target = headers["x-amz-target"];
  if (typeof target === "string") return target.replace("X.", "");
  return new URLSearchParams(body.toString("utf8")).get("Action") ?? `${method} ${url}`;
}

function answerOf(answer: FakeAnswer): RawAnswer {
  if (typeof answer === "string") return { status: 200, headers: {}, body: Buffer.from(answer) };
  const { status } = answer;
  if (typeof status === "number") return { status, headers: {}, body: Buffer.from("{}") };
  return { status: 200, headers: {}, body: Buffer.from(JSON.stringify(answer)) };
}
