import * as Comlink from "comlink";
import { createCrewService } from "../crew-service.ts";

Comlink.expose(createCrewService(() => performance.now()));
