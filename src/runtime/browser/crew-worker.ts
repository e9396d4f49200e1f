import * as Comlink from "comlink";
import { createCrewService, STUCK } from "../crew-service.ts";

Comlink.expose(createCrewService({ now: () => performance.now(), onStuck: () => postMessage(STUCK) }));
