// A host that knows nothing of us, for the end-to-end tests: it serves dist/page under a path and sends none of the
// headers that isolation needs. `--no-service-worker` refuses that script too.
//   node scripts/static-server.mjs --port 4302 --mount /some/dir/ [--no-service-worker]
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { parseArgs } from "node:util";
import { path } from "./lib/project.mjs";

const types = new Map([
  [".css", "text/css"],
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript"],
  [".mjs", "text/javascript"],
  [".json", "application/json"],
  [".png", "image/png"],
  [".svg", "image/svg+xml"],
  [".ttf", "font/ttf"],
  [".txt", "text/plain; charset=utf-8"],
  [".wasm", "application/wasm"],
  [".webmanifest", "application/manifest+json"],
]);

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4180" },
    mount: { type: "string", default: "/" },
    "no-service-worker": { type: "boolean", default: false },
  },
});
const folder = path("dist/page") + sep;

createServer((request, response) => {
  const file = fileFor(request.url ?? "/");
  const stat = file ? statSync(file, { throwIfNoEntry: false }) : undefined;
  if (!file || !stat?.isFile()) {
    // As the usual hosts of static files do.
    response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
    createReadStream(join(folder, "404.html")).pipe(response);
    return;
  }
  const headers = {
    "Content-Type": types.get(extname(file)) ?? "application/octet-stream",
    "Content-Length": stat.size,
    "Cache-Control": file.includes(`${sep}assets${sep}`) ? "max-age=31536000, immutable" : "no-cache",
  };
  response.writeHead(200, headers);
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}).listen(Number(values.port), "localhost", () => {
  console.log(`http://localhost:${values.port}${values.mount}`);
});

/**
 * The file that a request is for; undefined if it asks for what is not below the folder.
 * @param {string} url
 */
function fileFor(url) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  if (!name.startsWith(values.mount) || name.includes("\0")) return undefined;
  name = name.slice(values.mount.length) || "index.html";
  if (values["no-service-worker"] && name === "service-worker.js") return undefined;
  const file = normalize(join(folder, name));
  return file.startsWith(folder) ? file : undefined;
}
