import {
  type handleUnaryCall,
  Server,
  ServerCredentials,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { Cloud } from "./cloud";
import { handlersOf } from "./handlers";
import { type Handlers, PROTOCOL_VERSION, providerService } from "./protocol";
import { PROVIDERS } from "./provider";
import { Schemas } from "./schemas";
import { textOf, type Values } from "./values";

/** A running stand-in. */
export interface StandIn {
  /** What was applied through it. */
  readonly cloud: Cloud;
  /** The types of resources that it has schemas of. */
  readonly types: ReadonlySet<string>;
  /** The value of TF_REATTACH_PROVIDERS, by which terraform finds it: no provider is installed then. */
  readonly reattach: string;
  /** Tells it what is in a stack. It learns the types, and takes other resource groups to be there. */
  readonly learn: (stack: string) => void;
  /** Ends it. */
  readonly close: () => void;
}

/**
 * Serves every provider on the loopback address.
 *
 * @param like another one, of which it knows everything. Default: nothing is there, and nothing is known.
 */
export async function startStandIn(like?: StandIn): Promise<StandIn> {
  const cloud = new Cloud(like?.cloud);
  const types = new Set(like?.types);
  const servers: Server[] = [];
  const addresses: Record<string, object> = {};
  for (const provider of PROVIDERS) {
    const server = new Server({ "grpc.max_send_message_length": -1, "grpc.max_receive_message_length": -1 });
    server.addService(providerService(), unary(handlersOf(provider, new Schemas(provider, types), cloud)));
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
    cloud,
    types,
    reattach: JSON.stringify(addresses),
    learn(stack) {
      const { resource = {} } = JSON.parse(stack) as { resource?: Record<string, Record<string, Values>> };
      for (const type of Object.keys(resource)) types.add(type);
      cloud.own(Object.values(resource.azurerm_resource_group ?? {}).map((group) => textOf(group, "name") ?? ""));
    },
    close() {
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
        Promise.resolve()
          .then(() => handler(received.request, received.getPeer()))
          .then(
            (answer) => {
              callback(null, answer);
            },
            (error: unknown) => {
              const details = `stand-in, ${name}: ${error instanceof Error ? error.stack : String(error)}`;
              callback({ code: status.INTERNAL, details });
            },
          );
      };
      return [name, call];
    }),
  );
}
