// Builds ldcase/pages/template/static from this folder: what connects a served page to its kernel, in one small file.
import { build } from "esbuild";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const destination = process.argv[2] ?? join(here, "..", "template", "static");

// anywidget is published for module loaders of the AMD kind; its one `define` at the end becomes an export.
const anywidgetAsModule = {
  name: "anywidget-as-module",
  setup: (esbuild) => esbuild.onLoad({ filter: /anywidget[\\/]dist[\\/]index\.js$/ }, ({ path }) => {
    const source = readFileSync(path, "utf8");
    const last = 'define(["@jupyter-widgets/base"], widget_default);';
    if (!source.includes(last)) throw new Error("anywidget ends differently now: look at its dist/index.js");
    return { contents: source.replace(last, "export default widget_default;"), loader: "js" };
  }),
};

rmSync(destination, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ["src/client.js"], outdir: destination, absWorkingDir: here, plugins: [anywidgetAsModule],
  bundle: true, splitting: true, format: "esm", minify: true, legalComments: "none", charset: "utf8", logLevel: "warning",
  target: "es2022", chunkNames: "[name]-[hash]", loader: { ".css": "text" }, metafile: true,
  // Descriptions of widgets are text here; the library that lets some HTML through would be a fifth of the bundle.
  alias: { "sanitize-html": "./src/as-text.js" },
});

/** The licences of what is in the bundle, one after the other. */
function licences() {
  const packages = new Set(Object.keys(metafile.inputs).map((path) => path.match(/^(?:.*node_modules\/)((?:@[^/]+\/)?[^/]+)\//)?.[1]));
  return [...packages].filter(Boolean).sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).sort().find((each) => /^licen[cs]e/i.test(each));
    const text = file ? readFileSync(join(folder, file), "utf8").trim() : `${license}, ${author?.name ?? author}`;
    return `${name} ${version}\n\n${text}\n`;
  }).join(`\n${"-".repeat(80)}\n\n`);
}
writeFileSync(join(destination, "LICENSES.txt"), licences());
