import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import type { Connect, Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import { lessonModules } from "./scripts/lib/lesson-modules.ts";
import { nodeWorkers } from "./scripts/lib/node-workers.mjs";
import {
  developmentNonce,
  developmentPolicy,
  headerPolicy,
  pagePolicy,
} from "./src/ui/start/content-security-policy.ts";

/// With the first two the page may share memory between threads; with the third, pages that do so too may embed it; with
/// the fourth, scripts load in a sandboxed frame too, which has no origin. With the last, nothing is taken for what it is not.
const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
  "X-Content-Type-Options": "nosniff",
};

/// Puts the policy into the built page, for hosts that send no headers.
function policyInPage(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: pagePolicy },
        injectTo: "head-prepend",
      },
    ],
  };
}

/// Makes the page installable, and gives its service worker the list of files to keep.
function offline(): Plugin[] {
  return VitePWA({
    strategies: "injectManifest",
    srcDir: "src/ui/start",
    filename: "service-worker.ts",
    // The page registers it itself: see offline.ts.
    injectRegister: false,
    // They are in the list of files as it is.
    includeManifestIcons: false,
    integration: {
      configureCustomSWViteBuild(build) {
        build.logLevel = "warn";
      },
    },
    injectManifest: {
      rollupFormat: "iife",
      globPatterns: ["**/*.{html,js,css,svg,png,ttf,webmanifest}"],
      // Full Python is large, and kept when it is used.
      globIgnores: ["pyodide/**"],
      maximumFileSizeToCacheInBytes: 16_000_000,
      dontCacheBustURLsMatching: /^assets\//,
    },
    manifest: {
      name: "ePython Lab",
      short_name: "ePython Lab",
      description: "Write parallel Python and watch sixteen Epiphany cores run it.",
      start_url: "./",
      scope: "./",
      display: "standalone",
      theme_color: "#3b5bdb",
      background_color: "#f6f7f9",
      icons: [
        { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
        { src: "icon-192.png", sizes: "192x192", type: "image/png" },
        { src: "icon-512.png", sizes: "512x512", type: "image/png" },
        { src: "icon-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      ],
    },
  });
}

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

/// Puts Python's files beside the page: a page that has host programs fetches them, and no other.
function pyodide(): Plugin {
  const files = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"];
  const types: Readonly<Record<string, string>> = { mjs: "text/javascript", wasm: "application/wasm" };
  const read = (name: string): Buffer => readFileSync(`node_modules/pyodide/${name}`);
  return {
    name: "pyodide",
    generateBundle() {
      if (this.environment.name !== "client") return;
      for (const name of files) this.emitFile({ type: "asset", fileName: `pyodide/${name}`, source: read(name) });
    },
    configureServer(server) {
      server.middlewares.use("/pyodide", (request, response, next) => {
        const name = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
        if (!files.includes(name)) return next();
        response.setHeader("Content-Type", types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream");
        response.end(read(name));
      });
    },
  };
}

/// Answers for links whose `#` was escaped as hosts of static files do, with a page of its own that repairs them.
function strayLinks(): Plugin {
  const answer: Connect.NextHandleFunction = (request, response, next) => {
    if (!/%(25)*23/.test(request.url ?? "")) return next();
    response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
    response.end(readFileSync("public/404.html"));
  };
  return {
    name: "stray-links",
    configureServer: (server) => () => server.middlewares.use(answer),
    configurePreviewServer: (server) => () => server.middlewares.use(answer),
  };
}

export default defineConfig(({ command, isPreview }) => ({
  // Relative, so that the built page works under any path of any host.
  base: "./",
  // A missing file is a 404, never the page.
  appType: "mpa",
  plugins: [react(), policyInPage(), lessonModules(), licences(), pyodide(), nodeWorkers(), strayLinks(), offline()],
  // Only the development server has an inline script, and only it needs a nonce.
  ...(command === "serve" && !isPreview ? { html: { cspNonce: developmentNonce } } : {}),
  build: {
    outDir: "dist/page",
    emptyOutDir: true,
    target: "es2023",
    // Monaco is one large part of its own.
    chunkSizeWarningLimit: 8192,
    // What the page begins with comes in one part: a hundred small ones take as long again to ask for as to read.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "start", tags: ["$initial"] }] } } },
  },
  worker: { format: "es" },
  server: { headers: { ...headers, "Content-Security-Policy": developmentPolicy } },
  preview: { port: 4173, headers: { ...headers, "Content-Security-Policy": headerPolicy } },
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    // All processors: on two, one would stand idle.
    maxWorkers: "100%",
    // For what hangs. However busy the machine is, no test takes nearly as long.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
}));
