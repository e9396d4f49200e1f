import { createServer } from "node:net";

/**
 * The first of the ports that the end-to-end tests use (e2e/places.ts): the one that E2E_PORT names, or the first from 4300 on where
 * all of them are free. Another run may be going on, or have left a server behind.
 * @returns {Promise<string>}
 */
export async function endToEndPort() {
  if (process.env.E2E_PORT) return process.env.E2E_PORT;
  for (let first = 4300; first < 4396; first += 4) {
    const ports = [first, first + 1, first + 2, first + 3, first + 100];
    const free = await Promise.all(ports.map(isFree));
    if (free.every(Boolean)) return String(first);
  }
  return "4300";
}

/** @param {number} port @returns {Promise<boolean>} */
async function isFree(port) {
  // Servers listen to either kind of address of this machine.
  for (const host of ["127.0.0.1", "::1"]) if (!(await canListen(port, host))) return false;
  return true;
}

/** @param {number} port @param {string} host @returns {Promise<boolean>} */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine may be without one kind of address.
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code !== "EADDRINUSE"));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
