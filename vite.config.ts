import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { lessonModules } from "./scripts/lib/lesson-modules.ts";
import { nodeWorkers } from "./scripts/lib/node-workers.mjs";

/// With these the page may share memory between threads.
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/// Puts the licences beside the built page, as they ask.
function licences(): Plugin {
  return {
    name: "licences",
    apply: "build",
    generateBundle() {
      for (const [from, to] of [
        ["LICENSE", "license.txt"],
        ["THIRD-PARTY-NOTICES.md", "third-party-notices.txt"],
      ] as const) {
        this.emitFile({ type: "asset", fileName: to, source: readFileSync(from, "utf8") });
      }
    },
  };
}

export default defineConfig({
  // Relative, so that the built page works under any path of any host.
  base: "./",
  // A missing file is a 404, never the page.
  appType: "mpa",
  plugins: [react(), lessonModules(), licences(), nodeWorkers()],
  build: {
    outDir: "dist/page",
    emptyOutDir: true,
    target: "es2023",
    // Monaco is one large part of its own.
    chunkSizeWarningLimit: 8192,
  },
  worker: { format: "es" },
  server: { headers: isolation },
  preview: { port: 4173, headers: isolation },
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    testTimeout: 20_000,
  },
});
