import { parentPort } from "node:worker_threads";
import * as Comlink from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { createCrewService, STUCK } from "../crew-service.ts";

const port = parentPort;
if (port === null) throw new Error("crew-worker runs in a worker thread");
const surroundings = { now: () => performance.now(), onStuck: () => port.postMessage(STUCK) };
Comlink.expose(createCrewService(surroundings), nodeEndpoint(port));
