import { Agent, createServer, request as send, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Shim, type RawAnswer, type Upstream } from "./shim";
import type { RawRequest } from "./call";

/** A shim that listens. */
export interface ShimServer {
  /** Its address, as in `http://127.0.0.1:40001`. */
  readonly url: string;
  /** The port of that address. */
  readonly port: number;
  /** Ends it, with every connection. */
  close(): void;
}

/** Starts the shim on a free port of the loopback address. */
export async function startShim(motoPort: number, platformAccount: string): Promise<ShimServer> {
  const agent = new Agent({ keepAlive: true });
  const shim = new Shim(oneAtATime(motoAt(motoPort, agent)), platformAccount);
  const server = createServer((incoming, outgoing) => {
    void bodyOf(incoming)
      .then((body) => shim.handle(rawRequest(incoming, body)))
      .catch((error: unknown) => ({ status: 502, headers: {}, body: Buffer.from(String(error)) }))
      .then(({ status, headers, body }) => {
        // The answer to HEAD tells the length of a body that is not sent.
        const length = incoming.method === "HEAD" ? {} : { "content-length": body.length };
        outgoing.writeHead(status, { ...withoutFraming(headers, incoming.method === "HEAD"), ...length }).end(body);
      });
  });
  await listening(server);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close() {
      agent.destroy();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** moto on a port of the loopback address. */
export function motoAt(port: number, agent?: Agent): Upstream {
  return ({ method, url, headers, body }) =>
    new Promise<RawAnswer>((resolve, reject) => {
      const framed = { ...withoutFraming(headers, false), "content-length": body.length };
      const options = { host: "127.0.0.1", port, method, path: url, headers: framed, ...(agent && { agent }) };
      send(options, (answer) => {
        bodyOf(answer).then((received) => {
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: received });
        }, reject);
      })
        .on("error", reject)
        .end(body);
    });
}

/**
 * Asks one thing after another: moto answers in threads, and breaks when one of them walks through a dictionary that
 * another one changes. It costs nothing, for only one of the threads runs at a time anyway.
 */
export function oneAtATime(upstream: Upstream): Upstream {
  let last: Promise<unknown> = Promise.resolve();
  return (request) => {
    const answer = last.then(() => upstream(request));
    last = answer.catch(() => undefined);
    return answer;
  };
}

/** A request, also one that was sent as to a proxy: then its URL holds the host. */
function rawRequest({ method = "GET", url = "/", headers }: IncomingMessage, body: Buffer): RawRequest {
  return { method, url: url.replace(/^http:\/\/[^/]*/, ""), headers, body };
}

/** Headers without those that describe how a body was sent. */
function withoutFraming(headers: RawRequest["headers"], keepLength: boolean) {
  const { "transfer-encoding": _encoding, connection: _connection, "content-length": length, ...rest } = headers;
  return keepLength && length !== undefined ? { ...rest, "content-length": length } : rest;
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
}
