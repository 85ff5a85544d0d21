import {
  type handleUnaryCall,
  Server,
  ServerCredentials,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import type { Cloud } from "./cloud";
import { handlersOf } from "./handlers";
import { type Handlers, PROTOCOL_VERSION, providerService } from "./protocol";
import { PROVIDERS } from "./provider";

/** A running stand-in. */
export interface StandIn {
  /** The value of TF_REATTACH_PROVIDERS, by which terraform finds it: no provider is installed then. */
  readonly reattach: string;
  /** Ends it. */
  readonly close: () => void;
}

/**
 * Serves every provider on the loopback address.
 *
 * @param types the types of resources that are in use: of all 1,500 the schemas would take seconds
 */
export async function startStandIn(cloud: Cloud, types: readonly string[]): Promise<StandIn> {
  const servers: Server[] = [];
  const addresses: Record<string, object> = {};
  for (const provider of PROVIDERS) {
    const own = types.filter((type) => type.startsWith(`${provider.name}_`));
    const server = new Server({ "grpc.max_send_message_length": -1, "grpc.max_receive_message_length": -1 });
    server.addService(providerService(), unary(handlersOf(provider, cloud, () => own)));
    const port = await bound(server);
    servers.push(server);
    addresses[`registry.terraform.io/${provider.address.toLowerCase()}`] = {
      Protocol: "grpc",
      ProtocolVersion: PROTOCOL_VERSION,
      Pid: process.pid,
      // Terraform leaves the process alone.
      Test: true,
      Addr: { Network: "tcp", String: `127.0.0.1:${port}` },
    };
  }
  return {
    reattach: JSON.stringify(addresses),
    close: () => {
      for (const server of servers) server.forceShutdown();
    },
  };
}

function bound(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}

/** Handlers as gRPC calls them. What a handler throws is an error that terraform prints. */
function unary(handlers: Handlers): UntypedServiceImplementation {
  const answers = handlers as unknown as Record<string, (request: unknown, peer: string) => unknown>;
  return Object.fromEntries(
    Object.entries(answers).map(([name, handler]) => {
      const call: handleUnaryCall<unknown, unknown> = (received, callback) => {
        try {
          callback(null, handler(received.request, received.getPeer()));
        } catch (error) {
          callback({ code: status.INTERNAL, details: `stand-in, ${name}: ${String((error as Error).stack)}` });
        }
      };
      return [name, call];
    }),
  );
}
