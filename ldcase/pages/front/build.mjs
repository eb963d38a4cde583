// Builds ldcase/pages/static from this folder: the same sources and lock file give the same bytes, so that they can be compared.
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const destination = process.argv[2] ?? join(here, "..", "static");
const tokens = JSON.parse(readFileSync(join(here, "..", "..", "charts", "tokens.json"), "utf8"));

/** The colours as custom properties; dark ones apply where the screen says so. */
function tokensAsStyle() {
  const lines = (colours) => Object.entries(colours).map(([name, value]) => `  --${name.replaceAll("_", "-")}: ${value};`).join("\n");
  const families = `  --sans: "${tokens.fonts.sans}", system-ui, sans-serif;\n  --serif: "${tokens.fonts.serif}", Georgia, serif;`;
  return `/* Generated from ldcase/charts/tokens.json by build.mjs. */\n.ldcase {\n${lines(tokens.light)}\n${families}\n}\n.ldcase[data-mode="dark"] {\n${lines(tokens.dark)}\n}\n`;
}

writeFileSync(join(here, "src", "tokens.css"), tokensAsStyle());
const shared = { bundle: true, minify: true, legalComments: "none", charset: "utf8", absWorkingDir: here, logLevel: "warning", target: "es2022" };
await build({ ...shared, entryPoints: ["src/index.js"], format: "esm", outfile: join(destination, "screen.js") });
await build({
  ...shared, entryPoints: ["src/screen.css"], outfile: join(destination, "screen.css"), target: "chrome112",
  loader: { ".woff2": "file" }, assetNames: "fonts/[name]",
});
// The leave-behind is one file: its letters stand in its style, and its charts make no code of text.
const interpreted = { name: "interpreted", setup: (build) => build.onResolve({ filter: /^\.\/vega\.js$/ }, () => ({ path: join(here, "src", "vega_interpreted.js") })) };
await build({ ...shared, entryPoints: ["src/leave_behind.js"], format: "esm", outfile: join(destination, "leave_behind.js"), plugins: [interpreted] });
await build({ ...shared, entryPoints: ["src/leave_behind.css"], outfile: join(destination, "leave_behind.css"), target: "chrome112", loader: { ".woff2": "dataurl" } });
mkdirSync(join(destination, "fonts"), { recursive: true });
for (const [font, licence] of [["inter", "Inter-LICENSE.txt"], ["source-serif-4", "SourceSerif4-LICENSE.txt"]])
  copyFileSync(join(here, "node_modules", "@fontsource-variable", font, "LICENSE"), join(destination, "fonts", licence));
copyFileSync(join(here, "node_modules", "vega", "LICENSE"), join(destination, "vega-LICENSE.txt"));
