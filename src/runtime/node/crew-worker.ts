import { parentPort } from "node:worker_threads";
import * as Comlink from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { createCrewService } from "../crew-service.ts";

if (parentPort === null) throw new Error("crew-worker runs in a worker thread");
Comlink.expose(
  createCrewService(() => performance.now()),
  nodeEndpoint(parentPort),
);
