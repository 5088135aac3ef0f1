import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// The tools live in ui/node_modules; this folder has none of its own.
const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(here, "../../ui/package.json"));
const vitest = dirname(require.resolve("vitest/package.json"));
const toml = dirname(require.resolve("smol-toml"));

export default {
  root: here,
  cacheDir: join(here, "../../ui/node_modules/.vite-e2e"),
  resolve: {
    alias: {
      vitest: join(vitest, "dist/index.js"),
      "smol-toml": join(toml, "index.js"),
    },
  },
  server: { fs: { allow: [join(here, "../..")] } },
  test: {
    environment: "node",
    include: ["*.e2e.ts"],
    // One window at a time: the journeys share one display.
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
};
